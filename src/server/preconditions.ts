/** Preconditions: whether a request may proceed, by the fields that say on what it depends. */
import type { MethodFacts } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'
import { metadata } from '../rules/not-modified-minimal.js'
import { mirrored } from '../rules/not-modified-mirrors-200-fields.js'
import { readTags, sameStrongly, sameWeakly } from '../rules/tags.js'
import { readDate } from './date.js'

type Needing<Facet> = { [Code in keyof Statuses]: Statuses[Code] extends { readonly needs: Facet } ? Code : never }[keyof Statuses]

/** The statuses that answer a condition, read off column `needs`. */
export type NotModified = Needing<'notModified'>
export type PreconditionFailed = Needing<'precondition'>
const notModified: NotModified = 304
const failed: PreconditionFailed = 412

/** What identifies the current representation; without both it can only be said to exist. */
export interface Validators {
  /** As the field has it: `"v1"` or `W/"v1"`. */
  readonly etag?: string | null | undefined
  /** As the field has it, or a moment. */
  readonly lastModified?: string | Date | null | undefined
}

/** The part of `Headers` that is read. */
export interface FieldValues {
  get(name: string): string | null
}

const momentOf = (value: string | Date | null | undefined): number | undefined => {
  if (value === null || value === undefined) return undefined
  // HTTP-dates know no milliseconds.
  return typeof value === 'string' ? readDate(value) : Math.floor(value.getTime() / 1000) * 1000
}

/** What a field with entity tags comes to; `undefined` where the request has no such field. */
const matches = (field: string | null, current: Validators | undefined, same: typeof sameWeakly): boolean | undefined => {
  if (field === null) return undefined
  const tags = readTags(field)
  if (tags === '*') return current !== undefined
  const { etag } = current ?? {}
  return typeof etag === 'string' && tags.some((tag) => same(tag, etag))
}

/** Whether the representation has changed after the date of a field; `undefined` where that is not asked, or cannot be known. */
const modifiedSince = (field: string | null, current: Validators | undefined): boolean | undefined => {
  const since = field === null ? undefined : readDate(field)
  const changed = momentOf(current?.lastModified)
  return since === undefined || changed === undefined ? undefined : changed > since
}

/**
 * What the preconditions of a request come to, in the order of RFC 9110 §13.2.2: proceed, 304 or 412.
 *
 * `current` is the representation before anything is done to it, `undefined` where there is none. Whether the method evaluates
 * conditions at all, and whether it may be told that nothing has changed, stands in its row. If-Range is left to `partial`.
 *
 * Ask only where the answer would be a 2xx or a 412 without the conditions (§13.2.1): whoever is refused anyway is not told more.
 *
 * @example
 * const fields = new Headers({ 'if-none-match': 'W/"2", "1"' })
 * return [preconditions(rfc9110.methods.GET, fields, { etag: '"1"' }), 304]
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export const preconditions = (
  method: Pick<MethodFacts, 'precondition' | 'notModified'>,
  fields: FieldValues,
  current: Validators | undefined,
): 'proceed' | NotModified | PreconditionFailed => {
  if (method.precondition !== true) return 'proceed'
  const mayBeUnmodified = method.notModified === true

  const isOneOf = matches(fields.get('if-match'), current, sameStrongly)
  if (isOneOf === false) return failed
  if (isOneOf === undefined && modifiedSince(fields.get('if-unmodified-since'), current) === true) return failed

  const isAmong = matches(fields.get('if-none-match'), current, sameWeakly)
  if (isAmong === true) return mayBeUnmodified ? notModified : failed
  if (isAmong === undefined && mayBeUnmodified && modifiedSince(fields.get('if-modified-since'), current) === false) return notModified
  return 'proceed'
}

/**
 * The fields of a 304, out of those that the 200 would have.
 *
 * Metadata of a representation that is not sent is left out, as is Last-Modified beside an entity tag; what a cache updates by stays.
 *
 * @example Array.from(unmodifiedFields(new Headers({ etag: '"1"', 'content-type': 'text/plain' })).keys()) //=> ['etag']
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5
 */
export const unmodifiedFields = (fields: Headers): Headers => {
  const kept = new Headers(fields)
  const left = ['content-length', ...metadata, ...(fields.has('etag') ? ['last-modified'] : [])]
  for (const name of left) if (!mirrored.includes(name)) kept.delete(name)
  return kept
}
