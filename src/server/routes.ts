/** The routes of a contract beside their handlers. */

import type { Route } from '../../types/route.js'
import type { Served } from '../../types/server.js'

export type Loose = Readonly<Record<string, unknown>>

/** A route with what answers it, and what its contracts have in common. */
export interface Bound {
  readonly route: Route
  readonly served: Served
  readonly handler: unknown
  readonly common: Loose
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null

/** Every route with its handler; refuses a route that has none, and a handler that has no route. */
export function* bind(routes: Loose, handlers: unknown, common: Loose, names: readonly string[] = []): Generator<Bound> {
  const given: Loose = isObject(handlers) ? handlers : {}
  for (const key of Object.keys(given))
    if (!Object.hasOwn(routes, key))
      throw new TypeError(`${[...names, key].join('.')}: there is a handler, and no such route in the contract`)
  for (const [key, value] of Object.entries(routes)) {
    const name = [...names, key]
    const { method, path, routes: inner, options } = value as Loose & { method?: unknown; path?: unknown; options?: { common?: Loose } }
    const handler = Object.hasOwn(given, key) ? given[key] : undefined
    if (typeof method === 'string') {
      const served: Served = { method, path: String(path), name }
      const handle = isObject(handler) ? handler.handle : handler
      if (typeof handle !== 'function') throw new TypeError(`${name.join('.')}: ${method} ${path} has no handler`)
      yield { route: value as unknown as Route, served, handler, common }
    } else if (isObject(inner) && options) yield* bind(inner, handler, { ...common, ...options.common }, name)
    else yield* bind(value as Loose, handler, common, name)
  }
}
