/**
 * Whether a contract can take the place of another one: what an exhaustive client of the old version needs, asked of the new.
 *
 * What clients send (request) must still be taken, what they get (response) must be something they know: the same kinds of change
 * as `statute diff`, in the same words, as far as types can see. Lengths, patterns and formats are no types: those are for `diff`.
 */
import type { kinds } from '../src/rules/changes.js'
import type { Fill } from '../src/rules/sentence.js'
import type { Get } from './law.js'
import type { Input } from './schema.js'

type Kinds = typeof kinds

/** A sentence where the verdict should stand: the route, the place, and what happened to it. */
type Said<
  Route,
  Id extends keyof Kinds,
  Values = {},
> = `${Route & string}: ${Fill<`${Kinds[Id]['words']}: ${Kinds[Id]['fix']}`, Values>} [${Id}]`

/**
 * `true` where clients of the first contract can go on with the second, else a sentence for each change that breaks them.
 *
 * Routes belong together by their key. It stands for an exhaustive client: one that names every status, value and member.
 *
 * @example Compatible<{ routes: {}; options: {} }, { routes: {}; options: {} }> //=> true
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-16
 */
export type Compatible<Old, New> = [Broken<Old, New>] extends [never] ? true : `${Broken<Old, New>}\u200B`

/** The sentences, none where nothing breaks. Their zero-width end keeps anybody from writing one. */
type Broken<Old, New> = BrokenRoutes<Get<Old, 'routes'>, Get<New, 'routes'>, CommonOf<Old>, CommonOf<New>>
type CommonOf<C> = OrNone<Get<Get<C, 'options'>, 'common'>>
/** Nothing where there is nothing to read, so that keys can be asked for. */
type OrNone<T> = [T] extends [never] ? {} : Plain<T>
/** An object without properties, which schemas call a record of nothing. */
type Plain<T> = string extends keyof T ? ([T[keyof T]] extends [never] ? {} : T) : T
type Part<T, K> = K extends keyof T ? T[K] : undefined

type BrokenRoutes<A, B, CA, CB> = {
  [K in keyof A]-?: A[K] extends { readonly method: infer M; readonly path: infer P; readonly spec: infer S }
    ? K extends keyof B
      ? B[K] extends { readonly method: M; readonly path: infer Q; readonly spec: infer T }
        ? Shape<P> extends Shape<Q>
          ? BrokenRoute<`${M & string} ${P & string}`, S, T, CA, CB>
          : Said<`${M & string} ${P & string}`, 'operation-removed'>
        : Said<`${M & string} ${P & string}`, 'operation-removed'>
      : Said<`${M & string} ${P & string}`, 'operation-removed'>
    : A[K] extends { readonly routes: infer R }
      ? BrokenRoutes<
          R,
          K extends keyof B ? (B[K] extends { readonly routes: infer Q } ? Q : B[K]) : {},
          CA & CommonOf<A[K]>,
          CB & CommonOf<Get<B, K>>
        >
      : BrokenRoutes<A[K], Get<B, K>, CA, CB>
}[keyof A]

/** A path with its parameters unnamed: what they are called is nothing to a client. */
type Shape<P> = P extends `${infer Before}/:${infer Rest}`
  ? Rest extends `${string}/${infer Tail}`
    ? `${Before}/:${Shape<`/${Tail}`>}`
    : `${Before}/:`
  : P

type BrokenRoute<R, S, T, CA, CB> =
  | BrokenFields<R, 'query', OrNone<Input<Part<S, 'query'>>>, OrNone<Input<Part<T, 'query'>>>>
  | BrokenFields<R, 'header', Sent<Part<S, 'headers'>>, Sent<Part<T, 'headers'>>>
  | BrokenBody<R, Types<Part<S, 'body'>>, Types<Part<T, 'body'>>>
  | BrokenResponses<R, Responses<S, CA>, Responses<T, CB>>

// --- requests -------------------------------------------------------------------------------------------------------------------

/** Header fields as one object, those that may be absent optional. */
type Sent<H> = {
  [F in keyof H as undefined extends Input<H[F]> ? never : F]: Input<H[F]>
} & { [F in keyof H as undefined extends Input<H[F]> ? F : never]?: Input<H[F]> }

