/** What a server refuses by itself, in the format that the contract declares: asked by the client, over loopback. */
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { client } from '../../src/client/index.js'
import { bytes, contract, get, json, post, problem, put, text } from '../../src/index.js'
import { judge, middleware, type Refusal, reply, serve, ViolationError } from '../../src/server/index.js'

const Todo = z.object({ id: z.string(), title: z.string().min(1) })
const Wrong = z.object({ code: z.string(), at: z.array(z.string()) })
const wrong = ({ reason, errors }: Refusal) => ({ code: reason, at: errors.map(({ pointer }) => pointer) })

const todos = contract(
  {
    read: get('/todos/:id', {
      query: z.object({ page: z.coerce.number().optional() }),
      responses: { 200: json(Todo, { headers: { etag: z.string() } }), 404: text() },
    }),
    create: post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: z.string() } }), 422: json(Wrong) } }),
    replace: put('/todos/:id', {
      headers: { 'if-match': z.string() },
      body: json(Todo),
      responses: { 200: json(Todo), 412: text(), 428: text() },
    }),
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), '4xx': json(Wrong), '5xx': json(Wrong) } },
)

const thrown: unknown[] = []
const violations: string[] = []
const refused: Refusal[] = []
const options = {
  onError: (error: unknown) => void thrown.push(error),
  onViolation: ({ message }: { message: string }) => void violations.push(message),
}
const handlers = {
  read: ({ params }: { params: { id: string } }) => {
    if (params.id === 'fail') throw new Error('the password is 1234')
    return reply(200, { id: params.id, title: 'write' }, { etag: '"1"' })
  },
  create: ({ body }: { body: z.infer<typeof Todo> }) => reply(201, body, { location: `/todos/${body.id}` }),
  replace: { current: () => ({ etag: '"1"' }), handle: ({ body }: { body: z.infer<typeof Todo> }) => reply(200, body) },
}
const handle = serve(todos, handlers, {
  ...options,
  refuse: (refusal) => {
    refused.push(refusal)
    const { status, detail } = refusal
    switch (status) {
      case 412:
        return reply(412, detail ?? '')
      case 428:
        return reply(428, detail ?? '')
      case 404:
        return reply(404, wrong(refusal))
      default:
        return reply(status, wrong(refusal))
    }
  },
})
const server = listen({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 })
afterAll(() => server.close())
const baseUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const api = () => client(todos, { baseUrl: baseUrl() })
const one = { id: '7', title: 'write' }

