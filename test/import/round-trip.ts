/** A document, its contract, and the document of that: what is not the same any more. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Api, ApiMedia, ApiOperation, JsonSchema } from '../../src/openapi/model.js'
import { random } from '../random.js'

/** A difference: of what kind, and where. */
export interface Difference {
  readonly kind: 'operation' | 'status' | 'media type' | 'header' | 'parameter' | 'body' | 'schema'
  readonly what: string
}

const shapeOf = ({ method, path }: ApiOperation): string => `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`
const sorted = (items: Iterable<string>): string => [...items].sort().join(', ')
const typesOf = (content: ReadonlyMap<string, unknown>): string => sorted([...content.keys()].map((type) => type.toLowerCase()))

type Object_ = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Object_ => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values that a schema may take, and some that it may not. */
export class Sampler {
  readonly #next: () => number
  readonly #named: ReadonlyMap<string, JsonSchema>
  constructor(seed: number, named: ReadonlyMap<string, JsonSchema>) {
    this.#next = random(seed)
    this.#named = named
  }
  #int = (most: number) => Math.floor(this.#next() * (most + 1))
  #pick = <T>(items: readonly T[]): T => items[this.#int(items.length - 1)]!

  of(schema: unknown, depth = 5): unknown {
    if (!isObject(schema) || this.#next() < 0.04) return this.#pick<unknown>([null, 'a', 1, true, [], {}])
    const below = (one: unknown) => this.of(one, depth - 1)
    if (typeof schema.$ref === 'string') {
      const name = decodeURIComponent(schema.$ref.split('/').at(-1)!).replaceAll('~1', '/').replaceAll('~0', '~')
      return depth > 0 ? below(this.#named.get(name)) : {}
    }
    if ('const' in schema) return schema.const
    if (Array.isArray(schema.enum)) return this.#pick(schema.enum)
    const choice = (schema.anyOf ?? schema.oneOf) as readonly unknown[] | undefined
    const parts = [...(Array.isArray(schema.allOf) ? schema.allOf : []), ...(choice ? [this.#pick(choice)] : [])].map(below)
    const type = Array.isArray(schema.type) ? this.#pick(schema.type) : schema.type
    const own =
      parts.length > 0 && !schema.properties
        ? undefined
        : this.#typed(String(type ?? (schema.properties ? 'object' : schema.items ? 'array' : 'any')), schema, below, depth)
    if (parts.length === 0) return own
    const objects = [...parts, own].filter(isObject)
    return objects.length > 0 ? Object.assign({}, ...objects) : parts[0]
  }

  #typed(type: string, schema: Object_, below: (one: unknown) => unknown, depth: number): unknown {
    const { minimum, maximum, minLength, format, pattern } = schema as Record<string, never>
    switch (type) {
      case 'string': {
        const known: Record<string, string> = {
          date: '2024-02-29',
          'date-time': '2024-02-29T10:00:00Z',
          uuid: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
          email: 'e@example.com',
          uri: 'https://example.com/a',
          ipv4: '10.0.0.1',
        }
        return (
          known[String(format)] ??
          (pattern
            ? this.#pick(['a', '1', 'abc-1', 'ABC', '2024', 'a_b'])
            : 'abcdefghij'.repeat(9).slice(0, Math.max(Number(minLength ?? 0), this.#int(6))))
        )
      }
      case 'integer':
      case 'number':
        return (
          Math.max(Number(minimum ?? -3), Math.min(Number(maximum ?? 100), this.#int(12) - 2)) +
          (type === 'number' && this.#next() < 0.3 ? 0.5 : 0)
        )
      case 'boolean':
        return this.#next() < 0.5
      case 'null':
        return null
      case 'array':
        return depth <= 0
          ? []
          : Array.from({ length: Math.max(this.#int(2), Number(schema.minItems ?? 0) % 20) }, () => below(schema.items ?? true))
      case 'object': {
        const required = (schema.required ?? []) as readonly string[]
        const entries = Object.entries((schema.properties ?? {}) as Object_).filter(([key]) =>
          required.includes(key) ? this.#next() < 0.97 : depth > 0 && this.#next() < 0.5,
        )
        const more = this.#next() < 0.2 ? [['more', below(schema.additionalProperties ?? true)] as const] : []
        return Object.fromEntries([...entries.map(([key, one]) => [key, below(one)] as const), ...more])
      }
      default:
        return this.#pick<unknown>(['a', 1, {}])
    }
  }
}

const validatorOf = (api: Api): ((schema: JsonSchema) => ValidateFunction | undefined) => {
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: true, unicodeRegExp: false, validateSchema: false })
  addFormats.default(ajv)
  const root = Object.fromEntries(api.schemas)
  ajv.addSchema({ $id: 'api', components: { schemas: root } })
  const rooted = (schema: unknown): unknown =>
    Array.isArray(schema)
      ? schema.map(rooted)
      : isObject(schema)
        ? Object.fromEntries(
            Object.entries(schema).map(([key, value]) => [
              key,
              key === '$ref' && typeof value === 'string' ? `api${value}` : rooted(value),
            ]),
          )
        : schema
  return (schema) => {
    try {
      return ajv.compile(rooted(schema) as object)
    } catch {
      return undefined
    }
  }
}

/** What differs between two APIs that should say the same. */
export const differences = (
  before: Api,
  after: Api,
  samples: number,
): { readonly found: readonly Difference[]; readonly compared: number; readonly valid: number } => {
  const found: Difference[] = []
  const others = new Map(after.operations.map((operation) => [shapeOf(operation), operation]))
  const [validOld, validNew] = [validatorOf(before), validatorOf(after)]
  const sampler = new Sampler(1, before.schemas)
  const known = new Map<string, boolean>()
  let compared = 0
  let valid = 0
  const same = (kind: Difference['kind'], place: string, one: string, other: string) => {
    if (one !== other) found.push({ kind, what: `${place}: ${one || 'nothing'} became ${other || 'nothing'}` })
  }
  const schemas = (place: string, one: ApiMedia | undefined, other: ApiMedia | undefined) => {
    // Octets and text have no schema of their own in a contract; import remarks that.
    if (one?.schema === undefined || other?.schema === undefined) return
    const key = JSON.stringify([one.schema, other.schema])
    if (known.has(key)) return
    known.set(key, true)
    const [old, made] = [validOld(one.schema), validNew(other.schema)]
    if (!old || !made) return
    compared++
    for (let count = 0; count < samples; count++) {
      const value = sampler.of(one.schema)
      const expected = old(value)
      if (expected) valid++
      if (expected === made(value)) continue
      const errors = (expected ? made : old).errors ?? []
      found.push({
        kind: 'schema',
        what: `${place}: ${expected ? 'refused now' : 'taken now'}, ${errors[0]?.instancePath} ${errors[0]?.message}: ${JSON.stringify(value)?.slice(0, 200)}`,
      })
      return
    }
  }
  for (const operation of before.operations) {
    const place = `${operation.method} ${operation.path}`
    const other = others.get(shapeOf(operation))
    if (!other) {
      found.push({ kind: 'operation', what: place })
      continue
    }
    const parameters = ({ parameters: all }: ApiOperation) =>
      sorted(all.map(({ in: where, name, required }) => `${where} ${name}${required ? '' : '?'}`))
    same('parameter', place, parameters(operation), parameters(other))
    const body = ({ body: sent }: ApiOperation) => (sent ? `${typesOf(sent.content)}${sent.required ? '' : ' (optional)'}` : '')
    same('body', place, body(operation), body(other))
    for (const [type, media] of operation.body?.content ?? [])
      schemas(`${place} ${type}`, media, other.body?.content.get(type.toLowerCase()))
    same('status', place, sorted(operation.responses.keys()), sorted(other.responses.keys()))
    for (const [key, response] of operation.responses) {
      const answer = other.responses.get(key)
      if (!answer) continue
      same('media type', `${place} ${key}`, typesOf(response.content), typesOf(answer.content))
      const headers = ({ headers: all }: typeof response) =>
        sorted([...all.values()].map(({ name, required }) => `${name}${required ? '' : '?'}`))
      same('header', `${place} ${key}`, headers(response), headers(answer))
      for (const [type, media] of response.content) schemas(`${place} ${key} ${type}`, media, answer.content.get(type.toLowerCase()))
    }
  }
  return { found, compared, valid }
}
