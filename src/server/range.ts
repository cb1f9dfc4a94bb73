/** Range requests: parts of a representation instead of the whole. */
import type { MethodFacts } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'
import { readTags, sameStrongly } from '../rules/tags.js'
import { readDate } from './date.js'
import type { FieldValues } from './preconditions.js'

type Ranged = { [Code in keyof Statuses]: Statuses[Code] extends { readonly needs: 'range' } ? Code : never }[keyof Statuses]

/** One part, by its first and its last octet. */
export interface Part {
  readonly first: number
  readonly last: number
}

/** The most parts that are asked for at once; a longer list is ignored, as RFC 9110 §14.2 lets a server do. */
export const mostParts = 16

/** Octets that two parts may lie apart and are still sent as one: about what the head of a part costs. */
const gap = 80

const part = /^(?:(\d+)-(\d*)|-(\d+))$/

/** The positions of one part; `undefined` for what is none, `null` for what lies outside. */
const locate = (written: string, size: number): Part | null | undefined => {
  const [, from, to, suffix] = part.exec(written) ?? []
  if (suffix !== undefined) return Number(suffix) === 0 || size === 0 ? null : { first: Math.max(0, size - Number(suffix)), last: size - 1 }
  if (from === undefined || (to && Number(to) < Number(from))) return undefined
  return Number(from) >= size ? null : { first: Number(from), last: to ? Math.min(Number(to), size - 1) : size - 1 }
}

/** Parts that overlap or nearly touch become one, at the place of the first of them. */
const combine = (parts: readonly Part[]): Part[] => {
  const combined: Part[] = []
  for (const next of parts) {
    let { first, last } = next
    const place = combined.findIndex((some) => first <= some.last + gap && last >= some.first - gap)
    for (let index = combined.length - 1; index >= 0; index--) {
      const some = combined[index]!
      if (first > some.last + gap || last < some.first - gap) continue
      first = Math.min(first, some.first)
      last = Math.max(last, some.last)
      combined.splice(index, 1)
    }
    combined.splice(place < 0 ? combined.length : place, 0, { first, last })
  }
  return combined
}

/**
 * The parts that a Range asks for of so many octets; `undefined` where the field is to be ignored, none where nothing can be had.
 *
 * A unit other than bytes, a form that is none, and more than sixteen parts are ignored; parts that overlap are sent once.
 *
 * @example readRange('bytes=0-4, -5', 1000) //=> [{ first: 0, last: 4 }, { first: 995, last: 999 }]
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2
 */
export const readRange = (value: string, size: number): readonly Part[] | undefined => {
  const [, list] = /^bytes=(.*)$/i.exec(value) ?? []
  if (list === undefined) return undefined
  const written = list.split(',', 4 * mostParts).flatMap((some) => some.trim() || [])
  if (!written.length || written.length > mostParts) return undefined
  const parts: Part[] = []
  for (const some of written) {
    const found = locate(some, size)
    if (found === undefined) return undefined
    if (found) parts.push(found)
  }
  return combine(parts)
}

/** A second: dates of HTTP tell no less apart. */
const second = 1000

/** Whether the representation is still the one that the client has a part of. */
const isSame = (condition: string | null, fields: FieldValues, now: number): boolean => {
  if (condition === null) return true
  const tags = readTags(condition)
  if (tags !== '*' && tags.length === 1) return sameStrongly(tags[0]!, fields.get('etag') ?? '')
  const date = readDate(condition)
  // A date is strong only when the representation cannot have changed again within its second.
  return date !== undefined && condition === fields.get('last-modified') && date + second <= now
}

/** What answers instead of the 200. */
export interface Partial {
  readonly status: Ranged
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer> | Blob | null
}

const satisfied: Ranged & 206 = 206
const unsatisfiable: Ranged & 416 = 416

/**
 * The 206 or 416 that answers a request instead of a 200 of octets; `undefined` where the 200 stands.
 *
 * It stands where the method does not handle Range, Range is absent or to be ignored, If-Range does not hold, or the 200 does not say
 * `accept-ranges: bytes`. The fields are those of the 200, as the client would have got them. A blob is cut, and never read here.
 *
 * Ask after the preconditions.
 *
 * @example
 * const fields = new Headers({ 'accept-ranges': 'bytes' })
 * const part = partial(rfc9110.methods.GET, new Headers({ range: 'bytes=-2' }), fields, new Uint8Array(10))
 * return [part?.headers.get('content-range'), 'bytes 8-9/10']
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
export const partial = (
  method: Pick<MethodFacts, 'range'>,
  request: FieldValues,
  fields: Headers,
  content: Uint8Array<ArrayBuffer> | Blob,
  now: number = Date.now(),
): Partial | undefined => {
  const asked = method.range === true ? request.get('range') : null
  if (asked === null || fields.get('accept-ranges')?.trim().toLowerCase() !== 'bytes') return undefined
  const size = content instanceof Blob ? content.size : content.byteLength
  const parts = readRange(asked, size)
  if (!parts || !isSame(request.get('if-range'), fields, now)) return undefined

  const headers = new Headers(fields)
  headers.delete('content-length')
  if (!parts.length) {
    // What described the whole describes no error.
    for (const name of ['content-type', 'content-encoding', 'content-language', 'etag', 'last-modified']) headers.delete(name)
    headers.set('content-range', `bytes */${size}`)
    return { status: unsatisfiable, headers, body: null }
  }
  const cut = ({ first, last }: Part) => (content instanceof Blob ? content.slice(first, last + 1) : content.subarray(first, last + 1))
  const place = ({ first, last }: Part): string => `bytes ${first}-${last}/${size}`
  const [only, ...others] = parts as [Part, ...Part[]]
  if (!others.length) {
    headers.set('content-range', place(only))
    headers.set('content-length', `${only.last - only.first + 1}`)
    return { status: satisfied, headers, body: cut(only) }
  }
  const boundary = crypto.randomUUID()
  const type = headers.get('content-type')
  const head = (some: Part): string =>
    `\r\n--${boundary}\r\n${type === null ? '' : `content-type: ${type}\r\n`}content-range: ${place(some)}\r\n\r\n`
  const body = new Blob([...parts.flatMap((some) => [head(some), cut(some)]), `\r\n--${boundary}--\r\n`])
  headers.set('content-type', `multipart/byteranges; boundary=${boundary}`)
  headers.set('content-length', `${body.size}`)
  return { status: satisfied, headers, body }
}
