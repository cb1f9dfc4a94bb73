/** Schemas of zod that came out of JSON Schemas take the same values as ajv does. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { JsonSchema } from '../../src/openapi/model.js'
import { random } from '../random.js'
import { load, moduleOf } from './sample.js'

type Schema = Record<string, unknown>

const words = ['', 'a', 'b', 'ab', 'abc', 'x-1', '2024-02-29', '2024-02-29T10:00:00Z', 'e@example.com', 'https://example.com/a', '10.0.0.1']
const uuid = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6'

/** Schemas of everything that is said to be expressed. */
class Maker {
  readonly names = ['A', 'B', 'C', 'D']
  constructor(readonly next: () => number) {}
  int = (least: number, most: number) => least + Math.floor(this.next() * (most - least + 1))
  pick = <T>(items: readonly T[]): T => items[this.int(0, items.length - 1)]!
  chance = (share: number) => this.next() < share

  schema(depth: number): JsonSchema {
    if (depth <= 0) return this.scalar()
    const kinds = ['scalar', 'scalar', 'object', 'object', 'array', 'union', 'allOf', 'ref', 'many', 'record', 'tuple', 'apart'] as const
    const kind = this.pick(kinds)
    const made = this[kind](depth - 1)
    return typeof made === 'object' && this.chance(0.1) ? { ...made, description: 'words' } : made
  }
  scalar(): Schema {
    const kind = this.pick(['string', 'string', 'format', 'integer', 'number', 'boolean', 'null', 'enum', 'const', 'mixed'] as const)
    switch (kind) {
      case 'string':
        return {
          type: 'string',
          ...(this.chance(0.3) && { minLength: this.int(0, 3) }),
          ...(this.chance(0.3) && { maxLength: this.int(1, 4) }),
          ...(this.chance(0.3) && { pattern: this.pick(['^a', 'b$', '^[a-z-]+$', '\\d', '/']) }),
        }
      case 'format':
        return { type: 'string', format: this.pick(['date', 'date-time', 'email', 'uuid', 'uri', 'ipv4', 'of-our-own']) }
      case 'integer':
      case 'number':
        return {
          type: kind,
          ...(this.chance(0.3) && { [this.pick(['minimum', 'exclusiveMinimum'])]: this.int(-2, 2) }),
          ...(this.chance(0.3) && { [this.pick(['maximum', 'exclusiveMaximum'])]: this.int(0, 9) }),
          ...(this.chance(0.2) && { multipleOf: this.pick([1, 2, 0.5]) }),
        }
      case 'enum':
        return { type: 'string', enum: this.pick([['a'], ['a', 'b'], ['ab', 'abc', '']]) }
      case 'const':
        return { const: this.pick(['a', 1, true, null]) }
      case 'mixed':
        return { enum: [1, 'a', null, false].slice(0, this.int(1, 4)) }
      default:
        return { type: kind }
    }
  }
  object(depth: number): Schema {
    const keys = ['a', 'b', 'c', 'x-1'].filter(() => this.chance(0.5))
    return {
      type: 'object',
      properties: Object.fromEntries(keys.map((key) => [key, this.schema(depth)])),
      ...(this.chance(0.6) && { required: [...keys, 'z'].filter((key) => this.chance(key === 'z' ? 0.1 : 0.4)) }),
      ...(this.chance(0.4) && { additionalProperties: this.pick([true, false, this.scalar()]) }),
    }
  }
  array(depth: number): Schema {
    const isPlain = this.chance(0.3)
    return {
      type: 'array',
      items: isPlain ? { type: this.pick(['string', 'integer']) } : this.schema(depth),
      ...(this.chance(0.3) && { minItems: this.int(0, 2) }),
      ...(this.chance(0.3) && { maxItems: this.int(1, 3) }),
      ...(isPlain && this.chance(0.5) && { uniqueItems: true }),
    }
  }
  tuple(depth: number): Schema {
    const prefixItems = Array.from({ length: this.int(1, 2) }, () => this.schema(depth))
    const items = this.pick([undefined, false, this.scalar()])
    return { type: 'array', prefixItems, ...(items !== undefined && { items }), minItems: this.int(0, prefixItems.length) }
  }
  record(): Schema {
    const value = this.scalar()
    return this.pick([
      { type: 'object', additionalProperties: value },
      { type: 'object', patternProperties: { '^a': value }, additionalProperties: false },
      { type: 'object', patternProperties: { '^a': value } },
      { type: 'object', propertyNames: { pattern: '^a' }, additionalProperties: value },
      { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: value },
      { type: 'object' },
    ])
  }
  union(depth: number): Schema {
    return { [this.pick(['anyOf', 'oneOf'])]: Array.from({ length: this.int(1, 3) }, () => this.schema(depth)) }
  }
  /** Options told apart by a property. */
  apart(depth: number): Schema {
    const option = (kind: string) => {
      const made = this.object(depth) as { properties: Schema; required?: string[] }
      return { ...made, properties: { ...made.properties, a: { const: kind } }, required: [...new Set([...(made.required ?? []), 'a'])] }
    }
    return { [this.pick(['anyOf', 'oneOf'])]: [option('a'), option('b')] }
  }
  /** Parts that are open, as what zod does with closed parts of an intersection is remarked. */
  allOf(depth: number): Schema {
    const open = () => {
      const { additionalProperties: _, ...made } = this.object(depth)
      return made
    }
    const part = () =>
      this.chance(0.3) ? { $ref: '#/components/schemas/Base' } : this.chance(0.2) ? { type: 'object', required: ['a'] } : open()
    return { ...(this.chance(0.3) && open()), allOf: Array.from({ length: this.int(1, 3) }, part) }
  }
  ref(): Schema {
    return { $ref: `#/components/schemas/${this.pick(this.names)}` }
  }
  many(): Schema {
    return {
      type: [...new Set([this.pick(['string', 'integer', 'boolean']), this.pick(['number', 'null', 'string'])])],
      minLength: 1,
      minimum: 1,
    }
  }

