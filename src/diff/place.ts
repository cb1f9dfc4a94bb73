/** Schemas with the place they stand at, and the `$ref`s between them. */
import type { Api, JsonSchema } from '../openapi/model.js'
import { type Trail, trail } from '../openapi/trail.js'

/** A schema where it stands. */
export interface Place {
  readonly schema: JsonSchema
  readonly at: Trail
  /** The component it is, for messages alone: nothing is ever compared by it. */
  readonly name?: string
}

export type Schema = { readonly [keyword: string]: unknown }

export const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keywords that say nothing, to a client or a server. */
export const silent: ReadonlySet<string> = new Set([
  'title',
  'description',
  'summary',
  'example',
  'examples',
  '$comment',
  '$id',
  '$schema',
  '$anchor',
  '$defs',
  'definitions',
  'externalDocs',
  'xml',
])

/** Whether a keyword only talks. */
export const isAnnotation = (keyword: string): boolean =>
  silent.has(keyword) || keyword === 'deprecated' || (keyword.startsWith('x-') && keyword !== 'x-extensible-enum')

/** The keywords that say something. */
export const keywordsOf = (schema: Schema): string[] => Object.keys(schema).filter((keyword) => !isAnnotation(keyword))

const prefix = '#/components/schemas/'

/** The component that a `$ref` names. */
export const nameOf = (reference: unknown): string | undefined => {
  if (typeof reference !== 'string' || !reference.startsWith(prefix)) return undefined
  const name = reference.slice(prefix.length)
  if (!/[~%]/.test(name)) return name
  try {
    return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return name
  }
}

/** One of the two APIs: where its `$ref`s lead. */
export class Side {
  readonly api: Api
  readonly #components = new Map<string, Place>()

  constructor(api: Api) {
    this.api = api
  }

  component(name: string): Place | undefined {
    let place = this.#components.get(name)
    if (place) return place
    const schema = this.api.schemas.get(name) ?? this.api.components.get(name)
    if (schema === undefined) return undefined
    const keys = this.api.openapi.startsWith('2') ? ['definitions'] : ['components', 'schemas']
    place = { schema, at: trail(keys, name), name }
    this.#components.set(name, place)
    return place
  }

  /** The components that were asked for so far. */
  asked(): Iterable<string> {
    return this.#components.keys()
  }

  /** A schema as the model has it, but for those that stand in it. */
  level(schema: JsonSchema): JsonSchema {
    return this.api.level(schema)
  }

  /** What stands at the end of `$ref`s that say nothing else; the place itself where there are none, or where they lead nowhere. */
  resolve(place: Place): Place {
    let found = place
    for (let steps = 0; steps < 50; steps++) {
      const schema = this.api.level(found.schema)
      if (schema !== found.schema) found = { ...found, schema }
      if (!isObject(schema) || schema.$ref === undefined) return found
      const name = nameOf(schema.$ref)
      const target = name === undefined ? undefined : this.component(name)
      if (!target || keywordsOf(schema).length > 1) return found
      found = target
    }
    return found
  }
}
