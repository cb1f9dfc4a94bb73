/** From a message to a reply: what the contract says of it, or the breach. */
import type { Breach, BreachReason, Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'
import { unchanged } from './columns.js'
import { decode, essence, type Octets } from './content.js'
import type { Answer, Loose, Plan } from './plan.js'

/** A message with what the contract says of it, and its content, where some was promised and came. */
export interface Outcome {
  readonly response: Response
  readonly answer: Answer | undefined
  readonly matched: readonly [type: string, schema: Schema] | undefined
  /** The media type that came. */
  readonly type: string
  readonly content: Octets | undefined
}

const covers = (type: string, came: string): boolean => (type.endsWith('*') ? came.startsWith(type.split('*', 1)[0]!) : type === came)

/** Reads content by its chunks, of which most have one: with `arrayBuffer()` a whole call would take a quarter longer on Node. */
const read = async (response: Response): Promise<Octets> => {
  // Some that stand in for fetch have no streams.
  const reader = response.body?.getReader?.()
  const chunks: Octets[] = []
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
  }
  return (!chunks[1] && chunks[0]) || (reader ? new Blob(chunks) : response).arrayBuffer()
}

/** Reads a message as far as the contract has promised something: content that nobody declared is not read. */
export const receive = async (responding: Promise<Response>, { answers, conditional }: Plan, input: Loose): Promise<Outcome> => {
  const response = await responding
  const code = response.status
  const answer =
    code === unchanged && conditional && (input.ifNoneMatch ?? input.ifModifiedSince) === undefined
      ? undefined
      : (answers[code] ?? answers[`${`${code}`[0]}xx`] ?? answers.default)
  const type = response.headers.get('content-type') ?? ''
  const matched = answer?.types.find(([declared]) => declared === type || covers(essence(declared), essence(type)))
  if (answer && !answer.types[0]) response.body?.cancel().catch(() => {})
  return { response, answer, matched, type, content: matched && (await read(response)) }
}

type Checked = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] }
const check = (schema: Schema, value: unknown): Checked | Promise<Checked> =>
  (schema['~standard'] as { validate: (value: unknown) => Checked | Promise<Checked> }).validate(value)

/** The reply of a message, decoded and checked. */
export const replyOf = async ({ response, answer, matched, type, content }: Outcome): Promise<unknown> => {
  const { status: code, ok } = response
  const breach = (reason: BreachReason, issues: readonly Issue[]): Breach => ({
    status: 'breach',
    ok: false,
    reason,
    code,
    class: (code < 500 ? `${`${code}`[0]}xx` : '5xx') as Breach['class'],
    issues,
    // What was read is put back, so that whoever looks into the breach can read it.
    response: content ? new Response(content, response) : response,
  })
  if (!answer) return breach('status', [{ message: `${code} is not declared` }])
  const { status, types, fields, several } = answer
  const headers: Record<string, unknown> = {}
  for (const [name, schema] of fields) {
    const checked = await check(schema, response.headers.get(name) ?? undefined)
    if (checked.issues)
      return breach(
        'headers',
        checked.issues.map((issue) => ({ ...issue, path: [name, ...(issue.path ?? [])] })),
      )
    if (checked.value !== undefined) headers[name] = checked.value
  }
  let body: unknown
  if (types[0]) {
    if (!content) return breach('content-type', [{ message: `expected ${types.map(([type]) => type)}, got ${type}` }])
    try {
      body = await decode(type, content)
    } catch (error) {
      return breach('body', [{ message: `${error}` }])
    }
    const checked = await check(matched![1], body)
    if (checked.issues) return breach('body', checked.issues)
    body = checked.value
  }
  return { status, ok, body, headers, response, ...(status !== code && { code }), ...(several && { type: matched![0] }) }
}
