/**
 * Every kind of change, one row each: whom it breaks, the words for it, why, and what to do instead.
 *
 * What a client sends (request) may only grow, what it gets (response) may only shrink: whatever else happens breaks somebody.
 * The level is read off whom it breaks, so that the two cannot disagree.
 */
import type { Level } from './rule.js'

/**
 * Who stands at the other end of a change.
 *
 * - `server`: whoever implements the API (again): it must do more than it did.
 * - `lenient`: a client that reads what it knows and passes over the rest.
 * - `exhaustive`: a client that names every status, member and value, or validates what it gets, as Statute's does.
 */
export type Audience = 'server' | 'lenient' | 'exhaustive'

/** What each is called in a sentence. */
export const audiences = {
  server: 'servers',
  lenient: 'lenient clients',
  exhaustive: 'exhaustive clients',
} as const satisfies Record<Audience, string>

/** A kind of change. Words and fix stay literal, because the compiler prints them; the prose does not. */
export interface Kind<
  Words extends string = string,
  Fix extends string = string,
  Breaks extends readonly Audience[] = readonly Audience[],
> {
  /** What it does, with `<placeholders>`. */
  readonly words: Words
  readonly why: string
  /** What to do instead, as an imperative. */
  readonly fix: Fix
  /** Whom it breaks for certain. */
  readonly breaks: Breaks
  /** Whether it may break somebody though nobody can say so from the document. */
  readonly risky?: true
}

const kind = <const Words extends string, const Fix extends string, const Breaks extends readonly Audience[]>(
  row: Kind<Words, Fix, Breaks>,
): Kind<Words, Fix, Breaks> => row

/** A lenient client breaks first; whatever breaks it breaks an exhaustive one too. */
const everyClient = ['lenient', 'exhaustive'] as const
const exhaustive = ['exhaustive'] as const
const server = ['server'] as const
const nobody = [] as const

