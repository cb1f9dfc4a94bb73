/** What a call gives back: one member per declared status, told apart by `status`, and one for what was not promised. */
import type { classes } from '../src/registry/classes.js'
import type { Law } from '../src/registry/facts.js'
import type { ContentfulStatus, NoBodyStatus } from './brands.js'
import type { MethodRow, Rfc9110 } from './law.js'
import type { HasSchema, Output, Schema, Zod } from './schema.js'

/** An answer that was declared: the status as a literal, decoded content, and the declared fields. */
export interface Reply<Status = unknown, Body = unknown, Headers = unknown> {
  readonly status: Status
  /** Whether the status says success. */
  readonly ok: Ok<Status>
  /** The decoded content; `undefined` where there is none. */
  readonly body: Body
  /** The declared header fields, decoded. */
  readonly headers: Headers
  /** The message as it came; its content is read already, where some was declared. */
  readonly response: Response
}

/** An answer declared by range or `default`: `status` is that key, the number stands in `code`. */
export interface RangeReply<Status = unknown, Body = unknown, Headers = unknown> extends Reply<Status, Body, Headers> {
  readonly code: number
}

/** An answer that may come in several media types: `type` is the one that came. */
export interface MediaReply<Status = unknown, Type = unknown, Body = unknown, Headers = unknown> extends Reply<Status, Body, Headers> {
  readonly type: Type
}

/** The same under a range or `default`. */
export interface MediaRangeReply<Status = unknown, Type = unknown, Body = unknown, Headers = unknown>
  extends MediaReply<Status, Type, Body, Headers> {
  readonly code: number
}

/** What was wrong with an answer: its status, its media type, its fields or its content. */
export type BreachReason = 'status' | 'content-type' | 'headers' | 'body'

/** What a schema had to say. */
export interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** An answer that the contract did not promise. */
export interface Breach {
  readonly status: 'breach'
  readonly ok: false
  readonly reason: BreachReason
  /** The status code that came. */
  readonly code: number
  /** Its class: an unknown code is understood as the x00 of its class (RFC 9110 §15). */
  readonly class: keyof typeof classes
  /** What the schemas said, or what else was wrong. */
  readonly issues: readonly Issue[]
  /** The message as it came, with its content still to read. */
  readonly response: Response
}

/** Whether a status says success: known of a code and of a range, not of `default`. */
export type Ok<Status> = Status extends 'default' ? boolean : `${Status & (number | string)}` extends `2${string}` ? true : false

/** A key of `responses` as a status: codes that a spread turned into strings are numbers again. */
type Code<C> = C extends `${infer N extends number}` ? N : C

/** The declared fields, decoded; those that may be absent are optional. */
export type DecodedFields<H> = {} extends H
  ? {}
  : { readonly [K in keyof H as undefined extends Output<H[K]> ? never : K]: Output<H[K]> } & {
      readonly [K in keyof H as undefined extends Output<H[K]> ? K : never]?: Output<H[K]>
    }

/** The member for one declared response. `Silent` says that the method answers with fields alone. */
type Member<Silent, C, X> = C extends number ? CodeMember<Silent, C, X> : RangeMember<Silent, Code<C>, X>
type CodeMember<Silent, C, X> = C extends Silent ? Reply<C, undefined, FieldsOf<X>> : ContentMember<C, X>
type ContentMember<C, X> = X extends Zod
  ? Reply<C, X['_zod']['output'], {}>
  : X extends Schema
    ? Reply<C, Output<X>, {}>
    : X extends HasSchema
      ? Reply<C, Output<X['schema']>, DecodedFields<X['headers']>>
      : X extends { readonly kind: 'media'; readonly types: infer Types; readonly headers: infer H }
        ? { [T in keyof Types]: MediaReply<C, T, Output<Types[T]>, DecodedFields<H>> }[keyof Types]
        : X extends undefined
          ? never
          : Reply<C, undefined, FieldsOf<X>>
type RangeMember<Silent, C, X> = C extends number
  ? CodeMember<Silent, C, X>
  : C extends Silent
    ? RangeReply<C, undefined, FieldsOf<X>>
    : X extends { readonly kind: 'content'; readonly schema: infer S; readonly headers: infer H }
      ? RangeReply<C, Output<S>, DecodedFields<H>>
      : X extends Schema
        ? RangeReply<C, Output<X>, {}>
        : X extends { readonly kind: 'media'; readonly types: infer Types; readonly headers: infer H }
          ? { [T in keyof Types]: MediaRangeReply<C, T, Output<Types[T]>, DecodedFields<H>> }[keyof Types]
          : X extends undefined
            ? never
            : RangeReply<C, undefined, FieldsOf<X>>
type FieldsOf<X> = X extends { readonly headers: infer H } ? DecodedFields<H> : {}

/** The members of several responses: a method that answers with fields alone has none with content. */
export type Members<L extends Law, M, R> = keyof R extends Contentful<L, M> ? Contents<R> : Mixed<SilentStatus<L, M>, R>
type Contentful<L extends Law, M> = MethodRow<L, M> extends AnswersFields ? never : ContentfulStatus<L>
type SilentStatus<L extends Law, M> = MethodRow<L, M> extends AnswersFields ? unknown : NoBodyStatus<L>
interface AnswersFields {
  readonly answers: 'fields'
}
type Contents<R> = { [C in keyof R]-?: ContentMember<C, R[C]> }[keyof R]
type Mixed<Silent, R> = { [C in keyof R]-?: Member<Silent, C, R[C]> }[keyof R]

/** The keys of common responses that a route does not declare itself, under whichever of the two spellings. */
export type Inherited<Common, R> = Exclude<keyof Common, keyof R | Respelt<keyof R>>
type Respelt<C> = C extends number ? `${C}` : Code<C>

/** The responses of a route with those of its contracts; what is declared nearer wins. */
export type Responded<Common, R> = [keyof Common] extends [never] ? R : { [C in keyof R]: R[C] } & Pick<Common, Inherited<Common, R>>

/** Everything that a route may be answered, as its contract has it; without the breach. */
export type Replies<M, R, Common = {}, L extends Law = Rfc9110> =
  | Members<L, M, R>
  | ([keyof Common] extends [never] ? never : Members<L, M, Pick<Common, Inherited<Common, R>>>)
