/** What can be read off JSON Schemas before they are written as code: their types, properties, and the values they take. */
import type { JsonSchema } from '../model.js'
import { isObject, type JsonObject, listOf } from '../refs.js'

export type Named = ReadonlyMap<string, JsonSchema>

const place = '#/components/schemas/'

/** The name that a `$ref` leads to. */
export const nameIn = (schema: unknown): string | undefined => {
  const ref = isObject(schema) ? schema.$ref : undefined
  if (typeof ref !== 'string' || !ref.startsWith(place)) return undefined
  return decode(ref.slice(place.length))
}
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return text.replaceAll('~1', '/').replaceAll('~0', '~')
  }
}

export const objects = (value: unknown): readonly JsonSchema[] =>
  listOf(value).filter((one): one is JsonSchema => isObject(one) || typeof one === 'boolean')
export const membersOf = (value: unknown): readonly (readonly [string, JsonSchema])[] =>
  isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, JsonSchema] => isObject(entry[1]) || typeof entry[1] === 'boolean')
    : []
export const strings = (value: unknown): readonly string[] => listOf(value).filter((one): one is string => typeof one === 'string')
export const typesOf = (schema: JsonObject): readonly string[] | undefined =>
  typeof schema.type === 'string' ? [schema.type] : Array.isArray(schema.type) ? strings(schema.type) : undefined

/** Keywords that only values of one type heed. */
export const keywordsOf = {
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames', 'minProperties', 'maxProperties'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  string: ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
} as const

/** Formats of numbers; all others are of strings. */
export const numberFormats: readonly unknown[] = [
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float',
  'double',
  'decimal',
  'int',
  'uint',
]

/** The one type that a schema speaks of without saying so. */
export const impliedType = (schema: JsonObject): keyof typeof keywordsOf | undefined => {
  const [only, ...others] = (Object.keys(keywordsOf) as (keyof typeof keywordsOf)[]).filter(
    (type) =>
      keywordsOf[type].some((key) => schema[key] !== undefined) ||
      (typeof schema.format === 'string' && type === (numberFormats.includes(schema.format) ? 'number' : 'string')),
  )
  return others.length === 0 ? only : undefined
}

/** Subschemas, all of them. */
export function* within(schema: JsonSchema): Generator<JsonSchema> {
  if (!isObject(schema)) return
  for (const key of ['properties', 'patternProperties', 'dependentSchemas', '$defs'])
    for (const [, one] of membersOf(schema[key])) yield one
  for (const key of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) yield* objects(schema[key])
  for (const key of [
    'items',
    'additionalProperties',
    'propertyNames',
    'not',
    'if',
    'then',
    'else',
    'contains',
    'contentSchema',
    'unevaluatedProperties',
    'unevaluatedItems',
  ]) {
    const one = schema[key]
    if (isObject(one) || typeof one === 'boolean') yield one
  }
}

/** The names that a schema refers to. */
export const namesIn = (schema: JsonSchema): Set<string> => {
  const names = new Set<string>()
  const walk = (one: JsonSchema) => {
    const name = nameIn(one)
    if (name !== undefined) names.add(name)
    for (const part of within(one)) walk(part)
  }
  walk(schema)
  return names
}

/** The names of schemas that the same value is held against. */
export const aliasesIn = (schema: JsonSchema): Set<string> => {
  const name = nameIn(schema)
  const parts = isObject(schema) ? ['allOf', 'anyOf', 'oneOf'].flatMap((key) => objects(schema[key])) : []
  return new Set([...(name === undefined ? [] : [name]), ...parts.flatMap((part) => [...aliasesIn(part)])])
}

/** Facts of schemas that may refer to named ones. */
export class Facts {
  readonly #named: Named

  constructor(named: Named) {
    this.#named = named
  }

