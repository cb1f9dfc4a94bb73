/** From a message to a reply: what the contract says of it, or the breach. */
import type { Breach, BreachReason, Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'
import { decode } from './decode.js'
import { essence } from './encode.js'
import type { Answer } from './plan.js'

/** A message with what the contract says of it, and its content, where some was promised and came. */
export interface Outcome {
  readonly response: Response
  readonly answer: Answer | undefined
  readonly matched: readonly [type: string, schema: Schema] | undefined
  readonly content: ArrayBuffer | undefined
}

const covers = (type: string, came: string): boolean =>
  type === came || (type.endsWith('/*') && (type === '*/*' || came.startsWith(type.slice(0, -1))))

/** Reads a message as far as the contract has promised something: content that nobody declared is not read. */
export const receive = async (response: Response, answer: Answer | undefined): Promise<Outcome> => {
  if (!answer) return { response, answer, matched: undefined, content: undefined }
  if (!answer.types.length) {
    response.body?.cancel().catch(() => {})
    return { response, answer, matched: undefined, content: undefined }
  }
  const came = essence(response.headers.get('content-type') ?? '')
  const matched = answer.types.find(([type]) => covers(essence(type), came))
  return { response, answer, matched, content: matched && (await response.arrayBuffer()) }
}

type Checked = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] }
const check = (schema: Schema, value: unknown): Checked | Promise<Checked> =>
  (schema['~standard'] as { validate: (value: unknown) => Checked | Promise<Checked> }).validate(value)

const breach = ({ response, content }: Outcome, reason: BreachReason, issues: readonly Issue[]): Breach => ({
  status: 'breach',
  ok: false,
  reason,
  code: response.status,
  class: (/^[1-4]../.test(String(response.status)) ? `${String(response.status)[0]}xx` : '5xx') as Breach['class'],
  issues,
  // What was read is put back, so that whoever looks into the breach can read it.
  response: content ? new Response(content, response) : response,
})

/** The reply of a message, decoded and checked. */
export const replyOf = async (outcome: Outcome): Promise<unknown> => {
  const { response, answer, matched, content } = outcome
  if (!answer) return breach(outcome, 'status', [{ message: `the contract declares no ${response.status} here` }])
  const headers: Record<string, unknown> = {}
  for (const [name, schema] of answer.fields) {
    let checked = check(schema, response.headers.get(name) ?? undefined)
    if (checked instanceof Promise) checked = await checked
    if (checked.issues)
      return breach(
        outcome,
        'headers',
        checked.issues.map((issue) => ({ ...issue, path: [name, ...(issue.path ?? [])] })),
      )
    if (checked.value !== undefined) headers[name] = checked.value
  }
  let body: unknown
  if (answer.types.length) {
    if (!matched || !content)
      return breach(outcome, 'content-type', [
        {
          message: `expected ${answer.types.map(([type]) => type).join(' or ')}, got ${response.headers.get('content-type') ?? 'no Content-Type'}`,
        },
      ])
    try {
      body = await decode(response.headers.get('content-type')!, content)
    } catch (error) {
      return breach(outcome, 'body', [{ message: (error as Error).message }])
    }
    let checked = check(matched[1], body)
    if (checked instanceof Promise) checked = await checked
    if (checked.issues) return breach(outcome, 'body', checked.issues)
    body = checked.value
  }
  const { status } = answer
  return {
    status,
    ok: response.ok,
    body,
    headers,
    response,
    ...(status !== response.status && { code: response.status }),
    ...(answer.several && { type: matched![0] }),
  }
}
