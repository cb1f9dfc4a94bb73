/** A server's types: what a handler is given, what it may answer, and what stands before it. */
import type { StatusOf } from './brands.js'
import type { MethodRow, Rfc9110 } from './law.js'
import type { ParamNames } from './path.js'
import type { Inherited, Issue } from './reply.js'
import type { Contract, Route } from './route.js'
import type { Input, Output, Schema } from './schema.js'

/** A value, or its promise. */
export type Awaitable<T> = T | Promise<T>

/** Which route a call is for. */
export interface Served {
  readonly method: string
  readonly path: string
  /** The names that lead to it in its contract. */
  readonly name: readonly string[]
}

// --- what comes in ----------------------------------------------------------------------------------------------------------------

/** What a handler is given: the request, decoded. */
export interface Call<Context = unknown, P = unknown, S = unknown> {
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
  readonly context: Context
}

/** The same where content may come in several media types: `type` is the one that came. */
export type MediaCall<Context, P, S, Types> = Omit<Call<Context, P, S>, 'body'> &
  { readonly [T in keyof Types]: { readonly type: T; readonly body: Output<Types[T]> } }[keyof Types]

/** Of an object of zod, each parameter is worked out when it is read: the whole costs a twentieth of a route. */
type ParamsOf<P, S> = S extends Zodded
  ? ShapeOut<S['params']['_zod']['def']['shape']>
  : S extends Parametric
    ? Output<S['params']>
    : { readonly [K in ParamNames<P>]: string }
type ShapeOut<Shape> = { readonly [K in keyof Shape]: Output<Shape[K]> }
type Part<S, K extends string> = K extends keyof S ? Output<S[K]> : {}
type FieldsIn<S> = S extends { readonly headers: infer H } ? { readonly [K in keyof H]: Output<H[K]> } : {}
type BodyIn<S> = S extends Described ? Output<S['body']> : S extends Contentful ? Output<S['body']['schema']> : undefined

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

/** A reply with content: what its schema takes in, or gives out where replies are encoded. */
export interface Content<Status, S, Encodes = false> {
  readonly status: Status
  readonly body: Written<Encodes, S>
  readonly headers?: MoreFields
}
/** A reply with content and declared fields. */
export interface FieldedContent<Status, S, Headers, Encodes = false> {
  readonly status: Status
  readonly body: Written<Encodes, S>
  readonly headers: FieldsOut<Encodes, Headers>
}
/** A reply with content of one of several media types: the field that says so says which. */
export interface TypedContent<Status, Type, S, Headers, Encodes = false> {
  readonly status: Status
  readonly body: Written<Encodes, S>
  readonly headers: TypeOut<Type> & FieldsOut<Encodes, Headers>
}
/** A reply without content. */
export interface Bare<Status> {
  readonly status: Status
  readonly body?: undefined
  readonly headers?: MoreFields
}
/** A reply without content and with declared fields. */
export interface FieldedBare<Status, Headers, Encodes = false> {
  readonly status: Status
  readonly body?: undefined
  readonly headers: FieldsOut<Encodes, Headers>
}

// Conditions are named: an object literal there is instantiated for every route.
interface Silent {
  readonly answers: 'fields'
}
interface Conditioned {
  readonly headers: { readonly 'if-match': unknown } | { readonly 'if-unmodified-since': unknown }
}
interface Negotiated {
  readonly body: { readonly kind: 'media'; readonly types: unknown }
}
interface Zodded {
  readonly params: { readonly _zod: { readonly def: { readonly shape: unknown } } }
}
interface Parametric {
  readonly params: unknown
}
interface Described {
  readonly body: Schema
}
interface Contentful {
  readonly body: { readonly kind: 'content'; readonly schema: unknown }
}
interface Fielded {
  readonly headers: unknown
}
interface Contents extends Fielded {
  readonly kind: 'content'
  readonly schema: unknown
}

type Written<Encodes, S> = Encodes extends true ? Output<S> : Input<S>
type FieldsOut<E, H> = {
  readonly [K in keyof H as undefined extends Written<E, H[K]> ? never : K]: Written<E, H[K]>
} & {
  readonly [K in keyof H as undefined extends Written<E, H[K]> ? K : never]?: Written<E, H[K]>
}
interface TypeOut<T> {
  readonly 'content-type': T extends `${infer Main}/*` ? `${Main}/${string}` : T
}

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

/** The reply that one declared response allows. A bare schema is asked for first, because that costs nothing. */
export type Answer<E, C, X> = X extends Schema
  ? Content<Codes<C>, X, E>
  : X extends Contents
    ? {} extends X['headers']
      ? Content<Codes<C>, X['schema'], E>
      : FieldedContent<Codes<C>, X['schema'], X['headers'], E>
    : X extends { readonly kind: 'media'; readonly types: infer Types; readonly headers: infer H }
      ? { [T in keyof Types]: TypedContent<Codes<C>, T, Types[T], H, E> }[keyof Types]
      : Fieldwise<E, Codes<C>, X>
