/** Input that means harm: each is answered, soon, by a status of the client's, and nothing is told, kept or broken. */
import { contract, del, empty, get, json, post, problem, put } from 'statute'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { reply, serve } from '../../src/server/index.js'

const Tree: z.ZodType<unknown> = z.lazy(() => z.union([z.array(Tree), z.string()]))
const api = contract(
  {
    list: get('/items', {
      query: z.object({ q: z.union([z.string(), z.array(z.string())]).optional() }),
      responses: { 200: json(z.unknown()) },
    }),
    read: get('/items/:id', { responses: { 200: json(z.unknown(), { headers: { etag: z.string() } }), 304: empty(), 404: problem() } }),
    deep: get('/a/:b/c/:d/e/:f', { responses: { 200: json(z.unknown()) } }),
    make: post('/items', { body: json(z.looseObject({ name: z.string() })), responses: { 201: json(z.unknown()), 422: problem() } }),
    tree: post('/trees', { body: json(Tree), responses: { 201: json(z.unknown()), 422: problem() } }),
    store: put('/items/:id', { body: json(z.object({ name: z.string() })), responses: { 200: json(z.unknown()) } }),
    drop: del('/items/:id', { responses: { 204: empty() } }),
  },
  { common: { 500: problem() } },
)
const onError = vi.fn()
afterEach(() => onError.mockReset())
const handle = serve(
  api,
  {
    list: ({ query }) => reply(200, { q: query.q ?? null }),
    read: ({ params }) => reply(200, { id: params.id }, { etag: '"1"' }),
    deep: ({ params }) => reply(200, { ...params }),
    make: ({ body }) => reply(201, body),
    tree: () => reply(201, 'made'),
    store: ({ body }) => reply(200, body),
    drop: () => reply(204),
  },
  { judge: 'off', onError },
)
const base = 'http://localhost'
const ask = (path: string, init?: RequestInit) => handle(new Request(base + path, init))
const send = (path: string, body: BodyInit, type = 'application/json') =>
  ask(path, { method: 'POST', body, headers: { 'content-type': type } })

/** Answers, and how long they took; a machine that is busy is given time, an exponent is not. */
const timed = async (run: () => Promise<Response>): Promise<readonly [status: number, text: string]> => {
  const start = performance.now()
  const response = await run()
  const text = await response.text()
  expect(performance.now() - start).toBeLessThan(10_000)
  return [response.status, text]
}

