/**
 * The lock file: what the contracts of a project promise, in a normal form to commit.
 *
 * Its difference in a commit is what changed for others. Texts for people are left out, and nothing depends on the order in which
 * somebody wrote, so that it changes where the promise does.
 */
import { type Source, toOpenAPI } from '../openapi/index.js'
import { locateJson } from '../openapi/json.js'
import { parse } from '../openapi/source.js'
import type { Exported } from './contracts.js'
import type { Version } from './sides.js'
import { Unusable } from './world.js'

export const LOCK = 'statute.lock.json'

/** What a lock file holds. */
export interface Lock {
  /** The form of the file. */
  readonly statute: 1
  /** OpenAPI documents by `file#export`. */
  readonly contracts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

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

export const lockText = (lock: Lock): string => `${JSON.stringify(lock, undefined, 2)}\n`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A lock, or nothing for what is something else. */
export const isLock = (bytes: Uint8Array): Lock | undefined => {
  // A document may be large: what is no lock shows it at the start.
  if (!/^\uFEFF?\s*\{\s*"statute"\s*:/.test(new TextDecoder().decode(bytes.subarray(0, 200)))) return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(value) && isObject(value.contracts) ? (value as unknown as Lock) : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the bytes of a lock file.
 *
 * @throws Unusable when it is none, or of a form that this version does not know.
 */
export const readLock = (bytes: Uint8Array, file: string): Lock => {
  const lock = isLock(bytes)
  if (!lock) throw new Unusable(`${file} is no lock file; \`statute lock\` writes it anew`)
  if (lock.statute !== 1) throw new Unusable(`${file} is of form ${String(lock.statute)}, which this version of statute does not know`)
  return lock
}

/** One contract of a lock, as a document; places are those of the lock file. */
export const lockedSource = (
  lock: Lock,
  name: string,
  bytes: Uint8Array,
  file: string,
): { readonly source: Source; readonly locate: Version['locate'] } => ({
  source: parse(JSON.stringify(lock.contracts[name]), file),
  locate: (origins) =>
    locateJson(
      bytes,
      origins.map(({ pointer }) => ['contracts', name, ...pointer]),
      lock,
    ).map((at) => ({ file, ...at })),
})
