/** What `diff` compares: documents, contracts, lock files, each from a file, the standard input or a commit. */
import { existsSync, readFileSync } from 'node:fs'
import type { Use } from '../diff/index.js'
import type { Origin } from '../openapi/model.js'
import { parse, read, type Source } from '../openapi/source.js'
import type { Position } from '../rules/finding.js'
import { bytesIn, committed, parseIn } from './commits.js'
import { drain, STDIN } from './input.js'
import { isLock, type Lock, lockedSource } from './locks.js'
import { Unusable, type World } from './world.js'

/** What is located, and the message in which it is used. */
export interface Place {
  readonly origin: Origin
  readonly use: Use | undefined
}

/** One API of a side. */
export interface Version {
  /** The export, where the side holds several APIs. */
  readonly name: string | undefined
  readonly source: Source
  /** Where something stands in the file that a user can open. */
  readonly locate: (places: readonly Place[]) => readonly (Position | undefined)[]
}

/** One of the two things that are compared. */
export interface SideOf {
  readonly file: string
  /** The text of a file that places of it are in, for drawing lines; `undefined` where it is of another side. */
  readonly text: (file: string) => string | undefined
  readonly versions: readonly Version[]
}

const located =
  (source: Source): Version['locate'] =>
  (places) =>
    source.locate(places.map(({ origin }) => source.files.whole(origin)))

const documentSide = (source: Source): SideOf => ({
  file: source.file,
  text: (file) => source.files.textOf(file),
  versions: [{ name: undefined, source, locate: located(source) }],
})

/** Documents of any version of OpenAPI, or a lock file: what bytes hold. */
const bytesSide = (bytes: Uint8Array, file: string, parsed = () => parse(bytes, file)): SideOf => {
  const lock = isLock(bytes)
  return lock ? lockSide(lock, bytes, file) : documentSide(parsed())
}

const lockSide = (lock: Lock, bytes: Uint8Array, file: string): SideOf => ({
  file,
  text: (name) => (name === file ? new TextDecoder().decode(bytes) : undefined),
  versions: Object.keys(lock.contracts).map((name) => {
    const { source, locate } = lockedSource(lock, name, bytes, file)
    return { name, source, locate }
  }),
})

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file)

/** Reads one side. */
export const sideOf = async (argument: string, world: World): Promise<SideOf> => {
  if (argument === '-') return bytesSide(await drain(world.input), STDIN)
  const commit = committed(argument)
  if (commit) {
    if (isCode(commit.file))
      throw new Unusable(
        `${argument}: a contract is run to be read, and a commit is not checked out; compare with ${commit.ref}:statute.lock.json`,
      )
    const bytes = bytesIn(commit)
    return bytesSide(bytes, argument, () => parseIn(commit, bytes))
  }
  // Whoever compares documents does not wait for what runs contracts.
  if (isCode(argument)) return (await import('./contract-side.js')).contractSide(argument, world)
  if (argument.endsWith('.json') && existsSync(argument)) {
    const bytes = readFileSync(argument)
    if (isLock(bytes)) return bytesSide(bytes, argument)
  }
  return documentSide(await read(argument))
}