describe('a refusal in the declared format', () => {
  it('is a reply of the union, and never a breach', async () => {
    const { read, create, replace } = api()
    const headers = { 'if-match': '"1"' }
    const replies = [
      await create({ body: { id: '7', title: '' } }),
      await read({ params: { id: '7' }, query: { page: Number.NaN } }),
      await read({ params: { id: 'fail' } }),
      await replace({ params: { id: '7' }, body: one, headers: { 'if-match': '"2"' } }),
      await replace({ params: { id: '7' }, body: one, headers: {} as never }),
      // Without a connection, which would end in the middle of what is too long.
      await client(todos, { baseUrl: baseUrl(), fetch: (url, init) => handle(new Request(url, init)) }).replace({
        params: { id: '7' },
        body: { id: 'x'.repeat(2 ** 20), title: 'long' },
        headers,
      }),
    ]
    const another = 'the representation is not the one that the request is meant for'
    expect(replies.map((known) => [known.status, 'code' in known ? known.code : known.status, 'body' in known && known.body])).toEqual([
      [422, 422, { code: 'invalid', at: ['#/title'] }],
      ['4xx', 400, { code: 'malformed', at: ['#/page'] }],
      ['5xx', 500, { code: 'failed', at: [] }],
      [412, 412, another],
      [428, 428, 'the request has to have if-match'],
      ['4xx', 413, { code: 'contentTooLarge', at: [] }],
    ])
    expect(violations).toEqual([])
    expect(String(thrown.pop())).toContain('1234')
    expect(refused.find(({ reason }) => reason === 'failed')!.error).toBeInstanceOf(Error)
    expect(refused.find(({ reason }) => reason === 'invalid')).toMatchObject({
      status: 422,
      detail: expect.stringContaining('>=1'),
      errors: [{ in: 'body', pointer: '#/title' }],
      route: { name: ['create'] },
    })
  })

  it('says what the contract has in common where there is no route, with the fields of the law', async () => {
    const ask = (method: string, path: string, init?: RequestInit) => fetch(baseUrl() + path, { method, ...init })
    const lost = await ask('GET', '/nothing')
    expect([lost.status, await lost.json()]).toEqual([404, { code: 'unknownPath', at: [] }])
    const none = await ask('DELETE', '/todos/7')
    expect([none.status, none.headers.get('allow'), await none.json()]).toEqual([
      405,
      'GET, PUT, HEAD, OPTIONS',
      { code: 'unknownMethod', at: [] },
    ])
    const long = await ask('GET', `/todos/${'x'.repeat(20_000)}`).catch(() => undefined)
    // Node refuses a longer header section by itself.
    expect([414, 431, undefined]).toContain(long?.status)
    const brewed = await handle(new Request('http://localhost/todos', { method: 'BREW' }))
    expect([brewed.status, await brewed.json()]).toEqual([501, { code: 'notImplemented', at: [] }])
    const csv = await ask('POST', '/todos', { body: 'a,b', headers: { 'content-type': 'text/csv' } })
    expect([csv.status, csv.headers.get('accept'), await csv.json()]).toEqual([
      415,
      'application/json',
      { code: 'unsupportedType', at: [] },
    ])
    const head = await ask('HEAD', '/todos/7?page=x')
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([400, 'application/json', ''])
  })
})

