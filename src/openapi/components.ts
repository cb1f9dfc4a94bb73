/** The schemas of a contract as JSON Schema, each named one written once and referred to. */
import { z } from 'zod'
import { isObject, type JsonObject } from './refs.js'

/** Whose schemas are the makers' own. */
const vendorOf = (schema: unknown): unknown => {
  const standard = (schema as { readonly '~standard'?: unknown })['~standard']
  return isObject(standard) ? standard.vendor : undefined
}

const place = '#/components/schemas/'

/** Keywords whose value is data, and those whose value holds schemas under names of the author's. */
const data = ['const', 'default', 'enum', 'examples']
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

const isZod = (schema: unknown): schema is z.ZodType => isObject(schema) && '_zod' in schema

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

/** A name as the keys of Components may be. */
const keyOf = (name: string): string => name.replace(/[^\w.-]+/g, '_') || '_'

/** In the place of a schema that text stands for: `z.string().meta({ means: z.array(z.int()) })`. */
const MEANS = 'x-statute-means'

const anonymous = /^__schema\d+$/

/** A schema that was converted: the name that its parts go by, its definitions, and what of zod those are that have a name of their own. */
interface Converted {
  readonly name: string
  readonly defs: Readonly<Record<string, JsonObject>>
  readonly own: ReadonlyMap<string, object>
  readonly isText: boolean
}

