/** Content of requests, by media type. */
import { refuse } from './refuse.js'
import { textOf } from './url.js'

/** Content on its way: what fetch takes, and the type to say; none for parts, because fetch makes their boundary. */
export interface Encoded {
  readonly body: BodyInit
  readonly type: string | undefined
}

/** The media type without its parameters. */
export const essence = (type: string): string => type.split(';', 1)[0]!.trim().toLowerCase()

/** Whether content of the type is JSON. */
export const isJson = (type: string): boolean => /[/+]json$/.test(type)

const each = (value: unknown, take: (name: string, item: unknown) => void): void => {
  for (const [name, items] of Object.entries(value as object))
    for (const item of Array.isArray(items) ? items : [items]) if (item !== undefined) take(name, item)
}

/** The content of a value: JSON, a form, a form in parts, text; or octets as they are. */
export const encode = (type: string, value: unknown): Encoded => {
  const kind = essence(type)
  if (isJson(kind)) return { body: JSON.stringify(value) ?? refuse('body', 'has no form in JSON'), type }
  if (kind === 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams()
    each(value, (name, item) => form.append(name, textOf(item, `body.${name}`)))
    return { body: form, type }
  }
  if (kind === 'multipart/form-data') {
    const form = new FormData()
    each(value, (name, item) => form.append(name, item instanceof Blob ? item : textOf(item, `body.${name}`)))
    return { body: form, type: undefined }
  }
  return { body: value as BodyInit, type }
}