describe('what says refusals', () => {
  const of = (refuse: (refusal: Refusal) => unknown, judging: 'throw' | 'report' | 'off' = 'throw') =>
    serve(todos, handlers, { ...options, judge: judging, refuse: refuse as never })
  const invalid = () =>
    new Request('http://localhost/todos', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  const csv = () => new Request('http://localhost/todos', { method: 'POST', body: 'a', headers: { 'content-type': 'text/csv' } })

  it('may answer a message, which keeps what the law wants', async () => {
    const asked = csv()
    const answer = await of(() => Response.json({ code: 'mine', at: [] }, { status: 415, headers: { allow: 'GET', accept: 'none' } }))(
      asked,
    )
    expect([answer.status, answer.headers.get('accept'), await answer.json()]).toEqual([415, 'application/json', { code: 'mine', at: [] }])
    const gone = await of(
      () => new Response(null, { status: 405, headers: { allow: 'BREW' } }),
      'off',
    )(new Request('http://localhost/todos', { method: 'DELETE' }))
    expect(gone.headers.get('allow')).toBe('POST, OPTIONS')
    expect(await judge(new Request('http://localhost/todos', { method: 'DELETE' }), gone, { contract: todos })).not.toContainEqual(
      expect.objectContaining({ rule: 'allow-matches-routes' }),
    )
  })

  it('falls back to a problem with the refused status where it throws', async () => {
    thrown.length = 0
    for (const refuse of [
      () => {
        throw new Error('secret')
      },
      () => Promise.reject(new Error('secret')),
    ]) {
      const answer = await of(refuse)(invalid())
      expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ errors: expect.any(Array) })
    }
    expect(thrown.map(String)).toEqual(['Error: secret', 'Error: secret'])
  })

  it.each<[string, () => unknown, string]>([
    ['content against its schema', () => reply(422, { code: 7 }), 'content-schema'],
    ['an undeclared media type', () => new Response('no', { status: 422, headers: { 'content-type': 'text/plain' } }), 'undeclared-type'],
    ['problem details where others are declared', () => undefined, 'undeclared-type'],
    ['an undeclared status', () => reply(302), 'undeclared-status'],
    ['a message against the law', () => new Response(null, { status: 401 }), 'undeclared-type'],
    ['a line break in a field', () => reply(422, { code: 'a', at: [] }, { 'x-a': 'b\nc' }), 'field-value-no-ctl'],
  ])('is judged like a handler: %s', async (_, refuse, rule) => {
    violations.length = 0
    const answer = await of(refuse)(invalid())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
    expect(violations).toEqual([expect.stringMatching(new RegExp(`^create \\(POST /todos\\) .*\\[${rule}\\]$`, 's'))])
  })

  it('is reported, or not looked at, where that is asked for', async () => {
    violations.length = 0
    const reported = await of(() => reply(422, { code: 7 }), 'report')(invalid())
    expect([reported.status, await reported.json(), violations.length]).toEqual([422, { code: 7 }, 1])
    const unseen = await of(() => reply(422, { code: 7 }), 'off')(invalid())
    expect([unseen.status, violations.length]).toEqual([422, 1])
  })

  it('is left out for a status that is not declared: a problem says it', async () => {
    const plain = contract({ read: get('/:id', { params: z.object({ id: z.uuid() }), responses: { 200: json(Todo) } }) })
    const asked = serve(plain, { read: () => reply(200, one) }, { ...options, refuse: ({ status }) => reply(status as 200, one) })
    const answer = await asked(new Request('http://localhost/7'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })

  it('says what is refused after the handler, and of a key that came before', async () => {
    const shop = contract(
      {
        read: get('/', {
          headers: { 'if-match': z.string().optional() },
          responses: { 200: json(Todo, { headers: { etag: z.string() } }) },
        }),
        order: post('/', { headers: { 'idempotency-key': z.string() }, body: json(Todo), responses: { 201: json(Todo) } }),
      },
      { common: { '4xx': json(Wrong), '5xx': json(Wrong) } },
    )
    const asked = serve(
      shop,
      { read: () => reply(200, one, { etag: '"1"' }), order: ({ body }) => reply(201, body) },
      { ...options, idempotency: {}, refuse: (refusal) => reply(refusal.status, wrong(refusal)) },
    )
    const said = async (method: string, headers: Record<string, string>, body?: string) => {
      const answer = await asked(new Request('http://localhost/', { method, headers, ...(body && { body }) }))
      return [answer.status, ((await answer.json()) as { code?: string }).code]
    }
    const keyed = (key: string) => ({ 'content-type': 'application/json', 'idempotency-key': key })
    const order = JSON.stringify(one)
    expect([
      await said('GET', { 'if-match': '"2"' }),
      await said('POST', keyed('1'), order),
      await said('POST', keyed('1'), order),
      await said('POST', keyed('1'), `${order} `),
      await said('POST', keyed('x'.repeat(300)), order),
    ]).toEqual([
      [412, 'preconditionFailed'],
      [201, undefined],
      [201, undefined],
      [422, 'repeated'],
      [400, 'repeated'],
    ])
  })

  it('says that no part is there', async () => {
    const fields = { 'content-range': z.string(), 'accept-ranges': z.string() }
    const reels = (unsatisfiable: ReturnType<typeof problem>) =>
      contract({
        reel: get('/', {
          headers: { range: z.string().optional() },
          responses: {
            200: bytes({ headers: { 'accept-ranges': z.string() } }),
            206: bytes({ headers: { 'content-range': z.string() } }),
            416: unsatisfiable as never,
          },
        }),
      })
    const octets = () => reply(200, new Uint8Array(10), { 'accept-ranges': 'bytes' })
    const call = async (declared: ReturnType<typeof reels>, refuse?: (refusal: Refusal) => unknown) => {
      const asked = serve(declared, { reel: octets } as never, { ...options, ...(refuse && { refuse: refuse as never }) })
      const api = client(declared, { baseUrl: 'http://localhost', fetch: (url, init) => asked(new Request(url, init)) })
      return (api.reel as (input: object) => Promise<object>)({ range: 'bytes=20-' })
    }
    const title = 'Range Not Satisfiable'
    expect(await call(reels(problem({ headers: fields }) as never))).toMatchObject({
      status: 416,
      body: { title, status: 416, detail: 'no part that was asked for is there' },
      headers: { 'content-range': 'bytes */10', 'accept-ranges': 'bytes' },
    })
    const other = reels(json(Wrong, { headers: fields }) as never)
    expect(await call(other, (refusal) => reply(416, wrong(refusal), { 'content-range': 'no', 'accept-ranges': 'none' }))).toMatchObject({
      status: 416,
      body: { code: 'unsatisfiable' },
      headers: { 'content-range': 'bytes */10' },
    })
    await expect(call(other)).rejects.toThrow('reel (GET /) declares 416 as application/json')
  })

  it('answers what schemas give out, where replies are encoded', async () => {
    const When = z.object({
      at: z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (at) => at.toISOString() }),
    })
    const plain = contract({
      read: get('/:n', { params: z.object({ n: z.coerce.number() }), responses: { 200: Todo, 400: json(When), 500: json(When) } }),
    })
    const asked = serve(
      plain,
      { read: () => reply(200, one) },
      { ...options, encode: z.encode, refuse: ({ status }) => (status === 400 ? reply(400, { at: new Date(0) }) : undefined) },
    )
    const answer = await asked(new Request('http://localhost/x'))
    expect([answer.status, await answer.json()]).toEqual([400, { at: '1970-01-01T00:00:00.000Z' }])
  })

  it('leaves what middleware answers to the judge of replies', async () => {
    violations.length = 0
    const forged = middleware(() => reply(401, { title: 7 as never }, { 'www-authenticate': 'Basic' }))
    const asked = serve(todos, handlers, { ...options, use: [forged], refuse: () => reply(500, { code: 'x', at: [] }) })
    expect([(await asked(invalid())).status, violations]).toEqual([500, [expect.stringMatching(/answered 401 .*\[content-schema\]$/)]])
  })

  it('does not stand in for what handlers and middleware answer', async () => {
    const auth = middleware(() => reply(401, { title: 'Who?' }, { 'www-authenticate': 'Basic' }))
    const asked = serve(todos, handlers, { ...options, use: [auth], refuse: () => reply(422, { code: 'x', at: [] }) })
    expect((await asked(invalid())).status).toBe(401)
  })
})

