/** Content of responses, by media type. */
import { essence, isJson } from './encode.js'

/** Text in its charset; octets that are no text in it are an error, not a guess. */
const textIn = (content: ArrayBuffer, type: string): string =>
  new TextDecoder(/;\s*charset="?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8', { fatal: true }).decode(content)

/** The value that content stands for. Throws when it is not what its type says. */
export const decode = async (type: string, content: ArrayBuffer): Promise<unknown> => {
  const kind = essence(type)
  if (isJson(kind)) return JSON.parse(textIn(content, ''))
  if (/^text\/|[/+]xml$/.test(kind)) return textIn(content, type)
  if (!/form-(data|urlencoded)$/.test(kind)) return new Uint8Array(content)
  const form = await new Response(content, { headers: { 'content-type': type } }).formData()
  const values = (name: string): [string, unknown] => {
    const all = form.getAll(name)
    return [name, all.length > 1 ? all : all[0]]
  }
  return Object.fromEntries([...form.keys()].map(values))
}
