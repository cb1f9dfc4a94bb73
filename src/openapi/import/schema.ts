/**
 * JSON Schema 2020-12 as schemas of zod that take the same values.
 *
 * What zod cannot ask of a value stays in the schema's metadata, so that it is written out again, and is remarked.
 */
import type { JsonSchema } from '../model.js'
import { isObject, type JsonObject } from '../refs.js'
import { array, atom, type Code, chain, comment, keyOf, literal, type Member, object, string, zod } from './code.js'
import {
  Facts,
  impliedType,
  isOfType,
  keywordsOf,
  membersOf,
  type Named,
  nameIn,
  namesIn,
  numberFormats,
  objects,
  regexpOf,
  strings,
  typesOf,
} from './facts.js'
import {
  called,
  codeOf,
  isSaying,
  isUnknown,
  leaf,
  never,
  type Property,
  type Scope,
  type Shape,
  unknown,
  withMeta,
  type Zod,
} from './zod.js'

/** What the document says and the contract does not, or says otherwise. */
export interface Loss {
  /** What it is, the same words for the same thing wherever it happens. */
  readonly message: string
  /** The schema, or the operation. */
  readonly place: string
}

/** Where a value comes from: JSON, which has types; text, as in a query; a form in parts, which has text and files. */
export type Source = 'json' | 'text' | 'parts'

/** What is known of a named schema that was written already. */
export interface Declared {
  readonly zod: Zod
  /** Whether its type is written out: then it does not show its properties. */
  readonly isTyped: boolean
}

/** Keywords that zod has no check for, and that would be checks. */
const unchecked = [
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'contains',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
  '$dynamicRef',
]

/** How much JSON an example may be. */
const LONG = 2000

/** Keywords that say nothing of values, and have no place in a schema that people read. */
const silent = ['title', 'externalDocs', 'xml', '$comment'] as const
const annotations = [
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'default',
  'contentMediaType',
  'examples',
  ...silent,
  'discriminator',
]

/** Formats of strings that zod checks. */
const stringFormats: Readonly<Record<string, readonly [code: Code, zodType: string]>> = {
  email: [zod('email'), 'z.ZodEmail'],
  uuid: [zod('uuid'), 'z.ZodUUID'],
  uri: [zod('url'), 'z.ZodURL'],
  url: [zod('url'), 'z.ZodURL'],
  'date-time': [chain(atom('z.iso'), 'datetime', object([{ key: 'offset', value: atom('true') }])), 'z.ZodISODateTime'],
  date: [chain(atom('z.iso'), 'date'), 'z.ZodISODate'],
  duration: [chain(atom('z.iso'), 'duration'), 'z.ZodISODuration'],
  ipv4: [zod('ipv4'), 'z.ZodIPv4'],
  ipv6: [zod('ipv6'), 'z.ZodIPv6'],
  hostname: [zod('hostname'), "z.ZodCustomStringFormat<'hostname'>"],
  byte: [zod('base64'), 'z.ZodBase64'],
  base64: [zod('base64'), 'z.ZodBase64'],
  base64url: [zod('base64url'), 'z.ZodBase64URL'],
}
/** What zod calls otherwise than the document. */
const renamed = ['byte', 'url']

/** Values as the members of an object. */
const membersIn = (values: Readonly<Record<string, unknown>>): Member[] =>
  Object.entries(values).map(([key, value]) => ({ key: keyOf(key), value: literal(value) }))

const number = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** A JSON value's type in TypeScript. */
const literalType = (value: unknown): Code => atom(typeof value === 'string' ? (string(value) as { text: string }).text : String(value))

/** Makes schemas of zod out of JSON Schemas. */
export class SchemaReader {
  readonly facts: Facts
  readonly declared = new Map<string, Declared>()
  readonly losses: Loss[] = []
  readonly #named: Named
  /** How named schemas are called in code. */
  scope: Scope = { nameOf: (name) => name, circle: new Set(), isTyped: false, isTwofold: false }
  /** Named schemas that are being written and refer to each other. */
  circle: ReadonlySet<string> = new Set()
  /** Those among them that say of a value that it is what it is: they would be asked without end. */
  endless: ReadonlySet<string> = new Set()
  /** How many objects and lists are around what is read. */
  #depth = 0
  #place = ''
  #heard: string[] = []

  constructor(named: Named) {
    this.#named = named
    this.facts = new Facts(named)
  }