export const kinds = {
  // --- operations -----------------------------------------------------------------------------------------------------------------
  'operation-removed': kind({
    words: 'the operation was removed',
    why: 'Whoever calls it gets a 404 or 405 from one day to the next.',
    fix: 'deprecate it with a sunset date, and remove it after that',
    breaks: everyClient,
  }),
  'operation-removed-before-sunset': kind({
    words: 'the operation was removed before its sunset of <from>',
    why: 'Clients were told until when they have time (RFC 8594), and plan by it.',
    fix: 'keep it until that date',
    breaks: everyClient,
  }),
  'deprecated-operation-removed': kind({
    words: 'the deprecated operation was removed, and no sunset date was announced',
    why: 'Clients knew that it would go, not when.',
    fix: 'announce a date (RFC 8594), and remove it after that',
    breaks: everyClient,
  }),
  'operation-removed-after-sunset': kind({
    words: 'the operation was removed after its sunset of <from>',
    why: 'It went when it was announced to go.',
    fix: 'nothing needs to be done',
    breaks: nobody,
  }),
  'operation-added': kind({
    words: 'the operation was added',
    why: 'No client calls it yet; whoever implements the API has one more to serve.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'operation-deprecated': kind({
    words: 'the operation is deprecated now',
    why: 'Clients should move on (RFC 9745).',
    fix: 'say until when it stays (RFC 8594)',
    breaks: nobody,
  }),
  'operation-no-longer-deprecated': kind({
    words: 'the operation is no longer deprecated',
    why: 'Clients that moved on did so in vain; nothing stops working.',
    fix: 'nothing needs to be done',
    breaks: nobody,
  }),
  'operation-id-changed': kind({
    words: 'the operationId <from> is <to> now',
    why: 'Nothing on the wire changes; in generated clients the function has another name.',
    fix: 'keep the name, or tell those who generate clients',
    breaks: nobody,
  }),
  'sunset-earlier': kind({
    words: 'the sunset moved from <from> up to <to>',
    why: 'Clients plan by the date that was announced (RFC 8594).',
    fix: 'keep the date, or a later one',
    breaks: nobody,
    risky: true,
  }),
  'sunset-later': kind({
    words: 'the sunset moved from <from> to <to>',
    why: 'Clients have more time.',
    fix: 'nothing needs to be done',
    breaks: nobody,
  }),
  'sunset-added': kind({
    words: 'a sunset was announced for <to>',
    why: 'The operation goes away at that date (RFC 8594).',
    fix: 'tell its clients',
    breaks: nobody,
  }),
  'sunset-removed': kind({
    words: 'the sunset of <from> was taken back',
    why: 'The operation stays; clients no longer know until when.',
    fix: 'nothing needs to be done if it is to stay',
    breaks: nobody,
  }),
  'sunset-unreadable': kind({
    words: 'the sunset <to> is no date',
    why: 'Nobody can plan by it, and no tool can hold a removal against it.',
    fix: 'write a date such as 2027-01-31',
    breaks: nobody,
    risky: true,
  }),
  'server-removed': kind({
    words: 'the server <from> was removed',
    why: 'A client that has this address may lose it; the document does not say whether the host went with it.',
    fix: 'keep the address listed while it answers',
    breaks: nobody,
    risky: true,
  }),
  'server-added': kind({
    words: 'the server <to> was added',
    why: 'Another address to reach the same API at.',
    fix: 'nothing needs to be done',
    breaks: nobody,
  }),

  // --- security -------------------------------------------------------------------------------------------------------------------
  'security-added': kind({
    words: 'it needs <to> now, and let everybody in before',
    why: 'A client that has no credentials is turned away with a 401.',
    fix: 'let old clients in as well, with an empty alternative',
    breaks: everyClient,
  }),
  'security-alternative-removed': kind({
    words: 'it takes <from> no more',
    why: 'A client that has these credentials is turned away.',
    fix: 'keep the alternative',
    breaks: everyClient,
  }),
  'security-scopes-added': kind({
    words: '<name> needs the scope <to> now',
    why: 'Tokens that were issued without it are turned away with a 403.',
    fix: 'take the old scopes too',
    breaks: everyClient,
  }),
  'security-alternative-added': kind({
    words: 'it takes <to> too',
    why: 'What clients have is good for it still.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'security-removed': kind({
    words: 'it lets everybody in now, and needed <from> before',
    why: 'Credentials that a client sends do no harm; whether everybody should get in is another question.',
    fix: 'make sure that this is meant',
    breaks: nobody,
    risky: true,
  }),
  'security-scopes-removed': kind({
    words: '<name> needs the scope <from> no more',
    why: 'Tokens that have it are good still.',
    fix: 'nothing needs to be done',
    breaks: nobody,
  }),
  'security-scheme-changed': kind({
    words: 'the security scheme <name> has another <key>: <from> is <to> now',
    why: 'Credentials are obtained or sent in another way, which old clients do not know.',
    fix: 'add a scheme beside the old one',
    breaks: everyClient,
  }),
  'security-scope-withdrawn': kind({
    words: 'the security scheme <name> no longer offers the scope <from>',
    why: 'A client that asks for it gets no token.',
    fix: 'keep the scope, if only as another name',
    breaks: everyClient,
  }),

  // --- parameters -----------------------------------------------------------------------------------------------------------------
  'request-parameter-added-required': kind({
    words: 'the required <place> was added',
    why: 'Old clients do not send it, and are refused.',
    fix: 'make it optional',
    breaks: ['server', ...everyClient],
  }),
  'request-parameter-added': kind({
    words: 'the optional <place> was added',
    why: 'Old clients do not send it, and need not.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-parameter-removed': kind({
    words: 'the <place> was removed',
    why: 'A client that sends it is no longer understood; one whose types are checked no longer compiles.',
    fix: 'deprecate it first',
    breaks: exhaustive,
  }),
  'request-parameter-moved': kind({
    words: 'the <place> is sent in the <to> now',
    why: 'Old clients send it where it is no longer looked for.',
    fix: 'take it in both places',
    breaks: ['server', ...everyClient],
  }),
  'request-parameter-became-required': kind({
    words: 'the <place> became required',
    why: 'A client that leaves it out is refused.',
    fix: 'leave it optional, with a default',
    breaks: everyClient,
  }),
  'request-parameter-became-optional': kind({
    words: 'the <place> became optional',
    why: 'Clients that send it may go on; the server has to do without.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-parameter-empty-refused': kind({
    words: 'the <place> may not be empty any more',
    why: 'A client that sends the name alone is refused, or understood in another way.',
    fix: 'go on allowing the empty value',
    breaks: everyClient,
  }),
  'request-parameter-empty-taken': kind({
    words: 'the <place> may be empty now',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-parameter-style-changed': kind({
    words: 'the <place> is written in another way: <from> is <to> now',
    why: 'The same value has other characters on the wire.',
    fix: 'add a parameter beside the old one',
    breaks: ['server', ...everyClient],
  }),
  'request-parameter-deprecated': kind({
    words: 'the <place> is deprecated now',
    why: 'Clients should do without it.',
    fix: 'say in its description what to use instead',
    breaks: nobody,
  }),

  // --- request content ------------------------------------------------------------------------------------------------------------
  'request-body-added-required': kind({
    words: 'a required request body was added',
    why: 'Old clients send none, and are refused.',
    fix: 'make it optional',
    breaks: ['server', ...everyClient],
  }),
  'request-body-added': kind({
    words: 'an optional request body was added',
    why: 'Old clients send none, and need not.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-body-removed': kind({
    words: 'the request body was removed',
    why: 'What a client sends is no longer read; one whose types are checked no longer compiles.',
    fix: 'go on reading it',
    breaks: exhaustive,
  }),
  'request-body-became-required': kind({
    words: 'the request body became required',
    why: 'A client that sends none is refused.',
    fix: 'leave it optional',
    breaks: everyClient,
  }),
  'request-body-became-optional': kind({
    words: 'the request body became optional',
    why: 'Clients that send one may go on; the server has to do without.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-media-type-removed': kind({
    words: 'the request takes no <from> any more',
    why: 'A client that sends this type gets a 415.',
    fix: 'take both types',
    breaks: everyClient,
  }),
  'request-media-type-added': kind({
    words: 'the request takes <to> too',
    why: 'Old clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-encoding-changed': kind({
    words: 'parts of the request in <name> are encoded in another way',
    why: 'The same values have other bytes on the wire.',
    fix: 'take the old encoding too',
    breaks: ['server', ...everyClient],
  }),

  // --- responses ------------------------------------------------------------------------------------------------------------------
  'response-status-added': kind({
    words: 'the response <to> was added',
    why: 'A client that names every status has no branch for this one.',
    fix: 'answer with a status that was declared, or release it as a new version',
    breaks: exhaustive,
  }),
  'response-success-status-removed': kind({
    words: 'the response <from> was removed',
    why: 'A client that waits for this success never gets it.',
    fix: 'go on answering with it',
    breaks: ['server', ...everyClient],
  }),
  'response-status-removed': kind({
    words: 'the response <from> was removed',
    why: 'A client has a branch that is never taken; a server that answers so has to stop.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-media-type-removed': kind({
    words: 'the response is no longer given as <from>',
    why: 'A client that reads only this type gets a 406, or something it cannot read.',
    fix: 'go on offering the type',
    breaks: ['server', ...everyClient],
  }),
  'response-media-type-added': kind({
    words: 'the response may be <to> too',
    why: 'A client that names every type has no branch for this one.',
    fix: 'send it to those alone who ask for it with Accept',
    breaks: exhaustive,
  }),
  'response-content-removed': kind({
    words: 'the response has no content any more',
    why: 'A client that reads the content finds nothing.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'response-content-added': kind({
    words: 'the response has content now: <to>',
    why: 'A client that expects none does not look.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-header-removed': kind({
    words: 'the required <place> was removed',
    why: 'A client that relies on the field finds nothing.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'response-optional-header-removed': kind({
    words: 'the optional <place> was removed',
    why: 'A client that makes use of the field where it is sent has no use of it any more.',
    fix: 'go on sending it',
    breaks: exhaustive,
  }),
  'response-header-added': kind({
    words: 'the <place> was added',
    why: 'Clients pass over fields that they do not know.',
    fix: 'nothing needs to be done for clients',
    breaks: nobody,
  }),
  'response-header-added-required': kind({
    words: 'the required <place> was added',
    why: 'Clients pass over fields that they do not know; the server has to send it.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-header-became-optional': kind({
    words: 'the <place> became optional',
    why: 'A client that relies on the field finds nothing, at times.',
    fix: 'go on sending it always',
    breaks: everyClient,
  }),
  'response-header-became-required': kind({
    words: 'the <place> became required',
    why: 'Clients get what they got at the best of times; the server has to send it.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-header-style-changed': kind({
    words: 'the <place> is written in another way: <from> is <to> now',
    why: 'The same value has other characters on the wire.',
    fix: 'add a field beside the old one',
    breaks: ['server', ...everyClient],
  }),

  // --- properties -----------------------------------------------------------------------------------------------------------------
  'request-property-added-required': kind({
    words: 'the required request <place> was added',
    why: 'Old clients do not send it, and are refused.',
    fix: 'make it optional',
    breaks: ['server', ...everyClient],
  }),
  'request-property-added': kind({
    words: 'the optional request <place> was added',
    why: 'Old clients do not send it, and need not.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-property-removed': kind({
    words: 'the request <place> was removed',
    why: 'What a client sends there is no longer understood; one whose types are checked no longer compiles.',
    fix: 'deprecate it first',
    breaks: exhaustive,
  }),
  'request-property-refused': kind({
    words: 'the request <place> was removed, and no other property than those declared may be sent',
    why: 'A client that sends it is refused.',
    fix: 'go on taking it, if only to pass over it',
    breaks: everyClient,
  }),
  'request-property-became-required': kind({
    words: 'the request <place> became required',
    why: 'A client that leaves it out is refused.',
    fix: 'leave it optional, with a default',
    breaks: everyClient,
  }),
  'request-property-became-optional': kind({
    words: 'the request <place> became optional',
    why: 'Clients that send it may go on; the server has to do without.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-property-became-read-only': kind({
    words: 'the request <place> is read-only now',
    why: 'What a client sends there is no longer heeded.',
    fix: 'go on taking it',
    breaks: exhaustive,
  }),
  'response-property-removed': kind({
    words: 'the required response <place> was removed',
    why: 'A client that reads it finds nothing.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'response-optional-property-removed': kind({
    words: 'the optional response <place> was removed',
    why: 'A client that makes use of it where it is sent has no use of it any more; one whose types are checked no longer compiles.',
    fix: 'deprecate it first',
    breaks: exhaustive,
  }),
  'response-property-added': kind({
    words: 'the optional response <place> was added',
    why: 'Clients pass over what they do not know.',
    fix: 'nothing needs to be done for clients',
    breaks: nobody,
  }),
  'response-property-added-required': kind({
    words: 'the required response <place> was added',
    why: 'Clients pass over what they do not know; the server has to send it.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-property-became-optional': kind({
    words: 'the response <place> became optional',
    why: 'A client that reads it finds nothing, at times.',
    fix: 'go on sending it always',
    breaks: everyClient,
  }),
  'response-property-became-required': kind({
    words: 'the response <place> became required',
    why: 'Clients get what they got at the best of times; the server has to send it.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-property-became-write-only': kind({
    words: 'the response <place> is write-only now',
    why: 'A client that reads it finds nothing.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'property-deprecated': kind({
    words: 'the <place> is deprecated now',
    why: 'Clients should do without it.',
    fix: 'say in its description what to use instead',
    breaks: nobody,
  }),
  'request-other-properties-refused': kind({
    words: 'the request <place> takes no other properties than those declared any more',
    why: 'A client that sends others is refused.',
    fix: 'pass over what is not known',
    breaks: everyClient,
  }),
  'request-other-properties-taken': kind({
    words: 'the request <place> takes other properties than those declared now',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-other-properties-ended': kind({
    words: 'the response <place> has no other properties than those declared any more',
    why: 'Clients read what is declared; a map that had entries has none.',
    fix: 'go on sending what was there',
    breaks: nobody,
  }),
  'response-map-ended': kind({
    words: 'the response <place> is no map of <from> any more',
    why: 'A client that goes through its entries finds nothing of the kind.',
    fix: 'go on sending the entries',
    breaks: exhaustive,
  }),
  'response-other-properties-sent': kind({
    words: 'the response <place> may have other properties than those declared now',
    why: 'Clients pass over what they do not know.',
    fix: 'nothing needs to be done for clients',
    breaks: nobody,
  }),

  // --- values ---------------------------------------------------------------------------------------------------------------------
  'request-type-narrowed': kind({
    words: 'the request <place> takes <to> alone, and took <from>',
    why: 'A client that sends the other type is refused.',
    fix: 'take both',
    breaks: everyClient,
  }),
  'request-type-widened': kind({
    words: 'the request <place> takes <to>, and took <from>',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-type-changed': kind({
    words: 'the request <place> takes <to>, no longer <from>',
    why: 'What clients send is refused.',
    fix: 'take both, or add a property beside it',
    breaks: ['server', ...everyClient],
  }),
  'response-type-narrowed': kind({
    words: 'the response <place> is <to> alone, and was <from>',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-type-widened': kind({
    words: 'the response <place> may be <to>, and was <from>',
    why: 'A client reads a type that it does not expect.',
    fix: 'send the new type in a property of its own',
    breaks: everyClient,
  }),
  'response-type-changed': kind({
    words: 'the response <place> is <to>, no longer <from>',
    why: 'A client reads a type that it does not expect.',
    fix: 'send the new type in a property of its own',
    breaks: ['server', ...everyClient],
  }),
  'request-null-refused': kind({
    words: 'the request <place> takes no null any more',
    why: 'A client that sends null is refused.',
    fix: 'go on taking null',
    breaks: everyClient,
  }),
  'request-null-taken': kind({
    words: 'the request <place> takes null too',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-null-sent': kind({
    words: 'the response <place> may be null now',
    why: 'A client reads null where there always was a value.',
    fix: 'go on sending a value',
    breaks: everyClient,
  }),
  'response-null-ended': kind({
    words: 'the response <place> is never null any more',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-enum-value-removed': kind({
    words: 'the request <place> takes no <from> any more',
    why: 'A client that sends the value is refused.',
    fix: 'go on taking it',
    breaks: everyClient,
  }),
  'request-enum-value-added': kind({
    words: 'the request <place> takes <to> too',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-became-enum': kind({
    words: 'the request <place> takes <to> alone, and took any value',
    why: 'A client that sends another value is refused.',
    fix: 'take any value still',
    breaks: everyClient,
  }),
  'request-enum-ended': kind({
    words: 'the request <place> takes any value, and took <from> alone',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-enum-value-added': kind({
    words: 'the response <place> may be <to> now',
    why: 'A client that names every value has no branch for this one.',
    fix: 'send a value that was declared, or release it as a new version',
    breaks: exhaustive,
  }),
  'response-enum-value-removed': kind({
    words: 'the response <place> is never <from> any more',
    why: 'A client has a branch that is never taken.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-values-replaced': kind({
    words: 'the response <place> is <to>, no longer <from>',
    why: 'None of the values that a client knows comes any more.',
    fix: 'go on sending the old values',
    breaks: ['server', ...everyClient],
  }),
  'response-became-enum': kind({
    words: 'the response <place> is one of <to> now, and was any value',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-enum-ended': kind({
    words: 'the response <place> may be any value now, and was one of <from>',
    why: 'A client that names every value has no branch for another one.',
    fix: 'keep the list',
    breaks: exhaustive,
  }),
  'request-format-added': kind({
    words: 'the request <place> takes <to> alone now',
    why: 'A value in another form is refused.',
    fix: 'take any form still',
    breaks: everyClient,
  }),
  'request-format-removed': kind({
    words: 'the request <place> need not be <from> any more',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'request-format-changed': kind({
    words: 'the request <place> takes <to>, no longer <from>',
    why: 'A value in the old form is refused.',
    fix: 'take both forms',
    breaks: ['server', ...everyClient],
  }),
  'response-format-added': kind({
    words: 'the response <place> is always <to> now',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-format-removed': kind({
    words: 'the response <place> need not be <from> any more',
    why: 'A client that reads or validates that form meets another one.',
    fix: 'keep the form',
    breaks: exhaustive,
  }),
  'response-format-changed': kind({
    words: 'the response <place> is <to>, no longer <from>',
    why: 'A client that reads the old form cannot read this one.',
    fix: 'send the new form in a property of its own',
    breaks: ['server', ...everyClient],
  }),
  'request-constraint-tightened': kind({
    words: 'the request <place> is held to <key> <to> now, and was to <from>',
    why: 'A client that sends what was allowed is refused.',
    fix: 'take what was taken',
    breaks: everyClient,
  }),
  'request-constraint-loosened': kind({
    words: 'the request <place> is held to <key> <to>, and was to <from>',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-constraint-tightened': kind({
    words: 'the response <place> keeps to <key> <to> now, and did to <from>',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-constraint-loosened': kind({
    words: 'the response <place> keeps to <key> <to>, and did to <from>',
    why: 'A client that validates what it gets, or made room for as much, meets something else.',
    fix: 'keep to what was promised',
    breaks: exhaustive,
  }),
  'request-pattern-changed': kind({
    words: 'the request <place> takes what matches <to>, no longer <from>',
    why: 'Whether the new pattern takes all that the old one took cannot be told from the two; where it does not, clients are refused.',
    fix: 'make sure that it does, and ignore this with that reason',
    breaks: everyClient,
  }),
  'response-pattern-changed': kind({
    words: 'the response <place> matches <to>, no longer <from>',
    why: 'A client that validates what it gets meets something else.',
    fix: 'make sure that the old pattern matches still, and ignore this with that reason',
    breaks: exhaustive,
  }),
  'request-condition-added': kind({
    words: 'the request <place> is held to <key> now',
    why: 'A client that sends what was allowed is refused where the condition does not hold.',
    fix: 'take what was taken',
    breaks: everyClient,
  }),
  'request-condition-changed': kind({
    words: 'the request <place> is held to another <key>',
    why: 'Whether the new condition takes all that the old one took cannot be told from the two.',
    fix: 'make sure that it does, and ignore this with that reason',
    breaks: everyClient,
  }),
  'request-condition-removed': kind({
    words: 'the request <place> is no longer held to <key>',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-condition-added': kind({
    words: 'the response <place> keeps to <key> now',
    why: 'Clients get what they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-condition-changed': kind({
    words: 'the response <place> keeps to another <key>',
    why: 'A client that validates what it gets meets something else.',
    fix: 'keep to what was promised',
    breaks: exhaustive,
  }),
  'response-condition-removed': kind({
    words: 'the response <place> no longer keeps to <key>',
    why: 'A client that validates what it gets meets something else.',
    fix: 'keep to what was promised',
    breaks: exhaustive,
  }),
  'request-default-changed': kind({
    words: 'without a value, the request <place> means <to> now, and meant <from>',
    why: 'A client that leaves it out gets something else than it got; nothing tells it so.',
    fix: 'keep the default',
    breaks: nobody,
    risky: true,
  }),

  // --- unions ---------------------------------------------------------------------------------------------------------------------
  'request-member-removed': kind({
    words: 'the request <place> takes no <from> any more',
    why: 'A client that sends this member of the union is refused.',
    fix: 'go on taking it',
    breaks: everyClient,
  }),
  'request-member-added': kind({
    words: 'the request <place> takes <to> too',
    why: 'Clients send what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'response-member-added': kind({
    words: 'the response <place> may be <to> now',
    why: 'A client that names every member of the union has no branch for this one.',
    fix: 'send a member that was declared, or release it as a new version',
    breaks: exhaustive,
  }),
  'response-member-removed': kind({
    words: 'the response <place> is never <from> any more',
    why: 'A client has a branch that is never taken.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'discriminator-changed': kind({
    words: 'the members of <place> are told apart by <to>, no longer by <from>',
    why: 'Who looks for the old property cannot tell which member there is.',
    fix: 'keep the property',
    breaks: ['server', ...everyClient],
  }),
  'discriminator-value-changed': kind({
    words: 'the member of <place> called <from> is called <to> now',
    why: 'Who looks for the old value cannot tell that the member is there.',
    fix: 'keep the value',
    breaks: ['server', ...everyClient],
  }),

  // --- what nobody uses -----------------------------------------------------------------------------------------------------------
  'unused-schema-changed': kind({
    words: 'the schema <name>, which no operation uses, changed: <to>',
    why: 'No message carries it, so that no client can tell; generated code may.',
    fix: 'nothing needs to be done on the wire',
    breaks: nobody,
  }),
} as const satisfies Readonly<Record<string, Kind>>

/**
 * What an id is called where the API sends the request, in a webhook or a callback. There a client gets the request and sends the
 * response, so that all that holds of a response holds of this request, and the other way round; only the names of the parts differ.
 */
type Mirrored<Id> = Id extends `request-parameter-${infer What}`
  ? `webhook-response-header-${What}`
  : Id extends `request-body-${infer What}`
    ? `webhook-response-content-${What}`
    : Id extends `request-${infer What}`
      ? `webhook-response-${What}`
      : Id extends `response-header-${infer What}`
        ? `webhook-request-parameter-${What}`
        : Id extends `response-optional-header-${infer What}`
          ? `webhook-request-optional-parameter-${What}`
          : Id extends `response-content-${infer What}`
            ? `webhook-request-body-${What}`
            : Id extends `response-${infer What}`
              ? `webhook-request-${What}`
              : never

/** What does not occur in the mirror, or is said there in words of its own. */
const apart = [
  'request-parameter-moved',
  'request-parameter-empty-refused',
  'request-parameter-empty-taken',
  'request-body-added',
  'request-body-added-required',
  'request-body-became-required',
  'request-body-became-optional',
  'request-body-removed',
  'request-media-type-removed',
  'request-encoding-changed',
  'response-status-added',
  'response-status-removed',
  'response-success-status-removed',
  'response-media-type-removed',
  'response-media-type-added',
  'response-content-removed',
  'response-content-added',
] as const satisfies readonly (keyof typeof kinds)[]

const mirrored = (id: string): string => {
  if (id.startsWith('response-'))
    return id.replace('response-', 'webhook-request-').replace('header', 'parameter').replace('content-', 'body-')
  return id.replace('request-', 'webhook-response-').replace('parameter', 'header').replace('body-', 'content-')
}

/** What is said of requests that the API sends in other words than of those that it gets. */
export const webhookKinds = {
  'webhook-added': kind({
    words: 'the <what> was added',
    why: 'A client that names every request that it gets has no branch for this one; whoever implements the API has to send it.',
    fix: 'send it to those alone who ask for it',
    breaks: ['server', ...exhaustive],
  }),
  'webhook-removed': kind({
    words: 'the <what> was removed',
    why: 'A client that waits for the request waits in vain, and nothing tells it so.',
    fix: 'deprecate it with a sunset date, and remove it after that',
    breaks: everyClient,
  }),
  'webhook-renamed': kind({
    words: 'the webhook <from> is called <to> now',
    why: 'Its name stands in the document alone, and the request is what it was; in generated code the function has another name.',
    fix: 'keep the name, or tell those who generate code',
    breaks: nobody,
  }),
  'callback-url-changed': kind({
    words: 'the callback is sent to <to>, no longer to <from>',
    why: 'A client says where it waits at a place where the server does not look any more.',
    fix: 'look in both places',
    breaks: ['server', ...everyClient],
  }),
  'webhook-security-added': kind({
    words: 'it is sent with <to> now, and had no credentials before',
    why: 'Clients pass over credentials that they do not ask for; the server has to have them.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-security-removed': kind({
    words: 'it is sent without credentials now, and had <from> before',
    why: 'A client that asks who is calling turns the request away.',
    fix: 'go on sending them',
    breaks: everyClient,
  }),
  'webhook-security-alternative-added': kind({
    words: 'it may be sent with <to> too',
    why: 'A client that knows the old credentials alone turns the request away.',
    fix: 'go on sending those that clients know',
    breaks: everyClient,
  }),
  'webhook-security-alternative-removed': kind({
    words: 'it is sent with <from> no more',
    why: 'Clients get credentials that they know.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-security-scopes-added': kind({
    words: 'it is sent with a token of <name> that has the scope <to> now',
    why: 'Clients get what they ask for still; the server has to have the scope.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-security-scopes-removed': kind({
    words: 'it is sent with a token of <name> that has the scope <from> no more',
    why: 'A client that asks for the scope turns the request away.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'webhook-request-body-added': kind({
    words: 'the request has content now: <to>',
    why: 'A client that expects none does not look.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-request-body-removed': kind({
    words: 'the request has no content any more',
    why: 'A client that reads the content finds nothing.',
    fix: 'go on sending it',
    breaks: everyClient,
  }),
  'webhook-request-body-became-required': kind({
    words: 'the request always has content now',
    why: 'Clients get what they got at the best of times; the server has to send it.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-request-body-became-optional': kind({
    words: 'the request may have no content now',
    why: 'A client that reads the content finds nothing, at times.',
    fix: 'go on sending it always',
    breaks: everyClient,
  }),
  'webhook-request-media-type-added': kind({
    words: 'the request may be <to> too',
    why: 'Nothing says beforehand, as Accept does, which types a client reads: it may get one that it cannot.',
    fix: 'send it to those alone who ask for it',
    breaks: everyClient,
  }),
  'webhook-request-media-type-removed': kind({
    words: 'the request is no longer sent as <from>',
    why: 'A client that reads only this type gets something that it cannot read.',
    fix: 'go on sending the type',
    breaks: ['server', ...everyClient],
  }),
  'webhook-request-encoding-changed': kind({
    words: 'parts of the request in <name> are encoded in another way',
    why: 'The same values have other bytes on the wire.',
    fix: 'go on sending the old encoding',
    breaks: ['server', ...everyClient],
  }),
  'webhook-response-status-added': kind({
    words: 'the response <to> is taken too',
    why: 'Clients answer what they did.',
    fix: 'nothing needs to be done for clients',
    breaks: server,
  }),
  'webhook-response-success-status-removed': kind({
    words: 'the response <from> is not taken any more',
    why: 'A client that answers so has done what it was asked to, and is taken not to have.',
    fix: 'go on taking it',
    breaks: everyClient,
  }),
  'webhook-response-status-removed': kind({
    words: 'the response <from> is not taken any more',
    why: 'A client that answers so is understood by the class of the status alone; one whose types are checked no longer compiles.',
    fix: 'go on taking it',
    breaks: exhaustive,
  }),
  'webhook-response-media-type-removed': kind({
    words: 'the response is no longer taken as <from>',
    why: 'A client that answers in this type is not understood.',
    fix: 'take both types',
    breaks: everyClient,
  }),
  'webhook-response-content-added-required': kind({
    words: 'the response needs content now',
    why: 'Old clients answer without, and are not understood.',
    fix: 'take an answer without content too',
    breaks: ['server', ...everyClient],
  }),
  'webhook-response-content-removed': kind({
    words: 'the content of the response was removed',
    why: 'What a client answers is no longer read; one whose types are checked no longer compiles.',
    fix: 'go on reading it',
    breaks: exhaustive,
  }),
} as const satisfies Readonly<Record<string, Kind>>

/** Kinds that are said of both in the same words. */
type Alike = Exclude<keyof typeof kinds & `${'request' | 'response'}-${string}`, (typeof apart)[number]>

export type ChangeId = keyof typeof kinds | keyof typeof webhookKinds | Mirrored<Alike>

const swapped = (words: string): string =>
  words.replace(/\b(?:request|response)\b/g, (word) => (word === 'request' ? 'response' : 'request'))

const isAlike = (id: string): id is Alike => /^re(?:quest|sponse)-/.test(id) && !(apart as readonly string[]).includes(id)

/** The ids of requests and responses, each with that of its mirror image. */
export const mirrors = Object.keys(kinds)
  .filter(isAlike)
  .map((id) => [id, mirrored(id) as Mirrored<Alike>] as const)

const alike: Readonly<Partial<Record<Mirrored<Alike>, Kind>>> = Object.fromEntries(
  mirrors.map(([id, mirror]): [string, Kind] => [mirror, { ...kinds[id], words: swapped(kinds[id].words) }]),
)

/** Every kind of change by its id, those of requests that the API sends included. */
export const changeKinds = { ...kinds, ...webhookKinds, ...alike } as Readonly<Record<ChangeId, Kind>>

/** The id of a change where the API sends the request; itself where that makes no difference. */
export const inWebhook = (id: ChangeId): ChangeId => {
  const own = /^re(?:quest|sponse)-/.test(id)
    ? mirrored(id)
    : id.startsWith('security-')
      ? `webhook-${id}`
      : id.replace('operation-', 'webhook-')
  return Object.hasOwn(changeKinds, own) ? (own as ChangeId) : id
}

/** How a change is counted: by the weakest that it breaks. */
export const levelOf = ({ breaks, risky }: Kind): Level =>
  breaks.includes('lenient') ? 'must' : breaks.includes('exhaustive') ? 'should' : risky ? 'bcp' : 'hint'

/** `breaks lenient and exhaustive clients`; nothing where it breaks nobody. */
export const whomOf = ({ breaks }: Pick<Kind, 'breaks'>): string => {
  const clients = breaks.filter((one) => one !== 'server')
  const names = [
    ...(clients.length === 2 ? ['lenient and exhaustive clients'] : clients.map((one) => audiences[one])),
    ...(breaks.includes('server') ? [audiences.server] : []),
  ]
  return names.length === 0 ? 'breaks nobody' : `breaks ${names.join(', and ')}`
}
