/** The makers: what a message carries, said in one word. */
import type { CheckResponseFields } from '../../types/check.js'
import type { Content, Empty, Fields, Media } from '../../types/content.js'
import type { Schema } from '../../types/schema.js'
import { type Native, type Octets, octets, type Problem, problemDetails, string } from './schemas.js'

/** What every maker takes: the header fields that go with the content. */
export interface FieldOptions<Headers> {
  /** Header fields by lower-case name; `z.string().optional()` for one that may be absent. */
  readonly headers?: Headers extends CheckResponseFields<Headers> ? Headers : CheckResponseFields<Headers>
}

/** The same, with another media type than the maker's own. */
export interface TypedOptions<Type, Headers> extends FieldOptions<Headers> {
  /** The media type, where it is not the maker's own: `application/merge-patch+json`. */
  readonly type?: Type
}

const content = (type: string, schema: Schema, options: { readonly type?: unknown; readonly headers?: unknown } | undefined): unknown => ({
  kind: 'content',
  type: options?.type ?? type,
  schema,
  headers: options?.headers ?? {},
})

/** JSON content. @example json(Todo, { headers: { etag: z.string() } }) @see https://www.rfc-editor.org/rfc/rfc8259 */
export const json = <S extends Schema, const Type extends string = 'application/json', const Headers extends Fields<'response'> = {}>(
  schema: S,
  options?: TypedOptions<Type, Headers>,
): Content<S, Type, Headers> => content('application/json', schema, options) as Content<S, Type, Headers>

/** Text content; the schema is a plain string unless another is given. @example text({ type: 'text/csv' }) */
export const text = <
  S extends Schema = Native<string>,
  const Type extends string = 'text/plain',
  const Headers extends Fields<'response'> = {},
>(
  options?: TypedOptions<Type, Headers> & { readonly schema?: S },
): Content<S, Type, Headers> => content('text/plain', options?.schema ?? string, options) as Content<S, Type, Headers>

/** Octets as they are. @example bytes({ type: 'image/png' }) */
export const bytes = <const Type extends string = 'application/octet-stream', const Headers extends Fields<'response'> = {}>(
  options?: TypedOptions<Type, Headers>,
): Content<Native<Octets, Uint8Array>, Type, Headers> =>
  content('application/octet-stream', octets, options) as Content<Native<Octets, Uint8Array>, Type, Headers>

/** A form, url-encoded. @example form(z.object({ q: z.string() })) */
export const form = <S extends Schema, const Headers extends Fields<'response'> = {}>(
  schema: S,
  options?: FieldOptions<Headers>,
): Content<S, 'application/x-www-form-urlencoded', Headers> =>
  content('application/x-www-form-urlencoded', schema, options) as Content<S, 'application/x-www-form-urlencoded', Headers>

/** A form in parts, files included. @example multipart(z.object({ photo: z.file() })) @see https://www.rfc-editor.org/rfc/rfc7578 */
export const multipart = <S extends Schema, const Headers extends Fields<'response'> = {}>(
  schema: S,
  options?: FieldOptions<Headers>,
): Content<S, 'multipart/form-data', Headers> =>
  content('multipart/form-data', schema, options) as Content<S, 'multipart/form-data', Headers>

/** Problem details: what went wrong, for people and programs. @example problem({ headers: { 'www-authenticate': z.string() } }) @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problem = <S extends Schema = Native<Problem>, const Headers extends Fields<'response'> = {}>(
  options?: FieldOptions<Headers> & { readonly schema?: S },
): Content<S, 'application/problem+json', Headers> =>
  content('application/problem+json', options?.schema ?? problemDetails, options) as Content<S, 'application/problem+json', Headers>

/** No content. @example empty({ headers: { etag: z.string() } }) @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
export const empty = <const Headers extends Fields<'response'> = {}>(options?: FieldOptions<Headers>): Empty<Headers> =>
  ({ kind: 'empty', headers: options?.headers ?? {} }) as Empty<Headers>

/** Content of several media types, each with its schema. @example media({ 'application/json': Todo, 'text/csv': z.string() }) */
export const media = <const Types extends Readonly<Record<string, Schema>>, const Headers extends Fields<'response'> = {}>(
  types: Types,
  options?: FieldOptions<Headers>,
): Media<Types, Headers> => ({ kind: 'media', types, headers: options?.headers ?? {} }) as Media<Types, Headers>
