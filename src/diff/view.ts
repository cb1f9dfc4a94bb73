/**
 * A schema as what it lets through: `$ref`s followed, `allOf` taken together, `null` set apart, unions flat.
 *
 * There are many ways to write one schema: `nullable`, a list of types, a union with null; an enum or a union of constants. Here they
 * become one, so that nothing is reported where only the writing changed.
 */
import { listOf } from '../openapi/refs.js'
import { trail } from '../openapi/trail.js'
import { isObject, keywordsOf, type Place, type Schema, type Side, silent } from './place.js'

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array'

/** What is said of a property, by several parts of an `allOf` maybe. */
export type Property = readonly Place[]

/** Members of which a value is one. */
export interface Union {
  readonly members: readonly Place[]
  readonly discriminator: Discriminator | undefined
}

export interface Discriminator {
  readonly property: string
  /** By value, the component. */
  readonly mapping: ReadonlyMap<string, string>
}

/** What a schema lets through. */
export interface View {
  /** Nothing at all. */
  never: boolean
  /** The types without null; `undefined` for any. */
  types: Set<string> | undefined
  nullable: boolean
  /** The values without null, by their JSON; `undefined` for any. */
  values: Map<string, unknown> | undefined
  /** Values of an enum that says of itself that it grows. */
  extensible: Set<string> | undefined
  format: string | undefined
  pattern: string | undefined
  /** Lower and upper bounds, `multipleOf`, `uniqueItems`, by keyword. */
  bounds: Map<string, number>
  properties: Map<string, Place[]>
  required: Set<string>
  /** Whether no other properties may stand. */
  closed: boolean
  /** What other properties must be; empty where anything goes. */
  others: Place[]
  items: Place[]
  prefix: Place[][]
  unions: Union[]
  discriminator: Discriminator | undefined
  /** What is only ever compared as a whole, by keyword. */
  conditions: Map<string, unknown[]>
  default: unknown
}

/** Keywords that are compared as a whole. */
const conditions = new Set([
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
  'propertyNames',
  'patternProperties',
  'contains',
  'unevaluatedItems',
  'additionalItems',
])

/** Keywords of bounds: whether a larger number lets less through. */
const lower = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains', 'uniqueItems'])
const upper = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'])

const key = (value: unknown): string => JSON.stringify(value) ?? 'undefined'

/** The type that a schema without one speaks of. */
const implied = (schema: Schema): JsonType | undefined => {
  const { additionalProperties: more } = schema
  if (schema.properties !== undefined || schema.required !== undefined || more === false || isObject(more)) return 'object'
  if (schema.items !== undefined || schema.prefixItems !== undefined) return 'array'
  return undefined
}

const typeOfValue = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value

const typesOf = (schema: Schema): readonly string[] | undefined => {
  const { type } = schema
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((one) => typeof one === 'string')
  const one = implied(schema)
  return one && [one]
}

/** Copies of schemas, made once so that what is remembered by identity stays so. */
const copies = new WeakMap<Schema, Map<string, Schema>>()
const copied = (schema: Schema, name: string, make: () => Schema): Schema => {
  let held = copies.get(schema)
  if (!held) {
    held = new Map()
    copies.set(schema, held)
  }
  let copy = held.get(name)
  if (!copy) {
    copy = make()
    held.set(name, copy)
  }
  return copy
}

/** The values that a schema lists, where it says nothing else. */
const listed = (schema: unknown): readonly unknown[] | undefined => {
  if (!isObject(schema)) return undefined
  const words = keywordsOf(schema)
  if (!words.every((word) => word === 'enum' || word === 'const' || word === 'type' || word === 'default')) return undefined
  if (Object.hasOwn(schema, 'const')) return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum : undefined
}

/** The one type that a schema names, where it says nothing else. */
const bare = (schema: unknown): string | undefined =>
  isObject(schema) && typeof schema.type === 'string' && keywordsOf(schema).every((word) => word === 'type') ? schema.type : undefined

/** Whether a scalar is one of those that some other schema takes, which says no more than its type. */
const isWithinBare = (schema: unknown, bareTypes: ReadonlySet<string | undefined>): boolean => {
  const types = isObject(schema) ? typesOf(schema) : undefined
  const [type] = types ?? []
  if (type === undefined || types!.length > 1 || type === 'object' || type === 'array') return false
  return (type === 'integer' && bareTypes.has('number')) || (bareTypes.has(type) && bare(schema) === undefined)
}

