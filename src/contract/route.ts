/** Declaring routes and contracts. Nothing is judged here at run time: the compiler has done it, and `statute check` does the rest. */

import type { Contract, Define, DefineContract, DefineRoute, Route } from '../../types/route.js'
import type { Law } from '../registry/facts.js'
import type { Rfc9110 } from '../registry/rfc9110.js'

// A function takes the type it is asked for: comparing it with the checking types would make the compiler work them out for every law.
const as = <T>(declare: (...written: never[]) => object): T => declare as T

/** `get`, `post` and their kin for one method of a law. */
export const defineMethod = <L extends Law, const M extends string>(method: M): Define<L, M> =>
  as<Define<L, M>>((path: string, spec: object) => ({ method, path, spec }))

/**
 * Retrieves a representation.
 *
 * Safe and cacheable: clients, crawlers and caches may send it unasked, so it must change nothing.
 *
 * @example get('/todos', { query: Filter, responses: { 200: json(Todos) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1
 */
export const get: Define<Rfc9110, 'GET'> = /* @__PURE__ */ defineMethod<Rfc9110, 'GET'>('GET')
/**
 * Like GET, without the content.
 *
 * It tells what a GET would say, its length and validators for example, for the price of the fields.
 *
 * @example head('/todos', { responses: { 200: empty({ headers: { etag: z.string() } }) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
 */
export const head: Define<Rfc9110, 'HEAD'> = /* @__PURE__ */ defineMethod<Rfc9110, 'HEAD'>('HEAD')
/**
 * Has the resource process the content by its own semantics.
 *
 * Neither safe nor idempotent: nobody may send it again without knowing what happened the first time.
 *
 * @example post('/todos', { body: json(NewTodo), responses: { 201: json(Todo, { headers: { location: z.string() } }) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.3
 */
export const post: Define<Rfc9110, 'POST'> = /* @__PURE__ */ defineMethod<Rfc9110, 'POST'>('POST')
/**
 * Creates or replaces the state of the resource.
 *
 * Idempotent: the content is the whole new state, so that sending it twice leaves the same.
 *
 * @example put('/todos/:id', { body: json(Todo), responses: { 201: json(Todo), 204: empty() } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.4
 */
export const put: Define<Rfc9110, 'PUT'> = /* @__PURE__ */ defineMethod<Rfc9110, 'PUT'>('PUT')
/**
 * Changes the resource as the patch document says.
 *
 * Not idempotent as such; a route may claim to be, and say on what basis.
 *
 * @example patch('/todos/:id', { idempotent: 'value-setting', body: json(Changes), responses: { 200: json(Todo) } })
 * @see https://www.rfc-editor.org/rfc/rfc5789#section-2
 */
export const patch: Define<Rfc9110, 'PATCH'> = /* @__PURE__ */ defineMethod<Rfc9110, 'PATCH'>('PATCH')
/**
 * Removes the association of the target with its function.
 *
 * Idempotent: what is gone stays gone. Named so because `delete` is a word of the language.
 *
 * @example del('/todos/:id', { responses: { 204: empty(), 404: problem() } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.5
 */
export const del: Define<Rfc9110, 'DELETE'> = /* @__PURE__ */ defineMethod<Rfc9110, 'DELETE'>('DELETE')
/**
 * Asks what the resource, or with `*` the server, can do.
 *
 * Browsers send it before requests to another origin.
 *
 * @example options('*', { responses: { 204: empty({ headers: { allow: z.string() } }) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.7
 */
export const options: Define<Rfc9110, 'OPTIONS'> = /* @__PURE__ */ defineMethod<Rfc9110, 'OPTIONS'>('OPTIONS')
/**
 * Echoes the request, for tests of the way to the server.
 *
 * It carries neither content nor secrets, because all of it comes back as content.
 *
 * @example trace('/', { responses: { 200: bytes({ type: 'message/http' }) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.8
 */
export const trace: Define<Rfc9110, 'TRACE'> = /* @__PURE__ */ defineMethod<Rfc9110, 'TRACE'>('TRACE')
/**
 * Asks safely, with content.
 *
 * For questions that are too long for a URI: unlike POST it may be repeated and cached.
 *
 * @example query('/todos', { body: json(Filter), responses: { 200: json(Todos) } })
 * @see https://www.rfc-editor.org/rfc/rfc10008#section-2
 */
export const query: Define<Rfc9110, 'QUERY'> = /* @__PURE__ */ defineMethod<Rfc9110, 'QUERY'>('QUERY')

/**
 * A route of any registered method.
 *
 * For methods without a function of their own, as those of WebDAV are.
 *
 * @example route('PROPFIND', '/files', { headers: { depth: z.string() }, responses: { 207: text({ type: 'application/xml' }) } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.1
 */
export const route: DefineRoute<Rfc9110> = /* @__PURE__ */ defineRoute<Rfc9110>()

/** `route` for a law. */
export function defineRoute<L extends Law>(): DefineRoute<L> {
  return as<DefineRoute<L>>((method: string, path: string, spec: object) => ({ method, path, spec }))
}

const law: unique symbol = Symbol.for('statute.law')

/** The law that a contract was declared under, where it is not the default one. */
export const lawOf = (contract: Contract): Law | undefined => (contract as { readonly [law]?: Law })[law]

const made = (routes: object, options: object = {}): object => ({ routes, options })

/** `contract` for a law. */
export const defineContract = <L extends Law>(own: L): DefineContract<L> =>
  as<DefineContract<L>>((routes: object, options?: object) => Object.defineProperty(made(routes, options), law, { value: own }))

/**
 * Routes under names, with what they have in common.
 *
 * What `common` answers, every route may; its own declaration of the same status wins. Groups nest.
 *
 * @example contract({ list: get('/todos', { responses: { 200: json(Todos) } }) }, { common: { 500: problem() } })
 */
export const contract: DefineContract<Rfc9110> = made as never

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Whether a value is a declared route.
 *
 * For tools that walk what a module exports.
 *
 * @example isRoute(get('/todos', { responses: { 200: Todos } })) //=> true
 */
export const isRoute = (value: unknown): value is Route =>
  isObject(value) && typeof value.method === 'string' && typeof value.path === 'string' && isObject(value.spec)

/**
 * Whether a value is a declared contract.
 *
 * For tools that walk what a module exports.
 *
 * @example isContract(contract({})) //=> true
 */
export const isContract = (value: unknown): value is Contract =>
  isObject(value) && isObject(value.routes) && isObject(value.options) && Object.keys(value).length === 2
