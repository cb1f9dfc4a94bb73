/** The makers: what a message carries, said in one word. */
import type { CheckResponseFields } from '../../types/check.js'
import type { Content, Declared, Empty, Fields, Media, Undeclared } from '../../types/content.js'
import type { Schema } from '../../types/schema.js'
import { type Native, type Octets, octets, type Problem, problemDetails, string } from './schemas.js'

/** What a maker says besides, of which no type knows. */
interface About {
  /** What a message of this kind means, where its status does not say it. */
  readonly description?: string
  /** What its content may look like. */
  readonly examples?: readonly unknown[]
}

/** What every maker takes: the header fields that go with the content, and what is said of it. */
export interface FieldOptions<Headers> extends About {
  /** Header fields by lower-case name; `z.string().optional()` for one that may be absent. */
  readonly headers?: Headers extends CheckResponseFields<Headers> ? Headers : CheckResponseFields<Headers>
}

/** The same, with another media type than the maker's own. */
export interface TypedOptions<Type, Headers> extends FieldOptions<Headers> {
  /** The media type, where it is not the maker's own: `application/merge-patch+json`. */
  readonly type?: Type
}

const content = (
  type: string,
  schema: Schema,
  options: (About & { readonly type?: unknown; readonly headers?: unknown }) | undefined,
): unknown => ({ headers: {}, ...options, kind: 'content', type: options?.type ?? type, schema })

/**
 * JSON content, as a schema describes it.
 *
 * A bare schema means the same; the function is there to add header fields or another type in JSON.
 *
 * @example json(Todo, { type: 'application/vnd.todo+json', headers: { etag: z.string() }, description: 'The to-do as it is now.' })
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export const json = <
  S extends Schema,
  const Type extends string = 'application/json',
  const Headers extends Fields<'response'> = Undeclared,
>(
  schema: S,
  options?: TypedOptions<Type, Headers>,
): Content<S, Type, Declared<Headers>> => content('application/json', schema, options) as Content<S, Type, Declared<Headers>>

/**
 * Text content.
 *
 * Its schema is a plain string, unless another says more of it.
 *
 * @example text({ type: 'text/csv' })
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-4.1
 */
export const text = <
  S extends Schema = Native<string>,
  const Type extends string = 'text/plain',
  const Headers extends Fields<'response'> = Undeclared,
>(
  options?: TypedOptions<Type, Headers> & { readonly schema?: S },
): Content<S, Type, Declared<Headers>> => content('text/plain', options?.schema ?? string, options) as Content<S, Type, Declared<Headers>>

/**
 * Octets as they are.
 *
 * A server may stream them, whatever their length; a client gets them whole.
 *
 * @example bytes({ type: 'image/png' })
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-4.5.1
 */
export const bytes = <const Type extends string = 'application/octet-stream', const Headers extends Fields<'response'> = Undeclared>(
  options?: TypedOptions<Type, Headers>,
): Content<Native<Octets, Uint8Array>, Type, Declared<Headers>> =>
  content('application/octet-stream', octets, options) as Content<Native<Octets, Uint8Array>, Type, Declared<Headers>>

/**
 * A form, url-encoded.
 *
 * What a browser sends when nothing else is said; every value is text.
 *
 * @example form(z.object({ q: z.string() }))
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export const form = <S extends Schema, const Headers extends Fields<'response'> = Undeclared>(
  schema: S,
  options?: FieldOptions<Headers>,
): Content<S, 'application/x-www-form-urlencoded', Declared<Headers>> =>
  content('application/x-www-form-urlencoded', schema, options) as Content<S, 'application/x-www-form-urlencoded', Declared<Headers>>

/**
 * A form in parts, files included.
 *
 * Only in parts does a file keep its name and its type.
 *
 * @example multipart(z.object({ photo: z.file() }))
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export const multipart = <S extends Schema, const Headers extends Fields<'response'> = Undeclared>(
  schema: S,
  options?: FieldOptions<Headers>,
): Content<S, 'multipart/form-data', Declared<Headers>> =>
  content('multipart/form-data', schema, options) as Content<S, 'multipart/form-data', Declared<Headers>>

/**
 * Problem details: what went wrong, for people and programs.
 *
 * One format for every error, which clients know before they know the API.
 *
 * @example problem({ headers: { 'www-authenticate': z.string() } })
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problem = <S extends Schema = Native<Problem>, const Headers extends Fields<'response'> = Undeclared>(
  options?: FieldOptions<Headers> & { readonly schema?: S },
): Content<S, 'application/problem+json', Declared<Headers>> =>
  content('application/problem+json', options?.schema ?? problemDetails, options) as Content<
    S,
    'application/problem+json',
    Declared<Headers>
  >

/**
 * No content.
 *
 * Some statuses never have any, and HEAD never gets any: there the message ends with its fields.
 *
 * @example empty({ headers: { etag: z.string() } })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
 */
export const empty = <const Headers extends Fields<'response'> = Undeclared>(options?: FieldOptions<Headers>): Empty<Declared<Headers>> =>
  ({ headers: {}, ...options, kind: 'empty' }) as Empty<Declared<Headers>>

/**
 * Content of several media types, each with its schema.
 *
 * The same resource in other forms: client and server agree on one per message.
 *
 * @example media({ 'application/json': Todo, 'text/csv': z.string() })
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12
 */
export const media = <const Types extends Readonly<Record<string, Schema>>, const Headers extends Fields<'response'> = Undeclared>(
  types: Types,
  options?: FieldOptions<Headers>,
): Media<Types, Declared<Headers>> => ({ headers: {}, ...options, kind: 'media', types }) as Media<Types, Declared<Headers>>