  /** A value that a schema may well take. */
  value(schema: JsonSchema, named: Record<string, JsonSchema>, depth = 6): unknown {
    if (typeof schema === 'boolean' || depth <= 0 || this.chance(0.06)) return this.any(2)
    const of = (one: unknown) => this.value(one as JsonSchema, named, depth - 1)
    if (typeof schema.$ref === 'string') return of(named[schema.$ref.split('/').at(-1)!])
    if ('const' in schema) return schema.const
    if (Array.isArray(schema.enum)) return this.pick(schema.enum)
    const choice = (schema.anyOf ?? schema.oneOf) as unknown[] | undefined
    if (choice) return of(this.pick(choice))
    const parts = Array.isArray(schema.allOf) ? schema.allOf.map(of) : []
    const type = Array.isArray(schema.type) ? this.pick(schema.type as string[]) : (schema.type as string | undefined)
    const own = type === undefined ? undefined : this.typed(type, schema, of)
    const all = [...parts, own].filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    return parts.length > 0 ? Object.assign({}, ...all) : own
  }
  typed(type: string, schema: Schema, of: (one: unknown) => unknown): unknown {
    switch (type) {
      case 'string':
        return schema.format === 'uuid' && this.chance(0.8) ? uuid : this.pick(words)
      case 'integer':
        return this.int(-3, 9)
      case 'number':
        return this.int(-6, 18) / 2
      case 'boolean':
        return this.chance(0.5)
      case 'null':
        return null
      case 'array': {
        const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : []
        const length = this.int(0, 3)
        return Array.from({ length }, (_, index) => of(first[index] ?? schema.items ?? true))
      }
      default: {
        const entries = Object.entries((schema.properties ?? {}) as Schema).filter(([key]) =>
          this.chance(((schema.required ?? []) as string[]).includes(key) ? 0.95 : 0.5),
        )
        const more = ['a', 'b', 'z', 'ax']
          .filter(() => this.chance(0.12))
          .map((key) => [key, of(schema.additionalProperties ?? Object.values(schema.patternProperties ?? {})[0] ?? true)] as const)
        return Object.fromEntries([...more, ...entries.map(([key, one]) => [key, of(one)] as const)])
      }
    }
  }
  any(depth: number): unknown {
    const kind = this.int(0, depth > 0 ? 6 : 4)
    if (kind === 5) return Array.from({ length: this.int(0, 2) }, () => this.any(depth - 1))
    if (kind === 6) return Object.fromEntries(['a', 'b'].filter(() => this.chance(0.5)).map((key) => [key, this.any(depth - 1)]))
    return [null, true, this.int(-2, 4), this.pick(words), 0.5][kind]
  }
}

const base = { type: 'object', properties: { a: { type: 'string' }, id: { type: 'integer' } }, required: ['id'] }

