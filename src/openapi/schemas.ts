/**
 * Schemas of any version of OpenAPI as JSON Schema 2020-12, each one that is referred to under a name.
 *
 * What a version calls otherwise is said in the words of the last: `nullable`, a boolean `exclusiveMinimum`, `example`, a list of
 * `items`, `type: file`. Where an author mixes versions, what he means is read: `nullable` lets null in also beside an `enum`, an
 * `allOf` or a `$ref`, where the letter of 3.0 would not have it.
 */
import type { Pointer } from '../rules/description.js'
import { kind, quote } from './error.js'
import { type JsonSchema, nameOf as nameOfRef, refTo } from './model.js'
import type { Reader } from './reader.js'
import { isObject, type JsonObject, own } from './refs.js'

/** Keywords whose value is a schema, a list of them, and a map of them. */
const single = new Set([
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
])
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas'])

/** What only serves references, which all lead to named schemas here. */
const bases = new Set(['$schema', '$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$defs', 'definitions'])

/** What says something of a value without asking anything of it. */
const annotations = new Set(['title', 'summary', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml'])
const isAnnotation = (key: string): boolean => annotations.has(key) || key === 'examples' || key.startsWith('x-')

/** Keywords beside which `type: [T, "null"]` would not let null in. */
const narrowing = ['$ref', 'allOf', 'anyOf', 'oneOf', 'const']

/** Parts of a pointer that name nothing. */
const structural =
  /^(?:components|schemas|definitions|\$defs|paths|responses|parameters|requestBody|requestBodies|headers|content|schema|properties|items|\d)$|\//

/** How deep one schema may stand in another. */
const MAX_DEPTH = 500

const keyOf = (pointer: Pointer): string => JSON.stringify(pointer.map(String))

/** What a schema is called by the place where it stands. */
const nameOf = (pointer: Pointer): string => {
  const file = /([^/]*?)(?:\.\w+)?#$/.exec(String(pointer[0] ?? ''))?.[1]?.replace(/[^\w.-]+/g, '_')
  const words = pointer.slice(file === undefined ? 0 : 1).flatMap((key) => {
    const last = String(key)
    return structural.test(last) && !last.startsWith('/') ? [] : last.split(/[^\w.-]+/).filter(Boolean)
  })
  return words.join('_') || file || 'Schema'
}

/** Lets null in. */
const nullable = (schema: JsonObject): JsonObject => {
  const { type } = schema
  if (narrowing.some((key) => key in schema)) {
    const entries = Object.entries(schema)
    const asks = entries.filter(([key]) => !isAnnotation(key))
    return { ...Object.fromEntries(entries.filter(([key]) => isAnnotation(key))), anyOf: [Object.fromEntries(asks), { type: 'null' }] }
  }
  const values = schema.enum
  return {
    ...schema,
    ...(type !== undefined && { type: [...new Set([type, 'null'].flat())] }),
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  }
}

/** The one schema that a schema stands for, if it is nothing but a `$ref`. */
const aliased = (schema: unknown): unknown => (isObject(schema) && Object.keys(schema).length === 1 ? schema.$ref : undefined)

export class Schemas {
  readonly #reader: Reader
  /** Whether what stands beside a `$ref` counts. */
  readonly #besides: boolean
  /** Names by the place of what they stand for. */
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #waiting: { readonly name: string; readonly schema: unknown; readonly pointer: Pointer }[] = []
  readonly #known = new WeakMap<object, JsonSchema>()
  #ignored: { readonly pointer: Pointer; count: number } | undefined

  constructor(reader: Reader, besides: boolean, root: Pointer) {
    this.#reader = reader
    this.#besides = besides
    const components = root.reduce<unknown>(own, reader.source.document)
    const own_ = isObject(components) ? Object.keys(components) : []
    for (const name of own_) {
      this.#names.set(keyOf([...root, name]), name)
      this.#taken.add(name)
    }
    for (const name of own_) {
      let pointer: Pointer = [...root, name]
      let schema = own(components, name)
      // A component that is no more than a schema in another file is that schema, under this name.
      const reference = aliased(schema)
      if (typeof reference === 'string' && !reference.startsWith('#')) {
        const found = reader.step(reference, pointer)
        if (found && !this.#names.has(keyOf(found.pointer))) {
          ;({ value: schema, pointer } = found)
          this.#names.set(keyOf(pointer), name)
        }
      }
      this.#waiting.push({ name, schema, pointer })
    }
  }

  /** A schema that stands at a place. */
  of(schema: unknown, pointer: Pointer): JsonSchema {
    return this.#of(schema, pointer, 0)
  }

  /** The named schemas: those of the document in its order, then what else was referred to. */
  named(): ReadonlyMap<string, JsonSchema> {
    const named = new Map<string, JsonSchema>()
    // It grows while it is read.
    for (const { name, schema, pointer } of this.#waiting) named.set(name, this.of(schema, pointer))
    this.#refuseCircles(named)
    if (this.#ignored) {
      const { count, pointer } = this.#ignored
      const what = `${count} keyword${count > 1 ? 's' : ''} beside a $ref ${count > 1 ? 'are' : 'is'} not read`
      this.#reader.remarks.push({ message: `${what}: this version of OpenAPI ignores them`, pointer })
    }
    return named
  }

  /** A schema that is nothing but another, which is nothing but the first, is nothing. */
  #refuseCircles(named: ReadonlyMap<string, JsonSchema>): void {
    for (const { name, pointer } of this.#waiting) {
      const seen = new Set<string>()
      for (let next: string | undefined = name; next !== undefined; ) {
        if (seen.size === seen.add(next).size) throw this.#reader.refuse(`the $ref ${quote(refTo(next))} leads back to itself`, pointer)
        const reference = aliased(named.get(next))
        next = typeof reference === 'string' ? nameOfRef(reference) : undefined
      }
    }
  }

  #of(schema: unknown, pointer: Pointer, depth: number): JsonSchema {
    if (typeof schema === 'boolean') return schema
    if (!isObject(schema)) {
      if (schema !== undefined && schema !== null)
        this.#reader.remarks.push({
          message: `a schema is an object in OpenAPI, not ${kind(schema)}: what stands here is not read`,
          pointer,
        })
      return {}
    }
    const known = this.#known.get(schema)
    if (known !== undefined) return known
    if (depth > MAX_DEPTH) throw this.#reader.refuse('the schema is nested too deeply', pointer)
    const made = this.#converted(schema, pointer, depth)
    this.#known.set(schema, made)
    return made
  }

  #converted(schema: JsonObject, pointer: Pointer, depth: number): JsonObject {
    const entries: [string, unknown][] = []
    const examples: unknown[] = []
    const isReference = typeof schema.$ref === 'string'
    for (const [key, value] of Object.entries(schema)) {
      const at = [...pointer, key]
      const below = (item: unknown, step: string | number) => this.#of(item, [...at, step], depth + 1)
      if (isReference && !this.#besides && key !== '$ref' && !isAnnotation(key) && !['example', 'nullable'].includes(key)) this.#ignore(at)
      else if (bases.has(key)) continue
      else if (key === '$ref' && isReference) {
        const target = this.#refer(value as string, pointer)
        if (target !== undefined) entries.push([key, target])
      } else if (key === '$dynamicRef' || key === '$recursiveRef') {
        const target = this.#anchored(key, value, pointer)
        if (target !== undefined) entries.push(['$ref', target])
      } else if (key === 'items' && Array.isArray(value)) {
        entries.push(['prefixItems', value.map(below)])
        if ('additionalItems' in schema)
          entries.push(['items', this.#of(schema.additionalItems, [...pointer, 'additionalItems'], depth + 1)])
      } else if (key === 'additionalItems') continue
      else if (single.has(key)) entries.push([key, this.#of(value, at, depth + 1)])
      else if (lists.has(key) && Array.isArray(value)) entries.push([key, value.map(below)])
      else if (maps.has(key) && isObject(value)) entries.push([key, this.#map(value, at, depth)])
      else if (lists.has(key) || maps.has(key))
        this.#reader.remarks.push({ message: `${key} is ${kind(value)}, and is not read`, pointer: at })
      else if (key === 'example') examples.unshift(value)
      else if (key === 'examples') examples.push(...(Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [value]))
      else if (key === 'type' && value === 'file') entries.push(['type', 'string'], ['format', 'binary'])
      else if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') this.#bound(key, schema, entries)
      else if (key === 'minimum' || key === 'maximum') {
        if (schema[key === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] !== true) entries.push([key, value])
      } else if (key === 'required') {
        // A property says `required: true` in documents that were written by hand; it means nothing there.
        if (Array.isArray(value) && value.length > 0) entries.push([key, [...new Set(value)]])
      } else if (key === 'discriminator') entries.push([key, this.#discriminator(value, at)])
      else if (key !== 'nullable' && !(key === 'x-nullable' && typeof value === 'boolean')) entries.push([key, value])
    }
    if (examples.length > 0) entries.push(['examples', examples])
    const made = Object.fromEntries(entries)
    return schema.nullable === true || schema['x-nullable'] === true ? nullable(made) : made
  }

  /** A map of schemas; one that stands in another file as a whole is no $ref of JSON Schema, but people write it. */
  #map(value: JsonObject, pointer: Pointer, depth: number): JsonObject {
    if (depth > MAX_DEPTH) throw this.#reader.refuse('the schema is nested too deeply', pointer)
    const reference = aliased(value)
    const found = typeof reference === 'string' ? this.#reader.step(reference, pointer) : undefined
    if (found && isObject(found.value)) return this.#map(found.value, found.pointer, depth + 1)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#of(one, [...pointer, name], depth + 1)]))
  }

  #bound(key: 'exclusiveMinimum' | 'exclusiveMaximum', schema: JsonObject, entries: [string, unknown][]): void {
    const value = schema[key]
    const limit = schema[key === 'exclusiveMinimum' ? 'minimum' : 'maximum']
    if (typeof value !== 'boolean') entries.push([key, value])
    else if (value && limit !== undefined) entries.push([key, limit])
  }

  #ignore(pointer: Pointer): void {
    this.#ignored ??= { pointer, count: 0 }
    this.#ignored.count++
  }

  /** In OpenAPI 2.0 the name of a property; its mapping leads to schemas, by name or by reference. */
  #discriminator(value: unknown, pointer: Pointer): unknown {
    if (typeof value === 'string') return { propertyName: value }
    if (!isObject(value) || !isObject(value.mapping)) return value
    const mapping = Object.entries(value.mapping).map(([tag, target]) => {
      const at = [...pointer, 'mapping', tag]
      if (typeof target !== 'string') return [tag, target]
      return [tag, this.#taken.has(target) ? refTo(target) : (this.#refer(target, at) ?? target)]
    })
    return { ...value, mapping: Object.fromEntries(mapping) }
  }

  /** A `$ref` as it leads to a named schema, or `undefined` if what it leads to is not read. */
  #refer(reference: string, pointer: Pointer): string | undefined {
    const found = this.#reader.step(reference, pointer)
    return found && this.#named(found.value, found.pointer)
  }

  /** A dynamic reference, as far as it is one into the schema that it stands in: then it leads to the innermost anchor around it. */
  #anchored(key: '$dynamicRef' | '$recursiveRef', reference: unknown, pointer: Pointer): string | undefined {
    const [anchor, wanted] = key === '$recursiveRef' ? ['$recursiveAnchor', true] : ['$dynamicAnchor', String(reference).slice(1)]
    for (let depth = pointer.length; depth > 0; depth--) {
      const around = pointer.slice(0, depth)
      const schema = this.#reader.at(around)
      if (own(schema, anchor) === wanted) return this.#named(schema, around)
    }
    this.#reader.remarks.push({ message: `the ${key} ${quote(reference)} has no ${anchor} around it, and is not read`, pointer })
    return undefined
  }

  /** The reference to a schema by its name, which it is given now if it has none. */
  #named(schema: unknown, pointer: Pointer): string {
    const key = keyOf(pointer)
    let name = this.#names.get(key)
    if (name === undefined) {
      const wanted = nameOf(pointer)
      name = wanted
      for (let count = 2; this.#taken.has(name); count++) name = `${wanted}_${count}`
      this.#taken.add(name)
      this.#names.set(key, name)
      this.#waiting.push({ name, schema, pointer })
    }
    return refTo(name)
  }
}
