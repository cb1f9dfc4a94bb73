/** The schemas of a contract as JSON Schema, each named one written once and referred to. */
import { z } from 'zod'
import { Cut } from './cut.js'
import { isObject, type JsonObject } from './refs.js'

/** Whose schemas are the makers' own. */
const vendorOf = (schema: unknown): unknown => {
  const standard = (schema as { readonly '~standard'?: unknown })['~standard']
  return isObject(standard) ? standard.vendor : undefined
}

const place = '#/components/schemas/'

/** Keywords whose value is data, and those whose value holds schemas under names of the author's. */
const data = ['const', 'default', 'enum', 'example', 'examples']
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'responses']

/** A schema with each of its `$ref`s replaced. */
const withRefs = (schema: unknown, replace: (ref: string) => unknown, isMap = false): unknown => {
  if (Array.isArray(schema)) return schema.map((item) => withRefs(item, replace))
  if (!isObject(schema)) return schema
  if (!isMap && typeof schema.$ref === 'string' && Object.keys(schema).length === 1) return replace(schema.$ref)
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (!isMap && key === '$ref' && typeof value === 'string') {
        const replaced = replace(value)
        return isObject(replaced) && typeof replaced.$ref === 'string' ? ['$ref', replaced.$ref] : ['allOf', [replaced]]
      }
      return [key, !isMap && data.includes(key) ? value : withRefs(value, replace, !isMap && named.includes(key))]
    }),
  )
}

const refsIn = (schema: unknown): string[] => {
  const refs: string[] = []
  withRefs(schema, (ref) => {
    refs.push(ref)
    return { $ref: ref }
  })
  return refs
}

/** What makes a schema worth a name of its own. */
const isComposite = (schema: JsonObject): boolean => ['properties', 'anyOf', 'oneOf', 'allOf', 'enum', 'items'].some((key) => key in schema)

const isZod = (schema: unknown): schema is z.core.$ZodType => isObject(schema) && '_zod' in schema

/** The formats that OpenAPI has for numbers, by what zod calls them. */
const numberFormats: Readonly<Record<string, string>> = { int32: 'int32', uint32: 'uint32', float32: 'float', float64: 'double' }

/** Whether a schema is of text that stands for a boolean, which in a query, a field or a form is how a boolean is written. */
const isBooleanText = (schema: unknown): boolean => {
  const def = (schema as z.ZodCodec | undefined)?._zod?.def as (z.core.$ZodPipeDef & { readonly innerType?: unknown }) | undefined
  if (def?.innerType !== undefined) return isBooleanText(def.innerType)
  return def?.type === 'pipe' && def.in._zod.def.type === 'string' && def.out._zod.def.type === 'boolean'
}

/** What a format says by its name need not be said again, by bounds or a pattern. */
const plainly = ({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodType
  readonly jsonSchema: Record<string, unknown>
}): void => {
  const { def, bag } = zodSchema._zod
  const { format, pattern } = { ...bag, ...def } as { readonly format?: string; readonly pattern?: RegExp }
  if (def.type === 'number' && format !== undefined && format in z.core.util.NUMBER_FORMAT_RANGES) {
    const [least, most] = z.core.util.NUMBER_FORMAT_RANGES[format as 'safeint']
    if (jsonSchema.minimum === least) delete jsonSchema.minimum
    if (jsonSchema.maximum === most) delete jsonSchema.maximum
    if (Object.hasOwn(numberFormats, format)) jsonSchema.format ??= numberFormats[format]
  }
  // It is octets, which are not encoded.
  if (def.type === 'file') delete jsonSchema.contentEncoding
  if (jsonSchema.format === 'byte') delete jsonSchema.contentEncoding
  if (def.type !== 'string' || !pattern) return
  const whole = (z.core.regexes as Readonly<Record<string, unknown>>)[String(format)]
  if ([pattern.source, whole instanceof RegExp && whole.source].includes(jsonSchema.pattern as string)) delete jsonSchema.pattern
  if (!Array.isArray(jsonSchema.allOf)) return
  const others = jsonSchema.allOf.filter((part) => part.pattern !== pattern.source)
  const [only] = others
  if (others.length === 1) jsonSchema.pattern = only.pattern
  if (others.length > 1) jsonSchema.allOf = others
  else delete jsonSchema.allOf
}

