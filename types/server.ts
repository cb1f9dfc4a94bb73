/** A server's types: what a handler is given, what it may answer, and what stands before it. */
import type { StatusOf } from './brands.js'
import type { MethodRow, Rfc9110 } from './law.js'
import type { ParamNames } from './path.js'
import type { Inherited, Issue } from './reply.js'
import type { Route } from './route.js'
import type { Input, Output, Schema } from './schema.js'

/** A value, or its promise. */
export type Awaitable<T> = T | Promise<T>

/** What types know of a server: what its middleware adds to every call, and whether replies are encoded by their schemas. */
export interface Manner<Context = unknown, Encodes = boolean> {
  readonly context: Context
  readonly encodes: Encodes
}

/** Which route a call is for. */
export interface Served {
  readonly method: string
  readonly path: string
  /** The names that lead to it in its contract. */
  readonly name: readonly string[]
}

// --- what comes in ----------------------------------------------------------------------------------------------------------------

/** What a handler is given: the request, decoded. */
export interface Call<N = Manner, P = unknown, S = unknown> {
  /** The message as it came; its content is read already, where the route declares some. */
  readonly request: Request
  readonly route: Served
  /** The parameters of the path, decoded. */
  readonly params: ParamsOf<P, S>
  /** The declared query parameters, decoded. */
  readonly query: Part<S, 'query'>
  /** The declared header fields, decoded. */
  readonly headers: FieldsIn<S>
  /** The declared content, decoded; `undefined` where there is none. */
  readonly body: BodyIn<S>
  /** What was given with the request, and what middleware has added. */
  readonly context: N extends { readonly context: infer X } ? X : unknown
}

/** The same where content may come in several media types: `type` is the one that came. */
export type MediaCall<N, P, S, Types> = Omit<Call<N, P, S>, 'body'> &
  { readonly [T in keyof Types]: { readonly type: T; readonly body: Output<Types[T]> } }[keyof Types]

type ParamsOf<P, S> = S extends { readonly params: infer Q } ? Output<Q> : { readonly [K in ParamNames<P>]: string }
type Part<S, K extends string> = S extends { readonly [X in K]: infer Q } ? Output<Q> : {}
type FieldsIn<S> = S extends { readonly headers: infer H } ? { readonly [K in keyof H]: Output<H[K]> } : {}
type BodyIn<S> = S extends { readonly body: infer X }
  ? X extends { readonly kind: 'content'; readonly schema: infer B }
    ? Output<B>
    : X extends Schema
      ? Output<X>
      : undefined
  : undefined

// --- what goes out ----------------------------------------------------------------------------------------------------------------

/** What `reply()` makes. */
export interface Sent<Status = unknown, Body = unknown, Headers = unknown> {
  readonly status: Status
  readonly body: Body
  readonly headers: Headers
}

/** Fields that a contract does not declare may be sent too, as text. */
export interface MoreFields {
  readonly [name: string]: string | readonly string[] | undefined
}

/** A reply with content. */
export interface Content<Status, Body> {
  readonly status: Status
  readonly body: Body
  readonly headers?: MoreFields
}
/** A reply with content and declared fields. */
export interface FieldedContent<Status, Body, Headers> {
  readonly status: Status
  readonly body: Body
  readonly headers: Headers
}
/** A reply without content. */
export interface Bare<Status> {
  readonly status: Status
  readonly body?: undefined
  readonly headers?: MoreFields
}
/** A reply without content and with declared fields. */
export interface FieldedBare<Status, Headers> {
  readonly status: Status
  readonly body?: undefined
  readonly headers: Headers
}

type Written<N, S> = N extends { readonly encodes: true } ? Output<S> : Input<S>

/** The codes that a key of `responses` stands for. */
type Codes<C> = C extends number
  ? C
  : C extends `${infer Digits extends number}`
    ? Digits
    : C extends keyof ClassNames
      ? StatusOf<ClassNames[C]>
      : number
interface ClassNames {
  readonly '1xx': 'informational'
  readonly '2xx': 'successful'
  readonly '3xx': 'redirection'
  readonly '4xx': 'client error'
  readonly '5xx': 'server error'
}

