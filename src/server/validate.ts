/** Schemas at work, without waiting where nothing is to be waited for. */
import type { Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'

/** What a schema says of a value. */
export type Checked = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] }

/** Asks a schema, by the Standard Schema promise. */
export const check = (schema: Schema, value: unknown): Checked | Promise<Checked> =>
  (schema['~standard'] as { validate: (value: unknown) => Checked | Promise<Checked> }).validate(value)

/** Whether something is to be waited for. */
export const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'

/** Goes on with a value, at once where it is there. */
export const after = <T, R>(value: T | Promise<T>, next: (value: T) => R | Promise<R>): R | Promise<R> =>
  isPromise(value) ? value.then(next) : next(value)

/** Whether a schema takes `undefined` in; one that answers later, or throws, is taken at its word. */
export const isOptional = (schema: Schema): boolean => {
  try {
    const checked = check(schema, undefined)
    return !isPromise(checked) && checked.issues === undefined
  } catch {
    return false
  }
}
