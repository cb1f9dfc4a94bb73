/** Requests and responses, however they come, in the one normal form that judges of messages read. No content is read here. */
import type { Answered, Asked, Content, Exchange, Line, Message, Version } from '../rules/exchange.js'

/** Fields as they are given: pairs, a record, Node's flat list of names and values, or `Headers`. */
export type FieldsInit = Iterable<readonly [string, string]> | Readonly<Record<string, string | readonly string[] | undefined>>

/** What is common to a request and a response that do not come by Fetch. */
export interface Parts {
  /** The header fields, where the lines themselves are not known. */
  readonly headers?: FieldsInit
  /** The lines of the header section as they stood on the wire: names and values by turns, as Node's `rawHeaders`. */
  readonly rawHeaders?: readonly string[]
  /** The same of the trailer section. */
  readonly rawTrailers?: readonly string[]
  /** The content: its octets or its text; `null` for none. Left out, nothing is said about it. */
  readonly content?: Uint8Array | string | null
}

/** A request in parts. Node's `IncomingMessage` is one. */
export interface RequestParts extends Parts {
  readonly method?: string | undefined
  /** The request target, or a whole URL. */
  readonly url?: string | undefined
  /** `1.0`, `1.1`, `2` or `3`, with or without `HTTP/`. */
  readonly httpVersion?: string
}

/** A response in parts. */
export interface ResponseParts extends Parts {
  readonly status: number
  /** The interim responses that came before it. */
  readonly interim?: readonly ResponseParts[]
}

/** What is known of an exchange besides its messages. */
export interface Known {
  /** The version of HTTP, where the request does not say. */
  readonly httpVersion?: string
  /** Whether the connection was secured; a request for an https URL says so itself. */
  readonly secure?: boolean
  /** The contents, where the messages come by Fetch: their bodies are never read here. */
  readonly content?: { readonly request?: Uint8Array | string | null; readonly response?: Uint8Array | string | null }
}

const octets = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content)

/** Content that was given; the length that is stated counts where nothing was. */
const contentOf = (given: Uint8Array | string | null | undefined, present: boolean | undefined): Content => {
  if (given === undefined) return { present }
  const bytes = given === null ? new Uint8Array() : octets(given)
  return { present: bytes.length > 0, length: bytes.length, bytes }
}

const isPairs = (headers: FieldsInit): headers is Iterable<readonly [string, string]> => Symbol.iterator in headers

const linesOf = (headers: FieldsInit | undefined): Line[] => {
  if (!headers) return []
  if (isPairs(headers)) return [...headers].map(([name, value]): Line => [name, value])
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each): Line => [name, String(each)]),
  )
}

const inTurns = (raw: readonly string[]): Line[] =>
  raw.flatMap((name, index): Line[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))

const byName = (lines: readonly Line[]): Map<string, string[]> => {
  const fields = new Map<string, string[]>()
  for (const [name, written] of lines) {
    // What HTTP/2 puts in the place of the start line is no field.
    if (name.startsWith(':')) continue
    const key = name.trim().toLowerCase()
    const value = written.replace(/\r?\n[\t ]+/g, ' ')
    const values = fields.get(key)
    if (values) values.push(value)
    else fields.set(key, [value])
  }
  return fields
}

/** Whether a message that came by Fetch has content: a body whose length is said to be none is none. */
const hasBody = ({ body, headers }: Request | Response): boolean => body !== null && headers.get('content-length') !== '0'

const ofFetch = (message: Request | Response, given: Uint8Array | string | null | undefined): Message => ({
  fields: byName([...message.headers]),
  content: contentOf(given, hasBody(message)),
})

const ofParts = ({ headers, rawHeaders, rawTrailers, content }: Parts): Message => {
  const lines = rawHeaders ? inTurns(rawHeaders) : linesOf(headers)
  return {
    fields: byName(lines),
    ...(rawHeaders && { lines }),
    ...(rawTrailers && { trailers: inTurns(rawTrailers) }),
    content: contentOf(content, undefined),
  }
}

const isFetch = (message: object): boolean =>
  'headers' in message && typeof (message.headers as Headers | undefined)?.getSetCookie === 'function'
const isRequest = (request: Request | RequestParts): request is Request => isFetch(request) && 'clone' in request
const isResponse = (response: Response | ResponseParts): response is Response => isFetch(response) && 'clone' in response

const versions: Readonly<Record<string, Version>> = { '1.0': '1.0', '1.1': '1.1', 2: '2', '2.0': '2', 3: '3', '3.0': '3' }
const versionOf = (written: string | undefined): Version | undefined => versions[(written ?? '').replace(/^(?:HTTP\/|h(?=[23]))/i, '')]

const absolute = /^[a-z][a-z0-9+.-]*:\/\//i
const targetOf = (url: string): string => {
  if (!absolute.test(url) || !URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Off the wire a URL is right; by Fetch only https is certain, since what comes as http may have been secured by who handed it on. */
const isSecure = (url: string, isWire: boolean): boolean | undefined =>
  /^https:/i.test(url) ? true : isWire && /^http:/i.test(url) ? false : undefined

const askedOf = (request: Request | RequestParts, known: Known): Asked => {
  const url = request.url ?? '/'
  const secure = known.secure ?? isSecure(url, 'rawHeaders' in request && request.rawHeaders !== undefined)
  return {
    ...(isRequest(request) ? ofFetch(request, known.content?.request) : ofParts(withContent(request, known.content?.request))),
    method: request.method!,
    target: targetOf(url),
    ...(secure !== undefined && { secure }),
  }
}

const withContent = <P extends Parts>(parts: P, content: Parts['content']): P => (content === undefined ? parts : { ...parts, content })

const answeredOf = (response: Response | ResponseParts, known: Known): Answered => ({
  ...(isResponse(response) ? ofFetch(response, known.content?.response) : ofParts(withContent(response, known.content?.response))),
  status: response.status,
})

const refuseStrangers = ({ method }: Request | RequestParts, { status }: Response | ResponseParts): void => {
  if (typeof method !== 'string') throw new TypeError('judge: the request has no method')
  if (typeof status !== 'number') throw new TypeError('judge: the response has no status')
}

/** The exchange of a request and a response. */
export const exchangeOf = (
  request: Request | RequestParts,
  response: Response | ResponseParts,
  known: Known,
  about: Pick<Exchange, 'law' | 'role' | 'waived' | 'route' | 'promised' | 'routed'>,
): Exchange => {
  refuseStrangers(request, response)
  const version = versionOf(('httpVersion' in request ? request.httpVersion : undefined) ?? known.httpVersion)
  const last = answeredOf(response, known)
  const interim = 'interim' in response ? (response.interim ?? []).map((each) => answeredOf(each, {})) : []
  return { ...about, ...(version && { version }), request: askedOf(request, known), responses: [...interim, last], response: last }
}
