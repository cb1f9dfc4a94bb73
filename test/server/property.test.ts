/** Whatever is declared, handled and asked, what goes out keeps the law: random contracts, handlers and requests, every answer judged. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { bytes, type Contract, contract, empty, form, json, media, problem, rfc9110, route, text } from '../../src/index.js'
import { judge, type Refusal, reply, serve } from '../../src/server/index.js'
import { integers } from '../random.js'

let next = integers(1)
const pick = <T>(values: readonly T[]): T => values[next() % values.length]!
const maybe = (part = 2): boolean => next() % part === 0
const some = <T>(values: readonly T[]): T[] => values.filter(() => maybe())

const Todo = z.object({ id: z.string(), n: z.number().optional() })
const optional = z.string().optional()
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND']
const segments = ['a', 'b', ':x', ':y', 'café']
const statuses = [200, 201, 202, 204, 205, 206, 301, 303, 304, 400, 401, 404, 405, 409, 412, 415, 422, 426, 429, 500, 503]
const fields = ['etag', 'last-modified', 'location', 'www-authenticate', 'retry-after', 'allow', 'cache-control', 'accept-ranges', 'vary']

const body = () =>
  pick<() => unknown>([
    () => json(Todo),
    () => Todo,
    () => text(),
    () => bytes(),
    () => form(z.object({ q: optional })),
    () => media({ 'application/json': Todo, 'text/csv': z.string() }),
  ])()
const headers = () => Object.fromEntries(some(fields).map((name) => [name, optional]))
const response = () =>
  pick<() => unknown>([
    () => json(Todo, { headers: headers() }),
    () => text({ headers: headers() }),
    () => bytes({ headers: headers() }),
    () => problem({ headers: headers() }),
    () => empty({ headers: headers() }),
    () => media({ 'application/json': Todo, 'text/csv': z.string() }, { headers: headers() }),
  ])()

/** Not what the compiler lets through: what a program without types might do. */
const contracts = (): Contract => {
  const routes: Record<string, unknown> = {}
  const shapes = new Set<string>()
  for (let i = 0; i < 1 + (next() % 5); i++) {
    const method = pick(methods)
    const names = new Set<string>()
    const path = `/${Array.from({ length: 1 + (next() % 3) }, () => pick(segments))
      .filter((segment) => !segment.startsWith(':') || (!names.has(segment) && names.add(segment)))
      .join('/')}`
    const shape = `${method} ${path.replace(/:\w/g, ':')}`
    if (shapes.has(shape)) continue
    shapes.add(shape)
    const spec = {
      ...(maybe(3) && { body: body() }),
      ...(maybe(3) && { query: z.object({ tag: z.array(z.string()).optional() }) }),
      ...(maybe(3) && { headers: { 'if-match': optional, range: optional } }),
      responses: Object.fromEntries([200, ...some(statuses)].map((status) => [status, response()])),
    }
    routes[`r${i}`] = (route as unknown as (method: string, path: string, spec: unknown) => unknown)(method, path, spec)
  }
  return contract(routes as {}, { common: { 500: problem() } }) as Contract
}

