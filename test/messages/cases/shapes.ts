/** The shapes in which users write a spec: in parts, shared, spread, out of a function, or too wide to be judged. */
import { type Body, contract, del, empty, get, json, patch, post, problem, put, route, text, type Content, type Empty, type Route, type Schema } from 'statute'
import * as shared from './shared.js'
import { Todo, word } from './shared.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined

// --- an imported schema, and imported responses -------------------------------------------------------------------------------------------------------------

// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: json(Todo) } })
// @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos/:id', { responses: { 204: shared.Todo } })
// @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
get('/me', { responses: { 200: Todo, 401: shared.notFound } })
get('/me', { responses: { 200: Todo, 401: shared.unauthorized, 404: shared.notFound } })

// --- a spread of what is shared: its keys come as strings ----------------------------------------------------------------------------------------------------

const spread = get('/todos/:id', { responses: { 200: json(Todo), ...shared.failures } })
holds<Same<(typeof spread)['spec']['responses'][404], (typeof shared.failures)[404]>>()
put('/todos/:id', { body: json(Todo), responses: { 204: empty(), ...shared.failures } })
get('/me', {
  // The guilty key stands elsewhere, so the compiler begins at the nearest place that is written here.
  // @refused from "responses": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
  responses: { 200: json(Todo), ...shared.wrongFailures },
})
// A spread says less than what is written after it.
get('/me', { responses: { ...shared.wrongFailures, 200: json(Todo), 401: shared.unauthorized } })
get('/me', {
  responses: {
    ...shared.failures,
    200: json(Todo),
    // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    204: json(Todo),
  },
})
// A whole spec, spread.
const base = { responses: { 200: json(Todo), 404: problem() } } as const
get('/todos', { ...base })
get('/todos', { ...base, query: Todo })
// @refused at "{": PATCH declares no patch document (RFC 5789 §2): declare body with its type [patch-declares-content]
patch('/todos', { ...base })

// --- objects of their own ---------------------------------------------------------------------------------------------------------------------------------------

const fine = { 200: json(Todo), 404: problem() } as const
const wrong = { 200: json(Todo), 204: json(Todo) } as const
const loose = { 200: json(Todo), 204: json(Todo) }
const mine = get('/todos/:id', { responses: fine })
holds<Same<(typeof mine)['spec']['responses'], typeof fine>>()
// @refused from "responses": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
get('/todos/:id', { responses: wrong })
// @refused from "responses": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
get('/todos/:id', { responses: loose })
const spec = { responses: { 200: json(Todo), 204: json(Todo) } } as const
// @refused from "spec": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
get('/todos/:id', spec)
const shorthand = { 200: json(Todo), 404: problem() } as const
{
  const responses = shorthand
  get('/todos/:id', { responses })
}

// --- functions that return a route or a contract -------------------------------------------------------------------------------------------------------------------

const make = (secured: boolean) =>
  contract({
    list: get('/todos', { responses: { 200: json(Todo) }, summary: secured ? 'for some' : 'for all' }),
    // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
    remove: del('/todos/:id', { responses: { 204: json(Todo) } }),
  })
const made = make(true)
holds<Same<(typeof made)['routes']['list']['spec']['responses'][200], Content<typeof Todo, 'application/json', {}>>>()

function ready() {
  return contract({ list: get('/todos', { responses: { 200: json(Todo) } }), clear: del('/todos', { responses: { 204: empty() } }) })
}
const done = contract({ todos: ready(), me: get('/me', { responses: { 200: json(Todo) } }) })
holds<Same<(typeof done)['routes']['todos']['routes']['clear']['spec']['responses'][204], Empty<{}>>>()

// --- too wide to be judged: no opinion, and no crash ----------------------------------------------------------------------------------------------------------------

declare const byCode: Record<number, Schema>
declare const byName: Record<string, Body>
declare const code: number
declare const path: string
declare const anyPath: `/${string}`
declare const method: string
declare const oneOf: 'GET' | 'DELETE'
declare const maybe: boolean
declare const either: Content | Empty
get('/todos', { responses: byCode })
get('/todos', { responses: byName })
get('/todos', { responses: { 200: json(Todo), ...byCode } })
get('/todos', { responses: { 200: json(Todo), [code]: problem() } })
get(anyPath, { responses: { 200: json(Todo) } })
get(anyPath, { params: Todo, responses: { 200: json(Todo) } })
get(`/todos/${path}`, { responses: { 200: json(Todo) } })
get('/todos', { headers: byCode as Record<string, Schema>, responses: { 200: json(Todo) } })
route(method, '/todos', { responses: { 200: json(Todo) } })
route(oneOf, '/todos', { responses: { 200: json(Todo) } })
const wide: Route = get('/todos', { responses: { 200: json(Todo) } })
contract({ wide })
contract({} as Record<string, Route>)
// Half of it wrong is wrong enough.
// @refused from "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos', { responses: { 200: json(Todo), 204: maybe ? empty() : json(Todo) } })
// @refused from "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
del('/todos', { responses: { 204: either } })
// A spec of which nothing is known says nothing.
declare const unknownSpec: Parameters<typeof describeRoute>[0]
function describeRoute(spec: { readonly responses: { readonly [code: number]: Body } }) {
  return get('/todos', spec)
}
get('/todos', unknownSpec)
post('/todos', { body: either, responses: { 201: text() } })
get('/todos', { headers: { 'x-trace': word }, responses: { 200: Todo } })
