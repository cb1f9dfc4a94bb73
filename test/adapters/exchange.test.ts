/** The typed client and the server over loopback, for what the to-dos of the examples do not do: parts, keys, types, streams. */
import type { AddressInfo } from 'node:net'
import { serve as listen, type ServerType } from '@hono/node-server'
import { bytes, contract, get, json, media, post, problem } from 'statute'
import { client, retry } from 'statute/client'
import { reply, serve, sse } from 'statute/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

const api = contract(
  {
    film: get('/film', {
      headers: { range: z.string().optional() },
      responses: {
        200: bytes({ type: 'video/mp4', headers: { 'accept-ranges': z.string(), etag: z.string().optional() } }),
        206: bytes({ type: 'video/mp4', headers: { 'content-range': z.string() } }),
        416: problem({ headers: { 'content-range': z.string() } }),
      },
    }),
    own: get('/own', {
      headers: { range: z.string().optional() },
      responses: { 206: bytes({ type: 'video/mp4', headers: { 'content-range': z.string(), 'accept-ranges': z.string() } }) },
    }),
    pay: post('/payments', {
      headers: { 'idempotency-key': z.string() },
      body: json(z.object({ amount: z.number() })),
      responses: { 201: json(z.object({ payment: z.number() })), 400: problem(), 409: problem(), 422: problem() },
    }),
    table: get('/table', {
      headers: { accept: z.string().optional() },
      responses: {
        200: media({ 'application/json': z.array(z.string()), 'text/csv': z.string() }, { headers: { vary: z.string() } }),
        406: problem(),
      },
    }),
    events: get('/events', { responses: { 200: bytes({ type: 'text/event-stream' }) } }),
  },
  { common: { 500: problem() } },
)

const film = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
const pay = vi.fn()
const handle = serve(
  api,
  {
    film: () => reply(200, film, { 'accept-ranges': 'bytes' }),
    own: () => reply(206, film.slice(0, 10), { 'content-range': 'bytes 0-9/1000', 'accept-ranges': 'bytes' }),
    pay: ({ body }) => {
      pay(body)
      return reply(201, { payment: pay.mock.calls.length })
    },
    table: ({ headers }) =>
      headers.accept?.includes('csv')
        ? { status: 200, body: 'a,b', headers: { 'content-type': 'text/csv', vary: 'accept' } }
        : { status: 200, body: ['a', 'b'], headers: { 'content-type': 'application/json', vary: 'accept' } },
    events: () => reply(200, sse([{ data: 'one' }, { id: '2', data: 'two\nlines' }])),
  },
  { etag: 'strong', idempotency: {} },
)

let server: ServerType
let baseUrl: string
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = listen({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 }, () => resolve())
  })
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('parts', () => {
  it('the whole, one part, several, and none that can be had', async () => {
    const whole = await fetch(`${baseUrl}/film`)
    const etag = whole.headers.get('etag')!
    expect([whole.status, whole.headers.get('accept-ranges'), etag]).toEqual([200, 'bytes', expect.stringMatching(/^"[\w-]{27}"$/)])
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(film)
    const ask = (range: string, more: Record<string, string> = {}) => fetch(`${baseUrl}/film`, { headers: { range, ...more } })

    const part = await ask('bytes=10-19', { 'if-range': etag })
    expect([part.status, part.headers.get('content-range'), part.headers.get('etag')]).toEqual([206, 'bytes 10-19/1000', etag])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(film.slice(10, 20))
    expect((await ask('bytes=10-19', { 'if-range': '"other"' })).status).toBe(200)

    const several = await ask('bytes=0-9, 500-509')
    expect([several.status, several.headers.get('content-type')]).toEqual([206, expect.stringMatching(/^multipart\/byteranges; boundary=/)])
    const beyond = await ask('bytes=5000-')
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
    expect((await ask('bytes=0-9', { 'if-none-match': etag })).status, 'conditions first').toBe(304)
  })

  it('are asked for by the client', async () => {
    const known = await client(api, { baseUrl }).film({ range: 'bytes=0-4' })
    expect(known).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 0-4/1000' } })
    if (known.status === 206) expect(new Uint8Array(known.body)).toEqual(film.slice(0, 5))
  })

  it('are not for HEAD, and what a handler has cut is not cut again', async () => {
    const head = await fetch(`${baseUrl}/film`, { method: 'HEAD', headers: { range: 'bytes=0-9' } })
    expect([head.status, head.headers.has('content-range')]).toEqual([200, false])
    const own = await fetch(`${baseUrl}/own`, { headers: { range: 'bytes=0-3' } })
    expect([own.status, own.headers.get('content-range'), (await own.arrayBuffer()).byteLength]).toEqual([206, 'bytes 0-9/1000', 10])
  })
})

describe('keys', () => {
  it('a payment whose answer is lost is made once, and the client gets its answer', async () => {
    pay.mockClear()
    let lost = 0
    const flaky: typeof fetch = async (input, init) => {
      const response = await fetch(input, init)
      if (lost++ < 2) {
        await response.arrayBuffer()
        throw new TypeError('the connection was lost')
      }
      return response
    }
    const api2 = client(api, { baseUrl, fetch: flaky, retry: retry({ retries: 3, backoff: { first: 1, longest: 2 } }) })
    const paid = await api2.pay({ headers: { 'idempotency-key': '"payment-1"' }, body: { amount: 5 } })
    expect(paid).toMatchObject({ status: 201, body: { payment: 1 } })
    expect([lost, pay.mock.calls.length], 'it arrived three times').toEqual([3, 1])
  })

  it('the same key with other content is refused, and without one nothing is done', async () => {
    pay.mockClear()
    const plain = client(api, { baseUrl })
    expect((await plain.pay({ headers: { 'idempotency-key': '"payment-1"' }, body: { amount: 6 } })).status).toBe(422)
    const without = await fetch(`${baseUrl}/payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"amount":5}',
    })
    expect([without.status, pay.mock.calls.length]).toEqual([400, 0])
  })
})

describe('types', () => {
  it('what is wanted most comes, with Vary, and 406 where nothing is', async () => {
    const ask = async (accept: string) => {
      const response = await fetch(`${baseUrl}/table`, { headers: { accept } })
      return [response.status, response.headers.get('content-type'), response.headers.get('vary')]
    }
    expect(await ask('text/csv')).toEqual([200, 'text/csv;charset=utf-8', 'accept'])
    expect(await ask('text/csv;q=0.1, application/json')).toEqual([200, expect.stringMatching(/^(application\/json|text\/csv)/), 'accept'])
    expect((await ask('image/png'))[0]).toBe(406)
  })
})

describe('events', () => {
  it('arrive as they were sent', async () => {
    const response = await fetch(`${baseUrl}/events`)
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(await response.text()).toBe('data: one\n\nid: 2\ndata: two\ndata: lines\n\n')
  })
})
