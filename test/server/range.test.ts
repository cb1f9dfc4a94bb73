import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import parseRange from 'range-parser'
import { describe, expect, it } from 'vitest'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { mirrored } from '../../src/rules/partial-mirrors-200-fields.js'
import { writeDate } from '../../src/server/date.js'
import { mostParts, partial, readRange } from '../../src/server/range.js'
import { root } from '../compiler.js'
import { random } from '../random.js'

const { GET, HEAD, POST } = rfc9110.methods
const content = new TextEncoder().encode(Array.from({ length: 100 }, (_, index) => `${index}`.padStart(10, '.')).join(''))
const whole = (fields: Record<string, string> = {}) =>
  new Headers({ 'accept-ranges': 'bytes', 'content-type': 'text/plain', 'content-length': '1000', ...fields })
const clock = Date.UTC(2026, 0, 1, 0, 0, 0, 500)
const ask = (fields: Record<string, string>, reply = whole(), method: Parameters<typeof partial>[0] = GET) =>
  partial(method, new Headers(fields), reply, content, clock)
const textOf = (body: Uint8Array | Blob | null | undefined): Promise<string> => new Response(body as BodyInit).text()

describe('readRange', () => {
  it.each<[value: string, parts: readonly (readonly [number, number])[] | undefined]>([
    ['bytes=0-499', [[0, 499]]],
    ['bytes=500-999', [[500, 999]]],
    ['bytes=-500', [[500, 999]]],
    ['bytes=950-', [[950, 999]]],
    [
      'bytes=0-0,-1',
      [
        [0, 0],
        [999, 999],
      ],
    ],
    [
      'bytes= 0-0 , 500-600 ,, ',
      [
        [0, 0],
        [500, 600],
      ],
    ],
    ['BYTES=0-0', [[0, 0]]],
    ['bytes=0-99999', [[0, 999]]],
    // Shorter than the suffix: all of it.
    ['bytes=-5000', [[0, 999]]],
    // Out of reach, alone and beside another.
    ['bytes=1000-', []],
    ['bytes=-0', []],
    ['bytes=1000-2000, 0-1', [[0, 1]]],
    // Ignored.
    ['bytes=5-2', undefined],
    ['bytes=0-1, 5-2', undefined],
    ['bytes=a-b', undefined],
    ['bytes=-', undefined],
    ['bytes=', undefined],
    ['bytes', undefined],
    ['items=0-1', undefined],
    ['bytes=0-1-2', undefined],
    ['bytes=1.5-2', undefined],
    ['bytes=0x1-2', undefined],
    ['bytes=0-1=', undefined],
    // Overlapping and near: once.
    ['bytes=0-10, 5-20', [[0, 20]]],
    [
      'bytes=500-600, 0-10, 601-700',
      [
        [500, 700],
        [0, 10],
      ],
    ],
    ['bytes=0-10, 50-60', [[0, 60]]],
    ['bytes=0-10, 400-410, 0-999', [[0, 999]]],
    ['bytes=0-,0-,0-,0-', [[0, 999]]],
  ])('%s', (value, parts) => {
    expect(readRange(value, 1000)).toEqual(parts?.map(([first, last]) => ({ first, last })))
  })

  it('limits the parts, and takes no time over a bomb', () => {
    const list = (count: number) => `bytes=${Array.from({ length: count }, (_, index) => `${index * 100}-${index * 100}`)}`
    expect(readRange(list(mostParts), 10_000)).toHaveLength(mostParts)
    expect(readRange(list(mostParts + 1), 10_000)).toBeUndefined()
    const start = performance.now()
    expect(readRange(list(100_000), 1e9)).toBeUndefined()
    expect(readRange(`bytes=${','.repeat(1_000_000)}0-1`, 1000)).toBeUndefined()
    expect(readRange(`bytes=${'9'.repeat(100_000)}-`, 1000)).toEqual([])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('covers of random lists what range-parser covers, but for the suffix that is longer than the whole', () => {
    const next = random(416)
    const below = (limit: number) => Math.floor(next() * limit)
    const counts = { same: 0, suffix: 0, invalid: 0 }
    for (let index = 0; index < 50_000; index++) {
      const size = 1 + below(40) * 37
      const forms = [() => `${below(1500)}-${below(1500)}`, () => `${below(1500)}-`, () => `-${below(1500)}`]
      const written = Array.from({ length: 1 + below(4) }, () => forms[below(forms.length)]!())
      const value = `bytes=${written}`
      const mine = readRange(value, size)
      // A list with a part that ends before it begins is invalid (RFC 9110 §14.1.1): it is ignored, where range-parser leaves that part out.
      if (written.some((some) => /^\d+-\d+$/.test(some) && Number(some.split('-')[1]) < Number(some.split('-')[0]))) {
        expect(mine).toBeUndefined()
        counts.invalid++
        continue
      }
      if (written.some((some) => some.startsWith('-') && Number(some.slice(1)) > size)) {
        // RFC 9110 §14.1.2: then the entire representation is used.
        expect(mine).toEqual([{ first: 0, last: size - 1 }])
        counts.suffix++
        continue
      }
      const theirs = parseRange(size, value)
      const octets = (parts: Iterable<{ first: number; last: number }>) => {
        const covered = new Set<number>()
        for (const { first, last } of parts) for (let at = first; at <= last; at++) covered.add(at)
        return covered
      }
      const expected = octets(typeof theirs === 'number' ? [] : theirs.map(({ start, end }) => ({ first: start, last: end })))
      const covered = octets(mine!)
      expect([...expected].filter((at) => !covered.has(at))).toEqual([])
      // What is sent beyond what was asked lies in gaps that cost less than another head.
      expect(covered.size - expected.size).toBeLessThanOrEqual(80 * (written.length - 1))
      counts.same++
    }
    console.log(`range-parser: ${counts.same} cover the same, ${counts.suffix} have a longer suffix, ${counts.invalid} are invalid`)
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(1000)
  })
})

describe('partial', () => {
  it('is one part', async () => {
    const part = ask({ range: 'bytes=10-19' }, whole({ etag: '"1"' }))!
    expect([part.status, await textOf(part.body), Object.fromEntries(part.headers)]).toEqual([
      206,
      '.........1',
      { 'accept-ranges': 'bytes', 'content-length': '10', 'content-range': 'bytes 10-19/1000', 'content-type': 'text/plain', etag: '"1"' },
    ])
  })

  it('is several parts, each with its place, read as multipart', async () => {
    const part = ask({ range: 'bytes=0-9, 500-509, -10' })!
    const type = part.headers.get('content-type')!
    const boundary = /^multipart\/byteranges; boundary=([\w-]+)$/.exec(type)![1]!
    const text = await textOf(part.body)
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, null, `${text.length}`])
    const parts = text.split(`\r\n--${boundary}`)
    expect([parts[0], parts.at(-1)]).toEqual(['', '--\r\n'])
    expect(parts.slice(1, -1)).toEqual([
      '\r\ncontent-type: text/plain\r\ncontent-range: bytes 0-9/1000\r\n\r\n.........0',
      '\r\ncontent-type: text/plain\r\ncontent-range: bytes 500-509/1000\r\n\r\n........50',
      '\r\ncontent-type: text/plain\r\ncontent-range: bytes 990-999/1000\r\n\r\n........99',
    ])
  })

  it('is not several parts where one part is left', () => {
    expect(ask({ range: 'bytes=0-9, 5000-' })!.headers.get('content-range')).toBe('bytes 0-9/1000')
    expect(ask({ range: 'bytes=0-9, 9-20' })!.headers.get('content-range')).toBe('bytes 0-20/1000')
  })

  it('cuts a blob as it cuts octets', async () => {
    for (const range of ['bytes=10-19', 'bytes=-1', 'bytes=0-1, 998-999']) {
      const request = new Headers({ range })
      const strip = (text: string) => text.replace(/[\da-f]{8}-[\da-f-]{27}/g, '')
      const [cut, expected] = [partial(GET, request, whole(), new Blob([content])), partial(GET, request, whole(), content)]
      expect(strip(await textOf(cut!.body))).toBe(strip(await textOf(expected!.body)))
      expect(cut!.headers.get('content-length')).toBe(expected!.headers.get('content-length'))
    }
  })

  it('is a 416 that says how long the whole is, and describes nothing else', () => {
    const part = ask({ range: 'bytes=1000-' }, whole({ etag: '"1"', 'cache-control': 'no-store' }))!
    expect([part.status, part.body, Object.fromEntries(part.headers)]).toEqual([
      416,
      null,
      { 'accept-ranges': 'bytes', 'cache-control': 'no-store', 'content-range': 'bytes */1000' },
    ])
    expect(partial(GET, new Headers({ range: 'bytes=-1' }), whole(), new Uint8Array())!.headers.get('content-range')).toBe('bytes */0')
  })

  it('keeps of the 200 what the rule wants on a 206', () => {
    const fields = whole(Object.fromEntries(mirrored.map((name) => [name, '"1"'])))
    expect(mirrored.filter((name) => ask({ range: 'bytes=0-1' }, fields)!.headers.get(name) !== '"1"')).toEqual([])
    expect(mirrored).toContain('etag')
  })

  it('leaves the 200 alone where it must', () => {
    expect(ask({})).toBeUndefined()
    expect(ask({ range: 'items=0-1' })).toBeUndefined()
    expect(ask({ range: 'bytes=0-1' }, new Headers({ 'accept-ranges': 'none' }))).toBeUndefined()
    expect(ask({ range: 'bytes=0-1' }, new Headers())).toBeUndefined()
    expect(ask({ range: 'bytes=0-1' }, whole(), HEAD)).toBeUndefined()
    expect(ask({ range: 'bytes=0-1' }, whole(), POST)).toBeUndefined()
    for (const [name, row] of Object.entries(rfc9110.methods))
      expect(ask({ range: 'bytes=0-1' }, whole(), row) !== undefined, name).toBe(row.range === true)
  })

  const modified = 'Sun, 06 Nov 1994 08:49:37 GMT'
  const now = writeDate(clock)
  it.each<[condition: string, fields: Record<string, string>, holds: boolean]>([
    ['"1"', { etag: '"1"' }, true],
    ['"2"', { etag: '"1"' }, false],
    ['W/"1"', { etag: 'W/"1"' }, false],
    ['"1"', { etag: 'W/"1"' }, false],
    ['"1"', {}, false],
    ['"1", "2"', { etag: '"1"' }, false],
    ['*', { etag: '"1"' }, false],
    [modified, { 'last-modified': modified }, true],
    [modified, { 'last-modified': 'Sun, 06 Nov 1994 08:49:36 GMT' }, false],
    [modified, { etag: '"1"' }, false],
    // Another form of the same moment is no exact match.
    ['Sunday, 06-Nov-94 08:49:37 GMT', { 'last-modified': modified }, false],
    // A change within this very second is told by no date.
    [now, { 'last-modified': now }, false],
    ['1994', { 'last-modified': '1994' }, false],
    ['', { etag: '' }, false],
  ])('holds an If-Range of %s to %j: %s', (condition, fields, holds) => {
    expect(ask({ range: 'bytes=0-1', 'if-range': condition }, whole(fields)) !== undefined).toBe(holds)
    expect(ask({ range: 'bytes=9999-', 'if-range': condition }, whole(fields)) !== undefined).toBe(holds)
  })
})

