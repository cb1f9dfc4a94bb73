/**
 * One exchange of messages in one normal form: what judges of messages read, whether it came by Fetch, off the wire or out of a file.
 */
import type { Law, Role } from '../registry/facts.js'
import type { Description, Field, MediaType, Operation, Pointer, Response } from './description.js'

/** A field line as it stood on the wire, the name as written. */
export type Line = readonly [name: string, value: string]

/** The content of a message, as far as it is known. */
export interface Content {
  /** Whether there is any. `undefined` where nobody looked. */
  readonly present: boolean | undefined
  /** In octets, where it is known. */
  readonly length?: number
  /** The octets themselves, where somebody has read them. */
  readonly bytes?: Uint8Array
}

/** What requests and responses have in common. */
export interface Message {
  /** Values by name in lower case: one for each line, or one for all of them where the source has combined lines, as Fetch does. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** The lines of the header section, where the whole of it is known as it stood on the wire; Fetch shows neither order nor framing. */
  readonly lines?: readonly Line[]
  /** The lines of the trailer section, where it is known. */
  readonly trailers?: readonly Line[]
  readonly content: Content
}

/** What was asked. */
export interface Asked extends Message {
  readonly method: string
  /** The request target: `/todos?done=true`, `*`, or `example.com:443`. */
  readonly target: string
  /** Whether the connection was secured, where it is known. */
  readonly secure?: boolean
}

/** What was answered. */
export interface Answered extends Message {
  readonly status: number
}

/** A version of HTTP. */
export type Version = '1.0' | '1.1' | '2' | '3'

/** What a contract has promised for a request, as far as the response shows whether it is kept. */
export interface Promised {
  /** The statuses and ranges that are declared. */
  readonly keys: readonly string[]
  /** The media types that are declared for the status that came; absent where the status is not. */
  readonly types?: readonly string[]
  /** Whether one of them is the media type that came. */
  readonly covered?: boolean
  /** The declared fields that the response breaks. */
  readonly broken: readonly { readonly name: string; readonly why: string }[]
}

/** A request with what answered it. */
export interface Exchange {
  readonly law: Law
  /** Who answers. */
  readonly role: Role | undefined
  /** The version that the request was sent with, where it is known. */
  readonly version?: Version
  readonly request: Asked
  /** Everything that answered, in order: interim responses, where they are known, and the final one. */
  readonly responses: readonly Answered[]
  /** The last of them. */
  readonly response: Answered
  /** The rules that are waived for the route, with the reason. */
  readonly waived?: ReadonlyMap<string, string>
  /** The route that the request is for, where a contract has told. */
  readonly route?: string
  /** What a contract has promised, where the route is one of it. */
  readonly promised?: Promised
  /** The methods that a contract has for the path, where it has any. */
  readonly routed?: readonly string[]
}

/** The whole value of a field, its lines combined (RFC 9110 §5.3). */
export const fieldValue = ({ fields }: Message, name: string): string | undefined => fields.get(name)?.join(', ')

/** The text of content, where its octets are known and are text. */
export const textOf = ({ content }: Message): string | undefined => {
  try {
    return content.bytes && new TextDecoder('utf-8', { fatal: true }).decode(content.bytes)
  } catch {
    return undefined
  }
}

/** The media type of a message without parameters, in lower case; empty where it has none. */
export const essenceOf = (message: Message): string => (fieldValue(message, 'content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()

/** The JSON that a message carries, where it is known. */
export const jsonOf = (message: Message): unknown => {
  if (!message.content.bytes || !/[/+]json$/.test(essenceOf(message))) return undefined
  try {
    return JSON.parse(textOf(message) ?? '')
  } catch {
    return undefined
  }
}

const fieldsOf = ({ fields, lines }: Message, pointer: Pointer): Map<string, Field> => {
  const written = new Map(lines?.map(([name]) => [name.trim().toLowerCase(), name.trim()]))
  return new Map(
    [...fields].map(([name, examples]) => [
      name,
      { name, written: written.get(name) ?? name, required: true, examples, pointer: [...pointer, 'headers', name] },
    ]),
  )
}

const contentOf = (message: Message, pointer: Pointer): MediaType[] => {
  const type = fieldValue(message, 'content-type')
  if (message.content.present === false || type === undefined) return []
  const json = jsonOf(message)
  const names = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.keys(json) : undefined
  return [
    {
      type: type.toLowerCase(),
      ...(names && { schema: { properties: Object.fromEntries(names.map((name) => [name, {}])) } }),
      examples: json === undefined ? [] : [json],
      pointer: [...pointer, 'content'],
    },
  ]
}

const responseOf = (answered: Answered): Response => {
  const pointer = ['response']
  return {
    key: String(answered.status),
    status: answered.status,
    class: Math.floor(answered.status / 100),
    content: contentOf(answered, pointer),
    hasContent: answered.content.present === true,
    fields: fieldsOf(answered, pointer),
    summary: '',
    pointer,
  }
}

/** The path of a request target, without query. */
export const pathOf = ({ target }: Asked): string => target.replace(/[?#].*$/s, '')

/** The exchange as a declaration of exactly this request and these responses would be described. */
export const described = ({ request, responses, law, role, waived = new Map(), route }: Exchange): Description => {
  const pointer = ['request']
  const path = pathOf(request)
  const siblings: Operation[] = []
  const operation: Operation = {
    method: request.method,
    path,
    shape: path,
    name: route ?? `${request.method} ${path}`,
    role,
    pathNames: [],
    params: undefined,
    query: new Map(),
    fields: fieldsOf(request, pointer),
    content: contentOf(request, pointer),
    hasContent: request.content.present === true,
    contentPointer: [...pointer, 'content'],
    responses: responses.map(responseOf),
    idempotent: undefined,
    deprecated: false,
    waived,
    siblings,
    secured: undefined,
    pointer,
  }
  siblings.push(operation)
  return { source: 'exchange', name: operation.name, law, operations: [operation] }
}
