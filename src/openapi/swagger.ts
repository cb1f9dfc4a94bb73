/**
 * OpenAPI 2.0, read where it stands.
 *
 * Nothing is converted: a document is described from its own places, so that every finding has its line. Request content is a
 * parameter there, a response has a `schema`, and media types stand apart from both, in `consumes` and `produces`. `basePath` is to
 * a path what the URL of a server is in OpenAPI 3: not part of it.
 */
import type { Pointer } from '../rules/description.js'
import { kind, quote } from './error.js'
import { type Content, type Parameters, type Part, Reader, type Sent } from './reader.js'
import { isObject, type JsonObject, own } from './refs.js'
import { ShownMedia } from './shown.js'

/** Rules about what only OpenAPI 3 says: fields that it ignores, keys for ranges, and its newer methods. */
export const silentOnSwagger: readonly string[] = ['openapi-content-type-header-ignored', 'openapi-response-key', 'openapi-query-operation']

/** What form fields are sent as: with a file among them, only the second. */
const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** A document that names no media type leaves it open. */
const ANY = ['*/*']

const places: ReadonlyMap<unknown, keyof Parameters> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'header'],
  ['body', 'content'],
  ['formData', 'content'],
] as const)

/** Without what follows the semicolon. */
const bare = (type: string): string => type.split(';')[0]!.trim()

/** The fields of a form, as the schema of the object that they make. */
const formSchema = (fields: readonly Part[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(fields.map(({ value }) => [String(value.name), value])),
  required: fields.filter(({ value }) => value.required === true).map(({ value }) => String(value.name)),
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
      if (typeof type === 'string') return type.toLowerCase()
      throw this.refuse(`item ${index} of "${key}" is a string in OpenAPI, not ${kind(type)}`, [...place, index])
    })
    return written.length > 0 ? [...new Set(written)] : ANY
  }

  #media(media: JsonObject, types: readonly string[], pointer: Pointer): Content {
    // Each response and each request has all of them.
    this.count(types.length)
    return { content: types.map((type) => new ShownMedia(this.source.document, media, type, pointer)), hasContent: true }
  }

  override sent(operation: JsonObject, pointer: Pointer, { content }: Parameters): Sent {
    const parts = [...content.values()]
    const [first] = parts
    if (!first) return { content: [], hasContent: false, pointer }
    const types = this.#types('consumes', operation, pointer)
    const body = parts.find(({ value }) => value.in === 'body')
    if (body) {
      const other = parts.find((part) => part !== body)
      if (other) {
        const message = `the parameter ${quote(other.value.name)} is not read: a request has one body, and ${quote(body.value.name)} is it`
        this.remarks.push({ message, pointer: other.pointer })
      }
      return { ...this.#media({ schema: body.value.schema }, types, body.pointer), pointer: body.pointer }
    }
    const forms = types.filter((type) => [FORM, MULTIPART].includes(bare(type)))
    const fallback = parts.some(({ value }) => value.type === 'file') ? [MULTIPART] : [FORM]
    return { ...this.#media({ schema: formSchema(parts) }, forms.length > 0 ? forms : fallback, first.pointer), pointer: first.pointer }
  }

  protected override produced(operation: JsonObject, pointer: Pointer): readonly string[] {
    return this.#types('produces', operation, pointer)
  }

  /** A response without a schema has no content. */
  protected override answered({ value, pointer }: Part, types: readonly string[]): Content {
    const { schema, examples } = value
    if (schema === undefined || schema === null) return { content: [], hasContent: false }
    this.count(types.length)
    const at = [...pointer, 'schema']
    const shown = new Map(Object.entries(isObject(examples) ? examples : {}).map(([type, example]) => [type.toLowerCase(), example]))
    const content = types.map((type) => {
      const example = shown.get(type)
      return new ShownMedia(this.source.document, { schema, ...(example !== undefined && { example }) }, type, at)
    })
    return { content, hasContent: true }
  }

  /** A parameter that is no body, and a header, are their own schema. */
  protected override described(value: JsonObject): JsonObject {
    return { schema: value, required: value.required }
  }

  protected override remarkKey(key: string, pointer: Pointer): void {
    if (!/^(?:\d+|default)$/.test(key))
      this.remarks.push({ message: `${quote(key)} is no status of OpenAPI 2.0, which has codes and default`, pointer })
  }

  protected override placeOf(where: unknown): keyof Parameters | false {
    return places.get(where) ?? false
  }
}