describe('cache-tests', () => {
  const file = path.resolve(root, '../shared/suites/cache-tests/cache-tests.json')
  const present = existsSync(file)
  if (!present) console.log('cache-tests: absent, not judged')
  interface Case {
    readonly id: string
    readonly requests: readonly {
      readonly response_body?: string
      readonly response_status?: readonly unknown[]
      readonly request_headers?: readonly (readonly [string, string])[]
      readonly expected_response_text?: string
      readonly expected_status?: number
    }[]
  }
  const groups = present ? (JSON.parse(readFileSync(file, 'utf8')) as { id: string; tests: Case[] }[]) : []
  const cases = groups.find(({ id }) => id === 'partial')?.tests ?? []
  // The others store a part and combine it with another, which is a cache's business (RFC 9111 §3.4).
  const judged = cases.filter(({ requests: [stored, asked] }) => !stored!.response_status && asked?.expected_response_text !== undefined)

  it.skipIf(!present)('has whole representations that parts are cut from', () => {
    console.log(
      `cache-tests: of ${cases.length} cases of partial content ${judged.length} apply; ${cases.length - judged.length} ask a cache that holds parts`,
    )
    expect(judged.length).toBeGreaterThan(2)
  })

  it.skipIf(!present).each(judged.map((some) => [some.id, some] as const))('%s', async (_, { requests: [stored, asked] }) => {
    const part = partial(
      GET,
      new Headers(asked!.request_headers as [string, string][]),
      whole(),
      new TextEncoder().encode(stored!.response_body),
    )
    expect([part?.status, await textOf(part?.body)]).toEqual([asked!.expected_status, asked!.expected_response_text])
  })
})
