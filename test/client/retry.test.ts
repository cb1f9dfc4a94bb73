/** Retries against a real server: where the law allows them, and nowhere else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { client, retry, retryAfter } from '../../src/client/index.js'
import { article, contract, empty, json, toolkit } from '../../src/index.js'
import { methods } from '../../src/registry/methods.js'
import { jsonly, type Loopback, loopback } from './server.js'
import { Todo, todos } from './todos.js'

const todo = { id: '7', title: 'write', done: false }
const params = { id: '7' }
let server: Loopback
beforeAll(async () => {
  server = await loopback()
})
beforeEach(() => {
  server.seen.length = 0
})
afterAll(() => server[Symbol.asyncDispose]())
const quick = { backoff: { first: 2, longest: 4 } }
const make = (policy = {}) => client(todos, { baseUrl: server.baseUrl, retry: retry({ ...quick, ...policy }) })

/** Fails so many times, then answers. */
const failing =
  (failures: number, status: number, then: Parameters<typeof jsonly>, headers: Record<string, string> = {}): Loopback['answer'] =>
  (response, seen, count) =>
    count <= failures ? void response.writeHead(status, headers).end() : jsonly(...then)(response, seen, count)

describe('statuses', () => {
  it.each([408, 425, 429, 502, 503, 504])('%i is tried again', async (status) => {
    server.answer = failing(2, status, [200, []])
    expect(await make().list()).toMatchObject({ status: 200 })
    expect(server.seen.length).toBe(3)
  })
  it.each([400, 404, 409, 413, 500, 501])('%i is not', async (status) => {
    server.answer = failing(9, status, [200, []])
    expect(await make().list()).toMatchObject({ status: 'breach', code: status })
    expect(server.seen.length).toBe(1)
  })
  it('500 is, where that was asked for', async () => {
    server.answer = failing(1, 500, [200, []])
    expect(await make({ serverErrors: true }).list()).toMatchObject({ status: 200 })
  })
  it('the last answer is the reply', async () => {
    server.answer = (response, seen, count) => jsonly(503, { title: `no ${count}` }, {}, 'application/problem+json')(response, seen, count)
    expect(await make().list({ retry: 1 })).toMatchObject({ status: 503, body: { title: 'no 2' } })
  })
})

describe('lost connections', () => {
  const dying: Loopback['answer'] = (response, seen, count) => {
    if (count > 2) return jsonly(200, [])(response, seen, count)
    if (count === 1) return void response.destroy()
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('[', () => response.destroy())
  }
  it('are tried again, before and within the answer', async () => {
    server.answer = dying
    expect(await make().list()).toMatchObject({ status: 200 })
    expect(server.seen.length).toBe(3)
  })
  it('are not, where no retries were made possible', async () => {
    server.answer = dying
    await expect(client(todos, { baseUrl: server.baseUrl }).list()).rejects.toThrow(TypeError)
    expect(server.seen.length).toBe(1)
  })
  it('are not for a POST, whatever the client was made with', async () => {
    server.answer = (response) => void response.destroy()
    await expect(make().create({ body: todo })).rejects.toThrow(TypeError)
    expect(server.seen.length).toBe(1)
  })
  it('are not after a stream was sent', async () => {
    server.answer = (response) => void response.destroy()
    const body = new Blob(['ab']).stream() as ReadableStream<Uint8Array>
    await expect(make().files.raw({ params: { name: 'a' }, body, retry: 5 })).rejects.toThrow(TypeError)
    expect(server.seen.length).toBe(1)
  })
})

