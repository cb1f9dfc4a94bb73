/** A client's types: what a call takes, what it gives back, and whether it may be repeated. */
import type { Law } from '../src/registry/facts.js'
import type { IdempotentMethod } from './brands.js'
import type { Empty } from './content.js'
import type { Get, MethodRow, Refusal, Rfc9110 } from './law.js'
import type { ParamNames } from './path.js'
import type { Breach, Replies } from './reply.js'
import type { Basis, Route } from './route.js'
import type { HasSchema, Input, Output, ParamsInput, Schema } from './schema.js'

/** What types know of a client: its law, what a broken promise becomes, and whether it encodes and retries. */
export interface Manner {
  readonly law: Law
  readonly breach: Breach
  readonly encodes: boolean
  readonly retries: boolean
}

/** A client that nothing was said about. */
export interface Plain {
  readonly law: Rfc9110
  readonly breach: Breach
  readonly encodes: false
  readonly retries: false
}

/** What a call takes beside the parts of the request. */
export interface CallOptions {
  /** Ends the call, whatever it is at: a request, an answer, or the wait before another attempt. */
  readonly signal?: AbortSignal | undefined
}

/** How one call is retried: not at all, this many times, or as said. */
export type RetryCall = number | false | RetryPolicy

/** When and how long to retry. */
export interface RetryPolicy {
  /** How many times to try again after the first attempt; 2 when left out. */
  readonly retries?: number
  /** Milliseconds for everything together: attempts, answers and the waits between. */
  readonly deadline?: number
  /** Whether a 500 is tried again too: it may be an error that repeats with every request. */
  readonly serverErrors?: boolean
  /** The longest wait in milliseconds that a Retry-After may ask for; what asks for more is not tried again. 30,000 when left out. */
  readonly maxRetryAfter?: number
  /** The first and the longest back-off, in milliseconds; each is the upper end of a random wait. */
  readonly backoff?: { readonly first?: number; readonly longest?: number }
}

/** An attempt that is to be repeated. */
export interface Attempt {
  /** Which one it was, from 1. */
  readonly attempt: number
  /** Milliseconds until the next. */
  readonly delay: number
  /** What it ended with: an answer, or an error. */
  readonly cause: { readonly response: Response } | { readonly error: unknown }
}

/** What `retry()` makes: it sends until it is worth no more. */
export type Retrying = <T extends { readonly response: Response }>(
  send: (signal: AbortSignal | undefined) => Promise<T>,
  call: {
    readonly route: Route
    readonly law: Law | undefined
    readonly headers: Record<string, string>
    readonly input: { readonly [key: string]: unknown }
    readonly body: BodyInit | undefined
    readonly signal: AbortSignal | undefined
    readonly about: Hooked
    readonly onRetry: ClientOptions['onRetry']
  },
) => Promise<T>

/** Fields of every request, by name. */
export type SharedFields = Readonly<Record<string, string | undefined>>

/** What a client is made with. */
export interface ClientOptions {
  /** Where the server is: paths are put behind it. */
  readonly baseUrl: string
  /** Fields of every request, or what gives them: credentials, for example. */
  readonly headers?: SharedFields | ((call: Hooked) => SharedFields | Promise<SharedFields>)
  /** What sends a request; the global `fetch` when left out. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** `throw` takes the breach out of replies and throws it as a BreachError. */
  readonly breach?: 'throw' | 'reply'
  /** What turns a value into what a schema takes in, as `z.encode` does: then calls take what schemas give out, dates for example. */
  readonly encode?: (schema: never, value: never) => unknown
  /** Makes retries possible: `retry()`. */
  readonly retry?: Retrying
  /** The law of the contract, where it is not the default one: it says which methods are idempotent. */
  readonly law?: Law
  /** Told of every answer against the contract. */
  readonly onBreach?: (breach: Breach, call: Hooked) => void
  /** Told of every attempt that is to be repeated. */
  readonly onRetry?: ((attempt: Attempt, call: Hooked) => void) | undefined
  /** Told of the answer to every call, before it is decoded. */
  readonly onResponse?: (response: Response, call: Hooked) => void
}