/** What a view has until it has something: most schemas say little, and there are very many. */
const none = { map: new Map<never, never>(), set: new Set<never>(), list: [] as never[] }

/** The map, set or list of a view, its own from now on. */
const own = <K extends 'bounds' | 'properties' | 'required' | 'others' | 'items' | 'prefix' | 'unions' | 'conditions'>(
  view: View,
  name: K,
): View[K] => {
  const held: unknown = view[name]
  if (held === none.map) view[name] = new Map() as View[K]
  else if (held === none.set) view[name] = new Set() as View[K]
  else if (held === none.list) view[name] = [] as unknown[] as View[K]
  return view[name]
}

/** Keywords without which a schema lists no values. */
const listing = ['enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf']

/** Makes views, each once. */
export class Views {
  readonly side: Side
  readonly #views = new Map<Schema, View>()

  constructor(side: Side) {
    this.side = side
  }

  /** The view of what all parts let through. */
  of(parts: readonly Place[]): View {
    const only = parts[0]
    if (!only) return this.#make([])
    const place = this.side.resolve(only)
    if (parts.length > 1 || !isObject(place.schema)) return this.#make(parts)
    let view = this.#views.get(place.schema)
    if (!view) {
      view = this.#make([place])
      this.#views.set(place.schema, view)
    }
    return view
  }

  /** The values that a view lists; most schemas list none, as their keywords show. */
  valuesOf(parts: readonly Place[]): ReadonlyMap<string, unknown> | undefined {
    for (const part of parts) {
      const { schema } = this.side.resolve(part)
      if (isObject(schema)) for (const word of listing) if (schema[word] !== undefined) return this.of(parts).values
    }
    return undefined
  }

