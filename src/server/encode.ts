/** What goes out: content by media type. */
import { essence, isJson } from './decode.js'

/** What a `Response` is made of. */
export type Encoded = BodyInit | null

/** Text of one form field. */
const textOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

const filled = <Form extends URLSearchParams | FormData>(form: Form, value: unknown): Form => {
  for (const [name, items] of Object.entries(value as object))
    for (const item of [items].flat()) if (item !== undefined) form.append(name, item instanceof Blob ? (item as never) : textOf(item))
  return form
}

/** What turns values into content of a type, and the type as the message says it. */
export interface Encoder {
  readonly type: string
  readonly encode: (value: unknown) => Encoded
}

const json = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('the reply has no content that JSON could hold')
  return text
}

/** The encoder of a declared media type. */
export const encoderOf = (type: string): Encoder => {
  const kind = essence(type)
  if (isJson(kind)) return { type, encode: json }
  if (kind === 'application/x-www-form-urlencoded') return { type, encode: (value) => String(filled(new URLSearchParams(), value)) }
  // The boundary is made with the parts, and the message says it by itself.
  if (kind === 'multipart/form-data') return { type: '', encode: (value) => filled(new FormData(), value) }
  if (kind.startsWith('text/') && !/;\s*charset=/i.test(type)) return { type: `${type};charset=utf-8`, encode: (value) => value as Encoded }
  return { type, encode: (value) => value as Encoded }
}