  /** What `read` says meanwhile is said of a place, and comes back as lines of comments too. */
  at<T>(place: string, read: () => T): { readonly value: T; readonly comments: readonly string[] } {
    const [before, heard] = [this.#place, this.#heard]
    this.#place = place
    this.#heard = []
    try {
      const value = read()
      return { value, comments: [...new Set(this.#heard)].flatMap((line) => comment(line, 2)) }
    } finally {
      this.#place = before
      this.#heard = heard
    }
  }

  /** What stands inside of a value. */
  #inside(schema: JsonSchema, source: Source): Zod {
    return this.#inner(() => this.read(schema, source))
  }

  #inner<T>(read: () => T): T {
    this.#depth++
    const value = read()
    this.#depth--
    return value
  }

  /** Whether a schema leads back to the one that is read without getting any deeper into the value. */
  #isEndless(schema: JsonSchema): boolean {
    const name = nameIn(schema)
    return name !== undefined && this.#depth === 0 && this.endless.has(name)
  }

  /** Remarks a loss here; in a comment too, unless it is of a kind that comes in hundreds. */
  note(message: string, detail?: string): void {
    this.losses.push({ message, place: this.#place })
    if (detail !== undefined) this.#heard.push(detail)
  }

  /** Examples that people would read in code. */
  shown(examples: readonly unknown[]): unknown[] {
    return examples.filter((example) => {
      const isShort = (JSON.stringify(example)?.length ?? 0) <= LONG
      if (!isShort) this.note('an example of more than 2 kB is left out')
      return isShort
    })
  }

  /** A whole schema. */
  read(schema: JsonSchema, source: Source = 'json'): Zod {
    if (schema === false) return never
    if (schema === true) return unknown
    return this.#annotated(this.#core(schema, source), schema, source, false)
  }

  /** A schema under a name, with the default that stands in where it is absent. */
  property(schema: JsonSchema, isOptional: boolean, source: Source): Property {
    const { value, comments } = this.at(this.#place, () =>
      isObject(schema) ? this.#annotated(this.#core(schema, source), schema, source, isOptional) : this.read(schema, source),
    )
    return { zod: value, isOptional, comments }
  }

  /** The schema that a `$ref` leads to, at its end. */
  resolved(schema: JsonObject): JsonObject {
    const seen = new Set<string>()
    let found: JsonSchema = schema
    for (let name = nameIn(found); name !== undefined && !seen.has(name); name = nameIn(found)) {
      seen.add(name)
      found = this.#named.get(name) ?? true
    }
    return isObject(found) ? found : {}
  }

  /** What is read now. */
  get place(): string {
    return this.#place
  }

  // --- what is said about a schema ------------------------------------------------------------------------------------------------

  /** The calls that say what a schema says of itself. */
  #annotated(core: Zod, schema: JsonObject, source: Source, isOptional: boolean): Zod {
    for (const key of silent) if (schema[key] !== undefined) this.note(`what schemas say in ${key} is left out`)
    if (schema.discriminator !== undefined && schema.oneOf === undefined && schema.anyOf === undefined)
      this.note('discriminator of an object is left out: what the schemas that extend it add is no part of it')
    const meta: Record<string, unknown> = {}
    const held: Member[] = []
    if (typeof schema.description === 'string' && schema.description.trim()) meta.description = schema.description
    for (const key of ['deprecated', 'readOnly', 'writeOnly']) if (schema[key] === true) meta[key] = true
    const shown = Array.isArray(schema.examples) ? this.shown(schema.examples) : []
    if (shown.length > 0) meta.examples = shown
    if (typeof schema.contentMediaType === 'string') meta.contentMediaType = schema.contentMediaType
    let whole = core
    if (schema.default !== undefined) {
      const fits = this.#takesDefault(schema, source)
      if (isOptional && fits) whole = { kind: 'default', of: whole, value: schema.default }
      else {
        meta.default = schema.default
        if (!fits && !isObject(schema.default))
          this.note('a default that its schema refuses is written and not applied', 'The default is none of its values.')
      }
    }
    for (const key of unchecked) {
      if (schema[key] === undefined) continue
      if (key === 'minProperties' && schema[key] === 0) continue
      const names = isObject(schema[key]) ? namesIn({ allOf: [{ properties: { it: schema[key] as JsonSchema } }] }) : new Set<string>()
      // As a schema of its own, where that is one that stands already.
      if (names.size > 0 && key !== 'dependentSchemas' && key !== 'dependencies' && ![...names].some((name) => this.circle.has(name))) {
        held.push({ key: keyOf(key), value: codeOf(this.#inside(schema[key] as JsonSchema, source), this.scope) })
        this.note(`${key} is written and not checked`, `${key} is not checked.`)
        continue
      }
      if (names.size > 0) {
        this.note(`${key} is left out: it refers to named schemas`, `The document has ${key} here.`)
        continue
      }
      meta[key] = schema[key]
      this.note(`${key} is written and not checked`, `${key} is not checked.`)
    }
    return withMeta(whole, [...membersIn(meta), ...held])
  }

  #takesDefault(schema: JsonObject, source: Source): boolean {
    const value = schema.default
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return false
    const { format, ...rest } = schema
    // A format that zod checks may refuse what people write as an example of it.
    const loose = typeof format === 'string' && !numberFormats.includes(format) && stringFormats[format] ? { ...rest, format } : rest
    if (source !== 'json' && (Array.isArray(value) || value === null)) return false
    return this.facts.fits(value, loose)
  }

  // --- what a schema asks ---------------------------------------------------------------------------------------------------------

  #core(schema: JsonObject, source: Source): Zod {
    if (typesOf(schema)?.join() === 'array' && Array.isArray(schema.enum) && !schema.enum.some(Array.isArray)) {
      // Meant for its items, which list them too.
      const { enum: all, ...rest } = schema
      this.note('values listed of a list, which are none, are written and not checked')
      return withMeta(this.#core(rest, source), membersIn({ enum: all }))
    }
    if ((Array.isArray(schema.enum) && schema.enum.length > 0) || 'const' in schema) return this.#values(schema, source)
    const parts: Zod[] = []
    const shapes: JsonSchema[] = []
    const name = nameIn(schema)
    if (schema.$ref !== undefined && name === undefined) this.note(`$ref ${String(schema.$ref)} leads nowhere and is left out`)
    if (name !== undefined) shapes.push({ $ref: schema.$ref })
    shapes.push(...objects(schema.allOf))
    for (const key of ['anyOf', 'oneOf'] as const)
      if (Array.isArray(schema[key])) parts.push(this.#union(objects(schema[key]), key, schema, source))
    const known = this.#typesOfParts(schema, shapes)
    const own = this.#own(schema, known, source)
    if (shapes.length === 0) return conjunction(own ? [own, ...parts] : parts)
    const merged = this.#merged(shapes, own, source)
    return conjunction([...merged, ...parts])
  }

  /** The types that the other parts of a schema let pass. */
  #typesOfParts(schema: JsonObject, shapes: readonly JsonSchema[]): ReadonlySet<string> | undefined {
    const others = [...shapes, ...['anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? [{ anyOf: schema[key] }] : []))]
    return others.length > 0 ? this.facts.types({ allOf: others }) : undefined
  }

  /** What the keywords of the schema itself ask, apart from those that hold other schemas together. */
  #own(schema: JsonObject, known: ReadonlySet<string> | undefined, source: Source): Zod | undefined {
    const said = typesOf(schema)
    const implied = said ? undefined : impliedType(schema)
    if (!said && !implied) {
      if (Object.values(keywordsOf).some((keys) => keys.some((key) => schema[key] !== undefined)))
        this.note('keywords of several types without a type are left out', 'The document names no type here, and constrains several.')
      return undefined
    }
    if (implied && !known) this.note(`a schema with keywords of ${implied}s and no type is taken to be of type ${implied}`)
    const types = said ?? [implied!]
    // A type that the other parts imply need not be said again.
    const isBare = !Object.values(keywordsOf).some((keys) => keys.some((key) => schema[key] !== undefined)) && schema.format === undefined
    const covers = (type: string) => types.includes(type) || (type === 'number' && types.includes('integer') && types.includes('number'))
    if (isBare && known && [...known].every(covers)) return undefined
    const options = [...new Set(types)].filter((type) => !(type === 'integer' && types.includes('number')) && type !== 'null')
    const made = options.map((type) => {
      const one = this.#ofType(type, schema, source)
      // Formats are of texts and numbers, but people write them elsewhere too.
      const isOdd = typeof schema.format === 'string' && ['boolean', 'array', 'object'].includes(type)
      return isOdd ? withMeta(one, membersIn({ format: schema.format })) : one
    })
    if (!types.includes('null')) return unionOf(made, 'union')
    if (source !== 'json') this.note('null has no text and is left out')
    if (made.length === 0) return leaf(zod('null'), 'z.ZodNull', 'null')
    return source === 'json' ? { kind: 'nullable', of: unionOf(made, 'union') } : unionOf(made, 'union')
  }

  #ofType(type: string, schema: JsonObject, source: Source): Zod {
    switch (type) {
      case 'string':
        return this.#string(schema, source)
      case 'integer':
      case 'number':
        return this.#number(type, schema, source)
      case 'boolean':
        return source === 'json'
          ? leaf(zod('boolean'), 'z.ZodBoolean', 'boolean')
          : leaf(zod('stringbool'), 'z.ZodCodec<z.ZodString, z.ZodBoolean>', 'boolean')
      case 'array':
        return this.#array(schema, source)
      case 'object':
        return this.#object(schema, source)
      default:
        this.note(`type ${type} is not one of JSON Schema's and allows anything`, `The document has the type ${type} here.`)
        return unknown
    }
  }

  #string(schema: JsonObject, source: Source): Zod {
    const { minLength, maxLength, pattern } = schema
    const format = typeof schema.format === 'string' ? schema.format : schema.contentEncoding === 'base64' ? 'base64' : undefined
    if (format === 'binary' && source === 'parts') return leaf(zod('file'), 'z.ZodFile', 'File')
    const [start, zodType] = (format !== undefined && Object.hasOwn(stringFormats, format) && stringFormats[format]) || [
      zod('string'),
      'z.ZodString',
    ]
    let code = start
    if (number(minLength) && minLength > 0) code = chain(code, 'min', literal(minLength))
    if (number(maxLength)) code = chain(code, 'max', literal(maxLength))
    const lost: Record<string, unknown> = {}
    if (typeof pattern === 'string') {
      const regexp = regexpOf(pattern)
      if (regexp) {
        code = chain(code, 'regex', atom(String(regexp)))
        // Of two that check, zod writes the last.
        if (format !== undefined && zodType !== 'z.ZodString') lost.format = format
        if (!regexp.unicode) this.note('a pattern that is no regular expression with Unicode is checked without')
      } else {
        lost.pattern = pattern
        this.note('a pattern that is no regular expression is written and not checked', 'The pattern is no regular expression.')
      }
    }
    if (format !== undefined && (zodType === 'z.ZodString' || renamed.includes(format))) lost.format = format
    const made = leaf(code, zodType, 'string')
    return withMeta(made, membersIn(lost))
  }

  #number(type: 'integer' | 'number', schema: JsonObject, source: Source): Zod {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema
    const isText = source !== 'json'
    const sized =
      type === 'integer'
        ? format === 'int32' || format === 'uint32'
          ? format
          : undefined
        : format === 'float'
          ? 'float32'
          : format === 'double'
            ? 'float64'
            : undefined
    const zodType = isText
      ? 'z.ZodCoercedNumber'
      : sized
        ? { int32: 'z.ZodInt32', uint32: 'z.ZodUInt32', float32: 'z.ZodFloat32', float64: 'z.ZodFloat64' }[sized]
        : type === 'integer'
          ? 'z.ZodInt'
          : 'z.ZodNumber'
    let code = isText ? chain(atom('z.coerce'), 'number') : zod(sized ?? (type === 'integer' ? 'int' : 'number'))
    if (isText && type === 'integer') code = chain(code, 'int')
    for (const [name, bound] of [
      ['min', minimum],
      ['gt', exclusiveMinimum],
      ['max', maximum],
      ['lt', exclusiveMaximum],
    ] as const)
      if (number(bound)) code = chain(code, name, literal(bound))
    if (number(multipleOf) && multipleOf > 0) code = chain(code, 'multipleOf', literal(multipleOf))
    const made = leaf(code, zodType, 'number')
    const isSaid = sized !== undefined && !isText
    return typeof format === 'string' && !isSaid ? withMeta(made, membersIn({ format })) : made
  }

  #array(schema: JsonObject, source: Source): Zod {
    const { items, prefixItems, minItems, maxItems, uniqueItems } = schema
    const inner = (one: unknown): Zod => (isObject(one) || typeof one === 'boolean' ? this.#inside(one as JsonSchema, source) : unknown)
    let made: Zod
    const meta: Record<string, unknown> = {}
    if (Array.isArray(prefixItems)) {
      const least = number(minItems) ? minItems : 0
      const first = objects(prefixItems).map((one, index): Zod => (index < least ? inner(one) : { kind: 'optional', of: inner(one) }))
      const isClosed = items === false || (number(maxItems) && maxItems <= first.length)
      made = { kind: 'tuple', items: first, rest: isClosed ? undefined : inner(items) }
      for (const [key, value, isSaid] of [
        ['minItems', minItems, least <= first.length],
        ['maxItems', maxItems, isClosed && (items === false || maxItems === first.length)],
      ] as const)
        if (number(value) && !isSaid) {
          meta[key] = value
          this.note(`${key} of a tuple is written and not checked`, `${key} is not checked.`)
        }
    } else {
      made = { kind: 'array', item: inner(items) }
      if (number(minItems) && minItems > 0) made = called(made, 'min', literal(minItems))
      if (number(maxItems)) made = called(made, 'max', literal(maxItems))
    }
    if (uniqueItems === true) {
      meta.uniqueItems = true
      const isPlain = isObject(items) && [...(this.facts.types(items) ?? ['object'])].every((type) => type !== 'object' && type !== 'array')
      if (isPlain) made = called(made, 'refine', atom('isUnique'))
      else this.note('uniqueItems of objects or lists is written and not checked', 'uniqueItems is not checked.')
    }
    return withMeta(made, membersIn(meta))
  }

  #object(schema: JsonObject, source: Source): Zod {
    const { additionalProperties: more, patternProperties, propertyNames } = schema
    const properties = this.#properties(schema, source)
    const patterns = membersOf(patternProperties)
    const meta: Record<string, unknown> = {}
    let made: Zod | undefined
    const [pattern, ...others] = patterns
    if (pattern && others.length === 0 && properties.size === 0 && (more === undefined || more === false)) {
      const regexp = regexpOf(pattern[0])
      const key = regexp && leaf(chain(zod('string'), 'regex', atom(String(regexp))), 'z.ZodString', 'string')
      if (key) made = { kind: 'record', maker: more === false ? 'record' : 'looseRecord', key, value: this.#inside(pattern[1], source) }
    }
    if (pattern && !made) {
      if (patterns.some(([, one]) => namesIn(one).size > 0))
        this.note('patternProperties is left out: it refers to named schemas', 'The document has patternProperties here.')
      else {
        meta.patternProperties = patternProperties
        this.note('patternProperties is written and not checked', 'patternProperties is not checked.')
      }
    }
    if (isObject(propertyNames) && !made) {
      const isKey = properties.size === 0 && (this.facts.types(propertyNames)?.has('string') ?? true)
      if (isKey && (more === undefined || more === true || isObject(more))) {
        const key = this.read({ type: 'string', ...propertyNames }, 'json')
        const values = this.facts.values(propertyNames)
        made = {
          kind: 'record',
          maker: values ? 'partialRecord' : 'record',
          key,
          value: isObject(more) ? this.#inside(more as JsonSchema, source) : unknown,
        }
      } else if (namesIn(propertyNames as JsonSchema).size === 0) {
        meta.propertyNames = propertyNames
        this.note('propertyNames is written and not checked', 'propertyNames is not checked.')
      } else this.note('propertyNames is left out: it refers to named schemas', 'The document has propertyNames here.')
    }
    if (!made) {
      const values = isObject(more) && !isEmpty(more) ? this.#inside(more as JsonSchema, source) : undefined
      // Closed but for a pattern: what the pattern allows would be refused.
      const isClosed = more === false && patterns.length === 0
      if (properties.size === 0 && !isClosed && patterns.length === 0)
        made = { kind: 'record', maker: 'record', key: leaf(zod('string'), 'z.ZodString', 'string'), value: values ?? unknown }
      else
        made = {
          kind: 'object',
          more: isClosed
            ? 'never'
            : values && !isUnknown(values) && patterns.length === 0
              ? values
              : more === undefined && patterns.length === 0
                ? 'any'
                : 'loose',
          properties,
          bases: [],
          demands: [],
        }
    }
    return withMeta(made, membersIn(meta))
  }

  #properties(schema: JsonObject, source: Source): ReadonlyMap<string, Property> {
    const required = new Set(strings(schema.required))
    const properties = new Map<string, Property>()
    for (const [name, one] of membersOf(schema.properties)) {
      properties.set(
        name,
        this.#inner(() => this.property(one, !required.has(name), source)),
      )
    }
    // What must be there and has no schema of its own is one of the additional properties.
    const { additionalProperties: more } = schema
    const isOther = isObject(more) && membersOf(schema.patternProperties).length === 0
    const rest =
      more === false && !isObject(schema.patternProperties) ? never : isOther ? this.#inside(more as JsonSchema, source) : unknown
    for (const name of required)
      if (!properties.has(name)) properties.set(name, { zod: rest, isOptional: false, comments: [], isBare: true })
    return properties
  }

  #values(schema: JsonObject, source: Source): Zod {
    const all: readonly unknown[] = 'const' in schema ? [schema.const] : (schema.enum as unknown[])
    const types = typesOf(schema)
    const isPlain = all.every((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value))
    if (
      types?.filter((type) => type !== 'null').join() === 'string' &&
      isPlain &&
      all.some((value) => value !== null && typeof value !== 'string')
    ) {
      this.note('numbers and booleans among the values of a text are taken as texts', `The document lists ${brief(all)} as texts.`)
      const texts = all.filter((value) => value !== null)
      const made = withMeta(
        this.#values({ ...schema, enum: texts.map(String) }, source),
        membersIn(texts.length === 1 ? { const: texts[0] } : { enum: texts }),
      )
      return texts.length < all.length && source === 'json' ? { kind: 'nullable', of: made } : made
    }
    const { enum: _, const: __, type: ___, description: ____, default: _____, ...rest } = schema
    const fitting = all.filter(
      (value) =>
        (!types || types.some((type) => isOfType(value, type))) &&
        (isObject(value) || this.facts.fits(value, { ...rest, format: undefined })),
    )
    const unique = [...new Map(fitting.map((value) => [JSON.stringify(value), value])).values()]
    if (unique.length < fitting.length || fitting.length < all.length)
      this.note(
        'values that their own schema refuses, or that come twice, are left out',
        `The document lists also ${brief(all.filter((value) => !unique.includes(value)))}.`,
      )
    if (unique.some((value) => typeof value === 'object' && value !== null)) {
      this.note('values that are objects or lists are written and not checked', 'The values are not checked.')
      return withMeta(unknown, membersIn('const' in schema ? { const: schema.const } : { enum: schema.enum }))
    }
    if (unique.length === 0) return never
    if (source !== 'json' && !unique.some((value) => typeof value === 'string')) return this.#textValues(unique)
    const [only] = unique
    const nonNull = unique.filter((value) => value !== null)
    if (nonNull.length > 1 && nonNull.every((value) => typeof value === 'string')) {
      const made = leaf(
        zod('enum', array(nonNull.map(literal))),
        atom(
          `z.ZodEnum<{ ${nonNull.map((value) => `${keyOf(value as string)}: ${(literalType(value) as { text: string }).text}`).join('; ')} }>`,
        ),
        { kind: 'union', options: nonNull.map(literalType) },
      )
      return nonNull.length < unique.length ? { kind: 'nullable', of: made } : made
    }
    const type: Code = unique.length === 1 ? literalType(only) : { kind: 'union', options: unique.map(literalType) }
    return leaf(
      only === null && unique.length === 1 ? zod('null') : zod('literal', unique.length === 1 ? literal(only) : array(unique.map(literal))),
      only === null && unique.length === 1 ? atom('z.ZodNull') : { kind: 'generic', name: 'z.ZodLiteral', args: [type] },
      type,
    )
  }