const unionWords = ['anyOf', 'oneOf']

/**
 * An object that is also one of several stands beside them, as an author writes it: `properties` next to `anyOf`. zod would write the object
 * into each of them, which it has to where objects are closed, so those are its own.
 */
const undistributed = (schema: JsonObject & Record<string, unknown>): void => {
  const [one, other, ...more] = Array.isArray(schema.allOf) ? (schema.allOf as JsonObject[]) : []
  if (!one || !other || more.length > 0) return
  const isUnion = (part: JsonObject) => Object.keys(part).length === 1 && unionWords.some((word) => Array.isArray(part[word]))
  const [object, union] = isUnion(one) ? [other, one] : [one, other]
  if (!isUnion(union) || isUnion(object) || object.type !== 'object' || object.$ref !== undefined) return
  const names = Object.keys(isObject(object.properties) ? object.properties : {})
  // What a closed object refuses, it may not refuse of a member that declares it.
  const fits = (member: unknown) =>
    isObject(member) &&
    member.additionalProperties !== false &&
    (object.additionalProperties !== false ||
      (member.$ref === undefined &&
        Object.keys(isObject(member.properties) ? member.properties : {}).every((name) => names.includes(name))))
  if (!(Object.values(union)[0] as unknown[]).every(fits)) return
  if (Object.keys(object).some((word) => word in schema || unionWords.includes(word))) return
  delete schema.allOf
  Object.assign(schema, object, union)
}

/** A name as the keys of Components may be. */
const keyOf = (name: string): string => name.replace(/[^\w.-]+/g, '_') || '_'

/** By what the members of a union are told apart, until all of them have their names: `z.discriminatedUnion('kind', [Cat, Dog])`. */
const TAG = 'x-statute-tag'

/** The Discriminator Object of a union. It maps to components: where a member stands in the union itself, there can be none. */
const discriminatorOf = (propertyName: string, members: unknown, schemas: JsonObject): JsonObject => {
  const mapping: [value: string, ref: string][] = []
  for (const member of Array.isArray(members) ? members : []) {
    const { $ref } = member as JsonObject
    const target = typeof $ref === 'string' ? schemas[$ref.slice(place.length)] : undefined
    const tag = isObject(target) && isObject(target.properties) ? target.properties[propertyName] : undefined
    const values = !isObject(tag) ? [] : Array.isArray(tag.enum) ? tag.enum : 'const' in tag ? [tag.const] : []
    if (values.length === 0) return {}
    for (const value of values) mapping.push([String(value), String($ref)])
  }
  return { discriminator: { propertyName, mapping: Object.fromEntries(mapping) } }
}

/** A document, or a part of it, with discriminators for tags. */
const withDiscriminators = (node: unknown, schemas: JsonObject): unknown => {
  if (Array.isArray(node)) return node.map((item) => withDiscriminators(item, schemas))
  if (!isObject(node)) return node
  const { [TAG]: tag, ...rest } = node
  const whole = typeof tag === 'string' ? { ...rest, ...discriminatorOf(tag, rest.oneOf, schemas) } : node
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, withDiscriminators(value, schemas)]))
}

/** In the place of a schema that text stands for: `z.string().meta({ means: z.array(z.int()) })`. */
const MEANS = 'x-statute-means'

/** A schema that was converted. */
interface Converted {
  readonly root: JsonObject
  /** What it brings along, by what it calls it. */
  readonly defs: Readonly<Record<string, JsonObject>>
  /** Whether values come as text. */
  readonly isText: boolean
  /** Where zod made it, what it brings along is called nothing, and the rest has numbers. */
  readonly isZod: boolean
  /** Why it does not say everything. */
  readonly trouble: readonly string[]
}

