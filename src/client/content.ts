/** Content by media type: of requests, and of responses. */
import { textOf } from './url.js'

/** The media type without its parameters. */
export const essence = (type: string): string => type.split(';', 1)[0]!.trim().toLowerCase()

/** Whether content of the type, with its parameters or without, is JSON. */
export const isJson = (type: string): boolean => /^[^;]*[/+]json\s*(;|$)/i.test(type)

const fill = <Form extends URLSearchParams | FormData>(form: Form, value: unknown): Form => {
  for (const [name, items] of Object.entries(value as object))
    for (const item of [items].flat())
      if (item !== undefined) form.append(name, item instanceof Blob ? (item as never) : textOf(item, `body.${name}`))
  return form
}

/** The content of a value: JSON, a form, a form in parts; or text and octets as they are. */
export const encode = (type: string, value: unknown): BodyInit => {
  if (isJson(type)) return JSON.stringify(value)
  // What bears a tag is content already, a form, octets or a stream: it has no fields of its own to send.
  if ((value as Partial<BodyInit & object> | null)?.[Symbol.toStringTag as never]) return value as BodyInit
  const kind = essence(type)
  if (/form-urlencoded$/.test(kind)) return fill(new URLSearchParams(), value)
  if (/form-data$/.test(kind)) return fill(new FormData(), value)
  return value as BodyInit
}

/** Text in a charset; octets that are no text in it are an error, not a guess. */
const reader = (charset: string): TextDecoder => new TextDecoder(charset, { fatal: true })
const utf8 = /* @__PURE__ */ reader('utf-8')

/** Content as it came. */
export type Octets = ArrayBuffer | Uint8Array<ArrayBuffer>

/** The value that content stands for, or its promise. Throws when it is not what its type says. */
export const decode = (type: string, content: Octets): unknown => {
  if (isJson(type)) return JSON.parse(utf8.decode(content))
  const kind = essence(type)
  if (/^text\/|[/+]xml$/.test(kind)) return reader(/charset="?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8').decode(content)
  if (!/form-(data|urlencoded)$/.test(kind)) return new Uint8Array(content)
  return new Response(content, { headers: { 'content-type': type } })
    .formData()
    .then((form) => Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)[1] ? form.getAll(name) : form.get(name)])))
}
