/** What a `$ref` is, and what the parts of it say. */
import type { Pointer } from '../rules/description.js'

export type JsonObject = Readonly<Record<string, unknown>>

/** A value behind its `$ref`s: where it stands, or the `$ref` that is not followed. */
export type Found = { readonly value: unknown; readonly pointer: Pointer } | { readonly outside: string }

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a list; none of what is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What stands under a key, if it is the object's own: `constructor` and `__proto__` are data like any other. */
export const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined

/** Whether a value is a Reference Object. */
export const isRef = (value: unknown): value is { readonly $ref: unknown } => isObject(value) && value.$ref !== undefined

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

/** Why the file to which a `$ref` leads is not read. */
export class FileFault extends RefFault {}
