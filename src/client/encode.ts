/** Content of requests, by media type. */
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
