import { expectTypeOf } from 'expect-type'
import { describe, expect, test } from 'vitest'
import type { Law } from '../../src/registry/facts.js'
import {
  article,
  extendLaw,
  ordinaryMethod,
  ordinaryStatus,
  RegistryError,
  type Rfc9110,
  rfc9110,
  text,
  webdav,
} from '../../src/registry/index.js'

const purge = { cite: 'https://example.com/purge', safe: false, idempotent: true, purpose: 'Drops what a cache stored.' } as const
const odds = {
  phrase: 'Odds and Ends',
  class: 'successful',
  cite: 'https://example.com/299',
  purpose: 'Anything else that went well.',
} as const

describe('an extension', () => {
  const law = extendLaw({
    extends: rfc9110,
    name: 'our cache',
    methods: {
      PURGE: {
        cite: 'https://example.com/purge',
        safe: false,
        idempotent: true,
        content: 'never',
        purpose: text('Drops what a cache stored.'),
      },
      PATCH: { content: 'allowed', departs: 'Our patches may be empty.' },
    },
    statuses: {
      299: {
        phrase: 'Odds and Ends',
        class: 'successful',
        cite: 'https://example.com/299',
        requires: { 'x-odds': 'field-required' },
        purpose: 'Anything else.',
      },
      202: { content: 'never', departs: 'We never say more.' },
    },
    fields: { 'x-odds': { name: 'X-Odds', cite: 'https://example.com/299', in: 'response', purpose: 'Names the odds.' } },
    strict: true,
  })

  test('keeps every row that it does not touch', () => {
    expect(law.methods.GET).toBe(rfc9110.methods.GET)
    expect(Object.keys(law.methods)).toEqual([...Object.keys(rfc9110.methods), 'PURGE'])
    expect(law.statuses[204]).toBe(rfc9110.statuses[204])
    expect(law.fields.etag).toBe(rfc9110.fields.etag)
    expectTypeOf(law.methods.GET).toEqualTypeOf<Rfc9110['methods']['GET']>()
    expectTypeOf(law.statuses[204]).toEqualTypeOf<Rfc9110['statuses'][204]>()
    expectTypeOf<keyof typeof law.methods>().toEqualTypeOf<keyof Rfc9110['methods'] | 'PURGE'>()
    expectTypeOf<keyof typeof law.statuses>().toEqualTypeOf<keyof Rfc9110['statuses'] | 299>()
    expectTypeOf<keyof typeof law.fields>().toEqualTypeOf<keyof Rfc9110['fields'] | 'x-odds'>()
  })

  test('completes an added method with what is ordinary', () => {
    expect(law.methods.PURGE).toEqual({
      ...ordinaryMethod,
      cite: 'https://example.com/purge',
      safe: false,
      idempotent: true,
      content: 'never',
      contentRule: 'method-content-never',
      purpose: 'Drops what a cache stored.',
      example: 'PURGE /',
    })
    expectTypeOf(law.methods.PURGE.content).toEqualTypeOf<'never'>()
    expectTypeOf(law.methods.PURGE.contentRule).toEqualTypeOf<'method-content-never'>()
    expectTypeOf(law.methods.PURGE.idempotent).toEqualTypeOf<true>()
    expectTypeOf(law.methods.PURGE.range).toEqualTypeOf<'range-only-get-query'>()
    expectTypeOf(law.methods.PURGE.group).toEqualTypeOf<'extension'>()
    expectTypeOf(law.methods.PURGE.purpose).toEqualTypeOf<string>()
    expectTypeOf(law.methods.PURGE.example).toEqualTypeOf<string>()
  })

  test('completes an added status with what is ordinary', () => {
    expect(law.statuses[299]).toEqual({
      ...ordinaryStatus,
      phrase: 'Odds and Ends',
      class: 'successful',
      cite: 'https://example.com/299',
      requires: { 'x-odds': 'field-required' },
      purpose: 'Anything else.',
    })
    expectTypeOf(law.statuses[299].phrase).toEqualTypeOf<'Odds and Ends'>()
    expectTypeOf(law.statuses[299].content).toEqualTypeOf<'may'>()
    expectTypeOf(law.statuses[299].requires['x-odds']).toEqualTypeOf<'field-required'>()
    expectTypeOf<keyof (typeof law.statuses)[299]>().toEqualTypeOf<
      'phrase' | 'class' | 'cite' | 'requires' | 'purpose' | 'content' | 'heuristicallyCacheable' | 'group'
    >()
  })

  test('amends a row: what is stated anew replaces, with the rule that spoke about it', () => {
    const { contentRule, ...patch } = rfc9110.methods.PATCH
    expect(contentRule).toBe('patch-declares-content')
    expect(law.methods.PATCH).toEqual({ ...patch, content: 'allowed', departs: 'Our patches may be empty.' })
    expect(law.statuses[202]).toEqual({
      ...rfc9110.statuses[202],
      content: 'never',
      contentRule: 'content-never',
      departs: 'We never say more.',
    })
    expectTypeOf(law.methods.PATCH.content).toEqualTypeOf<'allowed'>()
    expectTypeOf<'contentRule' extends keyof typeof law.methods.PATCH ? true : false>().toEqualTypeOf<false>()
    expectTypeOf(law.methods.PATCH.cite).toEqualTypeOf<'RFC 5789 §2'>()
    expectTypeOf(law.methods.PATCH.departs).toEqualTypeOf<string>()
    expectTypeOf(law.statuses[202].contentRule).toEqualTypeOf<'content-never'>()
  })

  test('is a law, and can be extended again', () => {
    expectTypeOf(law).toExtend<Law>()
    expectTypeOf(law.name).toEqualTypeOf<'our cache'>()
    expectTypeOf(law.strict).toEqualTypeOf<true>()
    const more = extendLaw({ extends: law, methods: { BAN: { ...purge, content: 'undefined' } } })
    expect(more.name).toBe('our cache, extended')
    expect(more.strict).toBe(true)
    expect(more.methods.BAN.contentRule).toBe('origin-no-reliance-on-undefined-content')
    expect(more.methods.PURGE).toBe(law.methods.PURGE)
    expectTypeOf(more.name).toEqualTypeOf<'our cache, extended'>()
    expectTypeOf(more.strict).toEqualTypeOf<true>()
    expectTypeOf(more.methods.BAN.contentRule).toEqualTypeOf<'origin-no-reliance-on-undefined-content'>()
    expectTypeOf(more.methods.PURGE.content).toEqualTypeOf<'never'>()
    expectTypeOf(more).toExtend<Law>()
  })

  test('may change nothing but the name or the strictness', () => {
    const strict = extendLaw({ extends: rfc9110, name: 'strict', strict: true })
    expect(strict).toEqual({ ...rfc9110, name: 'strict', strict: true })
    expectTypeOf(strict.methods.GET).toEqualTypeOf<Rfc9110['methods']['GET']>()
  })

  test('leaves the law that it extends as it was', () => {
    expect(Object.hasOwn(rfc9110.methods, 'PURGE')).toBe(false)
    expect(rfc9110.statuses[202].content).toBe('may')
  })
})

