/** What handlers are given, and what they may answer. */

import { contract, empty, get, json, post, problem } from 'statute'
import { type Handlers, middleware, reply, type Server, serve } from 'statute/server'
import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const todos = contract(
  {
    read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem() } }),
    create: post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }),
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }) } },
)
const one = { id: '7', title: 'x' }
type Read = ReturnType<Handlers<typeof todos>['read']>

// What a route declares, and nothing else, may be answered.
expectAssignable<Read>(reply(200, one, { etag: '"1"' }))
expectAssignable<Read>(Promise.resolve(reply(404, { title: 'none', more: 1 })))
expectAssignable<Read>({ status: 304 })
expectAssignable<Read>(reply(401, {}, { 'www-authenticate': 'Basic' }))
expectNotAssignable<Read>(reply(200, one))
expectNotAssignable<Read>(reply(201, one))
expectNotAssignable<Read>(reply(200, { id: '7' }, { etag: '"1"' }))
expectNotAssignable<Read>(reply(401, {}))
expectNotAssignable<Read>(reply(304, {}))

// What a handler is given.
declare const call: Parameters<Handlers<typeof todos, { user: string }>['create']>[0]
expectType<{ id: string; title: string }>(call.body)
expectType<string>(call.context.user)
declare const bare: Parameters<Handlers<typeof todos>['read']>[0]
expectType<undefined>(bare.body)

// Literals are kept, whether or not anything asks for them.
expectType<'on'>(reply(200, { state: 'on' }).body.state)
expectType<404>(reply(404).status)

const auth = middleware(() => (Math.random() > 1 ? { user: 'Ada' } : reply(401, {}, { 'www-authenticate': 'Basic' })))
const handlers: Handlers<typeof todos> = { read: () => reply(404, {}), create: ({ body }) => reply(201, body) }
expectType<Server<{}>>(serve(todos, handlers, { use: [auth] }))
expectError(serve(todos, { read: () => reply(404, {}) }, { use: [auth] }))
expectError(serve(contract({ read: todos.routes.read }), { read: () => reply(404, {}) }, { use: [auth] }))

// What says refusals answers what some route declares, a message, or nothing.
serve(todos, handlers, { refuse: ({ status }) => (status === 404 ? reply(404, { title: 'none' }) : undefined) })
serve(todos, handlers, { refuse: () => ({ status: 404, body: { title: 'none' } }) })
serve(
  todos,
  { read: () => reply(404, {}), create: ({ body }) => reply(201, body) },
  { use: [auth], encode: z.encode, refuse: async () => ({ status: 404, body: { title: 'none' } }) },
)
serve(todos, handlers, { refuse: async ({ request }) => Response.json({ url: request.url }) })
expectError(serve(todos, handlers, { refuse: () => reply(422, {}) }))
expectError(serve(todos, handlers, { refuse: () => reply(404, 'none') }))
expectError(serve(todos, handlers, { refuse: () => reply(401, {}) }))
expectError(serve(todos, handlers, { refuse: () => 'none' }))
const ranged = contract(
  { sub: contract({ list: get('/', { responses: { 200: Todo } }) }) },
  { common: { '4xx': json(Todo), '5xx': json(Todo) } },
)
serve(ranged, { sub: { list: () => reply(200, one) } }, { refuse: ({ status }) => reply(status, one) })
expectError(serve(ranged, { sub: { list: () => reply(200, one) } }, { refuse: ({ status }) => reply(status, { id: 7 }) }))

// A status that is declared on a condition may be answered, and only as it is declared.
declare const isOn: boolean
const conditional = contract({
  read: get('/todos/:id', { responses: { 200: json(Todo), ...(isOn && { 404: problem() }), ...(isOn ? { 410: empty() } : {}) } }),
})
type Conditional = ReturnType<Handlers<typeof conditional>['read']>
expectAssignable<Conditional>(reply(404, { title: 'none' }))
expectAssignable<Conditional>(reply(410))
expectNotAssignable<Conditional>(reply(404))
expectNotAssignable<Conditional>(reply(403, {}))