/** The reply that one declared response allows. */
export type Answer<N, C, X> = X extends { readonly kind: 'content'; readonly schema: infer S; readonly headers: infer H }
  ? {} extends H
    ? Content<Codes<C>, Written<N, S>>
    : FieldedContent<Codes<C>, Written<N, S>, FieldsOut<N, H>>
  : X extends Schema
    ? Content<Codes<C>, Written<N, X>>
    : X extends { readonly kind: 'media'; readonly types: infer Types; readonly headers: infer H }
      ? {
          [T in keyof Types]: FieldedContent<Codes<C>, Written<N, Types[T]>, TypeOut<T> & FieldsOut<N, H>>
        }[keyof Types]
      : Fieldwise<N, Codes<C>, X>
type Fieldwise<N, C, X> = X extends { readonly headers: infer H } ? ({} extends H ? Bare<C> : FieldedBare<C, FieldsOut<N, H>>) : Bare<C>
type FieldsOut<N, H> = {
  readonly [K in keyof H as undefined extends Written<N, H[K]> ? never : K]: Written<N, H[K]>
} & {
  readonly [K in keyof H as undefined extends Written<N, H[K]> ? K : never]?: Written<N, H[K]>
}
/** Which of several media types it is: said by the field that says so. */
interface TypeOut<T> {
  readonly 'content-type': T extends `${infer Main}/*` ? `${Main}/${string}` : T
}

/** The replies that several responses allow. */
export type Answers<N, R> = { [C in keyof R]: Answer<N, C, R[C]> }[keyof R]
/** The same of a method that answers with fields alone. */
type SilentAnswers<N, R> = { [C in keyof R]: Fieldwise<N, Codes<C>, R[C]> }[keyof R]

type Own<N, M, R> = MethodRow<Rfc9110, M> extends { readonly answers: 'fields' } ? SilentAnswers<N, R> : Answers<N, R>
type Shared<N, M, R, Common> = [keyof Common] extends [never]
  ? never
  : [keyof Common & keyof R] extends [never]
    ? Own<N, M, Common>
    : Own<N, M, Pick<Common, Inherited<Common, R>>>

// --- handlers ---------------------------------------------------------------------------------------------------------------------

/** What answers one route. */
export type Handler<N, M, P, S, Common> = S extends { readonly body: { readonly kind: 'media'; readonly types: infer Types } }
  ? Answering<MediaCall<N, P, S, Types>, N, M, S, Common>
  : S extends { readonly headers: { readonly 'if-match': unknown } | { readonly 'if-unmodified-since': unknown } }
    ? Answering<Call<N, P, S>, N, M, S, Common> | Guarded<Call<N, P, S>, N, M, S, Common>
    : Answering<Call<N, P, S>, N, M, S, Common>
type Answering<C, N, M, S, Common> = S extends { readonly responses: infer R }
  ? (call: C) => Awaitable<Own<N, M, R> | Shared<N, M, R, Common>>
  : never

/** A handler that is told of the current representation first, so that a change meant for another one is refused before it is made. */
export interface Guarded<C, N, M, S, Common> {
  /** What the resource is like now; `undefined` where there is none. */
  readonly current: (call: C) => Awaitable<Validators | undefined>
  readonly handle: Answering<C, N, M, S, Common>
}

/** What identifies the current representation. */
export interface Validators {
  readonly etag?: string | undefined
  readonly lastModified?: Date | string | undefined
}

/**
 * The handlers of a contract, by the names and groups of its routes.
 *
 * `satisfies Pick<Handlers<typeof todos, Context>, 'list' | 'read'>` holds a part of them, in a file of its own, to the contract.
 */
export type Handlers<C, Context = {}, Encodes extends boolean = false> = HandlersOf<C, Manner<Context, Encodes>>
type HandlersOf<C, N> = C extends { readonly routes: infer R; readonly options: infer O } ? Grouped<R, CommonOf<O>, N> : never
type CommonOf<O> = O extends { readonly common: infer R } ? R : {}
type Grouped<R, Common, N> = {
  readonly [K in keyof R]: R[K] extends Route<infer M, infer P, infer S>
    ? Handler<N, M, P, S, Common>
    : R[K] extends { readonly routes: infer Inner; readonly options: infer O }
      ? Grouped<Inner, Nearer<Common, CommonOf<O>>, N>
      : Grouped<R[K], Common, N>
}
type Nearer<Outer, Inner> = [keyof Outer] extends [never] ? Inner : { [C in keyof Inner]: Inner[C] } & Omit<Outer, keyof Inner>

