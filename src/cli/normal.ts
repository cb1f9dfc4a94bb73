/** The normal form of a lock file, out of contracts. */
import { toOpenAPI } from '../openapi/write.js'
import type { Exported } from './contracts.js'
import type { Lock } from './locks.js'

/** Members that talk to people, and those whose own keys are names that somebody gave. */
const talk = new Set(['description', 'summary', 'title', 'example', 'examples', 'tags', 'externalDocs'])
const named = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'paths',
  'responses',
  'headers',
  'content',
  'schemas',
  'securitySchemes',
  'encoding',
  'scopes',
  'mapping',
  'additionalOperations',
])
const data = new Set(['enum', 'const', 'default'])
/** Lists whose order says nothing. */
const sets = new Set(['required', 'enum', 'type'])

const byText = (a: unknown, b: unknown): number => {
  const [one, other] = [JSON.stringify(a) ?? '', JSON.stringify(b) ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

const normal = (value: unknown, key: string, names: boolean): unknown => {
  if (Array.isArray(value)) {
    const items = data.has(key) ? value : value.map((item) => normal(item, '', false))
    if (sets.has(key)) return [...items].sort(byText)
    if (key === 'parameters') return [...items].sort((a, b) => byText([a.in, a.name], [b.in, b.name]))
    return items
  }
  if (typeof value !== 'object' || value === null || (data.has(key) && !names)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names || !talk.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, normal(inner, name, !names && named.has(name))]),
  )
}

/** What a contract promises, in the normal form. */
export const locked = ({ name, contract }: Exported): Readonly<Record<string, unknown>> => {
  const { document, notes } = toOpenAPI(contract, { title: name, version: '0' }, { openapi: '3.2' })
  const { openapi, info: _, ...rest } = normal(document, '', false) as Readonly<Record<string, unknown>>
  // What OpenAPI has no place for is held too, as the sentence that says so.
  return { openapi, ...rest, ...(notes.length > 0 && { 'x-statute-notes': [...notes].sort() }) }
}

/** The lock of contracts. */
export const lockOf = (exported: readonly Exported[]): Lock => ({
  statute: 1,
  contracts: Object.fromEntries(
    exported.map((one) => [`${one.file}#${one.name}`, locked(one)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
})
