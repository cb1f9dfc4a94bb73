/** The whole toolkit over a law of one's own: the same functions, the same checks, more rows. */

import type { MethodName } from '../../types/law.js'
import type { Define, DefineContract, DefineRoute } from '../../types/route.js'
import { type ExtendedLaw, type Extension, extendLaw } from '../registry/define.js'
import type { FieldFacts, Law, MethodFacts, StatusFacts } from '../registry/facts.js'
import { type Brands, brandsOf } from './brands.js'
import { defineContract, defineMethod, defineRoute } from './route.js'

/** Everything that declares routes under one law. */
export interface Toolkit<in out L extends Law> extends Brands<L> {
  readonly law: L
  readonly get: Define<L, 'GET'>
  readonly head: Define<L, 'HEAD'>
  readonly post: Define<L, 'POST'>
  readonly put: Define<L, 'PUT'>
  readonly patch: Define<L, 'PATCH'>
  readonly del: Define<L, 'DELETE'>
  readonly options: Define<L, 'OPTIONS'>
  readonly trace: Define<L, 'TRACE'>
  readonly query: Define<L, 'QUERY'>
  readonly route: DefineRoute<L>
  readonly contract: DefineContract<L>
  /** The function for one method, as `get` is for GET. @example const propfind = toolkit(webdav).method('PROPFIND') */
  readonly method: <const M extends MethodName<L>>(name: M) => Define<L, M>
}

/**
 * The toolkit of a law: the functions that declare routes under it.
 *
 * What they check, and what judges read later, are the rows of that law.
 *
 * @example const { patch, contract } = toolkit(article)
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-16
 */
export const toolkit = <L extends Law>(law: L): Toolkit<L> => ({
  ...brandsOf(law),
  law,
  get: defineMethod<L, 'GET'>('GET'),
  head: defineMethod<L, 'HEAD'>('HEAD'),
  post: defineMethod<L, 'POST'>('POST'),
  put: defineMethod<L, 'PUT'>('PUT'),
  patch: defineMethod<L, 'PATCH'>('PATCH'),
  del: defineMethod<L, 'DELETE'>('DELETE'),
  options: defineMethod<L, 'OPTIONS'>('OPTIONS'),
  trace: defineMethod<L, 'TRACE'>('TRACE'),
  query: defineMethod<L, 'QUERY'>('QUERY'),
  route: defineRoute<L>(),
  contract: defineContract<L>(law),
  // Compared as it is, the compiler would work out the checks for every method at once.
  method: defineMethod as unknown as Toolkit<L>['method'],
})

/**
 * The toolkit over a larger law: rows of one's own beside those of the law it extends.
 *
 * Every row is validated; a bad one throws a RegistryError that names the row, the column and the law it breaks.
 *
 * @example
 * const { route, contract } = defineRegistry({
 *   extends: rfc9110,
 *   methods: { PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, purpose: 'Drops the target from the cache.' } },
 * })
 * @throws RegistryError when a row is not whole, or breaks a law of rows: what is safe is idempotent, say.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-16
 */
export const defineRegistry = <
  const Base extends Law,
  const Name extends string = `${Base['name']}, extended`,
  const Methods extends { readonly [name: string]: Partial<MethodFacts> } = {},
  const Statuses extends { readonly [code: number]: Partial<StatusFacts> } = {},
  const Fields extends { readonly [name: string]: Partial<FieldFacts> } = {},
  const Strict extends boolean = Base['strict'],
>(
  extension: Extension<Base, Name, Methods, Statuses, Fields, Strict>,
): Toolkit<AsLaw<ExtendedLaw<Base, Name, Methods, Statuses, Fields, Strict>>> =>
  toolkit<AsLaw<ExtendedLaw<Base, Name, Methods, Statuses, Fields, Strict>>>(extendLaw(extension) as never)

/** An extended law is a law; the compiler sees so only once the rows are known. */
export type AsLaw<T> = T extends Law ? T : never