describe('what is expressed', () => {
  it('takes the values that ajv takes', () => {
    const differences: unknown[] = []
    const tally = { schemas: 0, taken: 0, refused: 0 }
    for (let seed = 1; seed <= 60; seed++) {
      const maker = new Maker(random(seed))
      const named: Record<string, JsonSchema> = { Base: base, ...Object.fromEntries(maker.names.map((name) => [name, maker.schema(3)])) }
      // A schema that is nothing but itself takes what it takes; there is nothing to compare.
      if (Object.values(named).some((schema) => typeof schema === 'object' && schema.$ref !== undefined)) continue
      const { text, losses } = moduleOf(named)
      if (losses.some(({ message }) => /not checked|left out/.test(message))) continue
      let made: Record<string, z.ZodType>
      const ajv = new Ajv2020({ strict: false, logger: false, formats: { 'of-our-own': true } })
      addFormats.default(ajv)
      ajv.addSchema({ $id: 'x', components: { schemas: named } })
      try {
        made = load(text) as Record<string, z.ZodType>
      } catch (error) {
        differences.push({ seed, error: String(error), text })
        continue
      }
      for (const name of maker.names) {
        const validate = ajv.compile({ $ref: `x#/components/schemas/${name}` })
        tally.schemas++
        for (let count = 0; count < 40; count++) {
          const value = maker.value(named[name]!, named)
          let expected: boolean
          try {
            expected = validate(value)
          } catch {
            break
          }
          tally[expected ? 'taken' : 'refused']++
          let found: unknown
          try {
            found = made[name]!.safeParse(value).success
          } catch (error) {
            found = String(error)
          }
          if (found !== expected) {
            differences.push({ seed, name, value, ajv: expected, zod: found, schema: named[name] })
            break
          }
        }
      }
    }
    if (process.env.SHOW) console.log(tally, differences.length, differences.map((one) => JSON.stringify(one).slice(0, 900)).join('\n\n'))
    expect(differences).toEqual([])
    expect(tally.schemas).toBeGreaterThan(150)
    expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(2_500)
  })
})

describe('any number beside whole ones', () => {
  it.each([
    ['anyOf', [true, true, false]],
    // Of exactly one, a whole number would be two.
    ['oneOf', [false, true, false]],
  ])('%s', (word, expected) => {
    const both: JsonSchema = { [word]: [{ type: 'number' }, { type: 'integer' }] }
    const { Both } = load(moduleOf({ Both: both }).text) as Record<string, z.ZodType>
    const validate = new Ajv2020().compile(both as object)
    const values = [1, 1.5, '1']
    expect(values.map((value) => validate(value))).toEqual(expected)
    expect(values.map((value) => Both!.safeParse(value).success)).toEqual(expected)
  })
})

describe('a property of a part that another part says again', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const schemas = (id: JsonSchema): Record<string, JsonSchema> => ({
    State: { type: 'string', enum: ['open', 'done'] },
    Call: {
      type: 'object',
      properties: {
        type: { const: 'call' },
        id: { type: 'string', description: 'Its id.' },
        state: { type: 'string', enum: ['open', 'done'] },
      },
      required: ['type'],
    },
    Kept: { allOf: [ref('Call'), { type: 'object', properties: { id, state: ref('State') }, required: ['id', 'state'] }] },
    Message: { type: 'object', properties: { type: { const: 'message' } }, required: ['type'] },
    Item: { oneOf: [ref('Kept'), ref('Message')], discriminator: { propertyName: 'type' } },
  })

  it('extends it, so that a union of such is told apart by its tag', () => {
    const named = schemas({ type: 'string', minLength: 1, description: 'The id that it was given.' })
    expect(moduleOf(named).text).toContain('intersection(')
    const again = schemas({ type: 'string', description: 'The id that it was given.' })
    const { text, losses } = moduleOf(again)
    expect(text).toContain('Call.extend({')
    expect(text).toMatch(/discriminatedUnion\('type', \[Kept, Message\]\)/)
    expect(losses).toEqual([])
    const { Item } = load(text) as Record<string, z.ZodType>
    const validate = new Ajv2020({ strict: false })
      .addSchema({ $id: 'x', components: { schemas: again } })
      .compile({ $ref: 'x#/components/schemas/Item' })
    const values = [
      { type: 'call', id: '1', state: 'open' },
      { type: 'call', id: '1' },
      { type: 'call', state: 'done' },
      { type: 'call', id: 1, state: 'done' },
      { type: 'call', id: '1', state: 'shut' },
      { type: 'message' },
      { type: 'note' },
    ]
    expect(values.map((value) => Item!.safeParse(value).success)).toEqual(values.map((value) => validate(value)))
  })
})