/** What types keep of the options. */
export interface MannerOf<O> {
  readonly law: O extends { readonly law: infer L extends Law } ? L : Rfc9110
  readonly breach: O extends { readonly breach: 'throw' } ? never : Breach
  readonly encodes: O extends { readonly encode: unknown } ? true : false
  readonly retries: O extends { readonly retry: unknown } ? true : false
}

// --- what is sent -----------------------------------------------------------------------------------------------------------------

// Named, because a literal in the place of a condition is made anew for every route.
interface HasParams {
  readonly params: unknown
}
interface HasQuery {
  readonly query: unknown
}
interface HasFields {
  readonly headers: unknown
}
interface HasBody {
  readonly body: unknown
}
interface Encoding {
  readonly encodes: true
}
interface RetryingManner {
  readonly retries: true
}

type Sent<N, S> = N extends Encoding ? Output<S> : Input<S>

/** Parts that a route declares, and those of its path. */
type Parts<N, P, S> = ParamsPart<N, P, S> & QueryPart<N, S> & FieldsPart<N, S> & BodyPart<N, S>

type ParamsPart<N, P, S> = S extends HasParams
  ? { readonly params: SentParams<N, S['params']> }
  : P extends `${string}/:${string}`
    ? { readonly params: { readonly [K in ParamNames<P>]: string } }
    : {}
type SentParams<N, Q> = N extends Encoding ? Output<Q> : ParamsInput<Q>

type QueryPart<N, S> = S extends HasQuery ? QueryOf<Sent<N, S['query']>> : {}
type QueryOf<Q> = {} extends Q ? { readonly query?: Q } : { readonly query: Q }

/** Fields that the client itself can give. */
type OwnField<N> = N extends RetryingManner ? 'idempotency-key' : never
type FieldsPart<N, S> = S extends HasFields ? FieldsOf<N, S['headers'], Omissible<N, S['headers']>> : {}
type FieldsOf<N, H, May> = keyof H extends May ? { readonly headers?: Omitted<N, H> } : { readonly headers: SomeFields<N, H, May> }
/** Fields that need not be given. */
type Omissible<N, H> = { [K in keyof H]: undefined extends Sent<N, H[K]> ? K : K extends OwnField<N> ? K : never }[keyof H]
type Omitted<N, H> = { readonly [K in keyof H]?: Sent<N, H[K]> }
type SomeFields<N, H, May> = Omitted<N, Pick<H, May & keyof H>> & { readonly [K in Exclude<keyof H, May>]: Sent<N, H[K]> }

type BodyPart<N, S> = S extends HasBody ? ContentPart<N, S['body']> : {}
type ContentPart<N, X> = X extends Schema
  ? BodyOf<Sent<N, X>>
  : X extends HasSchema
    ? BodyOf<Sent<N, X['schema']>>
    : X extends { readonly kind: 'media'; readonly types: infer Types }
      ? { [T in keyof Types]: { readonly type: T; readonly body: Sent<N, Types[T]> } }[keyof Types]
      : {}
type BodyOf<B> = undefined extends B ? { readonly body?: B } : { readonly body: B }

// --- retry ------------------------------------------------------------------------------------------------------------------------

/** Whether a route may be repeated whatever is sent: by its method, by its claim, by its key, or by a precondition that every request carries. */
export type Repeatable<L extends Law, M, S> = M extends IdempotentMethod<L> ? true : S extends Claimed | Keyed ? true : Guards<S>
type Guards<S> = S extends Guarded ? (undefined extends Input<S['headers']['if-match']> ? false : true) : false
interface Claimed {
  readonly idempotent: Basis
}
interface Keyed {
  readonly headers: { readonly 'idempotency-key': unknown }
}

