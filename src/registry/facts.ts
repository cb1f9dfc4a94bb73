/**
 * The shape of a row: what the registry knows about a method, a status and a field.
 *
 * A row is the only place where a fact stands. Types, verdicts, messages and pages read it from there; a column whose value is
 * a rule's id says which rule speaks when the row is not obeyed.
 */

/** The id of a rule, as it stands in `src/rules` and in every message. */
export type RuleName = string

/** Prose of a row: kept as a plain `string`, so that it never swells a literal type. */
export const text = (prose: string): string => prose

/** Notes keyed by method: the keys stay literal, the notes stay plain strings. */
export const notes = <const Name extends string>(prose: { readonly [N in Name]: string }): { readonly [N in Name]: string } => prose

/** The same note for several methods, in the shape of `notes`. */
export const each = <const Name extends string>(names: readonly Name[], prose: string): { readonly [N in Name]: string } =>
  Object.fromEntries(names.map((name) => [name, prose])) as { [N in Name]: string }

/** What a method can be asked for, beyond plain content: `true`, or the rule that refuses a status needing it. */
export interface Facets {
  /** Handles `Range`, so that 206 and 416 are possible (RFC 9110 §14.2). */
  readonly range: true | RuleName
  /** A false `If-None-Match` answers 304 instead of 412 (RFC 9110 §13.1.2). */
  readonly notModified: true | RuleName
  /** Evaluates preconditions, so that 412 is possible (RFC 9110 §13.2.1). */
  readonly precondition: true | RuleName
  /** May complete with 205 (RFC 9110 §9.3.4 leaves a completed PUT only 200, 201 and 204). */
  readonly reset: true | RuleName
  /** May be answered with a delta of an instance, 226 (RFC 3229 §10.4.1). */
  readonly delta: true | RuleName
}

export type Facet = keyof Facets

/** What the registry knows about one facet. */
export interface FacetFacts {
  /** Where the facet is defined. */
  readonly cite: string
  /** A status that needs the facet is forbidden by a requirement where it lacks, or excluded because the status means it. */
  readonly lacking: 'forbidden' | 'excluded'
  /** What is said of a method without it: `does not handle Range`. */
  readonly without: string
}

/** What the registry knows about one method. */
export interface MethodFacts extends Facets {
  /** Where the method is defined, as `RFC 9110 §9.3.1`. */
  readonly cite: string
  /** Asks for no state change (RFC 9110 §9.2.1). */
  readonly safe: boolean
  /** Repeating the request has the same intended effect as sending it once (RFC 9110 §9.2.2). */
  readonly idempotent: boolean
  /** Whether a response may be stored for reuse (RFC 9110 §9.2.3); `conditional` needs explicit freshness. */
  readonly cacheable: 'yes' | 'conditional' | 'no'
  /** Request content: its meaning is in it, possible, without defined semantics, or forbidden. */
  readonly content: 'expected' | 'allowed' | 'undefined' | 'never'
  /** The rule that speaks when `content` is not obeyed. */
  readonly contentRule?: RuleName
  /** Response content: any status may have it, only header fields are sent (HEAD), or a 2xx opens a tunnel (CONNECT). */
  readonly answers: 'content' | 'fields' | 'tunnel'
  /** The rule that speaks when `answers` is not obeyed. */
  readonly answersRule?: RuleName
  /** The form of request target that a route binds to: a path, or host and port (CONNECT). */
  readonly target: 'path' | 'authority'
  /** Request fields that this method cannot do without, each with its rule. */
  readonly wantsFields?: { readonly [field: string]: RuleName }
  /** Request fields that this method must not carry, each with its rule. */
  readonly refusesFields?: { readonly [field: string]: RuleName }
  /** Response fields that should be sent with some statuses, each with its rule: `{ 201: { location: 'post-created-location' } }`. */
  readonly recommends?: { readonly [code: number]: { readonly [field: string]: RuleName } }
  /** The successful statuses that the method should complete with, and the rule that speaks about any other 2xx. */
  readonly completes?: { readonly with: readonly number[]; readonly rule: RuleName }
  /** The code that reports the target as created, where the method creates the target itself, and the rule that asks for it. */
  readonly creates?: { readonly code: number; readonly rule: RuleName }
  /** The method whose answers this one repeats without content, and the rule that compares them. */
  readonly mirrors?: { readonly method: string; readonly rule: RuleName }
  /** May address the server as a whole, with `*` as its target (RFC 9110 §7.1). */
  readonly asterisk?: true
  /** Where the method belongs: `core` is RFC 9110's, `reserved` names are in the registry but cannot be used. */
  readonly group: 'core' | 'patch' | 'query' | 'webdav' | 'reserved' | 'extension'
  /** What the method asks for, in one sentence. */
  readonly purpose: string
  /** One request line that uses it. */
  readonly example: string
  /** Where this row says something else than the RFC, and why. Messages that depend on it repeat it. */
  readonly departs?: string
}

