/** Fields and media types of a document; their schemas and examples are looked up when a rule asks, which is seldom. */
import type { Field, MediaType, Pointer } from '../rules/description.js'
import type { Files } from './files.js'
import { isObject, type JsonObject, listOf, own } from './refs.js'
import { pointerOf, type Trail } from './trail.js'

/** A schema with the `$ref` at its top resolved. One that leads nowhere stays: no rule needs more than the top. */
const schemaOf = (files: Files, schema: unknown, place: Trail): unknown => {
  const found = files.softly(schema, place)
  if (found === schema || !isObject(schema) || !isObject(found)) return found
  // Since 3.1, keywords beside a $ref count too.
  if (Object.keys(schema).length === 1) return found
  const { $ref: _, ...beside } = schema
  return { ...found, ...beside }
}

/** What `example` and `examples` show: their values, and how many say more than a value: what they are about, or where else it is. */
export const shownIn = (
  files: Files,
  holder: JsonObject,
  place: Trail,
): { readonly examples: unknown[]; readonly aboutExamples: number } => {
  const examples: unknown[] = []
  let aboutExamples = 0
  if (holder.example !== undefined) examples.push(holder.example)
  for (const entry of isObject(holder.examples) ? Object.values(holder.examples) : []) {
    const example = files.softly(entry, place)
    const value = own(example, 'value') ?? own(example, 'dataValue')
    if (value !== undefined) examples.push(value)
    if (['summary', 'description', 'externalValue', 'serializedValue'].some((key) => own(example, key) !== undefined)) aboutExamples++
  }
  return { examples, aboutExamples }
}

/** Every value that a media type, parameter or header shows. */
const examplesOf = (files: Files, holder: JsonObject, schema: unknown, place: Trail): unknown[] => {
  const { examples: shown } = shownIn(files, holder, place)
  if (!isObject(schema)) return shown
  for (const key of ['const', 'default', 'example']) if (schema[key] !== undefined) shown.push(schema[key])
  return shown.concat(listOf(schema.enum), listOf(schema.examples))
}

/** A media type as it stands in a `content`. */
export class ShownMedia implements MediaType {
  /** In lower case. */
  readonly type: string
  readonly #files: Files
  #schema: { readonly value: unknown } | undefined

  constructor(
    files: Files,
    /** The Media Type Object. */
    readonly value: JsonObject,
    readonly written: string,
    /** Where it stands. */
    readonly place: Trail,
  ) {
    this.type = written.toLowerCase()
    this.#files = files
  }

  get pointer(): Pointer {
    return pointerOf(this.place)
  }

  get schema(): unknown {
    this.#schema ??= { value: schemaOf(this.#files, this.value.schema, this.place) }
    return this.#schema.value
  }

  get examples(): readonly unknown[] {
    return examplesOf(this.#files, this.value, this.schema, this.place)
  }
}

/** A parameter or a header as a field; either may be described by `content` instead of `schema`. */
export class ShownField implements Field {
  readonly required: boolean | undefined
  readonly #files: Files

  constructor(
    files: Files,
    /** The Parameter or Header Object, with a `schema` also where OpenAPI 2.0 has none. */
    readonly value: JsonObject,
    readonly written: string,
    readonly name: string,
    /** Where it stands. */
    readonly place: Trail,
  ) {
    this.required = typeof value.required === 'boolean' ? value.required : undefined
    this.#files = files
  }

  get pointer(): Pointer {
    return pointerOf(this.place)
  }

  get #media(): JsonObject | undefined {
    const media = isObject(this.value.content) ? Object.values(this.value.content)[0] : undefined
    return isObject(media) ? media : undefined
  }

  get schema(): unknown {
    return schemaOf(this.#files, this.value.schema ?? this.#media?.schema, this.place)
  }

  get examples(): readonly unknown[] {
    const media = this.#media
    const shown = examplesOf(this.#files, this.value, this.schema, this.place)
    return media ? shown.concat(examplesOf(this.#files, media, undefined, this.place)) : shown
  }
}
