import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fresh from 'fresh'
import { describe, expect, it } from 'vitest'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { mirrored } from '../../src/rules/not-modified-mirrors-200-fields.js'
import { readTags } from '../../src/rules/tags.js'
import { readDate, writeDate } from '../../src/server/date.js'
import { preconditions, unmodifiedFields, type Validators } from '../../src/server/preconditions.js'
import { root } from '../compiler.js'
import { random } from '../random.js'

const { GET, HEAD, PUT, OPTIONS } = rfc9110.methods
const before = 'Sun, 06 Nov 1994 08:49:36 GMT'
const then = 'Sun, 06 Nov 1994 08:49:37 GMT'
const after = 'Sun, 06 Nov 1994 08:49:38 GMT'
const ask = (fields: Record<string, string>, current: Validators | undefined, method: Parameters<typeof preconditions>[0] = GET) =>
  preconditions(method, new Headers(fields), current)

describe('a condition', () => {
  it.each<[fields: Record<string, string>, current: Validators | undefined, get: unknown, put: unknown]>([
    [{}, { etag: '"1"' }, 'proceed', 'proceed'],
    [{}, undefined, 'proceed', 'proceed'],
    // If-Match: strong comparison.
    [{ 'if-match': '"1"' }, { etag: '"1"' }, 'proceed', 'proceed'],
    [{ 'if-match': '"0", "1"' }, { etag: '"1"' }, 'proceed', 'proceed'],
    [{ 'if-match': '"2"' }, { etag: '"1"' }, 412, 412],
    [{ 'if-match': 'W/"1"' }, { etag: 'W/"1"' }, 412, 412],
    [{ 'if-match': '"1"' }, { etag: 'W/"1"' }, 412, 412],
    [{ 'if-match': '"1"' }, {}, 412, 412],
    [{ 'if-match': '"1"' }, undefined, 412, 412],
    [{ 'if-match': '*' }, {}, 'proceed', 'proceed'],
    [{ 'if-match': '*' }, undefined, 412, 412],
    [{ 'if-match': 'nonsense' }, { etag: '"1"' }, 412, 412],
    // If-None-Match: weak comparison.
    [{ 'if-none-match': '"1"' }, { etag: '"1"' }, 304, 412],
    [{ 'if-none-match': 'W/"1"' }, { etag: '"1"' }, 304, 412],
    [{ 'if-none-match': '"0", W/"1"' }, { etag: '"1"' }, 304, 412],
    [{ 'if-none-match': '"2"' }, { etag: '"1"' }, 'proceed', 'proceed'],
    [{ 'if-none-match': '"1"' }, {}, 'proceed', 'proceed'],
    [{ 'if-none-match': '"1"' }, undefined, 'proceed', 'proceed'],
    [{ 'if-none-match': '*' }, {}, 304, 412],
    [{ 'if-none-match': '*' }, undefined, 'proceed', 'proceed'],
    [{ 'if-none-match': '1' }, { etag: '"1"' }, 'proceed', 'proceed'],
    // If-Modified-Since: of retrievals alone.
    [{ 'if-modified-since': then }, { lastModified: then }, 304, 'proceed'],
    [{ 'if-modified-since': after }, { lastModified: then }, 304, 'proceed'],
    [{ 'if-modified-since': before }, { lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-modified-since': 'yesterday' }, { lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-modified-since': `${then}, ${then}` }, { lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-modified-since': then }, { etag: '"1"' }, 'proceed', 'proceed'],
    [{ 'if-modified-since': then }, { lastModified: new Date(Date.parse(then) + 999) }, 304, 'proceed'],
    // If-Unmodified-Since.
    [{ 'if-unmodified-since': then }, { lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-unmodified-since': before }, { lastModified: then }, 412, 412],
    [{ 'if-unmodified-since': 'yesterday' }, { lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-unmodified-since': before }, { etag: '"1"' }, 'proceed', 'proceed'],
    [{ 'if-unmodified-since': before }, undefined, 'proceed', 'proceed'],
    // Precedence.
    [{ 'if-match': '"1"', 'if-unmodified-since': before }, { etag: '"1"', lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-match': '"2"', 'if-none-match': '"1"' }, { etag: '"1"' }, 412, 412],
    [{ 'if-match': '"1"', 'if-none-match': '"1"' }, { etag: '"1"' }, 304, 412],
    [{ 'if-unmodified-since': before, 'if-none-match': '"1"' }, { etag: '"1"', lastModified: then }, 412, 412],
    [{ 'if-none-match': '"2"', 'if-modified-since': then }, { etag: '"1"', lastModified: then }, 'proceed', 'proceed'],
    [{ 'if-none-match': '"1"', 'if-modified-since': before }, { etag: '"1"', lastModified: then }, 304, 412],
    [{ 'if-match': '"1"', 'if-modified-since': then }, { etag: '"1"', lastModified: then }, 304, 'proceed'],
  ])('%j on %j', (fields, current, get, put) => {
    expect([ask(fields, current), ask(fields, current, PUT)]).toEqual([get, put])
    expect(ask(fields, current, HEAD)).toBe(get)
    expect(ask(fields, current, OPTIONS), 'it is ignored').toBe('proceed')
  })

  it('is evaluated by the methods whose row says so, and fields and rows agree', () => {
    const evaluates = Object.entries(rfc9110.methods).filter(([, row]) => row.precondition === true)
    for (const [name, row] of Object.entries(rfc9110.methods)) {
      const answer = ask({ 'if-none-match': '*' }, {}, row)
      expect(answer, name).toBe(row.precondition !== true ? 'proceed' : row.notModified === true ? 304 : 412)
    }
    expect(evaluates.length).toBeGreaterThan(30)
    const retrievals = Object.entries(rfc9110.methods).flatMap(([name, row]) => (row.notModified === true ? [name] : []))
    expect(retrievals).toEqual([...rfc9110.fields['if-modified-since'].only.methods])
    expect(rfc9110.statuses[304].needs).toBe('notModified')
    expect(rfc9110.statuses[412].needs).toBe('precondition')
  })
})

describe('the fields of a 304', () => {
  const whole = new Headers({
    'cache-control': 'max-age=60',
    'content-encoding': 'gzip',
    'content-language': 'en',
    'content-length': '12',
    'content-location': '/todos/7',
    'content-security-policy': "default-src 'none'",
    'content-type': 'text/plain',
    date: then,
    etag: '"1"',
    expires: after,
    'last-modified': before,
    vary: 'accept',
    'x-request-id': '7',
  })
  whole.append('set-cookie', 'a=1')
  whole.append('set-cookie', 'b=2')

  it('are those that the rule asks for, and no description of what is not sent', () => {
    const fields = unmodifiedFields(whole)
    expect(mirrored.filter((name) => !fields.has(name))).toEqual([])
    expect([...whole.keys()].filter((name) => !fields.has(name))).toEqual([
      'content-encoding',
      'content-language',
      'content-length',
      'content-type',
      'last-modified',
    ])
    expect(fields.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(whole.has('content-type'), 'the 200 is left as it was').toBe(true)
  })

  it('keep Last-Modified where it is the only validator', () => {
    expect([...unmodifiedFields(new Headers({ 'last-modified': before, 'content-type': 'text/plain' }))]).toEqual([
      ['last-modified', before],
    ])
  })
})

/** Why Statute and `fresh` may differ, each read off the request and the representation alone. */
const explained: Readonly<Record<string, (request: Record<string, string>, reply: Record<string, string>) => boolean>> = {
  'fresh reloads at Cache-Control: no-cache, as RFC 2616 §14.9.4 had it; RFC 9110 has no such condition': (request) =>
    /(^|,)\s*no-cache\s*(,|$)/.test(request['cache-control'] ?? ''),
  'fresh takes an empty If-None-Match for none; it is there, with a list of nothing': (request) => request['if-none-match'] === '',
  'fresh compares what is no entity tag; RFC 9110 §8.8.3 gives it no meaning': (request, reply) =>
    readTags(request['if-none-match'] ?? '*').length === 0 || (reply.etag !== undefined && readTags(reply.etag).length !== 1),
  'fresh cuts a tag at a comma inside of it': (request, reply) => /"[^",]+,[^",]*"/.test(`${request['if-none-match']} ${reply.etag}`),
  'fresh leaves a tab in the list': (request) => request['if-none-match']?.includes('\t') === true,
  'fresh reads dates by Date.parse, which takes what is no HTTP-date (RFC 9110 §5.6.7), and must be ignored': (request, reply) =>
    [request['if-modified-since'], reply['last-modified']].some((date) => date !== undefined && readDate(date) === undefined),
  'fresh reads a date of two digits by its own century': (request, reply) =>
    /day, /.test(`${request['if-modified-since']} ${reply['last-modified']}`),
  'fresh reads a date without a zone in the zone of the machine': (request, reply) =>
    [request['if-modified-since'], reply['last-modified']].some((date) => date !== undefined && !date.endsWith('GMT')),
}

describe('beside fresh', () => {
  it('there is no disagreement over random fields that is not explained', () => {
    const next = random(9110)
    const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
    const maybe = (odds: number): boolean => next() < odds
    const tags = ['"a"', '"b"', 'W/"a"', 'W/"b"', '"c"', '""', '"a b"', '"a,b"', 'w/"a"', 'a', "'a'", '"a', '"\xfc"']
    const valid = tags.slice(0, 6)
    const forms = [
      (moment: number) => writeDate(moment),
      (moment: number) => writeDate(moment),
      (moment: number) =>
        writeDate(moment).replace(/^(\w{3}), (\d\d) (\w{3}) \d\d(\d\d)/, (_, _day, day, month, year) => `Sunday, ${day}-${month}-${year}`),
      (moment: number) => new Date(moment).toISOString(),
      (moment: number) => writeDate(moment).replace('GMT', '+0000'),
      () => one(['', '0', '-1', 'never', 'Sun Nov  6 08:49:37 1994']),
    ]
    const date = () => one(forms)(Date.UTC(1994 + Math.floor(next() * 90), 10, 6, 8, 49, 37 + Math.floor(next() * 3)))
    const near = Date.UTC(1994, 10, 6, 8, 49, 37)
    const moment = () => (maybe(0.8) ? writeDate(near + 1000 * Math.floor(next() * 3)) : date())
    const list = () =>
      maybe(0.1)
        ? one(['*', '', ' * ', '*, "a"'])
        : Array.from({ length: 1 + Math.floor(next() * 3) }, () => one(maybe(0.9) ? valid : tags)).join(
            one([', ', ',', ' , ', ',, ', ',\t', ' ']),
          )

    const counts: Record<string, number> = {}
    const unexplained: unknown[] = []
    let compared = 0
    for (let index = 0; index < 200_000; index++) {
      const request: Record<string, string> = {
        ...(maybe(0.7) && { 'if-none-match': list() }),
        ...(maybe(0.5) && { 'if-modified-since': moment() }),
        ...(maybe(0.1) && { 'cache-control': one(['no-cache', 'max-age=0', 'max-age=0, no-cache', 'no-store']) }),
      }
      const reply: Record<string, string> = {
        ...(maybe(0.8) && { etag: one(maybe(0.95) ? valid : tags) }),
        ...(maybe(0.7) && { 'last-modified': moment() }),
      }
      // As they arrive: Headers take white space off the ends.
      const fields = new Headers(request)
      const arrived = Object.fromEntries(fields)
      const ours = preconditions(GET, fields, { etag: reply.etag, lastModified: reply['last-modified'] }) === 304
      compared++
      if (ours === fresh(arrived, reply)) continue
      const reasons = Object.entries(explained).flatMap(([reason, holds]) => (holds(arrived, reply) ? [reason] : []))
      if (!reasons.length) unexplained.push({ arrived, reply, ours })
      for (const reason of reasons.slice(0, 1)) counts[reason] = (counts[reason] ?? 0) + 1
    }
    console.log(
      `fresh: ${compared} compared, ${Object.values(counts).reduce((sum, count) => sum + count, 0)} differ and are explained, ${unexplained.length} are not`,
    )
    for (const [reason, count] of Object.entries(counts)) console.log(`  ${count} ${reason}`)
    expect(unexplained.slice(0, 5)).toEqual([])
    expect(compared).toBe(200_000)
  })

  it('there is none at all where everything is well-formed', () => {
    const next = random(304)
    const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
    const tags = ['"a"', '"b"', 'W/"a"', 'W/"b"', '"c"', '""']
    const dates = [before, then, after]
    let unmodified = 0
    for (let index = 0; index < 100_000; index++) {
      const request: Record<string, string> = {
        ...(next() < 0.7 && {
          'if-none-match': next() < 0.1 ? '*' : Array.from({ length: 1 + Math.floor(next() * 3) }, () => one(tags)).join(', '),
        }),
        ...(next() < 0.5 && { 'if-modified-since': one(dates) }),
      }
      const reply: Record<string, string> = {
        ...(next() < 0.8 && { etag: one(tags) }),
        ...(next() < 0.7 && { 'last-modified': one(dates) }),
      }
      const ours = ask(request, { etag: reply.etag, lastModified: reply['last-modified'] }) === 304
      expect({ request, reply, ours }).toEqual({ request, reply, ours: fresh(request, reply) })
      if (ours) unmodified++
    }
    expect(unmodified).toBeGreaterThan(10_000)
  })
})

interface Case {
  readonly id: string
  readonly kind?: string
  readonly requests: readonly {
    readonly request_headers?: readonly (readonly [string, string | number])[]
    readonly response_headers?: readonly (readonly [string, string | number])[]
    readonly expected_status?: number
    readonly expected_type?: string
    readonly rfc850date?: readonly string[]
  }[]
}

/** Cases of cache-tests that do not ask what a server decides by its own representation, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'conditional-lm-fresh-no-lm':
    'a cache may compare with Date (RFC 9111 §4.3.2); without a modification date an origin must ignore the field',
  'conditional-etag-vary-headers': 'what a cache sends on to the origin',
  'conditional-etag-vary-headers-mismatch': 'what a cache sends on to the origin',
  'conditional-etag-strong-generate': 'what a cache sends on to the origin',
  'conditional-etag-weak-generate-weak': 'what a cache sends on to the origin',
  'conditional-etag-strong-generate-unquoted': 'what a cache sends on to the origin',
  'conditional-etag-forward': 'what a cache sends on to the origin',
  'conditional-etag-forward-unquoted': 'what a cache sends on to the origin',
}

/** Cases of kind `check`: the suite has no right answer. Ours gives what is no entity tag no meaning, which costs a transfer and no more. */
const ours: Readonly<Record<string, 304 | 'proceed'>> = {
  'conditional-etag-strong-respond-obs-text': 304,
  'conditional-etag-quoted-respond-unquoted': 'proceed',
  'conditional-etag-unquoted-respond-unquoted': 'proceed',
  'conditional-etag-unquoted-respond-quoted': 'proceed',
  'conditional-etag-weak-respond-lowercase': 'proceed',
  'conditional-etag-weak-respond-backslash': 'proceed',
  'conditional-etag-weak-respond-omit-slash': 'proceed',
}

describe('cache-tests', () => {
  const file = path.resolve(root, '../shared/suites/cache-tests/cache-tests.json')
  const present = existsSync(file)
  if (!present) console.log('cache-tests: absent, not judged')
  const groups = present ? (JSON.parse(readFileSync(file, 'utf8')) as { id: string; tests: Case[] }[]) : []
  const cases = groups.filter(({ id }) => id.startsWith('conditional-')).flatMap(({ tests }) => tests)
  const judged = cases.filter(({ id }) => !(id in elsewhere))

  it.skipIf(!present)('has the cases that are told apart here', () => {
    expect(Object.keys(elsewhere).filter((id) => !cases.some((some) => some.id === id))).toEqual([])
    expect(cases.filter(({ id, kind }) => kind === 'check' && !(id in elsewhere)).map(({ id }) => id)).toEqual(Object.keys(ours))
    console.log(
      `cache-tests: of ${cases.length} conditional cases ${judged.length} apply, ${Object.keys(ours).length} of them without a right answer; ${cases.length - judged.length} ask a cache`,
    )
  })

  it.skipIf(!present).each(judged.map((some) => [some.id, some] as const))('%s', (id, { requests }) => {
    const [stored, asked] = requests as [Case['requests'][number], Case['requests'][number]]
    const now = Date.UTC(2026, 0, 1)
    const written = (name: string, value: string | number): string => {
      if (typeof value === 'string') return value
      const date = writeDate(now + value * 1000)
      return asked.rfc850date?.includes(name.toLowerCase()) ? date.replace(/^(\w{3}), (\d\d) (\w{3}) \d\d(\d\d)/, 'Sunday, $2-$3-$4') : date
    }
    const reply = new Headers(stored.response_headers!.map(([name, value]) => [name, written(name, value)]))
    const request = new Headers(asked.request_headers!.map(([name, value]) => [name, written(name, value)]))
    const answer = preconditions(GET, request, { etag: reply.get('etag'), lastModified: reply.get('last-modified') })
    expect(answer).toBe(ours[id] ?? asked.expected_status)
    if (answer === 304) expect(unmodifiedFields(reply).get('etag')).toBe(reply.get('etag'))
  })
})