type Unrepeatable<M> = Refusal<'no-auto-retry-non-idempotent', { method: M }>
/** What stands at `retry` in a client that was made without it. */
export type NoRetry = `this client cannot retry: make it with { retry: retry() }\u200B`

/** What a call of a route that may be repeated takes beside its input. */
export interface Repeats extends CallOptions {
  /** Tries again after a lost connection or a passing failure: this many times, or as said. */
  readonly retry?: RetryCall
}
/** The same in a client that was made without `retry`. */
export interface RepeatsUnsaid extends CallOptions {
  readonly retry?: NoRetry
}
/** What a call of a route that should not be repeated takes beside its input. */
export interface NeverRepeats<M> extends CallOptions {
  readonly retry?: Unrepeatable<M>
  /** Tries again although the law advises against it: only where a second effect does no harm. */
  readonly unsafelyRetry?: RetryCall
}

type Options<N extends Manner, M, S> = Repeatable<N['law'], M, S> extends true ? Repeating<N> : NeverRepeats<M>
type Repeating<N extends Manner> = N['retries'] extends true ? Repeats : RepeatsUnsaid
/** The same where a precondition may be given in the call: then a repeat is told apart from the first. */
type GuardedOptions<N extends Manner, M, S, Tag> = [Tag] extends [never] ? Options<N, M, S> : Repeating<N>

// --- calls ------------------------------------------------------------------------------------------------------------------------

declare const called: unique symbol

/** The route of a call, as hooks and helpers see it. */
export interface Hooked<M = string> {
  readonly method: M
  readonly path: string
  /** The names that lead to it in its contract. */
  readonly name: readonly string[]
}

/** What is known of a call beside its signature. */
export interface Called<M = unknown, Input = unknown, Reply = unknown> {
  readonly route: Hooked<M>
  readonly [called]?: { readonly input: Input; readonly reply: Reply }
}

/**
 * What a call takes: for a function or a form that gathers it elsewhere.
 * @example
 * InputOf<typeof api.create>['body'] //=> { title: string; done: boolean }
 */
export type InputOf<Call> = Call extends Called<unknown, infer I, unknown> ? I : never

/**
 * What a call gives back, or the member of one status: for a function or a component that takes it.
 * @example
 * ReplyOf<typeof api.read, 200>['body'] //=> { id: string; title: string; done: boolean }
 */
export type ReplyOf<Call, Status = unknown> =
  Call extends Called<unknown, unknown, infer R> ? Extract<R, { readonly status: Status }> : never

/** A call. */
export interface PlainCall<M, I, R> extends Called<M, I, R> {
  (...input: Asked<I>): Promise<R>
}
/** A call that can be made without saying anything takes nothing too. */
export type Asked<I> = {} extends I ? [input?: I] : [input: I]

/** A date, or the text of one as HTTP writes it. */
export type HttpDate = Date | string

/** A call that is answered 304 only when it says what the client has already. */
export interface ConditionalCall<M, I, R, Unchanged, Etag, Since> extends Called<M, I & GivenValidators<Etag, Since>, R | Unchanged> {
  <E extends Etag = never, D extends Since = never>(
    ...input: Asked<I & GivenValidators<E, D>>
  ): Promise<[E | D] extends [never] ? R : R | Unchanged>
}
/** What the client has already. */
export interface GivenValidators<E, D> {
  /** Entity tags of what the client has: when the current one is among them, the answer is 304. */
  readonly ifNoneMatch?: E | undefined
  /** When what the client has was modified: when nothing was since, the answer is 304. */
  readonly ifModifiedSince?: D | undefined
}

/** A call that is done only while the representation is the one that the client knows. */
export interface GuardedCall<N extends Manner, M, S, I, R> extends Called<M, I & GivenTag<string>, R> {
  <T extends string = never>(...input: Asked<I & GivenTag<T> & GuardedOptions<N, M, S, T>>): Promise<R>
}
/** The representation that a change is meant for. */
export interface GivenTag<T> {
  /** The entity tag of what the client knows: when it is no longer the current one, nothing is done and the answer is 412. */
  readonly ifMatch?: T | undefined
}

