/** A client: one function per route. */
import type { Client, ClientOptions, Hooked, MannerOf } from '../../types/client.js'
import type { Breach } from '../../types/reply.js'
import type { Contract, Route } from '../../types/route.js'
import type { Schema } from '../../types/schema.js'
import { encode } from './content.js'
import { type Loose, type Plan, planOf } from './plan.js'
import { receive, replyOf } from './reply.js'
import { queryOf, refuse, textOf } from './url.js'

/**
 * A server has answered what its contract does not promise.
 *
 * Thrown by clients that were made with `breach: 'throw'`; others give the breach back as a reply.
 *
 * @example
 * try {
 *   await client(todos, { baseUrl, breach: 'throw' }).list()
 * } catch (error) {
 *   if (error instanceof BreachError) console.error(error.breach.reason, error.breach.code)
 * }
 */
export class BreachError extends Error {
  override readonly name = 'BreachError'
  declare readonly breach: Breach
  constructor(breach: Breach, { method, path }: Hooked) {
    super(`${method} ${path} broke its contract with ${breach.code}: ${breach.issues[0]?.message}`)
    this.breach = breach
  }
}

/** Fields that a call gives by a name of their own: `ifNoneMatch` is `if-none-match`. */
const shorthand = /^(if[A-Z]|range$)/
const fieldOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const setField = (headers: Record<string, string>, name: string, value: unknown): void => {
  if (value === undefined) return
  const text = value instanceof Date ? value.toUTCString() : textOf(value, `headers.${name}`)
  // fetch would cut a line break off the end, and say of others only that something is wrong.
  if (/[^\t -~\x80-\xFF]/.test(text)) refuse(`headers.${name}`, 'cannot be sent by fetch')
  headers[name.toLowerCase()] = text
}

const makeCall = (route: Route, name: readonly string[], common: Loose, options: ClientOptions): unknown => {
  let plan: Plan | undefined
  const { method, path } = route
  const base = options.baseUrl.replace(/\/+$/, '')
  const about: Hooked = { method, path, name }
  const spec = route.spec as unknown as Record<string, Schema & Record<string, Schema>>
  const written = (schema: Schema | undefined, value: unknown): unknown =>
    options.encode && schema && value !== undefined ? options.encode(schema as never, value as never) : value

  const call = async (input: Loose = {}): Promise<unknown> => {
    plan ??= planOf(route, common, options.law)
    const { accept, redirect, sent } = plan
    const url =
      base +
      plan.path((written(spec.params, input.params) ?? {}) as Loose) +
      (input.query ? queryOf(written(spec.query, input.query) as Loose) : '')

    const headers: Record<string, string> = accept ? { accept } : {}
    const fixed = typeof options.headers === 'function' ? await options.headers(about) : options.headers
    for (const field in fixed) setField(headers, field, fixed[field])
    const own = input.headers as Loose | undefined
    for (const field in own) setField(headers, field, written(spec.headers?.[field], own[field]))
    for (const key in input) if (shorthand.test(key)) setField(headers, fieldOf(key), input[key])

    let body: BodyInit | undefined
    if (input.body !== undefined && sent[0]) {
      const [type, schema] = sent.find(([type]) => type === input.type) ?? sent[0]
      body = encode(type, written(schema, input.body))
      // fetch makes the boundary of parts, and says it.
      if (!(body instanceof FormData)) headers['content-type'] = type
    }
    const send = (signal: AbortSignal | undefined) =>
      receive((options.fetch ?? fetch)(url, { method, headers, redirect, body, duplex: 'half', signal } as RequestInit), plan!, input)
    const signal = input.signal as AbortSignal | undefined
    const outcome = await (options.retry
      ? options.retry(send, { route, law: options.law, headers, input, body, signal, about, onRetry: options.onRetry })
      : send(signal))
    options.onResponse?.(outcome.response, about)
    const reply = await replyOf(outcome)
    if ((reply as Breach).status === 'breach') {
      options.onBreach?.(reply as Breach, about)
      if (options.breach === 'throw') throw new BreachError(reply as Breach, about)
    }
    return reply
  }
  return Object.assign(call, { route: about })
}

const callsOf = (routes: Loose, name: readonly string[], common: Loose, options: ClientOptions): Loose =>
  Object.fromEntries(
    Object.entries(routes).map(([key, value]) => {
      const names = [...name, key]
      const { method, routes, options: inner } = value as { method?: unknown; routes?: Loose; options?: { common?: Loose } }
      return [
        key,
        typeof method === 'string'
          ? makeCall(value as Route, names, common, options)
          : routes && inner
            ? callsOf(routes, names, { ...common, ...inner.common }, options)
            : callsOf(value as Loose, names, common, options),
      ]
    }),
  )

/**
 * A client of a contract: one function per route, under the names and groups that the contract gives them.
 *
 * A reply is told apart by its `status`; whatever the contract did not promise is the one member `breach`. Network failures and
 * aborts reject, as they do with fetch.
 *
 * @example
 * const api = client(todos, { baseUrl: 'https://todos.example' })
 * const reply = await api.read({ params: { id: '7' } })
 * const title = reply.status === 200 ? reply.body.title : undefined
 * @throws TypeError for what cannot be sent: a path segment `..`, a line break in a field.
 * @throws BreachError for an answer against the contract, where `breach: 'throw'` is set.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export const client = <const C extends Contract, const O extends ClientOptions>(contract: C, options: O): Client<C, MannerOf<O>> =>
  callsOf(contract.routes as Loose, [], (contract.options as { common: Loose }).common, options) as never
