/** Files as a commit has them, read by git: `main:docs/openapi.yaml`. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { FileFault } from '../openapi/refs.js'
import { MAX_BYTES, parse, type Source } from '../openapi/source.js'
import { isWanted } from './files.js'
import { Unusable } from './world.js'

/** A file or a folder of a commit, from the working directory. */
export interface Committed {
  readonly ref: string
  readonly file: string
}

/** What an argument names in a commit, unless there is a file of that name. */
export const committed = (argument: string): Committed | undefined => {
  if (existsSync(argument)) return undefined
  // One letter before the colon is a drive.
  const [, ref, file] = /^([^:]{2,}):(.+)$/.exec(argument) ?? []
  return ref !== undefined && file !== undefined ? { ref, file: path.posix.normalize(file.replaceAll('\\', '/')) } : undefined
}

const git = (args: readonly string[]): Buffer => {
  try {
    return execFileSync('git', args, { maxBuffer: MAX_BYTES + 1, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: Buffer }
    throw new Unusable(`git says: ${stderr?.toString().trim().split('\n').at(-1) || message}`)
  }
}

/**
 * The bytes of a file.
 *
 * @throws Unusable in git's words.
 */
export const bytesIn = ({ ref, file }: Committed): Buffer => {
  // A ref that starts with a dash would be an option.
  if (ref.startsWith('-')) throw new Unusable(`${ref}: is no commit`)
  try {
    return git(['cat-file', 'blob', `${ref}:./${file}`])
  } catch (error) {
    throw new Unusable(`${ref}:${file}: ${(error as Error).message}`)
  }
}

/** Reads a document of a commit, and the files to which it refers, as that commit has them. */
export const parseIn = ({ ref, file }: Committed, bytes: Uint8Array): Source => {
  // Paths are joined to this one, and what leads out of the working directory loses it.
  const here = `${ref}:./`
  return parse(bytes, `${here}${file}`, {
    open: (other) => {
      const named = other.replaceAll('\\', '/')
      if (!named.startsWith(here)) throw new FileFault('it is outside of the working directory, and only files in there are read')
      try {
        return bytesIn({ ref, file: named.slice(here.length) })
      } catch (error) {
        throw new FileFault((error as Error).message)
      }
    },
  })
}

/** The files of a folder of a commit that are wanted, by what they are called from there; nothing where there is no such folder. */
export const namedIn = ({ ref, file: folder }: Committed, isDocument: (file: string, text: () => string) => boolean) => {
  let listed: string
  try {
    listed = ref.startsWith('-') ? '' : git(['ls-tree', '-r', '-z', '--name-only', ref, '--', `./${folder}/`]).toString()
  } catch {
    // Whoever reads it as a file is told what git says.
    return undefined
  }
  const files = listed.split('\0').filter((file) => file !== '')
  if (files.length === 0) return undefined
  const names = files
    .map((file) => ({ file, name: path.posix.relative(folder, file) }))
    .filter(({ name }) => name.split('/').every(isWanted))
    .filter(({ file }) => isDocument(file, () => bytesIn({ ref, file }).toString()))
  return new Map(names.map(({ file, name }) => [name, `${ref}:${file}`] as const).sort())
}