describe('a contract that declares another format', () => {
  const said = (declared: Parameters<typeof serve>[0], given: unknown, judging?: 'throw' | 'report' | 'off') => {
    violations.length = 0
    const make = () => serve(declared, given as never, { ...options, judge: judging ?? 'throw' })
    if (judging && judging !== 'throw') make()
    else
      try {
        make()
      } catch (error) {
        expect(error).toBeInstanceOf(ViolationError)
        return [(error as Error).message]
      }
    return [...violations]
  }
  const how = 'and what serve refuses by itself is a problem: give it refuse, or declare problem()'

  it('is refused when it is served without anybody to say it', () => {
    expect(said(todos, handlers)).toEqual([`read (GET /todos/:id) declares 400 as application/json, ${how} [undeclared-type]`])
    expect(said(todos, handlers, 'report')).toContain(`create (POST /todos) declares 422 as application/json, ${how} [undeclared-type]`)
    expect(said(todos, handlers, 'off')).toEqual([])
  })

  it('is taken where the server never refuses so, or in problems', () => {
    const responses = { 200: json(Todo), 404: text(), 413: text(), 400: text(), 422: json(Wrong), 500: problem() }
    expect(said(contract({ list: get('/todos', { responses }) }), { list: () => reply(200, one) })).toEqual([])
  })

  it('is refused for members and fields that no problem of the server has', () => {
    const with500 = (response: unknown) =>
      said(contract({ list: get('/todos', { responses: { 200: json(Todo), 500: response as never } }) }), { list: () => reply(200, one) })
    expect(with500(problem({ schema: z.object({ trace: z.string() }) }))).toEqual([
      `list (GET /todos) declares 500 with more members, ${how} [content-schema]`,
    ])
    expect(with500(problem({ headers: { 'x-trace': z.string() } }))).toEqual([
      `list (GET /todos) declares 500 with the field x-trace, ${how} [field-schema]`,
    ])
    expect(with500(problem({ headers: { 'x-trace': z.string().optional() } }))).toEqual([])
  })
})
