/** Content of responses, by media type. */
import { essence, isJson } from './encode.js'

/** Text in a charset; octets that are no text in it are an error, not a guess. */
const reader = (charset: string): TextDecoder => new TextDecoder(charset, { fatal: true })
const utf8 = /* @__PURE__ */ reader('utf-8')

/** The value that content stands for, or its promise. Throws when it is not what its type says. */
export const decode = (type: string, content: ArrayBuffer): unknown => {
  if (isJson(type)) return JSON.parse(utf8.decode(content))
  const kind = essence(type)
  if (/^text\/|[/+]xml$/.test(kind)) return reader(/charset="?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8').decode(content)
  if (!/form-(data|urlencoded)$/.test(kind)) return new Uint8Array(content)
  return new Response(content, { headers: { 'content-type': type } })
    .formData()
    .then((form) => Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)[1] ? form.getAll(name) : form.get(name)])))
}
