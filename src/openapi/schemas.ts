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
import { pointerOf, type Trail, trail } from './trail.js'

/** What the value of a keyword is: a schema, a list of them, a map of them; of all others it is plain data. */
export const shapes: ReadonlyMap<string, 'one' | 'list' | 'map'> = new Map([
  ...[
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
  ].map((word) => [word, 'one'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((word) => [word, 'list'] as const),
  ...['properties', 'patternProperties', 'dependentSchemas'].map((word) => [word, 'map'] as const),
])

/** What says something of a value without asking anything of it. */
const annotations = new Set(['title', 'summary', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml'])
const isAnnotation = (key: string): boolean => annotations.has(key) || key === 'examples' || key.startsWith('x-')

/** Whether a keyword may stand beside a `$ref` that is alone by the letter of the version, and is read all the same. */
export const isBeside = (key: string): boolean => key === '$ref' || isAnnotation(key) || key === 'example' || key === 'nullable'

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
  const made: Record<string, unknown> = { ...schema }
  if (type !== undefined) made.type = [...new Set([type, 'null'].flat())]
  if (Array.isArray(values) && !values.includes(null)) made.enum = [...values, null]
  return made
}

/** What a keyword becomes that says nothing here, or is said by other words. */
const GONE = Symbol('gone')
class Instead {
  readonly entries: readonly (readonly [string, unknown])[]

  constructor(...entries: readonly (readonly [string, unknown])[]) {
    this.entries = entries
  }
}

/** Sets a key of an object, also one that JavaScript has its own ideas about. */
export const put = (object: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
  else object[key] = value
}

/** The first keys of an object. */
const headOf = (object: JsonObject, keys: readonly string[], count: number): Record<string, unknown> => {
  const head: Record<string, unknown> = {}
  for (let index = 0; index < count; index++) put(head, keys[index]!, object[keys[index]!])
  return head
}

/** A list with each item replaced, or itself where none is. */
const mapped = (list: readonly unknown[], replace: (item: unknown, index: number) => unknown): readonly unknown[] => {
  const made = list.map(replace)
  return made.every((item, index) => item === list[index]) ? list : made
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
  readonly #known = new Map<object, JsonSchema>()
  /** What references lead to, by the first key of where they stand: the file, where there are several. */
  readonly #targets = new Map<string | number | undefined, Map<string, string>>()
  /** Those that the document names, as written. */
  readonly components = new Map<string, JsonSchema>()
  /** Whether schemas in others are left as written. */
  #isLevel = false
  #ignored: { readonly pointer: Pointer; count: number } | undefined

  constructor(reader: Reader, besides: boolean, root: Pointer, unasked: ReadonlySet<string>) {
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
      this.components.set(name, schema as JsonSchema)
      if (!unasked.has(name)) this.#waiting.push({ name, schema, pointer })
    }
  }

  /** A schema that stands at a place. */
  of(schema: unknown, pointer: Pointer): JsonSchema {
    return this.#of(schema, pointer, 0)
  }

  /**
   * A schema in the words of the last version, but for those in it, which are still as written: for what nothing is to be said of.
   *
   * What was made by this, or by `of`, comes out as it is.
   */
  level(schema: JsonSchema): JsonSchema {
    if (typeof schema === 'boolean') return schema
    const known = this.#known.get(schema)
    if (known !== undefined) return known
    this.#isLevel = true
    const made = this.#converted(schema, [], 0)
    this.#isLevel = false
    this.#known.set(schema, made)
    if (made !== schema) this.#known.set(made, made)
    return made
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

  #of(schema: unknown, at: Trail, depth: number): JsonSchema {
    if (this.#isLevel) return schema as JsonSchema
    if (typeof schema === 'boolean') return schema
    if (!isObject(schema)) {
      if (schema !== undefined && schema !== null)
        this.#remark(`a schema is an object in OpenAPI, not ${kind(schema)}: what stands here is not read`, at)
      return {}
    }
    const known = this.#known.get(schema)
    if (known !== undefined) return known
    if (depth > MAX_DEPTH) throw this.#reader.refuse('the schema is nested too deeply', pointerOf(at))
    const made = this.#converted(schema, at, depth)
    this.#known.set(schema, made)
    return made
  }

  #remark(message: string, at: Trail): void {
    this.#reader.remarks.push({ message, pointer: pointerOf(at) })
  }

  /** The schema in the words of the last version; itself where it says it so already, as most do. */
  #converted(schema: JsonObject, at: Trail, depth: number): JsonObject {
    let made: Record<string, unknown> | undefined
    const examples: unknown[] = []
    const isAlone = typeof schema.$ref === 'string' && !this.#besides
    const keys = Object.keys(schema)
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!
      const value = schema[key]
      const said = isAlone && !isBeside(key) ? this.#ignore(key, at) : this.#keyword(key, schema, at, depth, examples)
      if (!made && said === value) continue
      made ??= headOf(schema, keys, index)
      if (said instanceof Instead) for (const [word, instead] of said.entries) put(made, word, instead)
      else if (said !== GONE) put(made, key, said)
    }
    if (made && examples.length > 0) made.examples = examples
    return schema.nullable === true || schema['x-nullable'] === true ? nullable(made ?? schema) : (made ?? schema)
  }

  /** What is said instead of the value of a keyword: the value itself, another, nothing, or other words. */
  #keyword(key: string, schema: JsonObject, at: Trail, depth: number, examples: unknown[]): unknown {
    const value = schema[key]
    switch (key) {
      case '$ref':
        return typeof value === 'string' && !this.#isLevel ? (this.#refer(value, at) ?? GONE) : value
      case '$dynamicRef':
      case '$recursiveRef': {
        const target = this.#anchored(key, value, pointerOf(at))
        return target === undefined ? GONE : new Instead(['$ref', target])
      }
      // What only serves references, which all lead to named schemas here.
      case '$schema':
      case '$id':
      case '$anchor':
      case '$dynamicAnchor':
      case '$recursiveAnchor':
      case '$defs':
      case 'definitions':
      case 'additionalItems':
      case 'nullable':
        return GONE
      case 'x-nullable':
        return typeof value === 'boolean' ? GONE : value
      case 'example':
        examples.unshift(value)
        return GONE
      case 'examples':
        examples.push(...(Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [value]))
        return GONE
      case 'type':
        return value === 'file' ? new Instead(['type', 'string'], ['format', 'binary']) : value
      case 'exclusiveMinimum':
      case 'exclusiveMaximum': {
        if (typeof value !== 'boolean') return value
        const limit = schema[key === 'exclusiveMinimum' ? 'minimum' : 'maximum']
        return value && limit !== undefined ? limit : GONE
      }
      case 'minimum':
      case 'maximum':
        return schema[key === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] === true ? GONE : value
      case 'required': {
        // A property says `required: true` in documents that were written by hand; it means nothing there.
        if (!Array.isArray(value) || value.length === 0) return GONE
        const names = new Set(value)
        return names.size === value.length ? value : [...names]
      }
      case 'discriminator':
        return this.#isLevel ? value : this.#discriminator(value, trail(at, key))
    }
    const shape = shapes.get(key)
    if (shape === undefined) return value
    const within = trail(at, key)
    const below = (item: unknown, step: number) => this.#of(item, trail(within, step), depth + 1)
    if (key === 'items' && Array.isArray(value)) {
      const prefix = ['prefixItems', value.map(below)] as const
      if (!('additionalItems' in schema)) return new Instead(prefix)
      return new Instead(prefix, ['items', this.#of(schema.additionalItems, trail(at, 'additionalItems'), depth + 1)])
    }
    if (this.#isLevel) return value
    if (shape === 'one') return this.#of(value, within, depth + 1)
    if (shape === 'list' && Array.isArray(value)) return mapped(value, below)
    if (shape === 'map' && isObject(value)) return this.#map(value, within, depth)
    this.#remark(`${key} is ${kind(value)}, and is not read`, within)
    return GONE
  }

  /** A map of schemas; one that stands in another file as a whole is no $ref of JSON Schema, but people write it. */
  #map(value: JsonObject, at: Trail, depth: number): JsonObject {
    if (depth > MAX_DEPTH) throw this.#reader.refuse('the schema is nested too deeply', pointerOf(at))
    const reference = aliased(value)
    const found = typeof reference === 'string' ? this.#reader.step(reference, pointerOf(at)) : undefined
    if (found && isObject(found.value)) return this.#map(found.value, found.pointer, depth + 1)
    let made: Record<string, unknown> | undefined
    const names = Object.keys(value)
    for (let index = 0; index < names.length; index++) {
      const name = names[index]!
      const schema = this.#of(value[name], trail(at, name), depth + 1)
      if (!made && schema === value[name]) continue
      made ??= headOf(value, names, index)
      put(made, name, schema)
    }
    return made ?? value
  }

  #ignore(key: string, at: Trail): typeof GONE {
    this.#ignored ??= { pointer: pointerOf(trail(at, key)), count: 0 }
    this.#ignored.count++
    return GONE
  }

  /** In OpenAPI 2.0 the name of a property; its mapping leads to schemas, by name or by reference. */
  #discriminator(value: unknown, at: Trail): unknown {
    if (typeof value === 'string') return { propertyName: value }
    if (!isObject(value) || !isObject(value.mapping)) return value
    const mapping = Object.entries(value.mapping).map(([tag, target]) => {
      if (typeof target !== 'string') return [tag, target]
      return [tag, this.#taken.has(target) ? refTo(target) : (this.#refer(target, trail(trail(at, 'mapping'), tag)) ?? target)]
    })
    return { ...value, mapping: Object.fromEntries(mapping) }
  }

  /** A `$ref` as it leads to a named schema, or `undefined` if what it leads to is not read. */
  #refer(reference: string, at: Trail): string | undefined {
    let start = at
    while ('up' in start) start = start.up
    // The same words lead to the same schema from everywhere in a file.
    const [file] = start
    let targets = this.#targets.get(file)
    if (!targets) {
      targets = new Map()
      this.#targets.set(file, targets)
    }
    const known = targets.get(reference)
    if (known !== undefined) return known
    const found = this.#reader.step(reference, pointerOf(at))
    if (!found) return undefined
    const target = this.#named(found.value, found.pointer)
    targets.set(reference, target)
    return target
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