describe('the law', () => {
  it('refuses in its own words what the compiler was not asked about', async () => {
    const api = make()
    await expect(api.create({ body: todo, retry: 2 as never })).rejects.toThrow(
      'POST is not idempotent and should not be retried (RFC 9110 §9.2.2): drop retry, or declare idempotent with its basis [no-auto-retry-non-idempotent]',
    )
    expect(server.seen.length).toBe(0)
  })
  it('lets be what is asked for by name', async () => {
    server.answer = failing(1, 503, [201, todo, { location: '/todos/7' }])
    expect(await make().create({ body: todo, unsafelyRetry: 1 })).toMatchObject({ status: 201 })
  })
  it('allows a claim with its basis', async () => {
    server.answer = failing(1, 503, [200, todo])
    expect(await make().rename({ params, body: { title: 'x' }, retry: 1 })).toMatchObject({ status: 200 })
  })
  it('allows an If-Match, and nothing without it', async () => {
    server.answer = failing(1, 503, [200, todo])
    expect(await make().edit({ params, body: { title: 'x' }, ifMatch: '"1"', retry: 1 })).toMatchObject({ status: 200 })
    server.seen.length = 0
    expect(await make().edit({ params, body: { title: 'x' } })).toMatchObject({ status: 'breach', code: 503 })
    expect(server.seen.length).toBe(1)
  })
  it('allows an Idempotency-Key, made once and sent with every attempt', async () => {
    server.answer = (response, _, count) => void response.writeHead(count < 3 ? 503 : 204).end()
    const api = make()
    expect(await api.pay({ body: { sum: 1 } })).toMatchObject({ status: 204 })
    const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(keys.length).toBe(3)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^"[0-9a-f-]{36}"$/)
    await api.pay({ body: { sum: 1 } })
    expect(server.seen.at(-1)!.headers['idempotency-key']).not.toBe(keys[0])
    await api.pay({ body: { sum: 1 }, headers: { 'idempotency-key': '"mine"' } })
    expect(server.seen.at(-1)!.headers['idempotency-key']).toBe('"mine"')
  })
  it('is the law that the client was made with', async () => {
    const { patch } = toolkit(article)
    const own = contract({ edit: patch('/', { body: json(Todo), responses: { 200: json(Todo), 204: empty() } }) })
    server.answer = failing(1, 503, [200, todo])
    const api = client(own, { baseUrl: server.baseUrl, law: article, retry: retry(quick) })
    expect(await api.edit({ body: todo, retry: 1 })).toMatchObject({ status: 200 })
  })
  it.each(Object.entries(methods).filter(([name]) => !/^(\*|PRI|CONNECT|TRACE)$/.test(name)))(
    'agrees with the row of %s',
    async (name, { idempotent }) => {
      let sent = 0
      const one = { call: { method: name, path: '/', spec: { responses: { 200: empty() } } } }
      const lost = async () => {
        sent++
        throw new TypeError('fetch failed')
      }
      const api = client({ routes: one, options: {} }, { baseUrl: 'http://localhost', fetch: lost, retry: retry({ ...quick, retries: 1 }) })
      await expect((api.call as () => Promise<unknown>)()).rejects.toThrow('fetch failed')
      expect(sent).toBe(idempotent ? 2 : 1)
    },
  )
})

describe('waiting', () => {
  it('is as long as Retry-After asks, in seconds or until a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Thu, 01 Jan 2026 00:00:07 GMT', now)).toBe(7000)
    expect(retryAfter('Thursday, 01-Jan-26 00:00:07 GMT', now)).toBe(7000)
    expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0)
    for (const odd of [null, '', '-1', '1.5', 'soon', '2026-01-01']) expect(retryAfter(odd, now)).toBeUndefined()
  })
  it('honours it', async () => {
    const delays: number[] = []
    server.answer = failing(1, 429, [200, []], { 'retry-after': '1' })
    const api = client(todos, { baseUrl: server.baseUrl, retry: retry(quick), onRetry: ({ delay }) => delays.push(delay) })
    const began = Date.now()
    expect(await api.list()).toMatchObject({ status: 200 })
    expect(Date.now() - began).toBeGreaterThanOrEqual(990)
    expect(delays).toEqual([1000])
  })
  it('is not worth more than the ceiling', async () => {
    server.answer = failing(9, 503, [200, []], { 'retry-after': '3600' })
    expect(await make({ maxRetryAfter: 1000 }).list()).toMatchObject({ status: 'breach', code: 503 })
    expect(server.seen.length).toBe(1)
  })
  it('is random up to a back-off that doubles', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(1)
    const told: unknown[] = []
    server.answer = failing(3, 503, [200, []])
    const api = client(todos, {
      baseUrl: server.baseUrl,
      retry: retry({ retries: 3, backoff: { first: 2, longest: 6 } }),
      onRetry: ({ attempt, delay }) => told.push([attempt, delay]),
    })
    await api.list().finally(() => random.mockRestore())
    expect(told).toEqual([
      [1, 2],
      [2, 4],
      [3, 6],
    ])
  })
  it('ends with the signal', async () => {
    server.answer = failing(9, 503, [200, []], { 'retry-after': '20' })
    const began = Date.now()
    await expect(make().list({ signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(Date.now() - began).toBeLessThan(2000)
  })
  it('has one deadline with all attempts', async () => {
    server.answer = () => {}
    const began = Date.now()
    await expect(make({ retries: 50, deadline: 80 }).list()).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(Date.now() - began).toBeLessThan(2000)
    server.seen.length = 0
    server.answer = failing(9, 503, [200, []], { 'retry-after': '5' })
    expect(await make({ deadline: 500 }).list()).toMatchObject({ status: 'breach', code: 503 })
    expect(server.seen.length).toBe(1)
  })
})

it('nobody retries a retried call', async () => {
  server.answer = (response) => void response.destroy()
  const inner = make()
  const outer = client(todos, {
    baseUrl: server.baseUrl,
    retry: retry(quick),
    fetch: async () => (await inner.list()).response,
  })
  await expect(outer.list()).rejects.toThrow(TypeError)
  expect(server.seen.length).toBe(3)
})

it('a call may say that it is not retried', async () => {
  server.answer = failing(1, 503, [200, []])
  expect(await make().list({ retry: false })).toMatchObject({ status: 'breach', code: 503 })
})
