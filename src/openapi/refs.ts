/** Local `$ref`s, followed. */
import type { Pointer } from '../rules/description.js'
import { kind, quote } from './error.js'

export type JsonObject = Readonly<Record<string, unknown>>

/** A value behind its `$ref`s: where it stands, or the `$ref` into another file that is not followed. */
export type Found = { readonly value: unknown; readonly pointer: Pointer } | { readonly outside: string }

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many `$ref`s may lead from one to the next. */
const MAX_STEPS = 100

/** What stands under a key, if it is the object's own: `constructor` and `__proto__` are data like any other. */
export const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined

/** Whether a value is a Reference Object. */
export const isRef = (value: unknown): value is { readonly $ref: unknown } => isObject(value) && Object.hasOwn(value, '$ref')

/** The keys of a local reference `#/a~1b/c%20d`, or `undefined` if it is not well-formed or not local. */
export const stepsOf = (reference: string): string[] | undefined => {
  if (reference === '#') return []
  if (!reference.startsWith('#/')) return undefined
  try {
    const keys = (reference.includes('%') ? decodeURIComponent(reference) : reference).slice(2).split('/')
    return reference.includes('~') ? keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : keys
  } catch {
    return undefined
  }
}

/** Why a `$ref` leads nowhere. */
export class RefFault extends Error {}

/**
 * Follows one `$ref`.
 *
 * @throws RefFault when it leads nowhere.
 */
export const step = (root: JsonObject, reference: unknown): Found => {
  if (typeof reference !== 'string') throw new RefFault(`a $ref is a string, not ${kind(reference)}`)
  if (!reference.startsWith('#')) return { outside: reference }
  const pointer = stepsOf(reference)
  const value = pointer?.reduce<unknown>(own, root)
  if (!pointer || value === undefined) throw new RefFault(`the $ref ${quote(reference)} leads nowhere`)
  return { value, pointer }
}

/**
 * Follows the `$ref`s of a value to the end.
 *
 * @throws RefFault when there is nothing at the end, or no end.
 */
export const follow = (root: JsonObject, value: unknown, pointer: Pointer): Found => {
  const seen: unknown[] = []
  while (isRef(value)) {
    const reference = value.$ref
    if (seen.includes(reference)) throw new RefFault(`the $ref ${quote(reference)} leads back to itself`)
    if (seen.push(reference) > MAX_STEPS) throw new RefFault(`the $ref ${quote(reference)} leads on and on`)
    const found = step(root, reference)
    if ('outside' in found) return found
    value = found.value
    pointer = found.pointer
  }
  return { value, pointer }
}

/** The value behind a `$ref`, or the `$ref` itself where it cannot be followed. */
export const followSoftly = (root: JsonObject, value: unknown): unknown => {
  if (!isRef(value)) return value
  try {
    const found = follow(root, value, [])
    return 'outside' in found ? value : found.value
  } catch (error) {
    if (error instanceof RefFault) return value
    throw error
  }
}
