/**
 * The lock file: what the contracts of a project promise, in a normal form to commit.
 *
 * Its difference in a commit is what changed for others. Texts for people are left out, and nothing depends on the order in which
 * somebody wrote, so that it changes where the promise does.
 */
import { locateJson } from '../openapi/json.js'
import { parse, type Source } from '../openapi/source.js'
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
  locate: (places) =>
    locateJson(
      bytes,
      places.map(({ origin }) => ['contracts', name, ...origin.pointer]),
      lock,
    ).map((at) => ({ file, ...at })),
})
