/**
 * A schema of zod without the schemas below it that have a name, so that each is converted once, however many lead to it.
 *
 * zod converts all that a schema leads to, and asks of every part of it whether anything below is transformed: where hundreds of schemas
 * lead to each other, that is their number squared for each of them. What stands here for a schema is the same to zod, up to the next name.
 */
import type { z } from 'zod'
import { isObject } from './refs.js'

type Zod = z.core.$ZodType
type Internals = Zod['_zod']

const isZod = (value: unknown): value is Zod =>
  isObject(value) && isObject(value._zod) && isObject(value._zod.def) && 'type' in value._zod.def

/** Kinds of which zod looks into the definition to learn whether a value may be absent. */
const looked: readonly string[] = ['pipe', 'catch']

/** What the definition of a schema has under a key, with each schema in it replaced. */
const replaced = ({ _zod: internals }: Zod, key: PropertyKey, replace: (schema: Zod) => unknown): unknown => {
  const value: unknown = internals.def[key as 'type']
  if (key === 'checks') return value
  if (key === 'getter') return () => replace((internals as z.core.$ZodLazyInternals).innerType)
  if (isZod(value)) return replace(value)
  const each = (item: unknown) => (isZod(item) ? replace(item) : item)
  if (Array.isArray(value)) return value.map(each)
  if (key !== 'shape' || !isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, each(item)]))
}

/** The schemas right below one. */
const below = (schema: Zod): Zod[] => {
  const found: Zod[] = []
  for (const key of Object.keys(schema._zod.def)) {
    const value = replaced(schema, key, (one) => found.push(one))
    if (key === 'getter') (value as () => void)()
  }
  return found
}

export class Cut {
  readonly #isNamed: (schema: Zod) => boolean
  readonly #end: (schema: Zod, named: Zod) => object
  readonly #wholes = new Map<Zod, Zod>()
  readonly #ends = new Map<Zod, Zod>()
  readonly #originals = new Map<Zod, Zod>()
  /** Below which nothing is transformed. */
  readonly #plain = new Set<Zod>()

  /** `end` is what is written for a schema that has a name, or is one of which more is said: `Thing.describe('…')`. */
  constructor(isNamed: (schema: Zod) => boolean, end: (schema: Zod, named: Zod) => object) {
    this.#isNamed = isNamed
    this.#end = end
  }

  /** What a schema stands for; `undefined` for what stands for one that is not converted here. */
  original(schema: Zod): Zod | undefined {
    return this.#originals.get(schema) ?? ('~standard' in schema ? schema : undefined)
  }

  /** What stands for a schema. */
  of(schema: Zod): Zod {
    const known = this.#wholes.get(schema)
    if (known) return known
    const made = { _zod: this.#internals(schema, {}) } as Zod
    this.#wholes.set(schema, made)
    this.#originals.set(made, schema)
    return made
  }

  /** The named schema that a schema is, whatever more is said of it. */
  #named(schema: Zod): Zod | undefined {
    let at: Zod | undefined = schema
    while (at && !this.#isNamed(at)) at = at._zod.parent
    return at?._zod.def === schema._zod.def ? at : undefined
  }

  #below(schema: Zod): Zod {
    const known = this.#ends.get(schema)
    if (known) return known
    const named = this.#named(schema)
    if (!named) return this.of(schema)
    const def = () => ({ type: this.#isTransforming(schema) ? 'transform' : 'unknown' })
    const made = {
      _zod: this.#internals(schema, {
        toJSONSchema: () => () => this.#end(schema, named),
        parent: () => undefined,
        ...(!looked.includes(schema._zod.def.type) && { def }),
      }),
    } as Zod
    this.#ends.set(schema, made)
    return made
  }

  /** The internals of a schema, but for what is made here. */
  #internals(schema: Zod, own: Readonly<Record<string, () => unknown>>): Internals {
    const internals = schema._zod
    const held = new Map<PropertyKey, unknown>()
    const definition = new Proxy(internals.def, {
      get: (_, key) => {
        if (!held.has(key))
          held.set(
            key,
            replaced(schema, key, (one) => this.#below(one)),
          )
        return held.get(key)
      },
    })
    const mine: Readonly<Record<PropertyKey, () => unknown>> = {
      def: () => definition,
      // It would look at the schema itself.
      processJSONSchema: () => undefined,
      parent: () => internals.parent && this.of(internals.parent),
      innerType: () => this.#below((internals as z.core.$ZodLazyInternals).innerType),
      ...own,
    }
    // zod finds out on the internals themselves what it finds out when asked.
    return new Proxy(internals, {
      get: (of, key) => (Object.hasOwn(mine, key) ? mine[key]!() : Reflect.get(of, key)),
    })
  }

  #isTransforming(start: Zod): boolean {
    const seen = new Set([start])
    for (const schema of seen) {
      if (this.#plain.has(schema)) continue
      if (schema._zod.def.type === 'transform' || schema._zod.traits.has('$ZodCodec')) return true
      for (const one of below(schema)) seen.add(one)
    }
    for (const schema of seen) this.#plain.add(schema)
    return false
  }
}
