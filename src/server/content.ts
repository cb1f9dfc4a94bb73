/** What comes in, from text to values, and what goes out: content by media type. */

// --- what comes in -----------------------------------------------------------------------------------------------------------------------

/** What a request gets instead of being decoded. */
export class Undecodable extends Error {}

const plus = /\+/g
const decoded = (text: string): string => {
  const spaced = text.includes('+') ? text.replace(plus, ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    throw new Undecodable(`${JSON.stringify(text.slice(0, 80))} is not percent-encoded UTF-8`)
  }
}

/** Fields by name; several of one name are an array, in their order. */
export type FieldValues = Record<string, unknown>

/** Puts a value to those of its name. */
const put = (fields: FieldValues, name: string, value: unknown): void => {
  const known = fields[name]
  if (known === undefined) fields[name] = value
  else if (Array.isArray(known)) known.push(value)
  else fields[name] = [known, value]
}

/**
 * The fields of a query or a form.
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export const fieldsOf = (text: string, most: number): FieldValues => {
  const fields: FieldValues = Object.create(null)
  let left = most
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('&', from)
    const end = next < 0 ? text.length : next
    if (end > from) {
      if (left-- === 0) throw new Undecodable(`there are more than ${most} fields`)
      const equals = text.indexOf('=', from)
      const name = equals < 0 || equals > end ? end : equals
      put(fields, decoded(text.slice(from, name)), decoded(text.slice(name + 1, end)))
    }
    from = end + 1
  }
  return fields
}

/** One parameter of a path. */
export const paramOf = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Undecodable(`${JSON.stringify(text.slice(0, 80))} is not percent-encoded UTF-8`)
  }
}

/** The media type without its parameters. */
export const essence = (type: string): string => {
  const end = type.indexOf(';')
  return (end < 0 ? type : type.slice(0, end)).trim().toLowerCase()
}

/** Whether content of the type is JSON. */
export const isJson = (type: string): boolean => /[/+]json$/.test(type)

/** Whether a type or range of types takes another in. */
export const covers = (range: string, type: string): boolean =>
  range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/** Text in a charset; octets that are no text in it are an error, not a guess. */
const reader = (charset: string): TextDecoder => {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    throw new Undecodable(`there is no charset ${JSON.stringify(charset.slice(0, 40))}`)
  }
}
const utf8 = reader('utf-8')
const textOf = (content: Uint8Array, charset: TextDecoder): string => {
  try {
    return charset.decode(content)
  } catch {
    throw new Undecodable(`it is not text in ${charset.encoding}`)
  }
}

const partsOf = async (content: Uint8Array, type: string, most: number): Promise<FieldValues> => {
  const form = await new Response(content as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Undecodable('it is not multipart/form-data')
  })
  const fields: FieldValues = Object.create(null)
  let left = most
  for (const [name, value] of form) {
    if (left-- === 0) throw new Undecodable(`there are more than ${most} fields`)
    put(fields, name, value)
  }
  return fields
}

/** The value that content stands for, by its media type. */
export const contentOf = (content: Uint8Array, type: string, most: number): unknown => {
  const kind = essence(type)
  if (isJson(kind)) {
    const text = textOf(content, utf8)
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new Undecodable(`it is not JSON: ${(error as Error).message}`)
    }
  }
  if (kind === 'application/x-www-form-urlencoded') return fieldsOf(textOf(content, utf8), most)
  if (kind === 'multipart/form-data') return partsOf(content, type, most)
  if (/^text\/|[/+]xml$/.test(kind)) return textOf(content, reader(/charset="?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8'))
  return content
}

/** The content of a request, read no further than the limit; `undefined` where it goes on. */
export const contentWithin = async (request: Request, limit: number): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = []
  let length = 0
  const source = request.body!.getReader()
  for (;;) {
    // Whoever breaks off is the client; there is mostly nobody left to be told.
    const { done, value } = await source.read().catch(() => {
      throw new Undecodable('the content broke off')
    })
    if (done) break
    length += value.byteLength
    if (length > limit) {
      source.cancel().catch(() => {})
      return undefined
    }
    parts.push(value)
  }
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

// --- what goes out ------------------------------------------------------------------------------------------------------------------------

/** What a `Response` is made of. */
export type Encoded = BodyInit | null

/** Text of one form field. */
const written = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

const filled = <Form extends URLSearchParams | FormData>(form: Form, value: unknown): Form => {
  for (const [name, items] of Object.entries(value as object))
    for (const item of [items].flat()) if (item !== undefined) form.append(name, item instanceof Blob ? (item as never) : written(item))
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