type Fieldwise<E, C, X> = X extends Fielded
  ? {} extends X['headers']
    ? Bare<C>
    : FieldedBare<C, X['headers'], E>
  : X extends undefined
    ? never
    : Bare<C>

/** The replies that several responses allow. */
export type Answers<E, R> = { [C in keyof R]-?: Answer<E, C, R[C]> }[keyof R]
/** The same of a method that answers with fields alone. */
type SilentAnswers<E, R> = { [C in keyof R]-?: Fieldwise<E, Codes<C>, R[C]> }[keyof R]

type Own<E, M, R> = MethodRow<Rfc9110, M> extends Silent ? SilentAnswers<E, R> : Answers<E, R>
type Shared<E, M, R, Common> = [keyof Common & keyof R] extends [never] ? Own<E, M, Common> : Own<E, M, Pick<Common, Inherited<Common, R>>>

// --- handlers ---------------------------------------------------------------------------------------------------------------------

/** What answers one route. */
export type Handler<X, E, M, P, S, Common> = S extends Negotiated | Conditioned
  ? SpecialHandler<X, E, M, P, S, Common>
  : Answering<Call<X, P, S>, E, M, S, Common>
type SpecialHandler<X, E, M, P, S, Common> = S extends Negotiated
  ? Answering<MediaCall<X, P, S, S['body']['types']>, E, M, S, Common>
  : Answering<Call<X, P, S>, E, M, S, Common> | Guarded<Call<X, P, S>, E, M, S, Common>
type Answering<C, E, M, S, Common> = (call: C) => Awaitable<Given<E, M, S['responses' & keyof S], Common>>
type Given<E, M, R, Common> = [keyof Common] extends [never] ? Own<E, M, R> : Own<E, M, R> | Shared<E, M, R, Common>

/** A handler that is told of the current representation first, so that a change meant for another one is refused before it is made. */
export interface Guarded<C, E, M, S, Common> {
  /** What the resource is like now; `undefined` where there is none. */
  readonly current: (call: C) => Awaitable<Validators | undefined>
  readonly handle: Answering<C, E, M, S, Common>
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
export type Handlers<C, Context = {}, Encodes = false> =
  C extends Contract<infer R, infer O> ? HandlersOf<R, CommonOf<O>, Context, Encodes> : never
/** What all routes of a contract may answer. */
export type CommonOf<O> = O extends { readonly common: infer R } ? R : {}
/** The handlers of routes and groups. */
export type HandlersOf<R, Common, X, E> = {
  readonly [K in keyof R]: R[K] extends Route<infer M, infer P, infer S>
    ? Handler<X, E, M, P, S, Common>
    : R[K] extends Contract<infer Inner, infer O>
      ? HandlersOf<Inner, Nearer<Common, CommonOf<O>>, X, E>
      : HandlersOf<R[K], Common, X, E>
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

// --- refusing ---------------------------------------------------------------------------------------------------------------------

/** A message of Fetch, without the status by which replies are told apart. */
export type Message = Pick<Response, 'arrayBuffer' | 'clone'>
/** Everything that some route of a contract may answer: each is worked out for the handlers already. */
export type Refusable<C, E> = C extends { readonly routes: infer R; readonly options: infer O }
  ? Answers<E, CommonOf<O>> | RefusableIn<R, E>
  : never
type RefusableIn<R, E> = {
  [K in keyof R]: R[K] extends Route<infer M, string, infer S>
    ? Own<E, M, S['responses' & keyof S]>
    : R[K] extends { readonly routes: unknown; readonly options: unknown }
      ? Refusable<R[K], E>
      : RefusableIn<R[K], E>
}[keyof R]

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

/** What `serve()` makes. */
export type Server<Needs = {}> = {} extends Needs
  ? (request: Request, context?: Needs) => Promise<Response>
  : (request: Request, context: Needs) => Promise<Response>

/** Middleware refuses with what the contract has in common: so it is in the union of every client. */
export type Permitted<C, U> = C extends { readonly options: infer O }
  ? { readonly use?: { readonly [I in keyof U]: PermittedOne<CommonOf<O>, U[I]> } }
  : unknown
type PermittedOne<Common, One> =
  One extends Middleware<never, unknown, infer R>
    ? [R] extends [Answers<false, Common>]
      ? One
      : [Code<R> & Codes<keyof Common>] extends [never]
        ? Uncommon<Code<R>>
        : Middleware<never, unknown, Answers<false, Common>>
    : One
type Code<R> = R extends { readonly status: infer S } ? S : never
/** The sentence for a refusal that no client is told of. */
export type Uncommon<Code> = `middleware refuses with ${Code & number}: declare it in common of the contract\u200B`