  #make(parts: readonly Place[]): View {
    const view: View = {
      never: false,
      types: undefined,
      nullable: true,
      values: undefined,
      extensible: undefined,
      format: undefined,
      pattern: undefined,
      bounds: none.map,
      properties: none.map,
      required: none.set,
      closed: false,
      others: none.list,
      items: none.list,
      prefix: none.list,
      unions: none.list,
      discriminator: undefined,
      conditions: none.map,
      default: undefined,
    }
    const seen = new Set<unknown>()
    for (const part of parts) this.#collect(part, view, seen)
    this.#settle(view)
    return view
  }

  #collect(given: Place, view: View, seen: Set<unknown>): void {
    const place = this.side.resolve(given)
    const { schema, at } = place
    if (seen.has(schema)) return
    if (typeof schema === 'boolean') {
      if (!schema) view.never = true
      return
    }
    if (!isObject(schema)) return
    seen.add(schema)
    if (schema.$ref !== undefined) {
      // A `$ref` with words of its own beside it.
      const bareRef = copied(schema, '$ref', () => ({ $ref: schema.$ref }))
      if (keywordsOf(schema).length > 1) this.#collect({ schema: bareRef, at }, view, seen)
    }
    this.#types(schema, view)
    this.#values(schema, view)
    for (const word of Object.keys(schema)) this.#keyword(word, schema, place, view, seen)
  }

  #types(schema: Schema, view: View): void {
    const types = typesOf(schema)
    if (!types) return
    if (!types.includes('null')) view.nullable = false
    const mine = new Set(types.filter((type) => type !== 'null'))
    if (!view.types) view.types = mine
    else
      view.types = new Set([
        ...[...view.types].filter((type) => mine.has(type) || (type === 'integer' && mine.has('number'))),
        ...[...mine].filter((type) => type === 'integer' && view.types?.has('number')),
      ])
  }

  #values(schema: Schema, view: View): void {
    const list = Object.hasOwn(schema, 'const') ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined
    // A list of nothing was left unfinished.
    if (!list?.length) return
    // Of a nullable enum many leave null out of the list.
    if (!list.includes(null) && !typesOf(schema)?.includes('null')) view.nullable = false
    const mine = new Map(list.filter((value) => value !== null).map((value) => [key(value), value]))
    // Nothing but null is what a type says too.
    if (mine.size === 0) {
      this.#types({ type: 'null' }, view)
      return
    }
    view.values = view.values ? new Map([...view.values].filter(([name]) => mine.has(name))) : mine
  }

  #keyword(word: string, schema: Schema, { at }: Place, view: View, seen: Set<unknown>): void {
    if (silent.has(word) || word === 'type') return
    const value = schema[word]
    if (lower.has(word) || upper.has(word)) {
      const bound = typeof value === 'boolean' ? Number(value) : value
      if (typeof bound !== 'number') return
      const before = view.bounds.get(word)
      own(view, 'bounds').set(word, before === undefined ? bound : lower.has(word) ? Math.max(before, bound) : Math.min(before, bound))
      return
    }
    // Names are texts anyway.
    if (word === 'propertyNames' && bare(this.side.level(value as Place['schema'])) === 'string') return
    // What 3.0 calls a format, later versions call an encoding.
    if (word === 'contentEncoding' && (value === 'base64' || value === 'base64url')) {
      view.format = value
      return
    }
    if (word === 'contentEncoding' && value === 'binary') return
    if (word === 'not') {
      const not = this.side.level(value as Place['schema'])
      if (not === true || (isObject(not) && keywordsOf(not).length === 0)) {
        view.never = true
        return
      }
    }
    if (conditions.has(word)) {
      own(view, 'conditions').set(word, [...(view.conditions.get(word) ?? []), value])
      return
    }
    const within = trail(at, word)
    switch (word) {
      case 'format':
        if (typeof value === 'string') view.format ??= value === 'byte' ? 'base64' : value
        return
      case 'pattern':
        if (typeof value === 'string' && value !== '') {
          // A slash means itself, with or without its escape.
          const pattern = value.replace(/\\(.)/gs, (whole, next) => (next === '/' ? next : whole))
          view.pattern = view.pattern === undefined || view.pattern === pattern ? pattern : `${view.pattern} and ${pattern}`
        }
        return
      case 'multipleOf':
        if (typeof value === 'number') own(view, 'bounds').set(word, value)
        return
      case 'properties':
        if (isObject(value)) {
          const properties = own(view, 'properties')
          for (const name in value) {
            const place = { schema: value[name] as Place['schema'], at: trail(within, name) }
            const known = properties.get(name)
            if (known) known.push(place)
            else properties.set(name, [place])
          }
        }
        return
      case 'required':
        for (const name of listOf(value)) if (typeof name === 'string') own(view, 'required').add(name)
        return
      case 'additionalProperties':
      case 'unevaluatedProperties':
        if (value === false) view.closed = true
        else if (!this.#saysNothing(value)) own(view, 'others').push({ schema: value as Place['schema'], at: within })
        return
      case 'items':
        if (value !== true && value !== undefined) own(view, 'items').push({ schema: value as Place['schema'], at: within })
        return
      case 'prefixItems':
        for (const [index, item] of listOf(value).entries())
          own(view, 'prefix')[index] = [...(view.prefix[index] ?? []), { schema: item as Place['schema'], at: trail(within, index) }]
        return
      case 'allOf':
        for (const [index, part] of listOf(value).entries())
          this.#collect({ schema: part as Place['schema'], at: trail(within, index) }, view, seen)
        return
      case 'anyOf':
      case 'oneOf':
        if (Array.isArray(value)) this.#union(word, value, schema, at, view, seen)
        return
      case 'discriminator':
        view.discriminator ??= discriminatorOf(value)
        return
      case 'x-extensible-enum':
        view.extensible = new Set(listOf(value).map(key))
        return
      case 'default':
        view.default ??= value
        return
    }
  }

  /** Whether a schema lets anything through: nothing is said, or nothing by each of its parts. */
  #saysNothing(given: unknown): boolean {
    const schema = this.side.level(given as Place['schema'])
    if (!isObject(schema)) return true
    const { allOf } = schema
    return keywordsOf(schema).every((word) => word === 'allOf' && Array.isArray(allOf) && allOf.every((part) => this.#saysNothing(part)))
  }

  /** A union without its null; one of a single member is that member, one of values is an enum. */
  #union(word: string, list: readonly unknown[], schema: Schema, at: Place['at'], view: View, seen: Set<unknown>): void {
    const members: Place[] = []
    const within = trail(at, word)
    const nullable = this.#flatten(
      list.map((member, index) => ({ schema: member as Place['schema'], at: trail(within, index) })),
      members,
      new Set(),
    )
    // What is put together with its parent, which names its children, is the child that it is.
    if (members.some(({ schema: member }) => seen.has(member))) return
    if (!nullable) view.nullable = false
    const bareTypes = new Set(members.map(({ schema }) => bare(schema)))
    const kept = members.filter(({ schema }) => {
      // Whole numbers are numbers, and what is narrower is within all of its type; of `oneOf`, it would be two of them.
      if (word === 'anyOf' && isWithinBare(schema, bareTypes)) return false
      const values = listed(schema)
      return !(values && bareTypes.size > 0 && values.every((value) => bareTypes.has(typeOfValue(value))))
    })
    const values = kept.map(({ schema }) => listed(schema))
    const [only, ...others] = kept
    if (!only) {
      if (list.length > 0) view.types = new Set()
    } else if (others.length === 0) this.#collectMember(only, view, seen)
    else if (values.every((one) => one !== undefined)) {
      const every = values.flat().filter((value) => value !== null)
      const types = [...new Set(every.map(typeOfValue))]
      this.#types({ type: nullable ? [...types, 'null'] : types }, view)
      this.#values({ enum: nullable ? [...every, null] : every }, view)
    } else
      own(view, 'unions').push({
        members: kept,
        discriminator: discriminatorOf(schema.discriminator) ?? this.#innerDiscriminator(list, at),
      })
  }

  /** What tells the members of the one union within a union apart. */
  #innerDiscriminator(list: readonly unknown[], at: Place['at']): Discriminator | undefined {
    const found = list.flatMap((member) => {
      const { schema } = this.side.resolve({ schema: member as Place['schema'], at })
      return isObject(schema) && (schema.anyOf !== undefined || schema.oneOf !== undefined) ? [discriminatorOf(schema.discriminator)] : []
    })
    return found.length === 1 ? found[0] : undefined
  }

  /** A single member is all that there is, and null has been seen to: what it says of null itself does not count. */
  #collectMember(member: Place, view: View, seen: Set<unknown>): void {
    const { nullable } = view
    this.#collect(member, view, seen)
    view.nullable = nullable
  }

  /** Members of members; whether null is among them. */
  #flatten(list: readonly Place[], members: Place[], seen: Set<unknown>): boolean {
    let nullable = false
    for (const given of list) {
      const place = this.#led(this.side.resolve(given))
      const { schema } = place
      if (!isObject(schema)) {
        if (schema === true) members.push(place)
        continue
      }
      if (seen.has(schema)) continue
      seen.add(schema)
      const words = keywordsOf(schema)
      const inner = this.#innerUnion(place, words)
      if (inner) {
        const within = trail(place.at, inner)
        const parts = (schema[inner] as unknown[]).map((member, index) => ({
          schema: member as Place['schema'],
          at: trail(within, index),
        }))
        if (this.#flatten(parts, members, seen)) nullable = true
        continue
      }
      const values = listed(schema)
      if (schema.type === 'null' || (values?.length && values.every((value) => value === null))) {
        nullable = true
        continue
      }
      const types = Array.isArray(schema.type) ? schema.type : undefined
      if (!types) {
        if (words.length === 0 || this.#takesNull(place, new Set())) nullable = true
        members.push({ ...place, ...(place.name === undefined && given.name !== undefined && { name: given.name }) })
        continue
      }
      if (types.includes('null')) nullable = true
      const rest = types.filter((type) => type !== 'null')
      // A list of types is a union too.
      for (const type of rest) members.push({ ...place, schema: copied(schema, `type ${type}`, () => ({ ...schema, type })) })
    }
    return nullable
  }

  /** What a `$ref` leads to that says nothing besides but the type, which stands there too. */
  #led(place: Place): Place {
    const { schema, at } = place
    if (!isObject(schema) || schema.$ref === undefined || !keywordsOf(schema).every((word) => word === '$ref' || word === 'type'))
      return place
    const target = this.side.resolve({ schema: copied(schema, '$ref', () => ({ $ref: schema.$ref })), at })
    return isObject(target.schema) && typesOf(target.schema)?.join() === typesOf(schema)?.join() ? target : place
  }

  /** The keyword of a union that says nothing besides: which values tell its members apart, or that all are objects, which they say too. */
  #innerUnion({ schema, at }: Place, words: readonly string[]): 'anyOf' | 'oneOf' | undefined {
    const unions = words.filter((word) => word === 'anyOf' || word === 'oneOf')
    const [word] = unions
    if (!isObject(schema) || unions.length !== 1 || !word || !Array.isArray(schema[word])) return undefined
    const isObjects = () =>
      schema.type === 'object' &&
      listOf(schema[word]).every((member) => {
        const { schema: one } = this.side.resolve({ schema: member as Place['schema'], at })
        return isObject(one) && typesOf(one)?.join() === 'object'
      })
    return words.every((one) => one === word || one === 'discriminator' || (one === 'type' && isObjects())) ? word : undefined
  }

  /** Whether a member without a type of its own takes null: where it is put together of others. */
  #takesNull(given: Place, seen: Set<unknown>): boolean {
    const { schema } = this.side.resolve(given)
    if (!isObject(schema) || seen.has(schema)) return false
    seen.add(schema)
    const types = typesOf(schema)
    if (types) return types.includes('null')
    const values = listed(schema)
    if (values) return values.includes(null)
    const within = (word: string): Place[] => listOf(schema[word]).map((one) => ({ schema: one as Place['schema'], at: given.at }))
    if (Array.isArray(schema.allOf)) return within('allOf').every((one) => this.#takesNull(one, seen))
    for (const word of ['anyOf', 'oneOf']) if (Array.isArray(schema[word])) return within(word).some((one) => this.#takesNull(one, seen))
    return false
  }

  /** What is said where nothing is, or the same in another way. */
  #settle(view: View): void {
    if (view.values && !view.types) {
      view.types = new Set([...view.values.values()].map(typeOfValue))
      if (view.types.has('number')) view.types.delete('integer')
    }
    const { types } = view
    if (types?.has('number')) {
      types.delete('integer')
      // Numbers that are listed are whole, or not.
      if (view.values?.size && [...view.values.values()].every(Number.isInteger))
        view.types = new Set([...types].map((type) => (type === 'number' ? 'integer' : type)))
    }
    if (view.bounds.size > 0) settleBounds(view)
    // A list that takes nothing behind its first items is as long as they are.
    if (view.prefix.length > 0 && view.items.some(({ schema }) => schema === false)) {
      own(view, 'bounds').set('maxItems', Math.min(view.bounds.get('maxItems') ?? Number.POSITIVE_INFINITY, view.prefix.length))
      view.items = none.list
    }
    // What must be there and may not be there is nothing that can be.
    for (const name of view.required)
      if (!view.properties.has(name)) own(view, 'properties').set(name, view.closed ? [{ schema: false, at: [] }] : [])
  }
}

