/** What `diff` compares: documents, contracts, lock files, each from a file, the standard input or a commit. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Origin } from '../openapi/model.js'
import { MAX_BYTES, parse, read, type Source } from '../openapi/source.js'
import type { Position } from '../rules/finding.js'
import { drain, STDIN } from './input.js'
import { isLock, type Lock, lockedSource } from './locks.js'
import { Unusable, type World } from './world.js'

/** One API of a side. */
export interface Version {
  /** The export, where the side holds several APIs. */
  readonly name: string | undefined
  readonly source: Source
  /** Where something stands in the file that a user can open. */
  readonly locate: (origins: readonly Origin[]) => readonly (Position | undefined)[]
}

/** One of the two things that are compared. */
export interface SideOf {
  readonly file: string
  /** For drawing lines; `undefined` where there is none. */
  readonly text: () => string | undefined
  readonly versions: readonly Version[]
}

/** `main:docs/openapi.yaml`, unless there is a file of that name. */
const commitOf = (argument: string): readonly [ref: string, file: string] | undefined => {
  if (existsSync(argument)) return undefined
  // One letter before the colon is a drive.
  const [, ref, file] = /^([^:]{2,}):(.+)$/.exec(argument) ?? []
  return ref !== undefined && file !== undefined ? [ref, file] : undefined
}

const show = (ref: string, file: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // A ref that starts with a dash would be an option.
    if (ref.startsWith('-')) reject(new Unusable(`${ref}: is no commit`))
    const place = `${ref}:./${path.posix.normalize(file.replaceAll('\\', '/'))}`
    execFile('git', ['show', '--no-textconv', place], { encoding: 'buffer', maxBuffer: MAX_BYTES + 1 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const said = stderr.toString().trim().split('\n').at(-1)
      reject(new Unusable(`${ref}:${file}: git says: ${said || error.message}`))
    })
  })

const located =
  (source: Source): Version['locate'] =>
  (origins) =>
    source.locate(origins.map(({ pointer }) => pointer))

const documentSide = (source: Source): SideOf => ({
  file: source.file,
  text: source.text,
  versions: [{ name: undefined, source, locate: located(source) }],
})

/** Documents of any version of OpenAPI, or a lock file: what bytes hold. */
const bytesSide = (bytes: Uint8Array, file: string): SideOf => {
  const lock = isLock(bytes)
  return lock ? lockSide(lock, bytes, file) : documentSide(parse(bytes, file))
}

const lockSide = (lock: Lock, bytes: Uint8Array, file: string): SideOf => ({
  file,
  text: () => new TextDecoder().decode(bytes),
  versions: Object.keys(lock.contracts).map((name) => {
    const { source, locate } = lockedSource(lock, name, bytes, file)
    return { name, source, locate }
  }),
})

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file)

/** Reads one side. */
export const sideOf = async (argument: string, world: World): Promise<SideOf> => {
  if (argument === '-') return bytesSide(await drain(world.input), STDIN)
  const commit = commitOf(argument)
  if (commit) {
    const [ref, file] = commit
    if (isCode(file))
      throw new Unusable(
        `${argument}: a contract is run to be read, and a commit is not checked out; compare with ${ref}:statute.lock.json`,
      )
    return bytesSide(await show(ref, file), argument)
  }
  // Whoever compares documents does not wait for what runs contracts.
  if (isCode(argument)) return (await import('./contract-side.js')).contractSide(argument, world)
  if (argument.endsWith('.json') && existsSync(argument)) {
    const bytes = readFileSync(argument)
    if (isLock(bytes)) return bytesSide(bytes, argument)
  }
  return documentSide(await read(argument))
}
