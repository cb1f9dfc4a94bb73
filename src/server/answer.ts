/** From what a handler gives to the message that goes out. */
import type { Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'
import type { Sent, Served } from '../../types/server.js'
import { classes } from '../registry/classes.js'
import type { Law } from '../registry/facts.js'
import { covers, type Encoded, type Encoder, encoderOf, essence } from './content.js'
import type { Loose } from './routes.js'
import { type Checked, check, isOptional, isPromise } from './validate.js'
import { ViolationError } from './violation.js'

/** What turns a value into what a schema takes in. */
export type Encode = (schema: never, value: never) => unknown

/** One media type of a reply. */
interface Variant extends Encoder {
  readonly declared: string
  readonly schema: Schema
}

/** One declared response, ready to be made. */
export interface Answer {
  readonly key: string
  readonly variants: readonly Variant[]
  readonly fields: readonly (readonly [name: string, schema: Schema])[]
  /** The message where a handler adds no fields. */
  readonly init: ResponseInit
}

interface Made {
  readonly types?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly schema?: Schema
  readonly headers?: Readonly<Record<string, Schema>>
}
/** What a maker has made; a bare schema is JSON. */
const madeOf = (written: unknown): Made =>
  typeof written === 'object' && written !== null && !('~standard' in written) ? written : { schema: written as Schema }

/** Schemas by media type; none where there is no content. */
export const typesOf = (written: unknown): (readonly [type: string, schema: Schema])[] => {
  const { types, type = 'application/json', schema } = madeOf(written)
  return Object.entries(types ?? (schema ? { [type]: schema } : {}))
}

/** Whether a status carries content: its row says so, or its class where it has none. */
const carriesNone = (law: Law, status: number): boolean =>
  (law.statuses[status] ?? classes[`${`${status}`[0]}xx` as keyof typeof classes])?.content === 'never'

/**
 * Adds a request field to Vary, unless it stands there.
 *
 * A cache would give one client what was negotiated with another.
 *
 * @example
 * const fields = new Headers({ vary: 'Origin' })
 * vary(fields, 'accept')
 * return [fields.get('vary'), 'Origin, accept']
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
 */
export const vary = (fields: Headers, name: string): void => {
  const names = (fields.get('vary') ?? '').split(',').map((written) => written.trim().toLowerCase())
  if (!names.includes('*') && !names.includes(name.toLowerCase())) fields.append('vary', name)
}

/** Everything that a route may answer. */
export class Answers {
  readonly #answers: Record<string, Answer> = Object.create(null)
  readonly #route: Served
  readonly #law: Law
  readonly #encode: Encode | undefined

  constructor(route: Served, responses: Loose, common: Loose, law: Law, encode: Encode | undefined) {
    this.#route = route
    this.#law = law
    this.#encode = encode
    const fieldsOnly = law.methods[route.method]?.answers === 'fields'
    for (const [key, written] of Object.entries({ ...common, ...responses })) {
      // A key that holds undefined declares nothing.
      if (written === undefined) continue
      const silent = fieldsOnly || carriesNone(law, Number(key))
      const variants = silent
        ? []
        : typesOf(written).map(([declared, schema]): Variant => ({ declared: essence(declared), schema, ...encoderOf(declared) }))
      const type = variants.length === 1 && !variants[0]!.declared.endsWith('*') ? variants[0]!.type : ''
      this.#answers[key] = {
        key,
        variants,
        fields: Object.entries(madeOf(written).headers ?? {}),
        init: { status: Number(key), headers: type ? { 'content-type': type } : {} },
      }
    }
  }

  /** The keys that are declared. */
  keys(): string[] {
    return Object.keys(this.#answers)
  }

  /** Whether an answer is declared with one of some fields. */
  sends(...names: string[]): boolean {
    return Object.values(this.#answers).some(({ fields }) => fields.some(([name]) => names.includes(name)))
  }

  /** What is declared under a status, by itself, by its range, or by `default`. */
  of(status: number): Answer | undefined {
    return this.#answers[status] ?? this.#answers[`${`${status}`[0]}xx`] ?? this.#answers.default
  }

  /** What a message under a status lacks of its declaration; `undefined` where it lacks nothing, or nothing is declared. */
  unlike(status: number, type: string, sends: readonly string[], content?: object): { rule: string; how: string } | undefined {
    const { variants = [], fields = [] } = this.of(status) ?? {}
    const variant = variants.find(({ declared }) => covers(declared, essence(type)))
    if (!variant && variants.length) return { rule: 'undeclared-type', how: `as ${variants.map(({ declared }) => declared).join(', ')}` }
    const missing = fields.find(([name, schema]) => !sends.includes(name) && !isOptional(schema))
    if (missing) return { rule: 'field-schema', how: `with the field ${missing[0]}` }
    const checked = variant && content && check(variant.schema, content)
    if (checked && !isPromise(checked) && checked.issues) return { rule: 'content-schema', how: 'with more members' }
  }

  #violation(rule: string, why: string, issues?: readonly Issue[]): ViolationError {
    return new ViolationError(rule, this.#route, why, issues)
  }

  /** The answer that a reply is; throws where its status is not declared. */
  answerTo(reply: Sent): Answer {
    const status = reply?.status
    const answer = typeof status === 'number' ? this.of(status) : undefined
    if (answer === undefined || (status as number) < 200)
      throw this.#violation(
        'undeclared-status',
        `answered ${typeof status === 'number' ? status : 'without a status'}, which its contract does not declare`,
      )
    return answer
  }

  #variantOf(answer: Answer, reply: Sent, preferred: string | undefined): Variant | undefined {
    const { variants } = answer
    const said = (reply.headers as Loose | undefined)?.['content-type']
    if (said === undefined) {
      if (variants.length < 2) return variants[0]
      return variants.find(({ declared }) => declared === preferred) ?? variants[0]
    }
    const kind = essence(String(said))
    const variant = variants.find(({ declared }) => covers(declared, kind))
    if (!variant && variants.length)
      throw this.#violation('undeclared-type', `answered ${kind} under ${answer.key}, which its contract does not declare`)
    return variant
  }

  /** Holds a reply to its declaration: content and fields. */
  judge(reply: Sent, preferred: string | undefined): void | Promise<void> {
    const answer = this.answerTo(reply)
    const waiting: Promise<void>[] = []
    const hold = (checked: Checked | Promise<Checked>, rule: string, what: string): void => {
      const judge = (known: Checked): void => {
        if (known.issues)
          throw this.#violation(rule, `answered ${reply.status} with ${what} against its schema: ${known.issues[0]?.message}`, known.issues)
      }
      if (isPromise(checked)) waiting.push(checked.then(judge))
      else judge(checked)
    }
    const variant = this.#variantOf(answer, reply, preferred)
    if (!variant && reply.body !== undefined)
      throw this.#violation('undeclared-content', `answered ${reply.status} with content, and has none to declare`)
    // What is encoded is checked by being encoded.
    if (variant && !this.#encode) hold(check(variant.schema, reply.body), 'content-schema', 'content')
    if (!this.#encode)
      for (const [name, schema] of answer.fields)
        hold(check(schema, (reply.headers as Loose | undefined)?.[name]), 'field-schema', `the field ${name}`)
    if (waiting.length) return Promise.all(waiting).then(() => {})
  }

  #fieldValue(answer: Answer, name: string, value: unknown): string {
    const schema = this.#encode && answer.fields.find(([field]) => field === name)?.[1]
    const written = schema ? this.#encode!(schema as never, value as never) : value
    const text = written instanceof Date ? written.toUTCString() : String(written)
    // fetch would cut line breaks off the ends, and say of others only that something is wrong.
    if (/[\0\r\n]/.test(text)) throw this.#violation('field-value-no-ctl', `answered with a line break in the field ${name}`)
    return text
  }

  /** The media types of what is answered where all goes well, without their parameters. */
  get types(): readonly string[] {
    const good = Object.values(this.#answers).filter(({ key }) => key.startsWith('2'))
    return [...new Set(good.flatMap(({ variants }) => variants.map(({ declared }) => declared)))]
  }

  /** The message of a reply, and its content as it was encoded. */
  respond(reply: Sent, preferred: string | undefined, sent: { encoded?: Encoded } = {}): Response {
    const answer = this.answerTo(reply)
    const { status, headers } = reply as Sent<number, unknown, Loose | undefined>
    const variant = this.#variantOf(answer, reply, preferred)
    let body: BodyInit | null = null
    if (variant) {
      const value = this.#encode ? this.#encode(variant.schema as never, reply.body as never) : reply.body
      body = variant.encode(value)
      sent.encoded = body
    } else if (reply.body instanceof ReadableStream) reply.body.cancel().catch(() => {})
    if (headers === undefined && answer.init.status === status && (variant === undefined || answer.variants.length === 1))
      return new Response(body, answer.init)
    const fields: Record<string, string> = variant?.type && !variant.declared.endsWith('*') ? { 'content-type': variant.type } : {}
    const several: [string, string][] = []
    for (const name in headers) {
      const value = headers[name]
      if (value === undefined || (name === 'content-type' && name in fields && !variant?.declared.endsWith('*'))) continue
      if (Array.isArray(value)) for (const item of value) several.push([name, this.#fieldValue(answer, name, item)])
      else fields[name.toLowerCase()] = this.#fieldValue(answer, name, value)
    }
    const response = new Response(carriesNone(this.#law, status) ? null : body, { status, headers: fields })
    for (const [name, value] of several) response.headers.append(name, value)
    if (answer.variants.length > 1) vary(response.headers, 'accept')
    return response
  }
}