/** The same of bounds. */
const settleBounds = (view: View): void => {
  const { bounds } = view
  for (const word of ['minLength', 'minItems', 'minProperties', 'uniqueItems']) if (bounds.get(word) === 0) bounds.delete(word)
  const integer = view.types?.size === 1 && view.types.has('integer')
  if (integer) {
    const above = bounds.get('exclusiveMinimum')
    const below = bounds.get('exclusiveMaximum')
    if (above !== undefined) {
      bounds.set('minimum', Math.max(bounds.get('minimum') ?? Number.NEGATIVE_INFINITY, Math.floor(above) + 1))
      bounds.delete('exclusiveMinimum')
    }
    if (below !== undefined) {
      bounds.set('maximum', Math.min(bounds.get('maximum') ?? Number.POSITIVE_INFINITY, Math.ceil(below) - 1))
      bounds.delete('exclusiveMaximum')
    }
    // Formats of whole numbers without a sign say where they start, and some where they end.
    if (view.format?.startsWith('uint')) {
      if (bounds.get('minimum') === 0) bounds.delete('minimum')
      if (bounds.get('maximum') === 2 ** Number(view.format.slice(4)) - 1) bounds.delete('maximum')
    }
    if ((bounds.get('minimum') ?? 0) <= -Number.MAX_SAFE_INTEGER) bounds.delete('minimum')
    if ((bounds.get('maximum') ?? 0) >= Number.MAX_SAFE_INTEGER) bounds.delete('maximum')
    // The ends of a 32-bit integer are its format.
    if (bounds.get('minimum') === -(2 ** 31) && bounds.get('maximum') === 2 ** 31 - 1) {
      bounds.delete('minimum')
      bounds.delete('maximum')
      view.format ??= 'int32'
    }
  }
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const [one, other] = [bounds.get(exclusive), bounds.get(inclusive)]
    if (one === undefined || other === undefined) continue
    // The stricter of the two is the bound.
    if (exclusive === 'exclusiveMinimum' ? one >= other : one <= other) bounds.delete(inclusive)
    else bounds.delete(exclusive)
  }
}

const discriminatorOf = (value: unknown): Discriminator | undefined =>
  isObject(value) && typeof value.propertyName === 'string'
    ? {
        property: value.propertyName,
        mapping: new Map(Object.entries(isObject(value.mapping) ? value.mapping : {}).map(([name, target]) => [name, String(target)])),
      }
    : undefined