describe('bombs', () => {
  it('a hundred thousand query fields: too long, and too many where longer is taken', async () => {
    const query = `?${'q=1&'.repeat(100_000)}`
    expect((await timed(() => ask(`/items${query}`)))[0]).toBe(414)
    const patient = serve(
      contract({ list: get('/items', { query: z.object({}), responses: { 200: json(z.unknown()) } }) }),
      { list: () => reply(200, 1) },
      {
        limits: { url: 1e7 },
      },
    )
    const [status, text] = await timed(() => patient(new Request(`${base}/items${query}`)))
    expect([status, text]).toEqual([400, expect.stringContaining('more than 1000 fields')])
    expect((await timed(() => patient(new Request(`${base}/items?${'&'.repeat(1_000_000)}`))))[0]).toBe(200)
  })

  it('a hundred thousand fields of a form', async () => {
    const server = serve(
      contract({
        fill: post('/forms', {
          body: { kind: 'content', type: 'application/x-www-form-urlencoded', schema: z.object({}), headers: {} },
          responses: { 200: json(z.unknown()) },
        }),
      }),
      { fill: () => reply(200, 1) },
    )
    const request = new Request(`${base}/forms`, {
      method: 'POST',
      body: 'a=1&'.repeat(100_000),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect((await timed(() => server(request)))[0]).toBe(400)
  })

  it('ten thousand header fields, and conditions without end', async () => {
    const many = new Headers()
    for (let index = 0; index < 10_000; index++) many.set(`x-${index}`, 'x'.repeat(100))
    expect((await timed(() => ask('/items/1', { headers: many })))[0]).toBe(200)
    const conditions = [
      '"x",'.repeat(100_000),
      ','.repeat(400_000),
      `"${'x'.repeat(400_000)}`,
      `${' '.repeat(200_000)}x`,
      'W/'.repeat(200_000),
    ]
    for (const name of ['if-none-match', 'if-match', 'if-modified-since', 'if-unmodified-since', 'accept', 'range', 'content-type'])
      for (const value of conditions) {
        const [status] = await timed(() => ask('/items/1', { headers: { [name]: value } }))
        expect([200, 406, 412], name).toContain(status)
      }
  })

  it('content beyond the limit, whatever it says of its length', async () => {
    expect((await timed(() => send('/items', `"${'x'.repeat(2_000_000)}"`)))[0]).toBe(413)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const request = new Request(`${base}/items`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect((await timed(() => handle(request)))[0]).toBe(413)
    expect(sent).toBeLessThan(1_500_000)
  })

  it('JSON as deep as it is long', async () => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
    expect((await timed(() => send('/items', deep)))[0]).toBe(422)
    expect((await timed(() => send('/items', '['.repeat(900_000))))[0]).toBe(400)
    // A schema that calls itself for each step runs out of stack: that is answered too, and the next request is.
    const [status, text] = await timed(() => send('/trees', deep))
    expect([400, 422, 500]).toContain(status)
    expect(text).not.toMatch(/stack|RangeError/i)
    expect((await send('/trees', '["a"]')).status).toBe(201)
    // Ten times deeper than any document, and taken.
    expect((await timed(() => send('/items', `{"name":"x","more":${'['.repeat(1000)}${']'.repeat(1000)}}`)))[0]).toBe(201)
  })

  it('a hundred thousand faults in one content are told within bounds', async () => {
    const wide = contract({ all: post('/all', { body: json(z.array(z.string())), responses: { 200: json(z.unknown()) } }) })
    const server = serve(wide, { all: () => reply(200, 1) })
    const request = new Request(`${base}/all`, {
      method: 'POST',
      body: JSON.stringify(Array(100_000).fill(1)),
      headers: { 'content-type': 'application/json' },
    })
    const [status, text] = await timed(() => server(request))
    expect(status).toBe(422)
    expect((JSON.parse(text) as { errors: unknown[] }).errors).toHaveLength(100)
    expect(text.length, 'the answer is shorter than what was wrong').toBeLessThan(20_000)
  })
})

describe('names that are taken already', () => {
  it('__proto__ and constructor change nothing', async () => {
    const forged = '{"name":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    expect((await send('/items', forged)).status).toBe(201)
    for (const query of ['?__proto__=1', '?__proto__[polluted]=1', '?constructor.prototype.polluted=1', '?q=1&__proto__=2&__proto__=3'])
      expect((await ask(`/items${query}`)).status).toBe(200)
    expect((await ask('/items/__proto__')).status).toBe(200)
    expect((await ask('/__proto__')).status).toBe(404)
    expect((await ask('/constructor/prototype')).status).toBe(404)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.prototype).not.toHaveProperty('q')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the method %s is none', async (method) => {
    const response = await handle(new Request(`${base}/items`, { method }))
    expect(response.status).toBe(501)
  })
})

describe('text that is none', () => {
  it.each(['/items/%ED%A0%80', '/items/%FF', '/items/%', '/items/%2', '/items/%zz', '/items/%C0%AF'])('%s', async (path) => {
    const response = await ask(path)
    expect([200, 400, 404]).toContain(response.status)
    if (response.status === 200) expect(await response.text()).not.toContain('\ufffd')
  })

  it.each(['?q=%ED%A0%80', '?q=%FF', '?q=%', '?%=1'])('%s', async (query) => {
    expect((await ask(`/items${query}`)).status).toBe(400)
  })

  it('lone surrogates come and go as JSON writes them', async () => {
    const response = await send('/items', '{"name":"\\ud800"}')
    expect([response.status, await response.text()]).toEqual([201, '{"name":"\\ud800"}'])
    expect((await ask('/items/\ud800')).status).toBeLessThan(500)
  })

  it('octets that are not UTF-8', async () => {
    expect((await send('/items', new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400)
    expect((await send('/items', new Uint8Array([0xff, 0xfe, 0x22, 0x00]))).status).toBe(400)
  })
})

describe('fields that come twice', () => {
  it('are one list, and do not decide twice', async () => {
    const headers = new Headers({ 'content-type': 'application/json' })
    headers.append('content-type', 'text/html')
    expect([400, 415]).toContain((await ask('/items', { method: 'POST', body: '{"name":"x"}', headers })).status)
    const conditions = new Headers()
    conditions.append('if-none-match', '"0"')
    conditions.append('if-none-match', '"1"')
    expect((await ask('/items/1', { headers: conditions })).status).toBe(304)
    const lengths = new Headers({ 'content-length': '5, 9999999', 'content-type': 'application/json' })
    expect((await ask('/items', { method: 'POST', body: '{"name":"x"}', headers: lengths })).status).toBeLessThan(500)
  })
})

describe('content that breaks off', () => {
  it('is an error of the client, and not reported as one of the server', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"na'))
      },
      pull(controller) {
        controller.error(new Error('the connection was lost'))
      },
    })
    const request = new Request(`${base}/items`, {
      method: 'POST',
      body: broken,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    const response = await handle(request)
    expect([response.status, onError.mock.calls.length]).toEqual([400, 0])
  })
})

describe('a path', () => {
  it.each([
    ['slashes', '/'.repeat(15_000)],
    ['percents', `/items/${'%'.repeat(15_000)}`],
    ['encoded slashes', `/items/${'%2F'.repeat(5_000)}`],
    ['dots', '/..'.repeat(5_000)],
    ['near misses', `/a/${'b/c/'.repeat(3_500)}`],
    ['a long parameter', `/items/${'a'.repeat(15_000)}`],
    ['colons and stars', `/${':*'.repeat(5_000)}`],
    ['beyond the limit', `/items/${'a'.repeat(1_000_000)}`],
  ])('of %s takes no time', async (_, path) => {
    const start = performance.now()
    for (let index = 0; index < 20; index++) expect((await ask(path)).status).toBeLessThan(500)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('what a handler puts into a field', () => {
  const names = ['etag', 'location', 'x-own', 'set-cookie', 'content-language', 'content-type']
  const forged = contract({
    answer: get('/', {
      responses: { 200: json(z.unknown(), { headers: { etag: z.string().optional(), location: z.string().optional() } }) },
    }),
  })
  it.each(
    names.flatMap((name) => ['\r\nset-cookie: forged=1', 'a\nb', 'a\rb', 'a\0b', '\r\n\r\n<html>'].map((value) => [name, value] as const)),
  )('%s: %j does not end it', async (name, value) => {
    for (const judge of ['off', 'throw'] as const) {
      const seen = vi.fn()
      const options = { judge, onError: seen, onViolation: seen }
      for (const given of [value, [value]] as never[]) {
        const response = await serve(
          forged,
          { answer: () => reply(200, 'secret', { [name]: given } as never) },
          options,
        )(new Request(`${base}/`))
        // Where the field is the server's own the handler's is not heard.
        if (response.status === 200)
          expect([name, [...response.headers.values()].join()]).toEqual(['content-type', expect.not.stringMatching(/[\r\n\0]|forged|html/)])
        else {
          expect([response.status, seen.mock.calls.length > 0]).toEqual([500, true])
          expect(await response.text()).not.toMatch(/secret|forged/)
        }
      }
    }
  })

  it('a name that is none is refused too', async () => {
    const seen = vi.fn()
    for (const name of ['a\r\nb', 'a b', 'a:b', 'ü', '']) {
      const response = await serve(
        forged,
        { answer: () => reply(200, 1, { [name]: '1' } as never) },
        { onError: seen, onViolation: seen },
      )(new Request(`${base}/`))
      expect(response.status, JSON.stringify(name)).toBe(500)
    }
    expect(seen).toHaveBeenCalledTimes(5)
  })
})

describe('what goes wrong inside', () => {
  it('is told to the server alone', async () => {
    const seen = vi.fn()
    const secret = 'password=hunter2'
    const fail = () => {
      throw new Error(secret)
    }
    const one = contract({ answer: get('/', { query: z.object({ a: z.string().optional() }), responses: { 200: json(z.unknown()) } }) })
    const failing = contract({
      answer: get('/', { query: z.object({ a: z.string().transform(fail) }), responses: { 200: json(z.unknown()) } }),
    })
    const loop: Record<string, unknown> = { secret }
    loop.self = loop
    const servers = [
      serve(one, { answer: fail }, { onError: seen }),
      serve(one, { answer: () => Promise.reject(new Error(secret)) }, { onError: seen }),
      serve(one, { answer: () => Promise.reject(secret) }, { onError: seen }),
      serve(one, { answer: () => reply(200, loop) as never }, { onError: seen }),
      serve(one, { answer: () => reply(200, { toJSON: fail }) as never }, { onError: seen }),
      serve(one, { answer: () => reply(200, 1n as never) }, { onError: seen }),
      serve(failing, { answer: () => reply(200, 1) }, { onError: seen }),
    ]
    for (const server of servers) {
      const response = await server(new Request(`${base}/?a=1`))
      expect(response.status).toBe(500)
      const text = await response.text()
      expect(JSON.parse(text)).toMatchObject({ status: 500 })
      expect(text + JSON.stringify([...response.headers])).not.toMatch(/hunter2|at .*\.ts|TypeError/)
    }
    expect(seen).toHaveBeenCalledTimes(servers.length)
  })
})

describe('ten thousand at once', () => {
  it('are answered, half of them aborted, and nothing of them is kept', async () => {
    const { setFlagsFromString } = await import('node:v8')
    const { runInNewContext } = await import('node:vm')
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const used = async () => {
      for (let index = 0; index < 3; index++) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        collect()
      }
      return process.memoryUsage().heapUsed / 2 ** 20
    }

    let running = 0
    let most = 0
    const slow = serve(
      contract({ wait: post('/', { body: json(z.object({ n: z.number() })), responses: { 200: json(z.object({ n: z.number() })) } }) }),
      {
        wait: async ({ body, request }) => {
          most = Math.max(most, ++running)
          try {
            await new Promise<void>((resolve, reject) => {
              const timer = setTimeout(resolve, 300)
              request.signal.addEventListener('abort', () => {
                clearTimeout(timer)
                reject(request.signal.reason)
              })
            })
            return reply(200, body)
          } finally {
            running--
          }
        },
      },
      { onError: () => {} },
    )
    const round = async () => {
      const answers = await Promise.all(
        Array.from({ length: 10_000 }, async (_, n) => {
          const abort = new AbortController()
          const request = new Request(`${base}/`, {
            method: 'POST',
            body: JSON.stringify({ n }),
            headers: { 'content-type': 'application/json' },
            signal: abort.signal,
          })
          const answer = slow(request)
          if (n % 2) setTimeout(() => abort.abort(), Math.random() * 200)
          return (await answer).status
        }),
      )
      const count = (status: number) => answers.filter((one) => one === status).length
      return [count(200), answers.length - count(200)]
    }
    // Node's fetch keeps lists of its own that grow to their size once.
    const first = await round()
    const before = await used()
    const [answered, aborted] = await round()
    const after = await used()
    console.log(
      `10,000 at once (${most} in their handlers): ${answered} answered, ${aborted} aborted; heap ${before.toFixed(1)} MiB before, ${after.toFixed(1)} after`,
    )
    expect(first[0]).toBeGreaterThanOrEqual(5000)
    expect([answered! + aborted!, running]).toEqual([10_000, 0])
    expect(answered).toBeGreaterThanOrEqual(5000)
    expect(aborted).toBeGreaterThan(0)
    expect(after - before).toBeLessThan(20)
  })
})
