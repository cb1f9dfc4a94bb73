/**
 * OpenAPI 2.0, read where it stands.
 *
 * Nothing is converted: a document is described from its own places, so that every finding has its line. Request content is a
 * parameter there, a response has a `schema`, and media types stand apart from both, in `consumes` and `produces`. `basePath` is to
 * a path what the URL of a server is in OpenAPI 3: not part of it.
 */
import type { Pointer } from '../rules/description.js'
import { kind, quote } from './error.js'
import { type Content, type Parameters, type Part, type Place, type Reached, Reader, type Sent } from './reader.js'
import { isObject, type JsonObject, own } from './refs.js'
import { ShownMedia } from './shown.js'
import { pointerOf, type Trail, trail } from './trail.js'

/** Rules about what only OpenAPI 3 says: fields that it ignores, keys for ranges, and its newer methods. */
export const silentOnSwagger: readonly string[] = ['openapi-content-type-header-ignored', 'openapi-response-key', 'openapi-query-operation']

/** What form fields are sent as: with a file among them, only the second. */
const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** A document that names no media type leaves it open. */
const ANY = ['*/*']

const places: ReadonlyMap<unknown, Place> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'header'],
  ['body', undefined],
  ['formData', undefined],
] as const)

/** Whether a parameter is content of the request. */
const isContent = ({ value }: Part): boolean => value.in === 'body' || value.in === 'formData'

/** Without what follows the semicolon. */
const bare = (type: string): string => type.split(';')[0]!.trim().toLowerCase()

/** What a parameter has that is no keyword of a schema. */
const beside = ['name', 'in', 'required', 'allowEmptyValue', 'collectionFormat']

/** A parameter or a header as its schema alone. */
const schemaOf = (value: JsonObject): JsonObject => Object.fromEntries(Object.entries(value).filter(([key]) => !beside.includes(key)))

/** How OpenAPI 3 says in which form a list is sent. */
const collection = ({ type, in: where, collectionFormat }: JsonObject): JsonObject => {
  if (type !== 'array') return {}
  const styles = { csv: where === 'query' || where === 'formData' ? 'form' : 'simple', ssv: 'spaceDelimited', pipes: 'pipeDelimited' }
  if (collectionFormat === 'multi') return { style: 'form', explode: true }
  return { style: own(styles, String(collectionFormat ?? 'csv')), explode: false }
}

/** The fields of a form, as the schema of the object that they make. */
const formMedia = (fields: readonly Part[]): JsonObject => ({
  schema: {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ value }) => [String(value.name), schemaOf(value)])),
    required: fields.filter(({ value }) => value.required === true).map(({ value }) => String(value.name)),
  },
  encoding: Object.fromEntries(
    fields.filter(({ value }) => value.type === 'array').map(({ value }) => [String(value.name), collection(value)]),
  ),
})

export class SwaggerReader extends Reader {
  override readonly operationKeys = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']
  override readonly otherKeys = ['$ref', 'parameters']

  /** The media types of an operation, else those of the document; an empty list is the operation's own word. */
  #types(key: 'consumes' | 'produces', operation: JsonObject, pointer: Pointer): readonly string[] {
    const [holder, at]: [JsonObject, Pointer] = Object.hasOwn(operation, key) ? [operation, pointer] : [this.source.document, []]
    const types = own(holder, key)
    if (types === undefined || types === null) return ANY
    const place = [...at, key]
    if (!Array.isArray(types)) throw this.refuse(`"${key}" is an array in OpenAPI, not ${kind(types)}`, place)
    const written = types.map((type: unknown, index) => {
      if (typeof type === 'string') return type
      throw this.refuse(`item ${index} of "${key}" is a string in OpenAPI, not ${kind(type)}`, [...place, index])
    })
    return written.length > 0 ? [...new Map(written.map((type) => [type.toLowerCase(), type])).values()] : ANY
  }

  #media(media: JsonObject, types: readonly string[], pointer: Pointer): Content {
    // Each response and each request has all of them.
    this.count(types.length)
    return { content: types.map((type) => new ShownMedia(this.source.files, media, type, pointer)), hasContent: true }
  }

  override sent(operation: JsonObject, pointer: Pointer, { all }: Parameters): Sent {
    const parts = [...all().values()].filter(isContent)
    const [first] = parts
    if (!first) return { content: [], hasContent: false, pointer, required: false, description: undefined }
    const required = parts.some(({ value }) => value.required === true)
    const types = this.#types('consumes', operation, pointer)
    const body = parts.find(({ value }) => value.in === 'body')
    if (body) {
      const other = parts.find((part) => part !== body)
      if (other) {
        const message = `the parameter ${quote(other.value.name)} is not read: a request has one body, and ${quote(body.value.name)} is it`
        this.remarks.push({ message, pointer: other.pointer })
      }
      const { schema, description } = body.value
      return {
        ...this.#media({ schema }, types, body.pointer),
        pointer: body.pointer,
        required: body.value.required === true,
        description,
      }
    }
    const forms = types.filter((type) => [FORM, MULTIPART].includes(bare(type)))
    const fallback = parts.some(({ value }) => value.type === 'file') ? [MULTIPART] : [FORM]
    const media = this.#media(formMedia(parts), forms.length > 0 ? forms : fallback, first.pointer)
    return { ...media, pointer: first.pointer, required, description: undefined }
  }

  protected override produced(operation: JsonObject, pointer: Pointer): readonly string[] {
    return this.#types('produces', operation, pointer)
  }

  /** A response without a schema has no content. */
  protected override answered({ value, place }: Reached, types: readonly string[]): Content {
    const { schema, examples } = value
    if (schema === undefined || schema === null) return { content: [], hasContent: false }
    this.count(types.length)
    const at = trail(place, 'schema')
    const shown = new Map(Object.entries(isObject(examples) ? examples : {}).map(([type, example]) => [type.toLowerCase(), example]))
    const content = types.map((type) => {
      const example = shown.get(type.toLowerCase())
      return new ShownMedia(this.source.files, { schema, ...(example !== undefined && { example }) }, type, at)
    })
    return { content, hasContent: true }
  }

  /** A parameter that is no body, and a header, are their own schema. */
  override described(value: JsonObject): JsonObject {
    const { description, ...schema } = schemaOf(value)
    return { schema, description, required: value.required, ...collection(value) }
  }

  protected override remarkKeys(keys: readonly string[], place: Trail): void {
    for (const key of keys)
      if (!/^(?:\d+|default)$/.test(key))
        this.remarks.push({
          message: `${quote(key)} is no status of OpenAPI 2.0, which has codes and default`,
          pointer: pointerOf(trail(place, key)),
        })
  }

  override placeOf(where: unknown): Place | false {
    return places.has(where) ? places.get(where) : false
  }
}
