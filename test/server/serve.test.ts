/** A server by its answers: what RFC 9110 asks of every server, and what a contract promises. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bytes, contract, del, empty, form, get, json, media, options, patch, post, problem, put, query, text } from '../../src/index.js'
import { middleware, reply, serve, sse } from '../../src/server/index.js'

const Todo = z.object({ id: z.string(), title: z.string().min(1), done: z.boolean() })
type Todo = z.infer<typeof Todo>
const one: Todo = { id: '7', title: 'write', done: false }

const todos = contract(
  {
    list: get('/todos', {
      query: z.object({ tag: z.array(z.string()).optional(), page: z.coerce.number().optional() }),
      responses: { 200: json(z.object({ tag: z.array(z.string()), page: z.number() })) },
    }),
    read: get('/todos/:id', {
      responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem() },
    }),
    create: post('/todos', {
      body: json(Todo.omit({ id: true })),
      responses: { 201: json(Todo, { headers: { location: z.string() } }), 422: problem() },
    }),
    replace: put('/todos/:id', {
      headers: { 'if-match': z.string() },
      body: json(Todo),
      responses: { 200: json(Todo), 412: problem(), 428: problem() },
    }),
    rename: patch('/todos/:id', {
      idempotent: 'value-setting',
      body: json(z.object({ title: z.string() }), { type: 'application/merge-patch+json' }),
      responses: { 200: json(Todo) },
    }),
    remove: del('/todos/:id', { responses: { 204: empty(), 404: problem() } }),
    search: query('/search', { body: form(z.object({ q: z.string() })), responses: { 200: json(z.string()) } }),
    pages: {
      hello: get('/hello/:name', { responses: { 200: text() } }),
      either: get('/either', { responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }) } }),
      asked: options('/asked', { responses: { 200: text() } }),
    },
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), 500: problem() } },
)

const auth = middleware(({ request }) =>
  request.headers.get('authorization') === 'no'
    ? reply(401, { title: 'Who?' }, { 'www-authenticate': 'Bearer' })
    : { user: request.headers.get('authorization') ?? 'nobody' },
)

const errors: unknown[] = []
const violations: string[] = []
const handle = serve(
  todos,
  {
    list: ({ query }) => reply(200, { tag: query.tag ?? [], page: query.page ?? 1 }),
    read: async ({ params }) =>
      params.id === '7' ? reply(200, one, { etag: '"1"' }) : reply(404, { title: 'no such todo', detail: params.id }),
    create: async ({ body }) => {
      if (body.title === 'fail') throw new Error('the password is 1234')
      return reply(201, { ...body, id: '8' }, { location: '/todos/8' })
    },
    replace: { current: () => ({ etag: '"1"' }), handle: ({ body }) => ({ status: 200, body }) },
    rename: ({ body, params }) => ({ status: 200, body: { ...one, ...body, id: params.id } }),
    remove: ({ params }) => (params.id === '7' ? reply(204) : { status: 404, body: {} }),
    search: ({ body }) => reply(200, body.q),
    pages: {
      hello: ({ params, context }) => reply(200, `${params.name} ${context.user}`),
      either: () => reply(200, 'a,b', { 'content-type': 'text/csv' }),
      asked: () => reply(200, 'asked'),
    },
  },
  { use: [auth], onError: (error) => errors.push(error), onViolation: ({ message }) => violations.push(message) },
)

const ask = (method: string, path: string, init: RequestInit & { json?: unknown } = {}): Promise<Response> =>
  handle(
    new Request(`http://todos.example${path}`, {
      method,
      ...init,
      ...('json' in init && { body: JSON.stringify(init.json), headers: { 'content-type': 'application/json', ...init.headers } }),
    }),
  )

describe('an answer', () => {
  it('is what the handler gives', async () => {
    const response = await ask('GET', '/todos/7')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('etag')).toBe('"1"')
    expect(await response.json()).toEqual(one)
  })
  it('has the fields that are declared', async () => {
    const response = await ask('POST', '/todos', { json: { title: 'x', done: true } })
    expect([response.status, response.headers.get('location'), await response.json()]).toEqual([
      201,
      '/todos/8',
      { id: '8', title: 'x', done: true },
    ])
  })
  it('has no content where there is none', async () => {
    const response = await ask('DELETE', '/todos/7')
    expect([response.status, response.body, [...response.headers]]).toEqual([204, null, []])
  })
  it('is text with its charset', async () => {
    const response = await ask('GET', '/hello/a%2Fb', { headers: { authorization: 'Ada' } })
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/plain;charset=utf-8', 'a/b Ada'])
  })
})

describe('a request', () => {
  it.each([
    ['/todos', { tag: [], page: 1 }],
    ['/todos?tag=a', { tag: ['a'], page: 1 }],
    ['/todos?tag=a&tag=b%20c+d&page=3', { tag: ['a', 'b c d'], page: 3 }],
    ['/todos?page=2#tag=x', { tag: [], page: 2 }],
  ])('%s has its query decoded', async (path, expected) => {
    expect(await (await ask('GET', path)).json()).toEqual(expected)
  })
  it('is refused where its query is none', async () => {
    const response = await ask('GET', '/todos?page=x')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ in: 'query', pointer: '#/page' }] })
    expect((await ask('GET', '/todos?page=%FF')).status).toBe(400)
  })
  it('is refused where its content is not what is declared', async () => {
    const response = await ask('POST', '/todos', { json: { title: '', done: 'yes' } })
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      title: 'Unprocessable Content',
      errors: [
        { in: 'body', pointer: '#/title' },
        { in: 'body', pointer: '#/done' },
      ],
    })
  })
  it('is refused where its content is no JSON', async () => {
    const response = await ask('POST', '/todos', { body: '{', headers: { 'content-type': 'application/json' } })
    expect(response.status).toBe(400)
  })
  it('has a form decoded', async () => {
    const response = await ask('QUERY', '/search', { body: new URLSearchParams({ q: 'a b' }) })
    expect(await response.json()).toBe('a b')
  })
})

describe('the law', () => {
  it.each([
    ['GET', '/nope', 404, {}],
    ['GET', '/todos/', 404, {}],
    ['GET', '/todos//', 404, {}],
    ['BREW', '/todos', 501, {}],
    ['POST', '/todos/7', 405, { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' }],
    ['OPTIONS', '/todos/7', 204, { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' }],
    ['OPTIONS', '/*', 204, { allow: 'GET, POST, PUT, PATCH, DELETE, QUERY, OPTIONS, HEAD' }],
    ['OPTIONS', '/asked', 200, {}],
    ['OPTIONS', '/nope', 404, {}],
    ['HEAD', '/todos/7', 200, { etag: '"1"', 'content-type': 'application/json' }],
    ['HEAD', '/todos/8', 404, { 'content-type': 'application/problem+json' }],
    ['HEAD', '/nope', 404, { 'content-type': 'application/problem+json' }],
  ])('%s %s is answered %i', async (method, path, status, fields) => {
    const response = await ask(method, path)
    expect(response.status).toBe(status)
    for (const [name, value] of Object.entries(fields)) expect(response.headers.get(name), name).toBe(value)
    if (method === 'HEAD' || status === 204) expect(response.body).toBeNull()
  })
  it('has 414 for what is too long, and 501 before it', async () => {
    const path = `/todos/${'x'.repeat(20_000)}`
    expect((await ask('GET', path)).status).toBe(414)
    expect((await ask('BREW', path)).status).toBe(501)
  })
  it('has 415 with what would be taken', async () => {
    const response = await ask('PATCH', '/todos/7', { json: { title: 'x' } })
    expect([response.status, response.headers.get('accept-patch'), response.headers.get('accept')]).toEqual([
      415,
      'application/merge-patch+json',
      'application/merge-patch+json',
    ])
    const coded = await ask('POST', '/todos', { json: {}, headers: { 'content-encoding': 'gzip' } })
    expect([coded.status, coded.headers.get('accept-encoding')]).toEqual([415, 'identity'])
  })
  it('has 413 for too much, said or sent', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(1_100_000), done: true })
    const headers = { 'content-type': 'application/json' }
    expect((await ask('POST', '/todos', { body, headers })).status).toBe(413)
    expect((await ask('POST', '/todos', { body: '{}', headers: { ...headers, 'content-length': '2000000' } })).status).toBe(413)
  })
  it('has 401 before anything of the request is looked at', async () => {
    const response = await ask('POST', '/todos', { json: 3, headers: { authorization: 'no' } })
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
  it('has 304 and 412 by the validators of the 200', async () => {
    const unchanged = await ask('GET', '/todos/7', { headers: { 'if-none-match': 'W/"1"' } })
    expect([unchanged.status, unchanged.headers.get('etag'), unchanged.body]).toEqual([304, '"1"', null])
    expect((await ask('GET', '/todos/7', { headers: { 'if-none-match': '"2"' } })).status).toBe(200)
    expect((await ask('GET', '/todos/7', { headers: { 'if-match': '"2"' } })).status).toBe(412)
    expect((await ask('HEAD', '/todos/7', { headers: { 'if-none-match': '*' } })).status).toBe(304)
  })
  it('asks for the current representation before it is changed', async () => {
    expect((await ask('PUT', '/todos/7', { json: one })).status).toBe(428)
    expect((await ask('PUT', '/todos/7', { json: one, headers: { 'if-match': '"2"' } })).status).toBe(412)
    expect((await ask('PUT', '/todos/7', { json: one, headers: { 'if-match': '"1"' } })).status).toBe(200)
  })
  it('says nothing of what went wrong inside', async () => {
    const response = await ask('POST', '/todos', { json: { title: 'fail', done: true } })
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ title: 'Internal Server Error', status: 500 })
    expect(errors).toMatchObject([{ message: 'the password is 1234' }])
  })
})

describe('what is negotiated, cut and recorded', () => {
  const octets = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const photos = contract({
    photo: get('/photo', {
      headers: { range: z.string().optional() },
      responses: {
        200: bytes({ type: 'image/png', headers: { 'accept-ranges': z.string(), etag: z.string().optional() } }),
        206: bytes({ type: 'image/png', headers: { 'content-range': z.string() } }),
      },
    }),
    either: get('/either', { responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }) } }),
    pay: post('/pay', {
      headers: { 'idempotency-key': z.string() },
      body: json(z.object({ sum: z.number() })),
      responses: { 201: json(z.object({ times: z.number() })) },
    }),
    made: get('/made', { responses: { 200: json(z.array(z.number()), { headers: { etag: z.string().optional() } }) } }),
    events: get('/events', { responses: { 200: bytes({ type: 'text/event-stream' }) } }),
    wrong: get('/wrong/:how', {
      responses: { 200: json(Todo, { headers: { etag: z.string() } }), 401: problem({ headers: { 'www-authenticate': z.string() } }) },
    }),
  })
  let times = 0
  const told: string[] = []
  const serving = serve(
    photos,
    {
      photo: () => reply(200, octets, { 'accept-ranges': 'bytes', etag: '"1"' }),
      either: ({ request }) =>
        request.headers.get('accept') === 'text/csv'
          ? reply(200, 'a,b', { 'content-type': 'text/csv' })
          : reply(200, one, { 'content-type': 'application/json' }),
      pay: async () => reply(201, { times: ++times }),
      made: () => reply(200, [1, 2, 3]),
      events: () => reply(200, sse([{ data: 'hello' }])),
      wrong: ({ params: { how } }) =>
        how === 'body'
          ? reply(200, { ...one, title: '' }, { etag: '"1"' })
          : how === 'field'
            ? reply(200, one, { etag: 'unquoted' })
            : how === 'break'
              ? reply(200, one, { etag: '"1"', 'x-more': 'a\r\nset-cookie: b=c' })
              : how === 'status'
                ? (reply(418, {}) as never)
                : reply(401, {}, { 'www-authenticate': 'Basic realm="x"' }),
    },
    { etag: 'weak', idempotency: {}, onViolation: ({ message }) => told.push(message) },
  )
  const fetch = (path: string, init?: RequestInit) => serving(new Request(`http://localhost${path}`, init))

  it('is a part of the octets', async () => {
    const part = await fetch('/photo', { headers: { range: 'bytes=2-4' } })
    expect([part.status, part.headers.get('content-range'), [...new Uint8Array(await part.arrayBuffer())]]).toEqual([
      206,
      'bytes 2-4/10',
      [2, 3, 4],
    ])
    const none = await fetch('/photo', { headers: { range: 'bytes=20-' } })
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expect((await fetch('/photo', { headers: { range: 'bytes=2-4', 'if-range': '"2"' } })).status).toBe(200)
    expect((await fetch('/photo', { headers: { range: 'bytes=2-4', 'if-none-match': '"1"' } })).status).toBe(304)
  })
  it('is one of several types, and says that another request gets another', async () => {
    const csv = await fetch('/either', { headers: { accept: 'text/csv' } })
    expect([csv.headers.get('content-type'), csv.headers.get('vary'), await csv.text()]).toEqual([
      'text/csv;charset=utf-8',
      'accept',
      'a,b',
    ])
    expect((await fetch('/either')).headers.get('content-type')).toBe('application/json')
    const neither = await fetch('/either', { headers: { accept: 'image/png' } })
    expect([neither.status, await neither.json()]).toMatchObject([406, { detail: 'what can be had is application/json, text/csv' }])
  })
  it('is replayed', async () => {
    const pay = (key: string, sum: number) =>
      fetch('/pay', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
        body: JSON.stringify({ sum }),
      })
    expect(await (await pay('a', 1)).json()).toEqual({ times: 1 })
    expect(await (await pay('a', 1)).json()).toEqual({ times: 1 })
    expect((await pay('a', 2)).status).toBe(422)
    expect(await (await pay('b', 1)).json()).toEqual({ times: 2 })
  })
  it('has an entity tag that is made', async () => {
    const made = (await fetch('/made')).headers.get('etag')!
    expect(made).toMatch(/^W\/"/)
    expect((await fetch('/made', { headers: { 'if-none-match': made } })).status).toBe(304)
  })
  it('is a stream', async () => {
    const events = await fetch('/events')
    expect([events.headers.get('content-type'), await events.text()]).toEqual(['text/event-stream;charset=utf-8', 'data: hello\n\n'])
  })
  it.each([
    ['body', 'content-schema'],
    ['field', 'etag-grammar'],
    ['break', 'field-value-no-ctl'],
    ['status', 'undeclared-status'],
  ])('never goes out with a wrong %s', async (how, rule) => {
    const before = told.length
    const response = await fetch(`/wrong/${how}`)
    expect(response.status).toBe(500)
    expect(told.slice(before)).toEqual([expect.stringMatching(new RegExp(`^wrong \\(GET /wrong/:how\\) answered .*\\[${rule}\\]$`))])
  })
  it('goes out where it is right', async () => {
    expect((await fetch('/wrong/not')).status).toBe(401)
  })
})
