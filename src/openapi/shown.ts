/** Fields and media types of a document; their schemas and examples are looked up when a rule asks, which is seldom. */
import type { Field, MediaType, Pointer } from '../rules/description.js'
import { followSoftly, isObject, type JsonObject, own } from './refs.js'

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A schema with the `$ref` at its top resolved. One that leads nowhere stays: no rule needs more than the top. */
const schemaOf = (root: JsonObject, schema: unknown): unknown => {
  const found = followSoftly(root, schema)
  if (found === schema || !isObject(schema) || !isObject(found)) return found
  // Since 3.1, keywords beside a $ref count too.
  const { $ref: _, ...beside } = schema
  return { ...found, ...beside }
}

/** The values of `example` and `examples`. */
export const shownBy = (root: JsonObject, holder: JsonObject): unknown[] => {
  const shown: unknown[] = []
  if (holder.example !== undefined) shown.push(holder.example)
  for (const entry of Object.values(isObject(holder.examples) ? holder.examples : {})) {
    const example = followSoftly(root, entry)
    const value = own(example, 'value') ?? own(example, 'dataValue')
    if (value !== undefined) shown.push(value)
  }
  return shown
}

/** Every value that a media type, parameter or header shows. */
const examplesOf = (root: JsonObject, holder: JsonObject, schema: unknown): unknown[] => {
  const shown = shownBy(root, holder)
  if (!isObject(schema)) return shown
  for (const key of ['const', 'default', 'example']) if (schema[key] !== undefined) shown.push(schema[key])
  return [...shown, ...list(schema.enum), ...list(schema.examples)]
}

/** A media type as it stands in a `content`. */
export class ShownMedia implements MediaType {
  /** In lower case. */
  readonly type: string
  readonly #root: JsonObject

  constructor(
    root: JsonObject,
    /** The Media Type Object. */
    readonly value: JsonObject,
    readonly written: string,
    readonly pointer: Pointer,
  ) {
    this.type = written.toLowerCase()
    this.#root = root
  }

  get schema(): unknown {
    return schemaOf(this.#root, this.value.schema)
  }

  get examples(): readonly unknown[] {
    return examplesOf(this.#root, this.value, this.schema)
  }
}

/** A parameter or a header as a field; either may be described by `content` instead of `schema`. */
export class ShownField implements Field {
  readonly required: boolean | undefined
  readonly #root: JsonObject

  constructor(
    root: JsonObject,
    /** The Parameter or Header Object, with a `schema` also where OpenAPI 2.0 has none. */
    readonly value: JsonObject,
    readonly written: string,
    readonly name: string,
    readonly pointer: Pointer,
  ) {
    this.required = typeof value.required === 'boolean' ? value.required : undefined
    this.#root = root
  }

  get #media(): JsonObject | undefined {
    const media = isObject(this.value.content) ? Object.values(this.value.content)[0] : undefined
    return isObject(media) ? media : undefined
  }

  get schema(): unknown {
    return schemaOf(this.#root, this.value.schema ?? this.#media?.schema)
  }

  get examples(): readonly unknown[] {
    return [...examplesOf(this.#root, this.value, this.schema), ...(this.#media ? examplesOf(this.#root, this.#media, undefined) : [])]
  }
}
