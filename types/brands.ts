/** The law as branded literals: what a method or a status is, kept in its type, so that a function can ask for it. */
import type { Law } from '../src/registry/facts.js'
import type { MethodName, Rfc9110, StatusCode } from './law.js'

declare const brand: unique symbol

/** Carries what is known of a value; several brands go together. */
export interface Brand<Tag extends string> {
  readonly [brand]: { readonly [T in Tag]: true }
}

type Branded<Value, Tag extends string> = Value extends unknown ? Value & Brand<Tag> : never

type MethodsWith<L extends Law, Column extends string, Value> = {
  [M in MethodName<L>]: L['methods'][M] extends { readonly [C in Column]: Value } ? M : never
}[MethodName<L>]

type StatusesWith<L extends Law, Column extends string, Value> = {
  [C in StatusCode<L>]: L['statuses'][C] extends { readonly [K in Column]: Value } ? C : never
}[StatusCode<L>]

/** The safe methods of a law (RFC 9110 §9.2.1). */
export type SafeMethod<L extends Law = Rfc9110> = MethodsWith<L, 'safe', true>
/** The idempotent methods of a law (RFC 9110 §9.2.2). */
export type IdempotentMethod<L extends Law = Rfc9110> = MethodsWith<L, 'idempotent', true>
/** The methods of a law whose responses may be cached, some of them only with explicit freshness (RFC 9110 §9.2.3). */
export type CacheableMethod<L extends Law = Rfc9110> = MethodsWith<L, 'cacheable', 'yes' | 'conditional'>
/** The statuses of a law that carry no content (RFC 9110 §6.4.1). */
export type NoBodyStatus<L extends Law = Rfc9110> = StatusesWith<L, 'content', 'never'>
/** The statuses of a law that may carry content. */
export type ContentfulStatus<L extends Law = Rfc9110> = StatusesWith<L, 'content', 'may' | 'should'>
/** The statuses of a class. */
export type StatusOf<Class extends string, L extends Law = Rfc9110> = StatusesWith<L, 'class', Class>

/** A safe method: the client asks for no state change. @example Safe<'GET'> @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
export type Safe<M extends SafeMethod = SafeMethod> = Branded<M, 'safe'>
/** An idempotent method: sending it again has the same intended effect. @example Idempotent<'PUT'> @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
export type Idempotent<M extends IdempotentMethod = IdempotentMethod> = Branded<M, 'idempotent'>
/** A method whose responses may be stored and reused. @example Cacheable<'GET'> @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.3 */
export type Cacheable<M extends CacheableMethod = CacheableMethod> = Branded<M, 'cacheable'>
/** A status that carries no content. @example NoBody<204> @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
export type NoBody<C extends NoBodyStatus = NoBodyStatus> = Branded<C, 'no body'>
/** A status that may carry content. @example Contentful<200> @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4 */
export type Contentful<C extends ContentfulStatus = ContentfulStatus> = Branded<C, 'contentful'>
/** An interim status. @example Informational<103> @see https://www.rfc-editor.org/rfc/rfc9110#section-15.2 */
export type Informational<C extends StatusOf<'informational'> = StatusOf<'informational'>> = Branded<C, 'informational'>
/** A status that says the request was received, understood and accepted. @example Successful<200> @see https://www.rfc-editor.org/rfc/rfc9110#section-15.3 */
export type Successful<C extends StatusOf<'successful'> = StatusOf<'successful'>> = Branded<C, 'successful'>
/** A status that calls for further action. @example Redirection<303> @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
export type Redirection<C extends StatusOf<'redirection'> = StatusOf<'redirection'>> = Branded<C, 'redirection'>
/** A status that lays the fault with the client. @example ClientError<404> @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
export type ClientError<C extends StatusOf<'client error'> = StatusOf<'client error'>> = Branded<C, 'client error'>
/** A status that lays the fault with the server. @example ServerError<503> @see https://www.rfc-editor.org/rfc/rfc9110#section-15.6 */
export type ServerError<C extends StatusOf<'server error'> = StatusOf<'server error'>> = Branded<C, 'server error'>

/** The statuses that can answer a method under a law: none that is reserved, none whose need the method does not meet. */
export type Answer<M extends MethodName<L>, L extends Law = Rfc9110> = {
  [C in StatusCode<L>]: L['statuses'][C] extends { readonly never: string }
    ? never
    : L['statuses'][C] extends { readonly needs: infer Facet }
      ? Facet extends keyof L['methods'][M]
        ? L['methods'][M][Facet] extends true
          ? C
          : never
        : never
      : C
}[StatusCode<L>]

/** A status that can answer the method. @example const created: StatusFor<'POST'> = statusFor('POST', 201) @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.3 */
export type StatusFor<M extends MethodName> = Answer<M>

/** The fields that a response with this status must carry. @example RequiredHeaders<401> //=> 'www-authenticate' @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export type RequiredHeaders<C extends StatusCode> = Rfc9110['statuses'][C] extends { readonly requires: infer Fields }
  ? keyof Fields & string
  : never

/** The reason phrase of a status, as IANA has it. @example ReasonPhrase<404> //=> 'Not Found' @see https://www.rfc-editor.org/rfc/rfc9110#section-15.1 */
export type ReasonPhrase<C extends StatusCode> = Rfc9110['statuses'][C]['phrase']
