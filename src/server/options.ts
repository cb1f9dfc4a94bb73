/** What may be said about a server. */
import type { Awaitable, Judging, Limits, Message, Middleware, Refusable, Served, Violation } from '../../types/server.js'
import type { IdempotencyOptions } from './idempotency.js'
import type { Refusal } from './problem.js'

/** What a server is made with. */
export interface ServeOptions<U = readonly Middleware[], E = (schema: never, value: never) => unknown> {
  /** What stands before every handler, in this order. */
  readonly use?: U
  /** What turns a value into what a schema takes in, as `z.encode` does: then handlers answer what schemas give out, dates for example. */
  readonly encode?: E
  /**
   * What is done about replies against the contract: `throw` in development, `off` where `NODE_ENV` is `production`. In development the
   * message is held to the law as well.
   */
  readonly judge?: Judging
  /** Makes entity tags of content, where a route declares the field and its handler gives none. */
  readonly etag?: 'strong' | 'weak'
  /** Records replies to requests with an Idempotency-Key, where a route of a method that is not idempotent declares that field. */
  readonly idempotency?: IdempotencyOptions
  readonly limits?: Limits
  /** Told of every reply against the contract or the law; the console is when left out. */
  readonly onViolation?: (violation: Violation) => void
  /** Told of what handlers and middleware throw; the console is when left out. The client gets a 500 that says nothing of it. */
  readonly onError?: (error: unknown, route: Served | undefined) => void
}

/**
 * What may be said about a server's own refusals, by what its contract declares.
 *
 * A client knows the formats of its contract and no others: a problem, where another format is declared, is a breach to it.
 *
 * @example
 * const todos = contract({
 *   read: get('/todos/:id', { responses: { 200: json(z.string()), 400: json(z.object({ code: z.string() })) } }),
 * })
 * const handle = serve(
 *   todos,
 *   { read: ({ params }) => reply(200, params.id) },
 *   { refuse: ({ status, reason }) => (status === 400 ? reply(400, { code: reason }) : undefined) },
 * )
 * return [await (await handle(new Request('http://localhost/todos/%FF'))).json(), { code: 'malformed' }]
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
 */
export interface RefuseOptions<C = unknown, E = never> {
  /**
   * Says what the server refuses by itself in the format that the contract declares for it: a reply that some route declares, or a
   * `Response`. `undefined` leaves it in problem details, as does a reply with the refused status where a route does not declare that.
   */
  readonly refuse?: (refusal: Refusal) => Awaitable<Refusable<C, [E] extends [never] ? false : true> | Message | undefined>
}
