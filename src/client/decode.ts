/** Content of responses, by media type. */
import { essence, isJson } from './encode.js'

/** Text in its charset; octets that are no text in it are an error, not a guess. */
const textIn = (content: ArrayBuffer, type: string): string =>
  new TextDecoder(/;\s*charset="?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8', { fatal: true }).decode(content)

const gather = (entries: Iterable<[string, unknown]>): Record<string, unknown> => {
  const all: Record<string, unknown> = Object.create(null)
  for (const [name, value] of entries) all[name] = name in all ? [all[name]].flat().concat(value) : value
  return { ...all }
}

/** The value that content stands for. Throws when it is not what its type says. */
export const decode = async (type: string, content: ArrayBuffer): Promise<unknown> => {
  const kind = essence(type)
  if (isJson(kind)) return JSON.parse(textIn(content, 'utf-8'))
  if (/^text\/|[/+]xml$/.test(kind)) return textIn(content, type)
  if (kind === 'application/x-www-form-urlencoded') return gather(new URLSearchParams(textIn(content, type)))
  if (kind === 'multipart/form-data') return gather(await new Response(content, { headers: { 'content-type': type } }).formData())
  return new Uint8Array(content)
}
