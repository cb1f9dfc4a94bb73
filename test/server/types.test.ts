/** Types of the server by `tsc` 7, which checks this file with the rest. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { bytes, contract, empty, get, head, json, media, post, problem, put } from '../../src/index.js'
import { type Arrival, type Handlers, middleware, reply, serve } from '../../src/server/index.js'
import { Dated, Todo } from '../client/todos.js'

type Whole = z.infer<typeof Todo>
const one: Whole = { id: '7', title: 'x', done: true }
/** Compiled and never run. */
const unsaid = (_: () => unknown) => expect(_).toBeTypeOf('function')

const todos = contract(
  {
    list: get('/todos', { query: z.object({ page: z.coerce.number().optional() }), responses: { 200: json(z.array(Todo)) } }),
    read: get('/todos/:id', {
      responses: { 200: json(Todo, { headers: { etag: z.string(), age: z.string().optional() } }), 304: empty(), 404: problem() },
    }),
    state: get('/state', {
      responses: { 200: json(z.object({ state: z.enum(['on', 'off']), at: z.array(z.string()) })), '4xx': problem() },
    }),
    group: {
      create: post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: z.string() } }), 204: empty() } }),
      peek: head('/peek', { responses: { 200: empty() } }),
      raw: put('/raw/:name', { body: bytes(), responses: { 200: bytes() } }),
      either: put('/either', {
        body: media({ 'application/json': Todo, 'text/csv': z.string() }),
        responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }) },
      }),
    },
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), 500: problem() } },
)

describe('a handler', () => {
  it('is given what its route declares, decoded', () => {
    const handlers: Handlers<typeof todos> = {
      list: ({ query }) => {
        expectTypeOf(query).toEqualTypeOf<{ page?: number | undefined }>()
        return reply(200, [])
      },
      read: ({ params, body }) => {
        expectTypeOf(params).toEqualTypeOf<{ readonly id: string }>()
        expectTypeOf(body).toEqualTypeOf<undefined>()
        return reply(404, {})
      },
      state: () => reply(418, {}),
      group: {
        create: async ({ body }) => {
          expectTypeOf(body).toEqualTypeOf<Whole>()
          return reply(201, body, { location: '/' })
        },
        peek: () => reply(200),
        raw: ({ body, params }) => {
          expectTypeOf(body).toEqualTypeOf<Uint8Array>()
          expectTypeOf(params.name).toEqualTypeOf<string>()
          return reply(200, body)
        },
        either: (call) => {
          if (call.type === 'text/csv') expectTypeOf(call.body).toEqualTypeOf<string>()
          else expectTypeOf(call.body).toEqualTypeOf<Whole>()
          return call.type === 'text/csv'
            ? reply(200, call.body, { 'content-type': 'text/csv' })
            : { status: 200, body: call.body, headers: { 'content-type': 'application/json' } }
        },
      },
    }
    expect(handlers.group.peek).toBeTypeOf('function')
  })
  it('answers what its route declares, and no more', () => {
    type Read = ReturnType<Handlers<typeof todos>['read']>
    const is = <T>(_: T) => {}
    unsaid(() => {
      is<Read>(reply(200, one, { etag: '"1"' }))
      is<Read>(reply(200, one, { etag: '"1"', 'cache-control': 'no-store', 'set-cookie': ['a=1', 'b=2'] }))
      is<Read>({ status: 200, body: one, headers: { etag: '"1"' } })
      is<Read>(Promise.resolve(reply(404, { title: 'no' })))
      is<Read>(reply(401, {}, { 'www-authenticate': 'Basic' }))
      is<Read>(reply(304))
      is<Read>({ status: 304 })
      // @ts-expect-error an undeclared status
      is<Read>(reply(418))
      // @ts-expect-error a missing field
      is<Read>(reply(200, one))
      // @ts-expect-error a missing field of a common response
      is<Read>(reply(401, {}))
      // @ts-expect-error a wrong field
      is<Read>(reply(200, one, { etag: 1 }))
      // @ts-expect-error wrong content
      is<Read>(reply(200, { ...one, done: 'yes' }, { etag: '"1"' }))
      // @ts-expect-error no content
      is<Read>(reply(200))
      // @ts-expect-error content where there is none
      is<Read>(reply(304, {}))
      // @ts-expect-error a number that may be any
      is<Read>({ status: 200 as number, body: one, headers: { etag: '"1"' } })
    })
  })
  it('keeps literals as they are written', () => {
    unsaid(() => {
      serve(contract({ state: todos.routes.state }), {
        state: async ({ request }) => {
          if (request.method === 'GET') return { status: 200, body: { state: 'on', at: [] } }
          if (request.url === '') return reply(200, { state: 'off', at: ['x'] })
          return reply(418, { title: 'tea' })
        },
      })
      // @ts-expect-error 200 is none of 4xx, and has other content
      serve(contract({ state: todos.routes.state }), { state: () => reply(200, { title: 'tea' }) })
    })
  })
  it('gives what schemas give out where replies are encoded', () => {
    const dated = contract({ dated: get('/dated', { responses: { 200: json(Dated) } }) })
    unsaid(() => {
      serve(dated, { dated: () => reply(200, { at: '2026-01-02T03:04:05Z' }) })
      serve(dated, { dated: () => reply(200, { at: new Date() }) }, { encode: z.encode })
      // @ts-expect-error text goes where no value is encoded
      serve(dated, { dated: () => reply(200, { at: new Date() }) })
    })
  })
  it('may be missing in a part, and not in the whole', () => {
    const part = { list: () => reply(200, [one]) } satisfies Pick<Handlers<typeof todos>, 'list'>
    const small = contract({ list: todos.routes.list, peek: todos.routes.group.peek })
    unsaid(() => {
      serve(small, { ...part, peek: () => reply(200) })
      // @ts-expect-error peek is missing
      serve(small, { ...part })
      // @ts-expect-error there is no such route
      serve(small, { ...part, peek: () => reply(200), poke: () => reply(200) })
    })
  })
})

describe('context', () => {
  const auth = middleware(async ({ request }) =>
    request.headers.has('authorization') ? { user: 'Ada' } : reply(401, { title: 'Who?' }, { 'www-authenticate': 'Basic' }),
  )
  const store = middleware(({ context }: Arrival<{ env: { url: string } }>) => ({ db: new URL(context.env.url) }))
  const small = contract({ peek: todos.routes.group.peek }, { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }) } })
  it('is what middleware adds and what is given', () => {
    unsaid(() => {
      const handle = serve(
        small,
        {
          peek: ({ context }) => {
            expectTypeOf(context.user).toEqualTypeOf<string>()
            expectTypeOf(context.db).toEqualTypeOf<URL>()
            return reply(200)
          },
        },
        { use: [auth, store], onError: (error) => console.error(error) },
      )
      handle(new Request('/'), { env: { url: '' } })
      // @ts-expect-error the environment is needed
      handle(new Request('/'))
      serve(small, { peek: () => reply(200) }, { use: [auth] })(new Request('/'))
    })
  })
  it('refuses with what the contract has in common', () => {
    unsaid(() => {
      // @ts-expect-error 401 is not in common
      serve(contract({ peek: todos.routes.group.peek }), { peek: () => reply(200) }, { use: [auth] })
    })
  })
})
