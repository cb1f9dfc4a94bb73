/** Local `$ref`s, followed. */
import type { Pointer } from '../rules/description.js'
import { kind, quote, SourceError } from './error.js'
import type { Source } from './source.js'

export type JsonObject = Readonly<Record<string, unknown>>

/** A value behind its `$ref`s: where it stands, or the `$ref` into another file that is not followed. */
export type Found = { readonly value: unknown; readonly pointer: Pointer } | { readonly outside: string }

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands under a key, if it is the object's own: `constructor` and `__proto__` are data like any other. */
export const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined

/** Whether a value is a Reference Object. */
export const isRef = (value: unknown): value is { readonly $ref: unknown } => isObject(value) && Object.hasOwn(value, '$ref')

/** The keys of a local reference `#/a~1b/c%20d`, or `undefined` if it is not well-formed or not local. */
export const keysOf = (reference: string): string[] | undefined => {
  if (reference === '#') return []
  if (!reference.startsWith('#/')) return undefined
  try {
    return decodeURIComponent(reference.slice(2))
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  } catch {
    return undefined
  }
}

/** Why a `$ref` leads nowhere. */
export class RefFault extends Error {}

/**
 * Follows the `$ref`s of a value to the end.
 *
 * @throws RefFault when there is nothing at the end, or no end.
 */
export const follow = (root: unknown, value: unknown, pointer: Pointer): Found => {
  const seen = new Set<string>()
  while (isRef(value)) {
    const reference = value.$ref
    if (typeof reference !== 'string') throw new RefFault(`a $ref is a string, not ${kind(reference)}`)
    if (!reference.startsWith('#')) return { outside: reference }
    if (seen.size === seen.add(reference).size) throw new RefFault(`the $ref ${quote(reference)} leads back to itself`)
    const keys = keysOf(reference)
    const target = keys?.reduce<unknown>(own, root)
    if (!keys || target === undefined) throw new RefFault(`the $ref ${quote(reference)} leads nowhere`)
    value = target
    pointer = keys
  }
  return { value, pointer }
}

/** Follows the `$ref`s of a value in a source, and names the place when that is impossible. */
export const followIn = (source: Source, value: unknown, pointer: Pointer): Found => {
  try {
    return follow(source.document, value, pointer)
  } catch (error) {
    if (!(error instanceof RefFault)) throw error
    throw new SourceError(error.message, source.locate([[...pointer, '$ref']])[0]!)
  }
}