type BrokenFields<R, Kind extends string, A, B> =
  | {
      [F in keyof A]-?: F extends keyof B
        ? IsOptional<A, F> extends true
          ? IsOptional<B, F> extends true
            ? Request<R, Named<Kind, F>, Value<A, F>, Value<B, F>>
            : Said<R, 'request-parameter-became-required', { place: Named<Kind, F> }>
          : Request<R, Named<Kind, F>, Value<A, F>, Value<B, F>>
        : Said<R, 'request-parameter-removed', { place: Named<Kind, F> }>
    }[keyof A]
  | {
      [F in Exclude<keyof B, keyof A>]: IsOptional<B, F> extends true
        ? never
        : Said<R, 'request-parameter-added-required', { place: Named<Kind, F> }>
    }[Exclude<keyof B, keyof A>]
type Named<Kind extends string, F> = `${Kind} parameter \`${F & string}\``

type IsOptional<T, K extends keyof T> = {} extends Pick<T, K> ? true : false
/** What a property holds where it is there. */
type Value<T, K extends keyof T> = Exclude<T[K], undefined>

/** Schemas by media type. */
type Types<B> = B extends { readonly kind: 'empty' }
  ? {}
  : B extends { readonly kind: 'content'; readonly type: infer T extends string; readonly schema: infer S }
    ? { [K in T]: S }
    : B extends { readonly kind: 'media'; readonly types: infer T }
      ? T
      : B extends { readonly '~standard': unknown }
        ? { 'application/json': B }
        : {}

type BrokenBody<R, A, B> = [keyof A] extends [never]
  ? [keyof B] extends [never]
    ? never
    : undefined extends Input<B[keyof B]>
      ? never
      : Said<R, 'request-body-added-required'>
  : [keyof B] extends [never]
    ? Said<R, 'request-body-removed'>
    : {
        [T in keyof A]-?: T extends keyof B
          ?
              | Request<R, 'body', Exclude<Input<A[T]>, undefined>, Exclude<Input<B[T]>, undefined>>
              | (undefined extends Input<A[T]> ? (undefined extends Input<B[T]> ? never : Said<R, 'request-body-became-required'>) : never)
          : Said<R, 'request-media-type-removed', { from: `\`${T & string}\`` }>
      }[keyof A]

/** Types that are the same to the letter need no second look. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type IsAny<T> = 0 extends 1 & T ? true : false
type IsUnknown<T> = unknown extends T ? true : false
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never
/** Whether values have a kind of their own: not of any type, and of one JSON type. */
type Scalar = string | number | boolean | bigint

/** A property below a place: `body` itself has no name of its own. */
type Below<Place, K> = Place extends 'body'
  ? `property \`${K & string}\``
  : Place extends `property \`${infer Way}\``
    ? `property \`${Way}.${K & string}\``
    : `property \`${K & string}\` of the ${Place & string}`
type Items<Place> = Place extends `property \`${infer Way}\`` ? `property \`${Way}[]\`` : 'property `[]`'

/** What clients send, against what is taken now. `D` ends types that hold themselves. */
type Request<R, P, A, B, D extends 0[] = []> =
  Same<A, B> extends true
    ? never
    : D['length'] extends 6
      ? never
      : IsUnknown<B> extends true
        ? never
        : IsUnknown<A> extends true
          ? Said<R, 'request-type-narrowed', { place: P; from: 'anything'; to: Name<B> }>
          :
              | (null extends A ? (null extends B ? never : Said<R, 'request-null-refused', { place: P }>) : never)
              | RequestValue<R, P, Exclude<A, null>, Exclude<B, null>, D>

type RequestValue<R, P, A, B, D extends 0[]> =
  Same<A, B> extends true
    ? never
    : [A] extends [Scalar]
      ? [A] extends [B]
        ? never
        : RequestScalar<R, P, A, B>
      : [A] extends [readonly (infer X)[]]
        ? [Extract<B, readonly unknown[]>] extends [readonly (infer Y)[]]
          ? [Extract<B, readonly unknown[]>] extends [never]
            ? Said<R, 'request-type-changed', { place: P; from: 'array'; to: Name<B> }>
            : Request<R, Items<P>, X, Y, [...D, 0]>
          : never
        : IsUnion<A> extends true
          ? RequestMembers<R, P, A, B>
          : IsUnion<B> extends true
            ? RequestMembers<R, P, A, B>
            : [B] extends [Scalar | readonly unknown[]]
              ? Said<R, 'request-type-changed', { place: P; from: 'object'; to: Name<B> }>
              : RequestObject<R, P, Plain<A>, Plain<B>, D>