/** The components of a document that is being written. */
export class Components {
  readonly #schemas = new Map<string, JsonObject>()
  /** Names by what they stand for. */
  readonly #known = new Map<string, string>()
  /** The same by schemas of zod that have a name of their own, which are known without looking, with and without all values as text. */
  readonly #named = { true: new Map<object, string>(), false: new Map<object, string>() }
  /** Names that no author gave. */
  readonly #given = new Set<string>()
  /** The names of schemas that stand as a whole in several messages, by the place of the first. */
  readonly #wholes = new Map<unknown, string>()
  /** What was written already, with and without all values as text. */
  readonly #made = new WeakMap<object, Map<boolean, JsonObject>>()
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
    const known = this.#made.get(schema as object)?.get(isText)
    if (known) return known
    const made = this.#of(schema, name, where, isText)
    const all = this.#made.get(schema as object) ?? new Map<boolean, JsonObject>()
    this.#made.set(schema as object, all.set(isText, made))
    return made
  }

  #of(schema: unknown, name: string, where: string, isText: boolean): JsonObject {
    const meant: unknown[] = []
    const own = new Map<string, object>()
    const converted = this.#convert(schema, where, isText, meant, own)
    const means = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(means)
      if (!isObject(node)) return node
      if (typeof node[MEANS] === 'number') {
        const { [MEANS]: index, ...said } = node
        return { ...said, ...this.of(meant[index as number], name, where) }
      }
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, means(value)]))
    }
    const { $schema: _, $defs, definitions, ...root } = (meant.length > 0 ? means(converted) : converted) as JsonObject
    const defs: Record<string, JsonObject> = {}
    for (const [key, value] of Object.entries({ ...(definitions as object), ...($defs as object) })) defs[key] = value as JsonObject
    // What a maker brings along is named by its title.
    const whole = vendorOf(schema) === 'statute' ? (root.title as string | undefined) : isZod(schema) ? undefined : this.#wholes.get(schema)
    const isItself = refsIn([root, Object.values(defs)]).includes('#')
    if (whole === undefined && !isItself) return this.#placed(root, { name, defs, own, isText }) as JsonObject
    const key = whole ?? name
    if (this.#wholes.has(schema)) this.#given.add(keyOf(key))
    const itself = (ref: string) => ({ $ref: ref === '#' ? `#/$defs/${key}` : ref })
    const all = Object.fromEntries(Object.entries({ ...defs, [key]: root }).map(([at, one]) => [at, withRefs(one, itself) as JsonObject]))
    return this.#placed({ $ref: `#/$defs/${key}` }, { name, defs: all, own, isText }) as JsonObject
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
    return {
      within: withRefs(within, inline) as JsonObject,
      schemas: Object.fromEntries(kept.map(([name, schema]) => [name, withRefs(schema, inline)])),
    }
  }

  #convert(schema: unknown, where: string, isText: boolean, meant: unknown[], own: Map<string, object>): JsonObject {
    if (isZod(schema)) {
      // Schemas of zod in what is said of others are written after all else, where they were.
      const marked = <T>(value: T): T => {
        if (isZod(value)) return { [MEANS]: meant.push(value) - 1 } as T
        if (!isObject(value) || !Object.values(value).some(isObject)) return value
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)])) as T
      }
      // What is made of a schema may be called as that is: `CreateThingBody.optional()` as the content of `createThing`.
      const wholes = new Map<unknown, string>()
      const nameOfWhole = (one: z.ZodType, wanted: string): string => {
        let name = wholes.get(one) ?? wanted
        for (let count = 2; !wholes.has(one) && own.has(name); count++) name = `${wanted}_${count}`
        wholes.set(one, name)
        return name
      }
      const metadata = Object.assign(z.registry<object>(), {
        get: (one: z.ZodType) => {
          const said = marked(z.globalRegistry.get(one))
          const whole = this.#wholes.get(one)
          if (whole === undefined) {
            if (said?.id !== undefined) own.set(said.id, one)
            return said
          }
          const name = nameOfWhole(one, whole)
          this.#given.add(keyOf(name))
          return { ...said, id: name }
        },
      })
      // The wire has what a schema takes in, in requests and in responses.
      const override = (node: Parameters<typeof plainly>[0]): void => {
        plainly(node)
        const { zodSchema, jsonSchema } = node
        const { def } = zodSchema._zod
        if (isText && isBooleanText(zodSchema)) {
          jsonSchema.type = 'boolean'
          const said = def.type === 'default' ? (def as z.core.$ZodDefaultDef).defaultValue : z.globalRegistry.get(zodSchema)?.default
          if (said !== undefined) jsonSchema.default = said
        }
        const { type: _, format: __, pattern: ___, means, ...said } = jsonSchema
        if (!isObject(means)) return
        // What a text stands for is in its place, with what is said of the text.
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
        Object.assign(jsonSchema, said, means)
      }
      const options = { io: 'input', metadata: metadata as z.core.$ZodRegistry<Record<string, unknown>>, override } as const
      try {
        return z.toJSONSchema(schema, options)
      } catch (error) {
        this.#note(`${where}: ${(error as Error).message}; what stands for it allows anything`)
        return z.toJSONSchema(schema, { ...options, unrepresentable: 'any' })
      }
    }
    const standard = (schema as { readonly '~standard'?: unknown })['~standard']
    const json = isObject(standard) && isObject(standard.jsonSchema) ? standard.jsonSchema.input : undefined
    try {
      if (typeof json === 'function') return json({ target: 'draft-2020-12' }) as JsonObject
      // Octets have no schema in OpenAPI: their media type says it all.
      if (vendorOf(schema) !== 'statute')
        this.#note(`${where}: the schema has no JSON Schema (Standard JSON Schema); what stands for it allows anything`)
    } catch (error) {
      this.#note(`${where}: ${(error as Error).message.split('\n')[0]}; what stands for it allows anything`)
    }
    return {}
  }

  #placed(schema: JsonObject, within: Converted): unknown {
    return withRefs(schema, (ref) => {
      const key = decodeURIComponent(/^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(ref)?.[1] ?? '')
        .replaceAll('~1', '/')
        .replaceAll('~0', '~')
      if (!Object.hasOwn(within.defs, key)) return { $ref: ref }
      return { $ref: `${place}${this.#nameOf(key, within)}` }
    })
  }

  #nameOf(key: string, within: Converted): string {
    const { name, defs, own, isText } = within
    const self = own.get(key)
    const found = self && this.#named[`${isText}`].get(self)
    if (found !== undefined) return found
    // Generated names are not the same from one schema to the next: what they stand for is.
    const order = [key]
    let text = anonymous.test(key) ? '' : key
    for (let index = 0; index < order.length; index++)
      text += JSON.stringify(
        withRefs(defs[order[index]!], (ref) => {
          const to = ref.replace(/^#\/(\$defs|definitions)\//, '')
          if (Object.hasOwn(defs, to) && !order.includes(to)) order.push(to)
          return Object.hasOwn(defs, to) ? { $ref: order.indexOf(to) } : { $ref: ref }
        }),
      )
    const known = this.#known.get(text)
    const named = (made: string): string => {
      if (self) this.#named[`${isText}`].set(self, made)
      return made
    }
    if (known !== undefined) return named(known)
    const wanted = keyOf(anonymous.test(key) ? `${name}Part` : key)
    let made = wanted
    for (let count = 2; this.#schemas.has(made); count++) made = `${wanted}_${count}`
    if (made !== wanted && !anonymous.test(key)) this.#note(`two schemas are called ${wanted}: one of them is written as ${made}`)
    this.#known.set(text, named(made))
    // Taken before it is written, because it may refer to itself.
    this.#schemas.set(made, {})
    this.#schemas.set(made, this.#placed(defs[key]!, within) as JsonObject)
    return made
  }
}