const values: readonly unknown[] = [{ id: '1' }, { id: 1 }, 'text', '', null, undefined, 0, [], new Uint8Array([1, 2, 3]), { q: 'x' }]
const fieldValues: readonly unknown[] = [
  '"1"',
  'W/"1"',
  'x',
  '',
  'a\r\nb: c',
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'bytes',
  '*',
  7,
  undefined,
  ['a', 'b'],
  '/there',
]
const right: Readonly<Record<string, string>> = {
  etag: '"1"',
  'last-modified': 'Sun, 06 Nov 1994 08:49:37 GMT',
  location: '/there',
  'www-authenticate': 'Basic realm="x"',
  'retry-after': '7',
  allow: 'GET',
  'cache-control': 'no-store',
  'accept-ranges': 'bytes',
  vary: 'accept',
}
const contentFor: Readonly<Record<string, unknown>> = {
  'application/json': { id: '1' },
  'application/problem+json': { title: 'x' },
  'text/plain': 'text',
  'application/octet-stream': new Uint8Array([1, 2, 3, 4]),
}
/** What the contract declares, with what the law asks for. */
const rightly = ({ responses }: { readonly responses: Readonly<Record<string, unknown>> }) => {
  const status = Number(pick([...Object.keys(responses), '200', '200']))
  const made = responses[status] as { kind?: string; type?: string; headers?: object }
  const wanted = { ...made.headers, ...(rfc9110.statuses[status as 200] as { requires?: object }).requires }
  const fieldsOut = Object.fromEntries(Object.keys(wanted).map((name) => [name, right[name] ?? 'x']))
  const content = made.kind === 'empty' ? undefined : contentFor[made.type ?? 'application/json']
  return made.kind === 'media'
    ? reply(status, content, { ...fieldsOut, 'content-type': 'application/json' })
    : reply(status, content, fieldsOut)
}
const handler = (spec: { readonly responses: Readonly<Record<string, unknown>> }) => {
  if (!maybe(3)) return maybe() ? () => rightly(spec) : async () => rightly(spec)
  const status = pick([200, 200, 200, ...statuses, 99, 102, 299, 600])
  const fieldsOut = maybe() ? Object.fromEntries(some(fields).map((name) => [name, pick(fieldValues)])) : undefined
  const content = pick(values)
  return pick<() => unknown>([
    () => reply(status, content as {}, fieldsOut),
    async () => reply(status, content as {}, fieldsOut),
    () => ({ status, body: content, headers: fieldsOut }),
    () => {
      throw new Error('secret')
    },
    async () => {
      throw 'secret'
    },
    () => undefined,
    () => Promise.resolve(null),
  ])
}

/** Whether refusals are said by somebody else, who may say anything. */
let spoken = false
const refusing =
  (declared: Contract) =>
  ({ status, route }: Refusal): unknown => {
    spoken = true
    const spec =
      route && (declared.routes as Record<string, { spec: { responses: Readonly<Record<string, unknown>> } }>)[route.name[0]!]!.spec
    return pick<() => unknown>([
      () => undefined,
      () => Response.json({ error: status }, { status }),
      () => new Response(null, { status: pick([200, 204, 304, 401, status]), headers: { allow: 'NOTHING' } }),
      () => reply(status, pick(values) as {}),
      () => (spec ? rightly(spec) : reply(500, { title: 'x' })),
      async () => reply(pick(statuses), pick(values) as {}, { 'x-a': pick(fieldValues) }),
      () => {
        throw new Error('secret')
      },
    ])()
  }