// --- middleware -------------------------------------------------------------------------------------------------------------------

/** What middleware is given: a request for a route, before anything of it is decoded. */
export interface Arrival<Context = {}> {
  readonly request: Request
  readonly route: Served
  readonly context: Context
}

/** What stands before handlers: it adds to the context, or refuses. */
export interface Middleware<Needs = never, Adds = unknown, Refuses = unknown> {
  readonly run: (arrival: Arrival<Needs>) => Awaitable<unknown>
  readonly adds?: Adds
  readonly refuses?: Refuses
}

/** What a result of middleware adds to the context. */
export type Added<R> = R extends object ? (R extends Sent<number> ? never : R) : never
/** What it refuses with. */
export type Refused<R> = R extends Sent<number> ? R : never

type ContextOf<U, Given> = U extends readonly [infer First, ...infer Rest]
  ? ContextOf<Rest, Given & (First extends Middleware<never, infer Adds> ? ([Adds] extends [never] ? {} : Adds) : {})>
  : Given
/** What middleware has to be given with every request. */
export type NeedsOf<U> = U extends readonly [infer First, ...infer Rest]
  ? (First extends Middleware<infer Needs> ? Needs : {}) & NeedsOf<Rest>
  : {}
/** What middleware adds to the context of every call, with what it needs to be given. */
export type ContextFrom<U> = ContextOf<U, {}>

// --- serving ----------------------------------------------------------------------------------------------------------------------

/** What is done about a reply that breaks the contract or the law: a 500 goes out instead; it goes out and is reported; nobody looks. */
export type Judging = 'throw' | 'report' | 'off'

/** A reply, or what a handler gave for one, against the contract or the law. */
export interface Violation {
  /** The rule, or the part of the contract, that is broken. */
  readonly rule: string
  readonly message: string
  readonly route: Served
  readonly issues?: readonly Issue[]
}

/** What a server will take. */
export interface Limits {
  /** Characters of a URL; 414 beyond. 16,384 when left out. */
  readonly url?: number
  /** Octets of content; 413 beyond. A mebibyte when left out. */
  readonly content?: number
  /** Fields of a query or a form; 400 beyond. 1,000 when left out. */
  readonly fields?: number
}

/** What a server is made with. */
export interface ServeOptions<U = readonly Middleware[], E = (schema: never, value: never) => unknown> {
  /** What stands before every handler, in this order. */
  readonly use?: U
  /** What turns a value into what a schema takes in, as `z.encode` does: then handlers answer what schemas give out, dates for example. */
  readonly encode?: E
  /** What is done about replies against the contract: `throw` in development, `off` where `NODE_ENV` is `production`. */
  readonly judge?: Judging
  readonly limits?: Limits
  /** Told of every reply against the contract or the law; the console is when left out. */
  readonly onViolation?: (violation: Violation) => void
  /** Told of what handlers and middleware throw; the console is when left out. The client gets a 500 that says nothing of it. */
  readonly onError?: (error: unknown, route: Served | undefined) => void
}

/** What `serve()` makes. */
export type Server<Needs = {}> = {} extends Needs
  ? (request: Request, context?: Needs) => Promise<Response>
  : (request: Request, context: Needs) => Promise<Response>

/** What a contract's handlers have to be, where this is before them. */
export type HandlersFor<C, U, E> = HandlersOf<C, Manner<ContextFrom<U>, [E] extends [never] ? false : true>>

/** Middleware refuses with what the contract has in common: so it is in the union of every client. */
export type Permitted<C, U> = C extends { readonly options: infer O }
  ? { readonly use?: { readonly [I in keyof U]: PermittedOne<CommonOf<O>, U[I]> } }
  : unknown
type PermittedOne<Common, One> =
  One extends Middleware<never, unknown, infer R>
    ? [R] extends [Answers<Manner<unknown, boolean>, Common>]
      ? One
      : [Code<R> & Codes<keyof Common>] extends [never]
        ? Uncommon<Code<R>>
        : Middleware<never, unknown, Answers<Manner<unknown, false>, Common>>
    : One
type Code<R> = R extends { readonly status: infer S } ? S : never
/** The sentence for a refusal that no client is told of. */
export type Uncommon<Code> = `middleware refuses with ${Code & number}: declare it in common of the contract\u200B`