/** What holds for every status of a class, and so for a range such as `4xx`. */
export interface ClassFacts {
  readonly name: StatusClass
  readonly cite: string
  readonly content: 'never' | 'may'
  readonly contentRule?: RuleName
}

export type StatusClass = 'informational' | 'successful' | 'redirection' | 'client error' | 'server error'

/** Who may generate a response: the server that owns the resource, a gateway before it, or a proxy chosen by the client. */
export type Role = 'origin' | 'gateway' | 'proxy'

/** The condition under which a status is possible at all; a route states it, or the rule speaks. */
export interface Condition {
  /** The rule that speaks when the condition is not stated. */
  readonly rule: RuleName
  /** One of these request fields is declared. */
  readonly fields?: readonly string[]
  /** The route's role is one of these. */
  readonly roles?: readonly Role[]
  /** The 200 of the same route declares a validator (`etag` or `last-modified`). */
  readonly validator?: true
}

/** What the registry knows about one status code. */
export interface StatusFacts {
  /** The reason phrase, as IANA has it. */
  readonly phrase: string
  readonly class: StatusClass
  /** Where the status is defined, as `RFC 9110 §15.3.5`. */
  readonly cite: string
  /** Response content: forbidden, possible, or called for (never to HEAD). */
  readonly content: 'never' | 'may' | 'should'
  /** The rule that speaks when there is content although it is `never`. */
  readonly contentRule?: RuleName
  /** The rule that speaks when there is no content although it is called for, where the status asks for something particular. */
  readonly explains?: RuleName
  /** The status answers no request at all (reserved, or meant for the inside of another message): the rule that says so. */
  readonly never?: RuleName
  /** The facet that a method must have for this status to be possible. */
  readonly needs?: Facet
  /** Response fields that must be sent, each with its rule. */
  readonly requires?: { readonly [field: string]: RuleName }
  /** A media type whose parts carry what `requires` asks for, so that the message itself need not. */
  readonly unlessType?: string
  /** Response fields that should be sent, whatever the method, each with its rule. */
  readonly recommends?: { readonly [field: string]: RuleName }
  /** Response fields that must not be sent, each with its rule. */
  readonly forbids?: { readonly [field: string]: RuleName }
  /** The condition under which the status is possible. Methods under `odd` are not asked for it. */
  readonly wants?: Condition
  /** Reports a change that no safe method asks for: the rule that says so. */
  readonly effect?: RuleName
  /** Judges the content of the request, so that a route without any has no use for it: the rule that says so. */
  readonly judgesContent?: RuleName
  /** Nobody should generate it any more (deprecated, obsoleted, or reserved for later use): the rule that says so. */
  readonly deprecated?: RuleName
  /** Methods that a client may turn into GET when it follows the redirect, each with the rule that advises against it. */
  readonly rewrites?: { readonly [method: string]: RuleName }
  /** Methods for which the status is meaningless though not forbidden, each with the reason. Reported, never refused. */
  readonly odd?: { readonly [method: string]: string }
  /** Conditions that no declaration can state, per method: outcomes and connections. Explained, never judged. */
  readonly given?: { readonly [method: string]: string }
  /** No cache may store the response: the rule that says so. */
  readonly neverStored?: RuleName
  /** Whether a cache may guess a freshness lifetime (RFC 9110 §15.1). */
  readonly heuristicallyCacheable: boolean
  /** Where the status belongs: `core` is RFC 9110's, `extension` another specification's, `reserved` codes cannot be used. */
  readonly group: 'core' | 'webdav' | 'reserved' | 'extension'
  /** What the status tells the client, in one sentence. */
  readonly purpose: string
  /** Where this row says something else than the RFC, and why. Messages that depend on it repeat it. */
  readonly departs?: string
}

/** What the registry knows about one header field. */
export interface FieldFacts {
  /** The name as it is usually written: `WWW-Authenticate`. */
  readonly name: string
  /** Where the field is defined, as `RFC 9110 §11.6.1`. */
  readonly cite: string
  /** In which messages the field has a meaning. */
  readonly in: 'request' | 'response' | 'both'
  /** The rule that speaks when the field stands in a message where it has no meaning. */
  readonly inRule?: RuleName
  /** The only methods that give the field a meaning, and the rule that speaks of the others. */
  readonly only?: { readonly methods: readonly string[]; readonly rule: RuleName }
  /** The field is about request content: the rule that speaks when there is none. */
  readonly needsContent?: RuleName
  /** What the field says, in one sentence. */
  readonly purpose: string
  /** Where this row says something else than the specification, and why. */
  readonly departs?: string
}

/** A whole law: every row that rules, types and tools read. */
export interface Law {
  /** The name that messages and reports use: `RFC 9110`, `article`, or your own. */
  readonly name: string
  readonly methods: { readonly [method: string]: MethodFacts }
  readonly statuses: { readonly [code: number]: StatusFacts }
  readonly fields: { readonly [field: string]: FieldFacts }
  /** Whether `should` refuses too. */
  readonly strict: boolean
}