const contents: readonly (readonly [type: string | undefined, body: string | Uint8Array<ArrayBuffer>])[] = [
  ['application/json', '{"id":"1"}'],
  ['application/json', '{"id":1}'],
  ['application/json', '{'],
  ['application/json', '{"__proto__":{"id":"1"}}'],
  ['application/json; charset=utf-8', '\uFEFF{"id":"1"}'],
  ['text/plain', 'text'],
  ['text/plain; charset=none', 'text'],
  ['application/x-www-form-urlencoded', 'q=1&q=%FF'],
  ['application/x-www-form-urlencoded', 'q=1'],
  ['application/octet-stream', new Uint8Array([0xff, 0xfe])],
  ['multipart/form-data', 'x'],
  [undefined, 'x'],
]
const request = (declared: Contract): Request => {
  // Most requests are for a route that there is.
  const aimed = maybe(5) ? undefined : pick(Object.values(declared.routes as Record<string, { method: string; path: string }>))
  const method = !aimed || maybe(8) ? pick([...methods, 'BREW', 'get']) : aimed.method === 'GET' && maybe(4) ? 'HEAD' : aimed.method
  const wild = Array.from({ length: 1 + (next() % 3) }, () =>
    pick(['a', 'b', 'x', 'caf%C3%A9', '%2F', '%FF', '', '..', '*', '__proto__']),
  ).join('/')
  const path = aimed ? aimed.path.slice(1).replace(/:\w/g, () => pick(['a', 'z', '%2F', 'caf%C3%A9', '%FF'])) : wild
  const query = pick(['', '', '?tag=a', '?tag=a&tag=b', '?tag=%', '?&&=', '#x'])
  const asked = {
    ...(maybe(4) && { accept: pick(['*/*', 'application/json', 'text/csv;q=0.5', 'image/png', 'x', '']) }),
    ...(maybe(4) && { 'if-none-match': pick(['*', '"1"', 'W/"1"', 'x']) }),
    ...(maybe(6) && { 'if-match': pick(['*', '"1"', '"2"']) }),
    ...(maybe(6) && { 'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }),
    ...(maybe(4) && { range: pick(['bytes=0-0', 'bytes=9-', 'bytes=0-0,2-2', 'x']) }),
    ...(maybe(9) && { 'content-encoding': 'gzip' }),
  }
  const [type, content] = pick(contents)
  const carries = !['GET', 'HEAD', 'get'].includes(method) && maybe()
  return new Request(`http://localhost/${path}${query}`, {
    method,
    headers: { ...asked, ...(carries && type !== undefined && { 'content-type': type }) },
    ...(carries && { body: content }),
  })
}

const rounds = 150
const each = 12
/** What a server may say although nobody declared it. */
const own = [204, 304, 206, 400, 404, 405, 406, 412, 413, 414, 415, 416, 422, 428, 500, 501]

describe('a server', () => {
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
  afterAll(() => void vi.restoreAllMocks())
  it(`keeps the law in ${rounds * each} exchanges`, async () => {
    const counts = new Map<number, number>()
    for (let round = 0; round < rounds; round++) {
      next = integers(round + 1)
      next()
      const declared = contracts()
      const names = Object.keys(declared.routes as object)
      const handlers = Object.fromEntries(
        names.map((name) => [name, handler((declared.routes as Record<string, { spec: never }>)[name]!.spec)]),
      )
      let broken = 0
      const options = { judge: 'throw', onError: () => broken++, onViolation: () => broken++ } as const
      const speaking = () => serve(declared, handlers as never, { ...options, refuse: refusing(declared) as never })
      const mute = () => {
        try {
          return serve(declared, handlers as never, options)
        } catch (error) {
          // What is declared in another format than problems has to be said by somebody.
          expect((error as Error).message).toContain('[undeclared-type]')
          return speaking()
        }
      }
      const handle = maybe() ? speaking() : mute()
      for (let i = 0; i < each; i++) {
        const asked = request(declared)
        const place = `round ${round}: ${asked.method} ${asked.url} ${JSON.stringify([...asked.headers])}`
        const before = broken
        spoken = false
        const answer = await (handle as (request: Request) => Promise<Response>)(asked)
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
        const content = answer.body === null ? null : new Uint8Array(await answer.clone().arrayBuffer())
        const findings = await judge(asked, answer, { content: { response: content } })
        expect(
          findings
            .filter(({ level, pointer }) => level === 'must' && pointer[0] === 'response')
            .map(({ rule, message }) => `${rule}: ${message}`),
          place,
        ).toEqual([])
        expect(new TextDecoder().decode(content ?? new Uint8Array()), place).not.toContain('secret')
        const promised = Object.values(declared.routes as Record<string, { spec: { responses: object } }>).some(
          ({ spec }) => answer.status in spec.responses,
        )
        expect(promised || own.includes(answer.status), `${place} answered ${answer.status}`).toBe(true)
        if (rfc9110.methods[asked.method as 'HEAD']?.answers === 'fields') expect(answer.body, place).toBeNull()
        // What is broken is a 500, and nothing else is.
        if (broken > before && !spoken) expect(answer.status, place).toBe(500)
      }
    }
    console.log(
      `answers by status: ${[...counts]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status} × ${count}`)
        .join(', ')}`,
    )
    expect([...counts.keys()].length).toBeGreaterThan(12)
  })
})
