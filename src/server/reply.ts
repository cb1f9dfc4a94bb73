/** What handlers and middleware say. */
import type { Added, Arrival, Awaitable, Middleware, Refused, Sent } from '../../types/server.js'

/** What `reply()` makes: of one shape, so that it is quick to read, and told apart from what middleware adds. */
export class SentReply<Status, Body, Headers> implements Sent<Status, Body, Headers> {
  readonly status: Status
  readonly body: Body
  readonly headers: Headers
  constructor(status: Status, body: Body, headers: Headers) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** Content whose literals are kept as they are written, and whose arrays stay arrays: the literals here are of no other use. */
export type Written = '' | 0 | boolean | null | undefined | {} | readonly Written[] | { readonly [name: string]: Written }
/**
 * A reply as it is given: not to be guessed from what a route declares, all of whose replies would be worked out, and mixed up.
 * The compiler does not look for that behind a key that it has yet to find.
 */
export type Given<Status, Body, Headers> = Reply<Status, Body, Headers>[Status extends number ? 'reply' : never]
interface Reply<Status, Body, Headers> {
  readonly reply: Sent<Status, Body, Headers>
}

/** `reply`: what is not given is not guessed either, so each number of arguments has its own signature. */
export interface Replying {
  <const Status extends number>(status: Status): Given<Status, undefined, {}>
  <const Status extends number, Body extends Written>(status: Status, body: Body): Given<Status, Body, {}>
  <const Status extends number, Body extends Written, const Headers>(
    status: Status,
    body: Body,
    headers: Headers,
  ): Given<Status, Body, Headers>
}

/**
 * A reply: status, content and header fields.
 *
 * A plain object `{ status, body, headers }` means the same. Its status is one that the route declares, with the content and the fields
 * declared for it; further fields may be given as text.
 *
 * @example reply(201, { id: '7' }, { location: '/todos/7' }).status //=> 201
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export const reply: Replying = <Status, Body, Headers>(status: Status, body?: Body, headers?: Headers) =>
  new SentReply(status, body, headers) as never

/**
 * What stands before handlers: it adds to their context, or refuses with a reply that the contract has in common.
 *
 * It runs once the route is known and before anything of the request is decoded, so that who may not ask is told nothing.
 *
 * @example
 * const auth = middleware(({ request }) => {
 *   const user = request.headers.get('authorization')
 *   return user ? { user } : reply(401, { title: 'Who is asking?' }, { 'www-authenticate': 'Basic' })
 * })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
 */
export const middleware = <R, Needs = {}>(run: (arrival: Arrival<Needs>) => Awaitable<R>): Middleware<Needs, Added<R>, Refused<R>> => ({
  run: run as (arrival: Arrival<Needs>) => unknown,
})
