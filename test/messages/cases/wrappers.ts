/** Functions of the user's own around `get` and its kin: generic over schema, path or responses. */
import { del, empty, get, json, patch, post, problem, put, type Content, type Route, type Schema } from 'statute'
import { Todo, word } from './shared.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined

// --- generic over the schema ------------------------------------------------------------------------------------------------------------------------------------------

const readOf = <S extends Schema>(schema: S) => get('/things/:id', { responses: { 200: json(schema), 404: problem() } })
const todo = readOf(Todo)
holds<Same<(typeof todo)['spec']['responses'][200], Content<typeof Todo, 'application/json', {}>>>()

const bareOf = <S extends Schema>(schema: S) => get('/things/:id', { responses: { 200: schema } })
const bare = bareOf(Todo)
holds<Same<(typeof bare)['spec']['responses'][200], typeof Todo>>()

const createOf = <S extends Schema, T extends Schema>(input: S, output: T) =>
  post('/things', { body: json(input), responses: { 201: json(output, { headers: { location: word } }), 422: problem() } })
createOf(Todo, Todo)

const crud = <S extends Schema>(schema: S) => ({
  read: get('/things/:id', { responses: { 200: json(schema, { headers: { etag: word } }), 304: empty() } }),
  replace: put('/things/:id', { headers: { 'if-match': word.optional() }, body: json(schema), responses: { 204: empty(), 412: problem() } }),
  change: patch('/things/:id', { body: json(schema), responses: { 200: json(schema) } }),
  remove: del('/things/:id', { responses: { 204: empty() } }),
})
const things = crud(Todo)
holds<Same<(typeof things)['remove']['path'], '/things/:id'>>()

const wrongOf = <S extends Schema>(schema: S) =>
  del('/things/:id', {
    responses: {
      // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
      204: json(schema),
    },
  })
wrongOf(Todo)

const wrongFieldsOf = <S extends Schema>(schema: S) =>
  get('/things/:id', {
    responses: {
      200: json(schema),
      // @refused at "401": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
      401: json(schema),
    },
  })
wrongFieldsOf(Todo)

const wrongBodyOf = <S extends Schema>(schema: S) =>
  get('/things/:id', {
    // @refused at "body": GET content has no defined meaning (RFC 9110 §9.3.1): use query parameters, query() or post() [get-content-discouraged]
    body: json(schema),
    responses: { 200: json(schema) },
  })
wrongBodyOf(Todo)

// --- generic over the path ----------------------------------------------------------------------------------------------------------------------------------------------

const at = <const P extends `/${string}`>(path: P) => get(path, { responses: { 200: json(Todo), 404: problem() } })
const here = at('/todos/:id')
holds<Same<(typeof here)['path'], '/todos/:id'>>()

const wrongAt = <const P extends `/${string}`>(path: P) =>
  del(path, {
    responses: {
      // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
      204: json(Todo),
    },
  })
wrongAt('/todos/:id')

const under = <const P extends string>(name: P) => get(`/v1/${name}`, { responses: { 200: json(Todo) } })
const versioned = under('todos')
holds<Same<(typeof versioned)['path'], '/v1/todos'>>()

// --- generic over both, and over nothing ----------------------------------------------------------------------------------------------------------------------------------

const list = <const P extends `/${string}`, S extends Schema>(path: P, schema: S): Route<'GET', P> => get(path, { responses: { 200: json(schema) } })
list('/todos', Todo)

class Resource<S extends Schema> {
  readonly read
  constructor(schema: S) {
    this.read = get('/things/:id', { responses: { 200: json(schema) } })
  }
}
holds<Same<Resource<typeof Todo>['read']['spec']['responses'][200], Content<typeof Todo, 'application/json', {}>>>()

const secured = () => ({ 401: problem({ headers: { 'www-authenticate': word } }) }) as const
get('/me', { responses: { 200: json(Todo), ...secured() } })
const insecure = () => ({ 401: problem() }) as const
// @refused from "responses": 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]
get('/me', { responses: { 200: json(Todo), ...insecure() } })