  /** The types of JSON that a schema lets pass; `undefined` where that is not known. */
  types(schema: JsonSchema, seen: readonly string[] = []): ReadonlySet<string> | undefined {
    if (!isObject(schema)) return undefined
    const sets: ReadonlySet<string>[] = []
    const own = typesOf(schema) ?? (impliedType(schema) === undefined ? undefined : [impliedType(schema)!])
    if (own) sets.push(new Set(own.map((type) => (type === 'integer' ? 'number' : type))))
    const values = this.values(schema)
    if (values) sets.push(new Set(values.map((value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value))))
    const name = nameIn(schema)
    if (name !== undefined && !seen.includes(name) && this.#named.has(name)) {
      const types = this.types(this.#named.get(name)!, [...seen, name])
      if (types) sets.push(types)
    }
    for (const part of objects(schema.allOf)) {
      const types = this.types(part, seen)
      if (types) sets.push(types)
    }
    for (const key of ['anyOf', 'oneOf']) {
      if (!Array.isArray(schema[key])) continue
      const types = objects(schema[key]).map((part) => this.types(part, seen))
      if (!types.includes(undefined)) sets.push(new Set(types.flatMap((set) => [...set!])))
    }
    const [first, ...others] = sets
    return first && new Set([...first].filter((type) => others.every((other) => other.has(type))))
  }

  /** The values that a schema lists. */
  values(schema: JsonSchema): readonly unknown[] | undefined {
    if (!isObject(schema)) return undefined
    if ('const' in schema) return [schema.const]
    if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum
    const name = nameIn(schema)
    const target = name === undefined ? undefined : this.#named.get(name)
    return isObject(target) && !nameIn(target) ? this.values(target) : undefined
  }

  /** The properties of what is an object and no more than that; `undefined` for anything else. */
  object(
    schema: JsonSchema,
    seen: readonly string[] = [],
  ): { readonly properties: ReadonlyMap<string, JsonSchema>; readonly required: ReadonlySet<string> } | undefined {
    if (!isObject(schema) || schema.anyOf || schema.oneOf || schema.enum) return undefined
    const types = typesOf(schema)
    if (types && !(types.length === 1 && types[0] === 'object')) return undefined
    const properties = new Map(membersOf(schema.properties))
    const required = new Set(strings(schema.required))
    const name = nameIn(schema)
    const parts: JsonSchema[] = [...objects(schema.allOf)]
    if (name !== undefined) {
      const target = this.#named.get(name)
      if (target === undefined || seen.includes(name)) return undefined
      parts.push(target)
    } else if (!types && impliedType(schema) !== 'object' && parts.length === 0) return undefined
    for (const part of parts) {
      const found = this.object(part, name === undefined ? seen : [...seen, name])
      if (!found) return undefined
      for (const [key, one] of found.properties) if (!properties.has(key)) properties.set(key, one)
      for (const key of found.required) required.add(key)
    }
    return { properties, required }
  }

  /** Whether a plain value is one of a schema's: the keywords of scalars and of lists are asked. */
  fits(value: unknown, schema: JsonSchema, depth = 0): boolean {
    if (!isObject(schema)) return schema
    if (depth > 8) return false
    const name = nameIn(schema)
    if (name !== undefined && !(this.#named.has(name) && this.fits(value, this.#named.get(name)!, depth + 1))) return false
    const types = typesOf(schema)
    if (types && !types.some((type) => isOfType(value, type))) return false
    if ('const' in schema && JSON.stringify(schema.const) !== JSON.stringify(value)) return false
    if (Array.isArray(schema.enum) && !schema.enum.some((one) => JSON.stringify(one) === JSON.stringify(value))) return false
    if (!objects(schema.allOf).every((part) => this.fits(value, part, depth + 1))) return false
    if (Array.isArray(schema.anyOf) && !objects(schema.anyOf).some((part) => this.fits(value, part, depth + 1))) return false
    if (Array.isArray(schema.oneOf) && objects(schema.oneOf).filter((part) => this.fits(value, part, depth + 1)).length !== 1) return false
    if (typeof value === 'string') return fitsText(value, schema)
    if (typeof value === 'number') return fitsNumber(value, schema)
    if (Array.isArray(value)) {
      const { items, minItems, maxItems, prefixItems } = schema
      if (prefixItems !== undefined) return false
      if (typeof minItems === 'number' && value.length < minItems) return false
      if (typeof maxItems === 'number' && value.length > maxItems) return false
      return items === undefined || value.every((item) => this.fits(item, items as JsonSchema, depth + 1))
    }
    return value === null || typeof value === 'boolean'
  }
}

export const isOfType = (value: unknown, type: string): boolean => {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

const fitsText = (value: string, { minLength, maxLength, pattern, format }: JsonObject): boolean => {
  if (typeof minLength === 'number' && value.length < minLength) return false
  if (typeof maxLength === 'number' && value.length > maxLength) return false
  // What a format asks is not asked again here.
  if (typeof format === 'string' && format !== 'password' && format !== 'binary') return false
  const regexp = typeof pattern === 'string' ? regexpOf(pattern) : undefined
  return !regexp || regexp.test(value)
}

const fitsNumber = (value: number, { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format }: JsonObject): boolean => {
  if (typeof minimum === 'number' && value < minimum) return false
  if (typeof maximum === 'number' && value > maximum) return false
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) return false
  if (typeof multipleOf === 'number' && !Number.isInteger(value / multipleOf)) return false
  return format !== 'int32' || (Number.isInteger(value) && Math.abs(value) < 2 ** 31)
}

/** A pattern as ECMA-262 has it, with Unicode where it can be read so. */
export const regexpOf = (pattern: string): RegExp | undefined => {
  for (const flags of ['u', ''])
    try {
      return new RegExp(pattern, flags)
    } catch {
      // The next one, or none.
    }
  return undefined
}