describe('the shipped laws, as types', () => {
  test('article and WebDAV', () => {
    expectTypeOf(article.methods.PATCH.idempotent).toEqualTypeOf<true>()
    expectTypeOf(rfc9110.methods.PATCH.idempotent).toEqualTypeOf<false>()
    expectTypeOf<keyof typeof webdav.fields>().toEqualTypeOf<keyof Rfc9110['fields'] | 'dav' | 'if' | 'overwrite' | 'timeout'>()
    expectTypeOf(webdav.statuses[412].wants.fields[4]).toEqualTypeOf<'if'>()
    expect(webdav.statuses[412].wants.fields.slice(0, 4)).toEqual(rfc9110.statuses[412].wants.fields)
  })
})

/** The words of the refusal, without the first line. */
const refusal = (define: () => unknown): string[] => {
  try {
    define()
  } catch (error) {
    expect(error).toBeInstanceOf(RegistryError)
    const { message, problems, law } = error as RegistryError
    expect(message).toBe(`${law} cannot stand as a law:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    return [...problems]
  }
  throw new Error('nothing was refused')
}
/** Rows that the types refuse, as they come from JavaScript or JSON. */
const extend = (extension: object) => refusal(() => extendLaw({ extends: rfc9110, ...extension } as never))

describe('a bad row is refused', () => {
  const methods = (PURGE: object) => extend({ methods: { PURGE } })
  const statuses = (row: object, code = 299) => extend({ statuses: { [code]: row } })
  const fields = (row: object, key = 'x-odds') => extend({ fields: { [key]: row } })
  const field = { name: 'X-Odds', cite: 'https://example.com/299', in: 'response', purpose: 'Names the odds.' }

  test.each<[string, string[], string[]]>([
    [
      'safe, not idempotent',
      methods({ ...purge, safe: true, idempotent: false }),
      ['methods.PURGE.idempotent: safe implies idempotent (RFC 9110 §9.2.2)'],
    ],
    [
      'no citation',
      methods({ ...purge, cite: 'RFC9110' }),
      ["methods.PURGE.cite: a citation reads 'RFC 9110 §15.3.5', 'draft-ietf-…', 'ACME §3.1', or is an https URL"],
    ],
    [
      'columns missing',
      methods({ cite: purge.cite }),
      ['methods.PURGE.safe: missing', 'methods.PURGE.idempotent: missing', 'methods.PURGE.purpose: missing'],
    ],
    ['no such column', methods({ ...purge, idempotant: true }), ['methods.PURGE.idempotant: no such column; the nearest is idempotent']],
    ['no such column, nor one near', methods({ ...purge, colour: 'red' }), ['methods.PURGE.colour: no such column']],
    ['no such value', methods({ ...purge, cacheable: true }), ["methods.PURGE.cacheable: must be one of 'yes', 'conditional', 'no'"]],
    ['no boolean', methods({ ...purge, safe: 'no' }), ['methods.PURGE.safe: must be true or false']],
    ['an empty purpose', methods({ ...purge, purpose: ' ' }), ['methods.PURGE.purpose: must be a sentence']],
    ['a facet that is false', methods({ ...purge, range: false }), ['methods.PURGE.range: must be true, or the rule that refuses']],
    [
      'an empty rule',
      methods({ ...purge, wantsFields: { etag: '' } }),
      ["methods.PURGE.wantsFields.etag: a rule's id is lower-case words joined by hyphens"],
    ],
    [
      'a field in capitals',
      methods({ ...purge, wantsFields: { ETag: 'field-required' } }),
      ['methods.PURGE.wantsFields.ETag: a field is keyed by its name in lower case (RFC 9110 §5.1)'],
    ],
    [
      'a rule for content that is allowed',
      methods({ ...purge, contentRule: 'method-content-never' }),
      ["methods.PURGE.contentRule: every content but 'allowed' names the rule that speaks, and 'allowed' names none"],
    ],
    [
      'no rule for fields alone',
      methods({ ...purge, answers: 'fields' }),
      ["methods.PURGE.answersRule: every answer but 'content' names the rule that speaks, and 'content' names none"],
    ],
    [
      'an authority without a tunnel',
      methods({ ...purge, target: 'authority' }),
      ['methods.PURGE.target: a tunnel leads to an authority, and nothing else does (RFC 9110 §9.3.6)'],
    ],
    [
      'a mirror of nothing',
      methods({ ...purge, mirrors: { method: 'FETCH', rule: 'head-mirrors-get' } }),
      ['methods.PURGE.mirrors: the mirrored method is in the law'],
    ],
    [
      'completion by an error',
      methods({ ...purge, completes: { with: [200, 404], rule: 'delete-success-statuses' } }),
      ['methods.PURGE.completes: every code is a 2xx of the law (RFC 9110 §15.3)'],
    ],
    [
      'creation by an unknown code',
      methods({ ...purge, creates: { code: 299, rule: 'put-created-201' } }),
      ['methods.PURGE.creates: the code is in the law'],
    ],
    [
      'advice on an unknown code',
      methods({ ...purge, recommends: { 299: { etag: 'field-required' } } }),
      ['methods.PURGE.recommends: every code is in the law'],
    ],
    [
      'a method that is no token',
      extend({ methods: { 'PURGE ALL': purge } }),
      ['methods.PURGE ALL: a method is a token (RFC 9110 §5.6.2)'],
    ],
    [
      'a method in lower case',
      extend({ methods: { Purge: purge } }),
      ['methods.Purge: methods are case-sensitive, and written in capitals (RFC 9110 §9.1)'],
    ],
    [
      'a method again',
      extend({ methods: { GET: { safe: false } } }),
      ['methods.GET.departs: GET is a row of RFC 9110 already, so another must say where it departs and why'],
    ],
    [
      'a status again',
      extend({ statuses: { 418: odds } }),
      [
        'statuses.418.departs: 418 is a row of RFC 9110 already, so another must say where it departs and why',
        'statuses.418.class: the first digit makes 418 client error (RFC 9110 §15)',
      ],
    ],
    [
      'a field again',
      extend({ fields: { etag: { ...field, name: 'ETag' } } }),
      ['fields.etag.departs: etag is a row of RFC 9110 already, so another must say where it departs and why'],
    ],
    ['an empty departs', extend({ methods: { GET: { departs: '' } } }), ['methods.GET.departs: must be a reason']],
    [
      'no row',
      extend({ methods: { PURGE: null }, statuses: { 299: 'OK' } }),
      ['methods.PURGE: must be a row', 'statuses.299: must be a row'],
    ],
    ['no rows', extend({ methods: 'PURGE', fields: [] }), ['methods: must be rows by key', 'fields: must be rows by key']],
    [
      'another class',
      statuses({ ...odds, class: 'redirection' }),
      ['statuses.299.class: the first digit makes 299 successful (RFC 9110 §15)'],
    ],
    ['a code below', statuses(odds, 99), ['statuses.99: status codes are 100 to 599 (RFC 9110 §15)']],
    ['a code above', statuses(odds, 600), ['statuses.600: status codes are 100 to 599 (RFC 9110 §15)']],
    ['a code that is a word', extend({ statuses: { teapot: odds } }), ['statuses.teapot: status codes are 100 to 599 (RFC 9110 §15)']],
    [
      'content in an interim response',
      statuses({ ...odds, class: 'informational' }, 199),
      ['statuses.199.content: an informational response has no content (RFC 9110 §15.2)'],
    ],
    [
      'a rule for content that may be',
      statuses({ ...odds, contentRule: 'content-never' }),
      ["statuses.299.contentRule: content 'never' names the rule that speaks, and no other content does"],
    ],
    [
      'an explanation that need not be',
      statuses({ ...odds, explains: 'explain-409' }),
      ["statuses.299.explains: only content that 'should' be there explains"],
    ],
    [
      'required and forbidden',
      statuses({ ...odds, requires: { etag: 'field-required' }, forbids: { etag: 'field-forbidden' } }),
      ['statuses.299.forbids: no field is both required and forbidden'],
    ],
    [
      'recommended and required',
      statuses({ ...odds, requires: { etag: 'field-required' }, recommends: { etag: 'field-required' } }),
      ['statuses.299.recommends: no field is both recommended and required or forbidden'],
    ],
    [
      'an exception to nothing',
      statuses({ ...odds, unlessType: 'multipart/byteranges' }),
      ['statuses.299.unlessType: an exception needs requires'],
    ],
    [
      'a condition of nothing',
      statuses({ ...odds, wants: { rule: 'condition-wanted' } }),
      ['statuses.299.wants: a condition names fields, roles or a validator'],
    ],
    [
      'a role that is none',
      statuses({ ...odds, wants: { rule: 'condition-wanted', roles: ['cache'] } }),
      ["statuses.299.wants.roles.0: must be one of 'origin', 'gateway', 'proxy'"],
    ],
    [
      'guessed freshness of what is never stored',
      statuses({ ...odds, heuristicallyCacheable: true, neverStored: 'no-store-6585' }),
      ['statuses.299.heuristicallyCacheable: a cache stores final responses alone, and none that is never stored (RFC 9111 §3)'],
    ],
    [
      'odd for an unknown method',
      statuses({ ...odds, odd: { FETCH: 'No such thing.' } }),
      ['statuses.299.odd: every method is in the law'],
    ],
    [
      'given by an unknown method',
      statuses({ ...odds, given: { FETCH: 'No such thing.' } }),
      ['statuses.299.given: every method is in the law'],
    ],
    [
      'rewriting without a redirection',
      statuses({ ...odds, rewrites: { POST: 'redirect-prefer-308-307-for-post' } }),
      ['statuses.299.rewrites: only a redirection rewrites, and every method is in the law (RFC 9110 §15.4)'],
    ],
    ['a field in capitals as key', fields(field, 'X-Odds'), ['fields.X-Odds: a field is keyed by its name in lower case (RFC 9110 §5.1)']],
    ['a field that is no token', fields({ ...field, name: 'X Odds' }), ['fields.x-odds.name: a field name is a token (RFC 9110 §5.1)']],
    [
      'a field under another name',
      fields({ ...field, name: 'X-Ends' }),
      ['fields.x-odds.name: the key is the name in lower case (RFC 9110 §5.1)'],
    ],
    [
      'a side for a field of both',
      fields({ ...field, in: 'both', inRule: 'early-data-not-in-response' }),
      ['fields.x-odds.inRule: a field of both sides stands in the wrong message nowhere'],
    ],
    [
      'a field only for an unknown method',
      fields({ ...field, only: { methods: ['FETCH'], rule: 'condition-wanted' } }),
      ['fields.x-odds.only: every method is in the law'],
    ],
    ['no such part', extend({ method: { PURGE: purge } }), ['method: an extension has no such part']],
    ['no name', extend({ name: '' }), ['name: must be a name']],
    ['no strictness', extend({ strict: 'yes' }), ['strict: must be true or false']],
    ['no law', extend({ extends: undefined }), ['extends: must be a law, such as rfc9110']],
    ['nothing at all', refusal(() => extendLaw(undefined as never)), ['extends: must be a law, such as rfc9110']],
    ['a law that is none', extend({ extends: { methods: {}, statuses: {}, fields: {} } }), ['strict: missing']],
  ])('%s', (_, problems, words) => {
    expect(problems).toEqual(words)
  })

  test('all of them at once, one line each', () => {
    expect(
      extend({
        name: 'wrong',
        methods: { PURGE: { ...purge, safe: true, idempotent: false }, BAN: { ...purge, cite: 'x' } },
        statuses: { 299: { ...odds, class: 'redirection' } },
        fields: { 'x-odds': { ...field, in: 'trailer' } },
      }),
    ).toEqual([
      "methods.BAN.cite: a citation reads 'RFC 9110 §15.3.5', 'draft-ietf-…', 'ACME §3.1', or is an https URL",
      "fields.x-odds.in: must be one of 'request', 'response', 'both'",
      'methods.PURGE.idempotent: safe implies idempotent (RFC 9110 §9.2.2)',
      'statuses.299.class: the first digit makes 299 successful (RFC 9110 §15)',
    ])
  })

  test('by the compiler too, where a column is missing, wrong, or silent about a departure', () => {
    const define = () => {
      // @ts-expect-error cite, idempotent and purpose are missing
      extendLaw({ extends: rfc9110, methods: { PURGE: { safe: false } } })
      // @ts-expect-error no such value
      extendLaw({ extends: rfc9110, methods: { PURGE: { ...purge, cacheable: 'perhaps' } } })
      // @ts-expect-error no such column
      extendLaw({ extends: rfc9110, methods: { PURGE: { ...purge, idempotant: true } } })
      // @ts-expect-error a row of the law is amended without departs
      extendLaw({ extends: rfc9110, methods: { PATCH: { idempotent: true } } })
      // @ts-expect-error phrase is missing
      extendLaw({ extends: rfc9110, statuses: { 299: { class: 'successful', cite: 'RFC 9110 §15', purpose: 'Anything.' } } })
      // @ts-expect-error a row of the law is amended without departs
      extendLaw({ extends: rfc9110, statuses: { 204: { content: 'may' } } })
      // @ts-expect-error no such side
      extendLaw({ extends: rfc9110, fields: { 'x-odds': { name: 'X-Odds', cite: 'RFC 9110 §5', in: 'trailer', purpose: 'Odds.' } } })
    }
    expect(refusal(define)).toContain('methods.PURGE.cite: missing')
  })
})