type RequestScalar<R, P, A, B> = [Name<A>] extends [Name<B>]
  ? string extends A
    ? Said<R, 'request-became-enum', { place: P; to: 'some values' }>
    : Said<R, 'request-enum-value-removed', { place: P; from: Shown<Exclude<A, B>> }>
  : Said<R, 'request-type-changed', { place: P; from: Name<A>; to: Name<B> }>

/** Each member that was taken must fit into what is taken now. */
type RequestMembers<R, P, A, B> = A extends unknown
  ? A extends B
    ? RequestFits<A, B> extends true
      ? never
      : Said<R, 'request-property-removed', { place: P }>
    : Said<R, 'request-member-removed', { place: P; from: Name<A> }>
  : never
/** Whether some member takes all properties of one. */
type RequestFits<A, B> = true extends (B extends unknown ? (A extends B ? (keyof A extends keyof B ? true : false) : false) : never)
  ? true
  : false

type RequestObject<R, P, A, B, D extends 0[]> =
  | {
      [K in keyof A]-?: K extends keyof B
        ?
            | (IsOptional<A, K> extends true
                ? IsOptional<B, K> extends true
                  ? never
                  : Said<R, 'request-property-became-required', { place: Below<P, K> }>
                : never)
            | Request<R, Below<P, K>, Value<A, K>, Value<B, K>, [...D, 0]>
        : Said<R, 'request-property-removed', { place: Below<P, K> }>
    }[keyof A]
  | {
      [K in Exclude<keyof B, keyof A>]: IsOptional<B, K> extends true
        ? never
        : Said<R, 'request-property-added-required', { place: Below<P, K> }>
    }[Exclude<keyof B, keyof A>]

// --- responses ------------------------------------------------------------------------------------------------------------------

/** The responses of a route, with what it has in common with others; by status as text. */
type Responses<S, C> =
  Get<S, 'responses'> extends infer R
    ? { [K in keyof R as `${K & (string | number)}`]: R[K] } & {
        [K in keyof C as `${K & (string | number)}` extends `${keyof R & (string | number)}` ? never : `${K & (string | number)}`]: C[K]
      }
    : never

type BrokenResponses<R, A, B> =
  | {
      [C in keyof A]-?: C extends keyof B
        ?
            | BrokenContent<`${R & string} → ${C & string}`, Types<A[C]>, Types<B[C]>>
            | BrokenAnswer<`${R & string} → ${C & string}`, Part<A[C], 'headers'>, Part<B[C], 'headers'>>
        : C extends `2${string}`
          ? Said<R, 'response-success-status-removed', { from: `\`${C}\`` }>
          : never
    }[keyof A]
  | { [C in Exclude<keyof B, keyof A>]: Said<R, 'response-status-added', { to: `\`${C & string}\`` }> }[Exclude<keyof B, keyof A>]

type BrokenContent<R, A, B> = [keyof A] extends [never]
  ? never
  : [keyof B] extends [never]
    ? Said<R, 'response-content-removed'>
    :
        | {
            [T in keyof A]-?: T extends keyof B
              ? Response<R, 'body', Input<A[T]>, Input<B[T]>>
              : Said<R, 'response-media-type-removed', { from: `\`${T & string}\`` }>
          }[keyof A]
        | { [T in Exclude<keyof B, keyof A>]: Said<R, 'response-media-type-added', { to: `\`${T & string}\`` }> }[Exclude<keyof B, keyof A>]

