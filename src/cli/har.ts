/**
 * Recorded exchanges in an HTTP archive (HAR 1.2), as browsers and proxies write them.
 *
 * An archive is told after the fact: its fields are not the lines that were sent, and its content is text that was decoded. What rests on
 * either is left out, so that nothing is found that only the recording has done.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
import { kind, SourceError } from '../openapi/error.js'
import { bytesOf, treeFrom } from '../openapi/source.js'
import { rfc9110 } from '../registry/rfc9110.js'
import type { Statuses } from '../registry/statuses.js'
import type { Pointer } from '../rules/description.js'
import type { Position } from '../rules/finding.js'
import type { Parts, RequestParts, ResponseParts } from '../server/exchange.js'

/** One exchange of an archive. */
export interface Recorded {
  readonly request: RequestParts & { readonly method: string; readonly url: string }
  readonly response: ResponseParts
  /** Where a pointer into the exchange leads in the archive. */
  readonly pointer: (within: Pointer) => Pointer
}

/** An archive that has been read. */
export interface Archive {
  readonly exchanges: readonly Recorded[]
  /** How many entries there are, with those that are not by HTTP, or were answered by a cache or not at all. */
  readonly entries: number
  readonly locate: (pointers: readonly Pointer[]) => readonly Position[]
}

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

type Field = readonly [name: string, value: string]
/** The fields of a message. Names with a colon are no fields of HTTP; one value with line ends is how some write several. */
const fieldsOf = (written: unknown): Field[] =>
  (Array.isArray(written) ? written : []).filter(isObject).flatMap(({ name, value }): Field[] => {
    const field = String(name)
    return field.startsWith(':')
      ? []
      : String(value ?? '')
          .split(/\r?\n/)
          .map((line) => [field, line])
  })
const fieldOf = (fields: readonly Field[], wanted: string): string | undefined =>
  fields.find(([name]) => name.toLowerCase() === wanted)?.[1]

/** Content where the archive has its octets: not what was decoded, what came out of a cache, nor what was cut. */
const contentOf = (fields: readonly Field[], text: unknown, encoding: unknown, size: unknown): Pick<Parts, 'content'> => {
  if (fieldOf(fields, 'content-encoding') !== undefined || (typeof text !== 'string' && size !== 0)) return {}
  const content = Buffer.from(typeof text === 'string' ? text : '', encoding === 'base64' ? 'base64' : 'utf8')
  const length = fieldOf(fields, 'content-length')
  return length !== undefined && Number(length) !== content.length ? {} : { content: content.length ? content : null }
}

const isFilled = ({ bodySize }: Loose, { size }: Loose): boolean => bodySize === 0 && Number(size) > 0
const conditions = ['if-none-match', 'if-modified-since']
/**
 * Whether a cache has answered. Browsers show what they had stored, with its status, also where the server has said by 304 that it may be
 * used; then nothing of it came.
 */
const isCached = ({ headers }: Loose, response: Loose): boolean => {
  const status = Number(response.status)
  const content = isObject(response.content) ? response.content : {}
  if (rfc9110.statuses[status as keyof Statuses]?.content === 'never' || status < 200 || status > 299) return false
  const asked = fieldsOf(headers)
  return isFilled(response, content) || (Number(response.bodySize) < 0 && conditions.some((name) => fieldOf(asked, name) !== undefined))
}

const isHttp = (url: unknown): boolean => typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url)

const recorded = (request: Loose, response: Loose, pointer: Pointer): Recorded => {
  const asked = fieldsOf(request.headers)
  const answered = fieldsOf(response.headers)
  const posted = isObject(request.postData) ? request.postData : undefined
  const content = isObject(response.content) ? response.content : {}
  const indexOf = (message: unknown, name: unknown): number =>
    (isObject(message) && Array.isArray(message.headers) ? message.headers : []).findIndex(
      (field) => isObject(field) && String(field.name).toLowerCase() === name,
    )
  return {
    request: {
      method: String(request.method),
      url: String(request.url),
      ...(typeof request.httpVersion === 'string' && { httpVersion: request.httpVersion }),
      headers: asked,
      ...contentOf(asked, posted?.text, undefined, posted ? undefined : request.bodySize),
    },
    response: {
      status: Number(response.status),
      headers: answered,
      // What a cache has filled in was not sent.
      ...(isFilled(response, content) ? {} : contentOf(answered, content.text, content.encoding, content.size)),
    },
    pointer: ([side, part, name, ...rest]) => {
      const message = side === 'request' ? request : response
      const at = part === 'headers' ? indexOf(message, name) : -1
      const own =
        part === 'headers' ? (at < 0 ? ['headers'] : ['headers', at]) : part === 'content' ? [posted ? 'postData' : 'content'] : []
      return [...pointer, ...(side === undefined ? [] : [side]), ...own, ...(part === 'headers' ? rest : [])]
    },
  }
}

/**
 * Reads an archive; of the standard input, its bytes.
 *
 * @throws SourceError when it cannot be read, or is no archive.
 */
export const readHar = async (file: string, bytes: Uint8Array | undefined): Promise<Archive> => {
  const { root, locate } = treeFrom(bytes ?? (await bytesOf(file)), file)
  const log = isObject(root) ? root.log : undefined
  const entries = isObject(log) ? log.entries : undefined
  if (!Array.isArray(entries)) throw new SourceError('is not an HTTP archive: it has no log.entries', { file })
  const exchanges: Recorded[] = []
  for (const [index, entry] of entries.entries()) {
    const pointer = ['log', 'entries', index]
    const refuse = (why: string): never => {
      throw new SourceError(why, locate([pointer])[0]!)
    }
    if (!isObject(entry)) return refuse(`the entry is ${kind(entry)}, not an object`)
    const { request, response } = entry
    if (!isObject(request) || typeof request.method !== 'string' || typeof request.url !== 'string')
      return refuse('the entry has no request with a method and a url')
    if (!isObject(response) || typeof response.status !== 'number') return refuse('the entry has no response with a status')
    if (isHttp(request.url) && response.status >= 100 && !isCached(request, response)) exchanges.push(recorded(request, response, pointer))
  }
  return { exchanges, entries: entries.length, locate }
}
