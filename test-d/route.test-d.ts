/** What a declared route and a declared contract are: exactly what was written. */
import type { Content, Contract, Define, Empty, Output, Problem, Rfc9110, Route } from 'statute'
import {
  bytes,
  contract,
  del,
  empty,
  get,
  head,
  isContract,
  isRoute,
  json,
  options,
  patch,
  post,
  problem,
  put,
  query,
  route,
  text,
  trace,
} from 'statute'
import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string(), done: z.boolean() })
type Todo = z.infer<typeof Todo>
const word = z.string()

// --- each method --------------------------------------------------------------------------------------------------------------------

expectType<'GET'>(get('/todos', { responses: { 200: json(Todo) } }).method)
expectType<'HEAD'>(head('/todos', { responses: { 200: empty() } }).method)
expectType<'POST'>(post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }).method)
expectType<'PUT'>(put('/todos/:id', { body: json(Todo), responses: { 204: empty() } }).method)
expectType<'PATCH'>(patch('/todos/:id', { body: json(Todo), responses: { 200: json(Todo) } }).method)
expectType<'DELETE'>(del('/todos/:id', { responses: { 204: empty() } }).method)
expectType<'OPTIONS'>(options('*', { responses: { 204: empty({ headers: { allow: word } }) } }).method)
expectType<'TRACE'>(trace('/', { responses: { 200: bytes({ type: 'message/http' }) } }).method)
expectType<'QUERY'>(query('/todos', { body: json(Todo), responses: { 200: json(Todo) } }).method)
expectType<'CONNECT'>(route('CONNECT', 'example.com:443', { responses: { 200: empty() } }).method)
expectType<'PROPFIND'>(route('PROPFIND', '/shelf', { headers: { depth: word }, responses: { 207: text() } }).method)
expectType<'GET'>(route('GET', '/todos', { responses: { 200: json(Todo) } }).method)
expectAssignable<Define<Rfc9110, 'GET'>>(get)

// --- each status of the founding article ------------------------------------------------------------------------------------------------

const every = get('/todos', {
  headers: { expect: word.optional(), upgrade: word.optional(), 'if-none-match': word.optional() },
  responses: {
    100: empty(),
    101: empty({ headers: { upgrade: word } }),
    200: json(Todo, { headers: { etag: word } }),
    201: json(Todo),
    204: empty(),
    301: empty({ headers: { location: word } }),
    302: empty({ headers: { location: word } }),
    304: empty(),
    400: problem(),
    401: problem({ headers: { 'www-authenticate': word } }),
    403: problem(),
    404: problem(),
    500: problem(),
    501: problem(),
    503: problem(),
  },
})
expectType<100 | 101 | 200 | 201 | 204 | 301 | 302 | 304 | 400 | 401 | 403 | 404 | 500 | 501 | 503>(
  {} as keyof (typeof every)['spec']['responses'],
)
expectType<Empty<{}>>(every.spec.responses[204])
expectType<Content<typeof Todo, 'application/json', {}>>(every.spec.responses[201])
expectType<Problem>({} as Output<(typeof every)['spec']['responses'][404]['schema']>)
expectType<z.ZodString>(every.spec.responses[401].headers['www-authenticate'])
expectNotAssignable<keyof (typeof every)['spec']['responses']>(402)

// --- a whole route --------------------------------------------------------------------------------------------------------------------------

const rename = patch('/orgs/:org/todos/:id', {
  params: z.object({ org: word, id: z.uuid() }),
  query: z.object({ dry: z.stringbool().optional() }),
  headers: { 'if-match': word },
  body: json(Todo.pick({ title: true }), { type: 'application/merge-patch+json' }),
  idempotent: 'precondition',
  role: 'gateway',
  deprecated: { since: '2026-01-01', sunset: '2026-12-31' },
  waive: { 'vary-when-negotiated': 'one representation' },
  responses: { 200: Todo, 404: problem(), 412: problem(), '5xx': problem(), default: problem() },
})
expectType<'/orgs/:org/todos/:id'>(rename.path)
expectType<{ org: string; id: string }>({} as Output<(typeof rename)['spec']['params']>)
expectType<{ dry?: boolean | undefined }>({} as Output<(typeof rename)['spec']['query']>)
expectType<z.ZodString>(rename.spec.headers['if-match'])
expectType<'application/merge-patch+json'>(rename.spec.body.type)
expectType<{ title: string }>({} as Output<(typeof rename)['spec']['body']['schema']>)
expectType<'precondition'>(rename.spec.idempotent)
expectType<'gateway'>(rename.spec.role)
expectType<string>(rename.spec.deprecated.sunset)
expectType<typeof Todo>(rename.spec.responses[200])
expectType<200 | 404 | 412 | '5xx' | 'default'>({} as keyof (typeof rename)['spec']['responses'])
expectAssignable<Route>(rename)
expectNotAssignable<Route<'GET'>>(rename)
// What was not declared is not there.
expectError(get('/todos', { responses: { 200: json(Todo) } }).spec.body)

// --- a contract ------------------------------------------------------------------------------------------------------------------------------

const todos = contract(
  {
    list: get('/todos', { responses: { 200: json(z.array(Todo)) } }),
    one: {
      read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: word } }), 304: empty() } }),
      remove: del('/todos/:id', { responses: { 204: empty() } }),
    },
  },
  { common: { 401: problem({ headers: { 'www-authenticate': word } }), 500: problem() }, role: 'origin', name: 'todos' },
)
expectType<'list' | 'one'>({} as keyof (typeof todos)['routes'])
expectType<Todo[]>({} as Output<(typeof todos)['routes']['list']['spec']['responses'][200]['schema']>)
expectType<'/todos/:id'>(todos.routes.one.read.path)
expectType<200 | 304>({} as keyof (typeof todos)['routes']['one']['read']['spec']['responses'])
expectType<401 | 500>({} as keyof (typeof todos)['options']['common'])
expectType<'origin'>(todos.options.role)
expectType<string>(todos.options.name)
expectAssignable<Contract>(todos)
const both = contract({ todos, ping: get('/ping', { responses: { 204: empty() } }) })
expectType<'DELETE'>(both.routes.todos.routes.one.remove.method)
expectError(contract({ list: '/todos' }))
expectError(contract({ list: get('/todos', { responses: { 200: json(Todo) } }) }, { common: { 204: json(Todo) } }))
expectError(contract({ list: get('/todos', { responses: { 200: json(Todo) } }) }, { common: { 412: problem() } }))

declare const something: unknown
if (isRoute(something)) expectType<Route>(something)
if (isContract(something)) expectType<Contract>(something)
