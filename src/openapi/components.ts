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
const numberFormats: Readonly<Record<string, string>> = { int32: 'int32', float32: 'float', float64: 'double' }

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
  if (def.type !== 'string' || !pattern) return
  if (jsonSchema.pattern === pattern.source) delete jsonSchema.pattern
  if (!Array.isArray(jsonSchema.allOf)) return
  const others = jsonSchema.allOf.filter((part) => part.pattern !== pattern.source)
  const [only] = others
  if (others.length === 1) jsonSchema.pattern = only.pattern
  if (others.length > 1) jsonSchema.allOf = others
  else delete jsonSchema.allOf
}

/** A name as the keys of Components may be. */
const keyOf = (name: string): string => name.replace(/[^\w.-]+/g, '_') || '_'

const anonymous = /^__schema\d+$/

/** The components of a document that is being written. */
export class Components {
  readonly #schemas = new Map<string, JsonObject>()
  /** Names by what they stand for. */
  readonly #known = new Map<string, string>()
  /** Names that no author gave. */
  readonly #given = new Set<string>()
  /** The names of schemas that stand as a whole in several messages, by the place of the first. */
  readonly #wholes = new Map<unknown, string>()
  readonly #note: (message: string) => void

  constructor(note: (message: string) => void) {
    this.#note = note
  }

  /** Announces the content of a message: what comes again, whole or inside of another schema, is written once. */
  announce(schema: unknown, name: string): void {
    if (vendorOf(schema) !== 'statute' && !this.#wholes.has(schema) && !(isZod(schema) && z.globalRegistry.get(schema)?.id))
      this.#wholes.set(schema, name)
  }

  /** A schema as it stands in the document; `name` is for what has none, `where` for notes. */
  of(schema: unknown, name: string, where: string): JsonObject {
    const { $schema: _, $defs, definitions, ...root } = this.#convert(schema, where)
    const defs: Record<string, JsonObject> = {}
    for (const [key, value] of Object.entries({ ...(definitions as object), ...($defs as object) })) defs[key] = value as JsonObject
    // What a maker brings along is named by its title.
    const whole = vendorOf(schema) === 'statute' ? (root.title as string | undefined) : isZod(schema) ? undefined : this.#wholes.get(schema)
    const isItself = refsIn([root, Object.values(defs)]).includes('#')
    if (whole === undefined && !isItself) return this.#placed(root, name, defs) as JsonObject
    const key = whole ?? name
    if (this.#wholes.has(schema)) this.#given.add(keyOf(key))
    const itself = (ref: string) => ({ $ref: ref === '#' ? `#/$defs/${key}` : ref })
    const all = Object.fromEntries(Object.entries({ ...defs, [key]: root }).map(([at, one]) => [at, withRefs(one, itself) as JsonObject]))
    return this.#define(key, name, all)
  }

  /** The schemas in the order of their names; `within` is whatever refers to them. What one place alone needs stands there. */
  finish(within: JsonObject): { readonly within: JsonObject; readonly schemas: JsonObject } {
    let current = within
    for (const name of this.#given) {
      const schema = this.#schemas.get(name)
      if (!schema) continue
      const mine = `${place}${name}`
      const uses = refsIn([current, ...this.#schemas.values()]).filter((ref) => ref === mine).length
      if (refsIn(schema).includes(mine) || (uses > 1 && isComposite(schema))) continue
      const inline = (ref: string) => (ref === mine ? schema : { $ref: ref })
      this.#schemas.delete(name)
      current = withRefs(current, inline) as JsonObject
      for (const [other, one] of this.#schemas) this.#schemas.set(other, withRefs(one, inline) as JsonObject)
    }
    return { within: current, schemas: Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1))) }
  }

  #convert(schema: unknown, where: string): JsonObject {
    if (isZod(schema)) {
      const metadata = Object.assign(z.registry<object>(), {
        get: (one: z.ZodType) => {
          const name = this.#wholes.get(one)
          if (name !== undefined) this.#given.add(keyOf(name))
          return name === undefined ? z.globalRegistry.get(one) : { ...z.globalRegistry.get(one), id: name }
        },
      })
      // The wire has what a schema takes in, in requests and in responses.
      const options = { io: 'input', metadata: metadata as z.core.$ZodRegistry<Record<string, unknown>>, override: plainly } as const
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

  /** A definition by reference, with all that it refers to. */
  #define(key: string, name: string, defs: Readonly<Record<string, JsonObject>>): JsonObject {
    return this.#placed({ $ref: `#/$defs/${key}` }, name, defs) as JsonObject
  }

  #placed(schema: JsonObject, name: string, defs: Readonly<Record<string, JsonObject>>): unknown {
    return withRefs(schema, (ref) => {
      const key = decodeURIComponent(/^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(ref)?.[1] ?? '')
        .replaceAll('~1', '/')
        .replaceAll('~0', '~')
      if (!Object.hasOwn(defs, key)) return { $ref: ref }
      return { $ref: `${place}${this.#nameOf(key, name, defs)}` }
    })
  }

  #nameOf(key: string, name: string, defs: Readonly<Record<string, JsonObject>>): string {
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
    if (known !== undefined) return known
    const wanted = keyOf(anonymous.test(key) ? `${name}Part` : key)
    let made = wanted
    for (let count = 2; this.#schemas.has(made); count++) made = `${wanted}_${count}`
    if (made !== wanted && !anonymous.test(key)) this.#note(`two schemas are called ${wanted}: one of them is written as ${made}`)
    this.#known.set(text, made)
    // Taken before it is written, because it may refer to itself.
    this.#schemas.set(made, {})
    this.#schemas.set(made, this.#placed(defs[key]!, name, defs) as JsonObject)
    return made
  }
}