  /** Numbers and booleans, which come as text. */
  #textValues(values: readonly unknown[]): Zod {
    if (values.some((value) => typeof value === 'boolean')) {
      if (values.length === 1) this.note('a single boolean is written as any boolean')
      return leaf(zod('stringbool'), 'z.ZodCodec', 'boolean')
    }
    const numbers = values.filter((value) => typeof value === 'number')
    const piped = chain(
      chain(atom('z.coerce'), 'number'),
      'pipe',
      zod('literal', numbers.length === 1 ? literal(numbers[0]) : array(numbers.map(literal))),
    )
    return withMeta(leaf(piped, 'z.ZodPipe', 'number'), membersIn({ enum: numbers }))
  }

  // --- schemas that hold others together ------------------------------------------------------------------------------------------

  #union(options: readonly JsonSchema[], key: 'anyOf' | 'oneOf', schema: JsonObject, source: Source): Zod {
    const isNull = (one: JsonSchema) =>
      isObject(one) && Object.keys(one).every((name) => name === 'type' || annotations.includes(name)) && one.type === 'null'
    const rest = options.filter((one) => !isNull(one) && !this.#isEndless(one))
    const isNullable = options.some(isNull)
    if (rest.length === 0) return isNullable ? leaf(zod('null'), 'z.ZodNull', 'null') : never
    const made = this.#options(rest, key, schema, source)
    if (!isNullable) return made
    if (source === 'json') return { kind: 'nullable', of: made }
    this.note('null has no text and is left out')
    return made
  }

  #options(options: readonly JsonSchema[], key: 'anyOf' | 'oneOf', schema: JsonObject, source: Source): Zod {
    const [only] = options
    if (options.length === 1) return this.read(only!, source)
    // Values that each have a title or a description of their own.
    const isListed = options.every(
      (one) => isObject(one) && 'const' in one && Object.keys(one).every((name) => ['const', 'type', ...annotations].includes(name)),
    )
    if (isListed && new Set(options.map((one) => JSON.stringify((one as JsonObject).const))).size === options.length) {
      if (options.some((one) => isObject(one) && (one.description ?? one.title) !== undefined))
        this.note('what is said of single values is left out')
      return this.#values({ enum: options.map((one) => (one as JsonObject).const) }, source)
    }
    // An object beside its options is asked of each of them, so options need no type of their own.
    const isWithin = typesOf(schema)?.includes('object') || schema.properties !== undefined
    const made = options.map((one) =>
      isObject(one) && isWithin && typesOf(one) === undefined && impliedType(one) === 'object'
        ? this.read({ type: 'object', ...one }, source)
        : this.read(one, source),
    )
    if (source !== 'json') return unionOf(made, 'union')
    const by = this.#discriminator(options, made, schema)
    if (by === undefined && isObject(schema.discriminator))
      this.note('discriminator is left out: its options are told apart by trying each')
    const isApart = by !== undefined || this.#areDisjoint(options)
    return unionOf(made, key === 'oneOf' && !isApart ? 'xor' : 'union', by)
  }

  /** Whether no value can be one of two options, by its type. */
  #areDisjoint(options: readonly JsonSchema[]): boolean {
    const seen = new Set<string>()
    for (const option of options) {
      const types = this.facts.types(option)
      if (!types || [...types].some((type) => seen.has(type))) return false
      for (const type of types) seen.add(type)
    }
    return true
  }

  /** The property by whose value options are told apart, where each is an object that shows it. */
  #discriminator(options: readonly JsonSchema[], made: readonly Zod[], schema: JsonObject): string | undefined {
    if (!made.every((one) => this.#isPlain(one))) return undefined
    const shapes = options.map((option) => this.facts.object(option))
    const [first] = shapes
    if (!first || shapes.includes(undefined)) return undefined
    const named = isObject(schema.discriminator) ? schema.discriminator.propertyName : undefined
    return [...(typeof named === 'string' ? [named] : []), ...first.properties.keys()].find((key) => {
      const values = shapes.map((shape) => {
        const property = shape!.properties.get(key)
        return property !== undefined && shape!.required.has(key) ? this.facts.values(property) : undefined
      })
      const all = values.flatMap((some) => some ?? [])
      return !values.includes(undefined) && all.every((value) => typeof value === 'string') && new Set(all).size === all.length
    })
  }

  /** Whether a schema of zod is an object that shows its properties. */
  #isPlain(schema: Zod): boolean {
    if (schema.kind === 'object') return true
    if (schema.kind === 'called') return this.#isPlain(schema.of)
    if (schema.kind !== 'ref') return false
    if (this.circle.has(schema.name)) return this.facts.object(this.#named.get(schema.name) ?? true) !== undefined
    const known = this.declared.get(schema.name)
    return known !== undefined && !known.isTyped && this.#isPlain(known.zod)
  }

  /** Everything that must hold at once: one object where that says the same, an intersection where not. */
  #merged(shapes: readonly JsonSchema[], own: Zod | undefined, source: Source): Zod[] {
    const parts = shapes.map((shape) => this.#referred(shape, source))
    const all = own ? [...parts, own] : parts
    if (all.length < 2) return all
    const [first, ...others] = all
    let merged: Zod | undefined = first
    for (const other of others) merged = merged && this.#extended(merged, other)
    if (merged) return [merged]
    if (all.some((part) => part.kind === 'object' && part.more === 'never'))
      this.note(
        'additionalProperties: false in allOf is not checked against the other parts',
        'Closed in the document, as is every part of it.',
      )
    return all
  }

  /** A schema, or the named one that it is. */
  #referred(schema: JsonSchema, source: Source): Zod {
    const name = nameIn(schema)
    if (name === undefined) return this.read(schema, source)
    if (this.#isEndless(schema)) {
      this.note('a schema that is itself allows anything', 'The document says only that this is what it is.')
      return unknown
    }
    const target = this.#named.get(name)
    if (target === undefined) {
      this.note(`$ref to ${name} leads nowhere and allows anything`, `The document refers to ${name}, which it does not hold.`)
      return unknown
    }
    if (source !== 'json') {
      const types = this.facts.types(target)
      if (!types || [...types].some((type) => type !== 'string')) {
        if (!namesIn(target).has(name)) return this.read(target, source)
        this.note('a recursive schema in a form takes no text for its numbers and booleans')
      }
    }
    return { kind: 'ref', name }
  }

  /** Two objects as one, where nothing is lost by it. */
  #extended(one: Zod, other: Zod): Zod | undefined {
    const [left, right] = [this.#asShape(one), this.#asShape(other)]
    if (!left || !right || typeof left.more === 'object' || typeof right.more === 'object') return undefined
    if (left.more === 'never' || right.more === 'never') return undefined
    const properties = new Map(left.properties)
    const demands = new Set([...left.demands, ...right.demands])
    const inherited = new Map(left.bases.flatMap((name) => [...this.#inherited(name)]))
    for (const name of right.bases)
      for (const key of this.#inherited(name).keys()) if (properties.has(key) || inherited.has(key)) return undefined
    for (const [key, property] of right.properties) {
      const known = properties.get(key)
      const base = inherited.get(key)
      if (!known && !base) properties.set(key, property)
      else if (known) {
        const both = property.isBare ? known : known.isBare || this.#isAlike(known.zod, property.zod) ? property : undefined
        if (!both) return undefined
        properties.set(key, { ...both, isOptional: known.isOptional && property.isOptional })
      } else if (!property.isBare) {
        if (!this.#isAlike(base!.zod, property.zod)) return undefined
        // Said again, for being required or for another description.
        properties.set(key, { ...property, isOptional: base!.isOptional && property.isOptional })
      } else if (base!.isOptional && left.bases.length === 1) demands.add(key)
      else if (base!.isOptional) return undefined
    }
    const more = left.more === 'loose' || right.more === 'loose' ? 'loose' : 'any'
    return { kind: 'object', more, properties, bases: [...left.bases, ...right.bases], demands: [...demands] }
  }

  /** Whether two scalars take the same, whatever is said of them. */
  #isAlike(one: Zod, other: Zod): boolean {
    const [a, b] = [this.#scalar(one), this.#scalar(other)]
    return a !== undefined && JSON.stringify(a) === JSON.stringify(b)
  }

  /** A scalar less what is said of it; nothing for what is none. */
  #scalar(schema: Zod): Zod | undefined {
    if (schema.kind === 'leaf') return schema
    if (schema.kind === 'ref') {
      const target = this.circle.has(schema.name) ? undefined : this.declared.get(schema.name)
      return target && this.#scalar(target.zod)
    }
    if (schema.kind !== 'called' && schema.kind !== 'nullable') return undefined
    const of = this.#scalar(schema.of)
    return of && (isSaying(schema) ? of : { ...schema, of })
  }

  #asShape(schema: Zod): Shape | undefined {
    if (schema.kind === 'object') return schema
    if (schema.kind !== 'ref' || this.circle.has(schema.name) || !this.#isPlain(schema)) return undefined
    const target = this.declared.get(schema.name)?.zod
    const shape = target && shapeBelow(target)
    if (!shape || typeof shape.more === 'object' || shape.more === 'never') return undefined
    return { kind: 'object', more: shape.more, properties: new Map(), bases: [schema.name], demands: [] }
  }

  /** All properties of a named object. */
  #inherited(name: string): ReadonlyMap<string, Property> {
    const target = this.declared.get(name)?.zod
    const shape = target && shapeBelow(target)
    if (!shape) return new Map()
    return new Map([...shape.bases.flatMap((base) => [...this.#inherited(base)]), ...shape.properties])
  }
}

const shapeBelow = (schema: Zod): Shape | undefined =>
  schema.kind === 'object' ? schema : schema.kind === 'called' ? shapeBelow(schema.of) : undefined

const isEmpty = (value: object): boolean => Object.keys(value).length === 0

const brief = (values: readonly unknown[]): string => {
  const text = JSON.stringify(values).slice(1, -1)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const unionOf = (options: readonly Zod[], maker: 'union' | 'xor', by?: string): Zod => {
  const [only] = options
  return options.length === 0 ? never : options.length === 1 ? only! : { kind: 'union', maker, options, by }
}

const conjunction = (parts: readonly Zod[]): Zod => {
  const asking = parts.filter((part) => !isUnknown(part))
  const [only] = asking
  return asking.length === 0 ? unknown : asking.length === 1 ? only! : { kind: 'intersection', parts: asking }
}
