/** What a message may carry: content of one media type, of several, or none; each with its header fields. */
import type { Rfc9110 } from './law.js'
import type { Schema } from './schema.js'

/** Header fields by lower-case name, each with its schema. The fields of the registry are offered by editors; any other name may stand. */
export type Fields<In extends 'request' | 'response' = 'request' | 'response'> = FieldsOf<Rfc9110['fields'], In>

type FieldsOf<Rows, In> = {
  readonly [Name in keyof Rows as Rows[Name] extends { readonly in: In | 'both' } ? Name : never]?: Schema
} & { readonly [name: string]: Schema }

/** What a maker takes for its fields until some are declared: editors offer the names from here. */
export type Undeclared = FieldsOf<Rfc9110['fields'], 'response'>

/** The fields that were declared: none, when none were. */
export type Declared<Headers> = Undeclared extends Headers ? {} : Headers

/** Content of one media type. */
export interface Content<S = Schema, Type extends string = string, Headers = {}> {
  readonly kind: 'content'
  readonly type: Type
  readonly schema: S
  readonly headers: Headers
}

/** Content of several media types: each with its own schema. */
export interface Media<Types = Readonly<Record<string, Schema>>, Headers = {}> {
  readonly kind: 'media'
  readonly types: Types
  readonly headers: Headers
}

/** No content: the message ends with its header section. */
export interface Empty<Headers = {}> {
  readonly kind: 'empty'
  readonly headers: Headers
}

/** A maker's result, of whatever kind. It says no more than that, so that a maker's own types are never inferred from here. */
export interface Made {
  readonly kind: 'content' | 'media' | 'empty'
}

/** Whatever may stand under a status: a maker's result, or a bare schema, which means `json(schema)`. */
export type Body = Schema | Made