const UNREPRESENTABLE = ' cannot be represented in JSON Schema'

/** Reasons in one sentence; those of zod differ in their first word. */
const sentenceOf = (trouble: readonly string[]): string => {
  const kinds = trouble.filter((one) => one.endsWith(UNREPRESENTABLE)).map((one) => one.slice(0, -UNREPRESENTABLE.length))
  const others = trouble.filter((one) => !one.endsWith(UNREPRESENTABLE))
  return [...(kinds.length > 0 ? [`${new Intl.ListFormat('en').format(kinds)}${UNREPRESENTABLE}`] : []), ...others].join('; ')
}

/** A schema that is to stand under a name. */
interface Target {
  readonly json: JsonObject
  readonly within: Converted
  /** What it is called; nothing where it is called nothing. */
  readonly called: string
  /** Whether no author called it so. */
  readonly isGiven?: boolean
}

/** What the `$ref` of a converted schema leads to, by its maker. */
const keyIn = (ref: string): string | undefined => {
  const key = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(ref)?.[1]
  return key === undefined ? undefined : decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The components of a document that is being written. */
export class Components {
  readonly #schemas = new Map<string, JsonObject>()
  /** The names of what was placed. */
  readonly #names = new Map<JsonObject, string>()
  /** The same by what it was called, to find what is the same and was made again. */
  readonly #called = new Map<string, Target[]>()
  readonly #texts = new Map<JsonObject, string>()
  /** Names that no author gave. */
  readonly #given = new Set<string>()
  /** The names of schemas that stand as a whole in several messages, by the place of the first. */
  readonly #wholes = new Map<unknown, string>()
  /** What was written already, with and without all values as text. */
  readonly #made = { true: new Map<unknown, JsonObject>(), false: new Map<unknown, JsonObject>() }
  readonly #converted = { true: new Map<unknown, Converted>(), false: new Map<unknown, Converted>() }
  /** Schemas that have a name, by number. */
  readonly #numbered: z.core.$ZodType[] = []
  readonly #numbers = new Map<z.core.$ZodType, number>()
  /** Schemas in what is said of others. */
  readonly #meant: z.core.$ZodType[] = []
  #isTroubled = false
  /** Whether some union is told apart by a property. */
  #isTagged = false
  readonly #next = new Map<Converted, readonly z.core.$ZodType[]>()
  readonly #cut = new Cut(
    (schema) => this.#calledBy(schema) !== undefined,
    (schema, named) => ({ ...this.#saidBesides(schema, named), $ref: `#/$defs/${this.#number(named)}` }),
  )
  readonly #note: (message: string) => void

  constructor(note: (message: string) => void) {
    this.#note = note
  }

  /** Announces the content of a message: what comes again, whole or inside of another schema, is written once. */
  announce(schema: unknown, name: string): void {
    if (vendorOf(schema) !== 'statute' && !this.#wholes.has(schema) && !(isZod(schema) && z.globalRegistry.get(schema)?.id))
      this.#wholes.set(schema, name)
  }

  /** A schema as it stands in the document; `name` is for what has none, `where` for notes, `isText` says that all values come as text. */
  of(schema: unknown, name: string, where: string, isText = false): JsonObject {
    const made = this.#made[`${isText}`]
    const known = made.get(schema)
    if (known) return known
    const written = this.#of(schema, name, isText)
    made.set(schema, written)
    const trouble = this.#isTroubled ? this.#trouble(schema, isText) : []
    if (trouble.length > 0) this.#note(`${where}: ${sentenceOf(trouble)}; what stands for it allows anything`)
    return written
  }

  #of(schema: unknown, name: string, isText: boolean): JsonObject {
    if (isZod(schema) && this.#calledBy(schema) !== undefined) return this.#refTo(this.#target(schema, isText))
    const converted = this.#convert(schema, isText, name)
    const { root, defs } = converted
    // What a maker brings along is named by its title.
    const whole = vendorOf(schema) === 'statute' ? (root.title as string | undefined) : this.#wholes.get(schema)
    const isItself = refsIn([root, Object.values(defs)]).includes('#')
    if (whole === undefined && !isItself) return this.#placed(root, converted, name) as JsonObject
    const called = whole ?? name
    const itself = (ref: string) => ({ $ref: ref === '#' ? `#/$defs/${called}` : ref })
    const all = Object.fromEntries(
      Object.entries({ ...defs, [called]: root }).map(([at, one]) => [at, withRefs(one, itself) as JsonObject]),
    )
    return this.#refTo({ json: all[called]!, within: { ...converted, defs: all }, called, isGiven: this.#wholes.has(schema) })
  }

  /** The schemas in the order of their names; `within` is whatever refers to them. What one place alone needs stands there. */
  finish(within: JsonObject): { readonly within: JsonObject; readonly schemas: JsonObject } {
    const refs = new Map([...this.#schemas].map(([name, schema]) => [`${place}${name}`, refsIn(schema)]))
    const uses = new Map<string, number>()
    const count = (all: readonly string[], often: number) => {
      for (const ref of all) uses.set(ref, (uses.get(ref) ?? 0) + often)
    }
    for (const all of [refsIn(within), ...refs.values()]) count(all, 1)
    const inlined = new Map<string, JsonObject>()
    // What a schema refers to, with what stands in it by now.
    const refersTo = (ref: string): string[] => refs.get(ref)!.flatMap((to) => (inlined.has(to) ? refersTo(to) : to))
    for (const name of this.#given) {
      const mine = `${place}${name}`
      const schema = this.#schemas.get(name)
      if (!schema) continue
      const own = refersTo(mine)
      const often = uses.get(mine) ?? 0
      if (own.includes(mine) || (often > 1 && isComposite(schema))) continue
      inlined.set(mine, schema)
      count(own, often - 1)
    }
    const inline = (ref: string): unknown => (inlined.has(ref) ? withRefs(inlined.get(ref), inline) : { $ref: ref })
    const kept = [...this.#schemas].filter(([name]) => !inlined.has(`${place}${name}`)).sort(([a], [b]) => (a < b ? -1 : 1))
    const schemas = Object.fromEntries(kept.map(([name, schema]) => [name, withRefs(schema, inline)]))
    const told = (part: unknown) => (this.#isTagged ? withDiscriminators(part, schemas) : part) as JsonObject
    return { within: told(withRefs(within, inline)), schemas: told(schemas) }
  }

  /** What a schema of zod is called by its author, or by the message that it is the content of. */
  #calledBy(schema: z.core.$ZodType): string | undefined {
    return (z.globalRegistry.get(schema)?.id as string | undefined) ?? this.#wholes.get(schema)
  }

  #number(schema: z.core.$ZodType): number {
    let number = this.#numbers.get(schema)
    if (number === undefined) {
      number = this.#numbered.push(schema) - 1
      this.#numbers.set(schema, number)
    }
    return number
  }

  #target(schema: z.core.$ZodType, isText: boolean): Target {
    const within = this.#convert(schema, isText)
    return { json: within.root, within, called: this.#calledBy(schema)!, isGiven: this.#wholes.has(schema) }
  }

  #convert(schema: unknown, isText: boolean, name = ''): Converted {
    const converted = this.#converted[`${isText}`]
    let known = converted.get(schema)
    if (!known) {
      known = isZod(schema) ? this.#ofZod(schema, isText, name) : this.#ofOthers(schema, isText)
      converted.set(schema, known)
      if (known.trouble.length > 0) this.#isTroubled = true
    }
    return known
  }

  /** What is said of a schema, with the schemas of zod in it to be written after all else, where they were. */
  #marked<T>(value: T): T {
    if (isZod(value)) return { [MEANS]: this.#meant.push(value) - 1 } as T
    if (!isObject(value) || !Object.values(value).some(isObject)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#marked(one)])) as T
  }

  /** What is said of a schema that is another but for that. */
  #saidBesides(schema: z.core.$ZodType, named: z.core.$ZodType): object {
    if (schema === named) return {}
    const { id: _, ...known } = z.globalRegistry.get(named) ?? {}
    const said = Object.entries(z.globalRegistry.get(schema) ?? {})
    return this.#marked(Object.fromEntries(said.filter(([key, value]) => value !== known[key])))
  }

  #ofZod(schema: z.core.$ZodType, isText: boolean, name: string): Converted {
    const before = this.#meant.length
    const metadata = Object.assign(z.registry<object>(), {
      get: (one: z.core.$ZodType) => {
        const original = this.#cut.original(one)
        if (!original) return undefined
        const said = this.#marked(z.globalRegistry.get(original))
        return this.#calledBy(original) === undefined ? said : { ...said, id: String(this.#number(original)) }
      },
    })
    // The wire has what a schema takes in, in requests and in responses.
    const override = (node: Parameters<typeof plainly>[0]): void => {
      const original = this.#cut.original(node.zodSchema)
      if (!original) return
      plainly(node)
      const { zodSchema, jsonSchema } = node
      const { def } = zodSchema._zod
      if (isText) {
        const isBoolean = isBooleanText(zodSchema)
        if (isBoolean) jsonSchema.type = 'boolean'
        // zod leaves out the default of what it turns into something else, which is what comes here.
        const own = def.type === 'default' ? (def as z.core.$ZodDefaultDef).defaultValue : undefined
        const said = isBoolean || typeof own === 'string' ? own : undefined
        const known = said ?? z.globalRegistry.get(original)?.default
        if (known !== undefined) jsonSchema.default = known
      }
      if (def.type === 'intersection') undistributed(jsonSchema)
      if (def.type === 'union' && 'discriminator' in def) {
        jsonSchema[TAG] = def.discriminator
        this.#isTagged = true
      }
      const { type: _, format: __, pattern: ___, means, ...said } = jsonSchema
      if (!isObject(means)) return
      // What a text stands for is in its place, with what is said of the text.
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      Object.assign(jsonSchema, said, means)
    }
    const options = { io: 'input', metadata: metadata as z.core.$ZodRegistry<Record<string, unknown>>, override } as const
    const start = this.#cut.of(schema)
    let json: JsonObject
    const trouble = new Set<string>()
    try {
      json = z.toJSONSchema(start, options)
    } catch (error) {
      const unrepresentable = ({ message }: { readonly message: string }) => {
        trouble.add(message)
        return 'any' as const
      }
      json = z.toJSONSchema(start, { ...options, unrepresentable })
      // The first versions of zod 4 take no function, and say no more than this.
      if (trouble.size === 0) trouble.add((error as Error).message)
    }
    const means = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(means)
      if (!isObject(node)) return node
      if (typeof node[MEANS] !== 'number') return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, means(value)]))
      const { [MEANS]: index, ...said } = node
      const meant = this.#meant[index as number]
      const written = this.#of(meant, name, false)
      if (this.#isTroubled) for (const one of this.#trouble(meant, false)) trouble.add(one)
      return { ...said, ...written }
    }
    const { $schema: _, $defs = {}, ...root } = (this.#meant.length > before ? means(json) : json) as JsonObject
    const number = this.#numbers.get(schema)
    const defs = $defs as Record<string, JsonObject>
    const own = (number !== undefined && Object.hasOwn(defs, number) && defs[number]) || root
    return { root: own, defs, isText, isZod: true, trouble: [...trouble] }
  }

  #ofOthers(schema: unknown, isText: boolean): Converted {
    const standard = (schema as { readonly '~standard'?: unknown })['~standard']
    const convert = isObject(standard) && isObject(standard.jsonSchema) ? standard.jsonSchema.input : undefined
    const nothing = { root: {}, defs: {}, isText, isZod: false, trouble: [] }
    if (typeof convert !== 'function')
      // Octets have no schema in OpenAPI: their media type says it all.
      return vendorOf(schema) === 'statute' ? nothing : { ...nothing, trouble: ['the schema has no JSON Schema (Standard JSON Schema)'] }
    try {
      const { $schema: _, $defs, definitions, ...root } = convert({ target: 'draft-2020-12' }) as JsonObject
      return { ...nothing, root, defs: { ...(definitions as object), ...($defs as object) } }
    } catch (error) {
      return { ...nothing, trouble: [(error as Error).message.split('\n')[0]!] }
    }
  }

  /** Why a schema, or one that it leads to, does not say everything. */
  #trouble(start: unknown, isText: boolean): readonly string[] {
    const seen = new Set<unknown>([start])
    const trouble = new Set<string>()
    for (const schema of seen) {
      const converted = this.#convert(schema, isText)
      for (const one of converted.trouble) trouble.add(one)
      let next = this.#next.get(converted)
      if (!next) {
        const { root, defs, isZod: hasNumbers } = converted
        next = hasNumbers ? refsIn([root, Object.values(defs)]).flatMap((ref) => this.#numbered[Number(keyIn(ref))] ?? []) : []
        this.#next.set(converted, next)
      }
      for (const one of next) seen.add(one)
    }
    return [...trouble]
  }

  /** What a `$ref` of a converted schema leads to. */
  #led(ref: string, within: Converted): Target | undefined {
    const key = keyIn(ref)
    if (key === undefined) return undefined
    const schema = within.isZod ? this.#numbered[Number(key)] : undefined
    if (schema) return this.#target(schema, within.isText)
    if (!Object.hasOwn(within.defs, key)) return undefined
    return { json: within.defs[key]!, within, called: within.isZod ? '' : key }
  }

  #placed(schema: JsonObject, within: Converted, name: string): unknown {
    return withRefs(schema, (ref) => {
      const target = this.#led(ref, within)
      return target ? this.#refTo(target, name) : { $ref: ref }
    })
  }

  /** What a schema says with all that it leads to, whatever that is called. */
  #text(target: Target): string {
    const known = this.#texts.get(target.json)
    if (known !== undefined) return known
    const order = new Map([[target.json, { target, index: 0 }]])
    let text = ''
    for (const [json, { target: at }] of order)
      text += JSON.stringify(
        withRefs(json, (ref) => {
          const led = this.#led(ref, at.within)
          if (!led) return { $ref: ref }
          if (!order.has(led.json)) order.set(led.json, { target: led, index: order.size })
          return { $ref: order.get(led.json)!.index }
        }),
      )
    this.#texts.set(target.json, text)
    return text
  }

  #refTo(target: Target, name = ''): JsonObject {
    return { $ref: `${place}${this.#nameOf(target, name)}` }
  }

  #nameOf(target: Target, name: string): string {
    const { json, within, called, isGiven } = target
    const known = this.#names.get(json)
    if (known !== undefined) return known
    const others = this.#called.get(called) ?? []
    const same = others.find((other) => this.#text(other) === this.#text(target))
    if (same) {
      const found = this.#names.get(same.json)!
      this.#names.set(json, found)
      return found
    }
    // What is made of a schema may be called as that is, `CreateThingBody.optional()` as the content of `createThing`: an author's name goes first.
    if (isGiven)
      for (const ref of refsIn(json)) {
        const led = this.#led(ref, within)
        if (led && led.called === called && !led.isGiven) this.#nameOf(led, name)
      }
    this.#called.set(called, [...(this.#called.get(called) ?? []), target])
    const wanted = keyOf(called || `${name}Part`)
    let made = wanted
    for (let count = 2; this.#schemas.has(made); count++) made = `${wanted}_${count}`
    if (isGiven) this.#given.add(made)
    else if (made !== wanted && called) this.#note(`two schemas are called ${wanted}: one of them is written as ${made}`)
    this.#names.set(json, made)
    // Taken before it is written, because it may refer to itself.
    this.#schemas.set(made, {})
    this.#schemas.set(made, this.#placed(json, within, made) as JsonObject)
    return made
  }
}
