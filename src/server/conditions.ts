/** What conditions and ranges of a request come to: loaded by the first request that has one. */
import type { Law, MethodFacts } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'
import type { Exchange } from './plan.js'
import { preconditions, unmodifiedFields, type Validators } from './preconditions.js'
import { refusals } from './problem.js'
import { partial } from './range.js'
import type { Refuse } from './refuse.js'

const another = { detail: 'the representation is not the one that the request is meant for' }

/** Holds the current representation against the conditions of a request that is to change it. */
export const guarded = (
  method: MethodFacts,
  exchange: Exchange,
  validators: Validators | undefined,
  refuse: Refuse,
): Response | Promise<Response> | undefined =>
  preconditions(method, exchange.request.headers, validators) === 'proceed' ? undefined : refuse(exchange, another)

/** Holds what a handler answered against the conditions of the request. */
export const conditional = (
  law: Law,
  method: MethodFacts,
  exchange: Exchange,
  response: Response,
  refuse: Refuse,
): Response | Promise<Response> => {
  const { headers } = response
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
  const outcome = preconditions(method, exchange.request.headers, validators)
  if (outcome === 'proceed') return response
  response.body?.cancel().catch(() => {})
  if (law.statuses[outcome]?.content === 'never') return new Response(null, { status: outcome, headers: unmodifiedFields(headers) })
  return refuse(exchange, another)
}

/** What a client that asked beyond the end is told of it. */
const lengthOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name === 'content-range' || name === 'accept-ranges'))

/** The only reply that a part may stand for (RFC 9110 §14.2). */
const ok: keyof Statuses = 200

/** The part of a representation that was asked for, where its octets are at hand. */
export const ranged = (law: Law, exchange: Exchange, response: Response, refuse: Refuse): Response | Promise<Response> => {
  const { request, encoded } = exchange
  // Of the method that was sent: HEAD does not handle Range, though it is answered as GET.
  const method = law.methods[request.method]
  if (!method || response.status !== ok) return response
  const octets = encoded instanceof ArrayBuffer ? new Uint8Array(encoded) : encoded
  if (!(octets instanceof Uint8Array || octets instanceof Blob)) return response
  const part = partial(method, request.headers, response.headers, octets as Uint8Array<ArrayBuffer> | Blob)
  if (!part) return response
  response.body?.cancel().catch(() => {})
  const { status, headers, body } = part
  if (status === refusals.unsatisfiable)
    return refuse(exchange, { detail: 'no part that was asked for is there', headers: lengthOf(headers) })
  return new Response(body, { status, headers })
}