/** A part of the representation. */
export interface GivenRange {
  /** Which part is asked for: `bytes=0-1023`. */
  readonly range?: string | undefined
  /** The entity tag that the part must belong to; otherwise the whole comes. */
  readonly ifRange?: string | undefined
}

type Etagged = { readonly responses: { readonly 200: { readonly headers: { readonly etag: unknown } } } }
type Dated = { readonly responses: { readonly 200: { readonly headers: { readonly 'last-modified': unknown } } } }
/** The route has the condition among its own fields: then it is given there, and 304 may always come. */
type OwnCondition = { readonly headers: { readonly 'if-none-match': unknown } | { readonly 'if-modified-since': unknown } }
interface Guarded {
  readonly headers: { readonly 'if-match': unknown }
}
type Ranged = { readonly responses: { readonly 206: unknown } }

/** What a route may have that its calls tell of. */
type Particular = Etagged | Dated | Guarded | Ranged
/** The call of one route. */
export type CallOf<N extends Manner, M, P, S, Common> = S extends Particular
  ? ParticularCall<N, M, P, S, Common>
  : PlainCall<M, Parts<N, P, S> & Options<N, M, S>, Replied<N, M, Get<S, 'responses'>, Common>>
type ParticularCall<N extends Manner, M, P, S, Common> = S extends Etagged | Dated
  ? [MethodRow<N['law'], M>, S] extends [{ readonly notModified: true }, OwnCondition]
    ? Unconditional<N, M, P, S, Common>
    : MethodRow<N['law'], M> extends { readonly notModified: true }
      ? ConditionalCall<
          M,
          Whole<N, M, P, S>,
          Replied<N, M, Omit<Get<S, 'responses'>, 304>, Common>,
          Replies<M, NotModified<Get<S, 'responses'>>, {}, N['law']>,
          S extends Etagged ? string : never,
          S extends Dated ? HttpDate : never
        >
      : Unconditional<N, M, P, S, Common>
  : Unconditional<N, M, P, S, Common>
type NotModified<R> = { readonly 304: 304 extends keyof R ? R[304] : Empty }

type Unconditional<N extends Manner, M, P, S, Common> = S extends Guarded
  ? GuardedCall<N, M, S, Parts<N, P, S>, Replied<N, M, Get<S, 'responses'>, Common>>
  : PlainCall<M, Whole<N, M, P, S>, Replied<N, M, Get<S, 'responses'>, Common>>

type Whole<N extends Manner, M, P, S> = S extends Ranged
  ? Parts<N, P, S> & Options<N, M, S> & GivenRange
  : Parts<N, P, S> & Options<N, M, S>
type Replied<N extends Manner, M, R, Common> = N['breach'] | Replies<M, R, Common, N['law']>

/** The calls of a contract, by the names and groups of its routes. */
export type Client<C, N extends Manner = Plain> = C extends { readonly routes: infer R; readonly options: infer O }
  ? Calls<R, CommonOf<O>, N>
  : never
type CommonOf<O> = O extends { readonly common: infer R } ? R : {}
/** The calls of some routes and groups. */
export type Calls<R, Common, N extends Manner> = {
  readonly [K in keyof R]: R[K] extends Route<infer M, infer P, infer S>
    ? CallOf<N, M, P, S, Common>
    : R[K] extends { readonly routes: infer Inner; readonly options: infer O }
      ? Calls<Inner, Nearer<Common, CommonOf<O>>, N>
      : Calls<R[K], Common, N>
}
type Nearer<Outer, Inner> = [keyof Outer] extends [never] ? Inner : { [C in keyof Inner]: Inner[C] } & Omit<Outer, keyof Inner>