type BrokenAnswer<R, A, B> = A extends undefined
  ? never
  : {
      [F in keyof A]-?: F extends keyof B
        ?
            | (undefined extends Input<B[F]>
                ? undefined extends Input<A[F]>
                  ? never
                  : Said<R, 'response-header-became-optional', { place: `response header \`${F & string}\`` }>
                : never)
            | Response<R, `header \`${F & string}\``, Exclude<Input<A[F]>, undefined>, Exclude<Input<B[F]>, undefined>>
        : undefined extends Input<A[F]>
          ? Said<R, 'response-optional-header-removed', { place: `response header \`${F & string}\`` }>
          : Said<R, 'response-header-removed', { place: `response header \`${F & string}\`` }>
    }[keyof A]

/** What clients know, against what they get now. */
type Response<R, P, A, B, D extends 0[] = []> =
  Same<A, B> extends true
    ? never
    : D['length'] extends 6
      ? never
      : IsUnknown<A> extends true
        ? never
        : IsUnknown<B> extends true
          ? Said<R, 'response-type-widened', { place: P; from: Name<A>; to: 'anything' }>
          :
              | (null extends B ? (null extends A ? never : Said<R, 'response-null-sent', { place: P }>) : never)
              | ResponseValue<R, P, Exclude<A, null>, Exclude<B, null>, D>

type ResponseValue<R, P, A, B, D extends 0[]> =
  Same<A, B> extends true
    ? never
    : [B] extends [Scalar]
      ? [B] extends [A]
        ? never
        : ResponseScalar<R, P, A, B>
      : [B] extends [readonly (infer Y)[]]
        ? [Extract<A, readonly unknown[]>] extends [never]
          ? Said<R, 'response-type-changed', { place: P; from: Name<A>; to: 'array' }>
          : [Extract<A, readonly unknown[]>] extends [readonly (infer X)[]]
            ? Response<R, Items<P>, X, Y, [...D, 0]>
            : never
        : IsUnion<B> extends true
          ? ResponseMembers<R, P, A, B>
          : IsUnion<A> extends true
            ? ResponseMembers<R, P, A, B>
            : [A] extends [Scalar | readonly unknown[]]
              ? Said<R, 'response-type-changed', { place: P; from: Name<A>; to: 'object' }>
              : ResponseObject<R, P, Plain<A>, Plain<B>, D>

type ResponseScalar<R, P, A, B> = [Name<B>] extends [Name<A>]
  ? string extends B
    ? Said<R, 'response-enum-ended', { place: P; from: 'some values' }>
    : Said<R, 'response-enum-value-added', { place: P; to: Shown<Exclude<B, A>> }>
  : Said<R, 'response-type-changed', { place: P; from: Name<A>; to: Name<B> }>

type ResponseMembers<R, P, A, B> = B extends unknown
  ? B extends A
    ? ResponseFits<B, A> extends true
      ? never
      : Said<R, 'response-optional-property-removed', { place: P }>
    : Said<R, 'response-member-added', { place: P; to: Name<B> }>
  : never
/** Whether all properties of some member are there. */
type ResponseFits<B, A> = true extends (A extends unknown ? (B extends A ? (keyof A extends keyof B ? true : false) : false) : never)
  ? true
  : false

type ResponseObject<R, P, A, B, D extends 0[]> = {
  [K in keyof A]-?: K extends keyof B
    ?
        | (IsOptional<B, K> extends true
            ? IsOptional<A, K> extends true
              ? never
              : Said<R, 'response-property-became-optional', { place: Below<P, K> }>
            : never)
        | Response<R, Below<P, K>, Value<A, K>, Value<B, K>, [...D, 0]>
    : IsOptional<A, K> extends true
      ? Said<R, 'response-optional-property-removed', { place: Below<P, K> }>
      : Said<R, 'response-property-removed', { place: Below<P, K> }>
}[keyof A]

// --- names ----------------------------------------------------------------------------------------------------------------------

/** What a type is called. */
type Name<T> =
  IsAny<T> extends true
    ? 'anything'
    : [T] extends [string]
      ? 'string'
      : [T] extends [number | bigint]
        ? 'number'
        : [T] extends [boolean]
          ? 'boolean'
          : [T] extends [readonly unknown[]]
            ? 'array'
            : [T] extends [Scalar]
              ? 'a scalar'
              : 'object'
/** Values as sentences show them; one at a time, lest they multiply. */
type Shown<T> = [T] extends [string | number | boolean] ? (IsUnion<T> extends true ? 'some values' : `\`${T}\``) : 'a value'
