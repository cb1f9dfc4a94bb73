/** `statute lock`: what the contracts of a project promise, in a file to commit. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Change, changeKinds, compare, versionsOf, whomOf } from '../diff/index.js'
import { place, plural } from '../report/report.js'
import { compile, findProject, type Project, shown } from './compiler.js'
import { contractFiles, type Exported, loadContracts } from './contracts.js'
import { LOCK, type Lock, lockedSource, lockText, readLock } from './locks.js'
import { lockOf } from './normal.js'
import { Unusable, type World } from './world.js'

/** The lock file that holds for a project: in its folder, or nearest above it up to the repository. */
export const lockFileOf = (folder: string): string | undefined => {
  const file = path.join(folder, LOCK)
  if (existsSync(file)) return file
  const parent = path.dirname(folder)
  return parent === folder || existsSync(path.join(folder, '.git')) || existsSync(path.join(folder, 'package.json'))
    ? undefined
    : lockFileOf(parent)
}

/** Files as the lock names them: from its own folder. */
const relativeTo = (folder: string, exported: readonly Exported[]): readonly Exported[] =>
  exported.map((one) => ({ ...one, file: path.relative(folder, path.resolve(one.file)).replaceAll('\\', '/') }))

const encode = (lock: Lock): Uint8Array => new TextEncoder().encode(lockText(lock))

const line = ({ id, message, use }: Change): string =>
  `${place({ method: use.method, path: use.path, status: use.status })}: ${message} (${whomOf(changeKinds[id])})`.replace(/^: /, '')

const SHOWN = 10

/**
 * What a lock file no longer says: nothing when it is fresh.
 *
 * `whole` says that all contracts of the project are at hand, so that one that is missing was removed.
 */
export const staleness = (file: string, exported: readonly Exported[], whole: boolean): readonly string[] => {
  const bytes = readFileSync(file)
  const [before, now] = [readLock(bytes, shown(file)), lockOf(relativeTo(path.dirname(file), exported))]
  const lines: string[] = []
  for (const name of new Set([...Object.keys(before.contracts), ...Object.keys(now.contracts)])) {
    const [one, other] = [before.contracts[name], now.contracts[name]]
    if (!other) {
      if (whole) lines.push(`the contract ${name} is gone`)
      continue
    }
    if (!one) {
      lines.push(`the contract ${name} is new`)
      continue
    }
    // The text says whether it is the same, whatever the layout of the file.
    if (JSON.stringify(one) === JSON.stringify(other)) continue
    const versions = versionsOf(lockedSource(before, name, bytes, file).source, lockedSource(now, name, encode(now), file).source)
    const changes = compare(versions.old, versions.now, versions)
    if (changes.length === 0) lines.push(`${name} is written in another way; nothing changed for others`)
    for (const change of changes) lines.push(line(change))
  }
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more: statute diff ${LOCK} shows all`] : lines
}

/** The contracts of a project, by its compiler's list of files. */
const contractsOf = async (project: Project, world: World): Promise<readonly Exported[]> => {
  const files = project.files ?? contractFiles((await compile(project)).files)
  const { exported, errors } = await loadContracts(files, path.join(project.folder, 'package.json'), world.progress)
  if (errors[0]) throw new Unusable(errors[0].message)
  return exported
}

/** Writes the lock file; the exit code. */
export const lock = async (targets: readonly string[], options: { readonly output?: string }, world: World): Promise<number> => {
  const project = findProject(targets)
  const exported = await contractsOf(project, world)
  world.progress(undefined)
  if (exported.length === 0) throw new Unusable(`${shown(project.config ?? project.folder)} exports no contract: nothing was locked`)
  const file = path.resolve(options.output ?? lockFileOf(project.folder) ?? path.join(project.folder, LOCK))
  const made = lockOf(relativeTo(path.dirname(file), exported))
  // The contracts of some files leave those of the others as they were.
  const kept = project.files && existsSync(file) ? readLock(readFileSync(file), shown(file)).contracts : {}
  const names = new Set(Object.keys(made.contracts).map((name) => name.replace(/#.*$/, '')))
  const contracts = {
    ...Object.fromEntries(Object.entries(kept).filter(([name]) => !names.has(name.replace(/#.*$/, '')))),
    ...made.contracts,
  }
  const whole: Lock = { statute: 1, contracts: Object.fromEntries(Object.entries(contracts).sort(([a], [b]) => (a < b ? -1 : 1))) }
  try {
    writeFileSync(file, lockText(whole))
  } catch (error) {
    throw new Unusable(`${shown(file)} cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  world.out(`${shown(file)}: ${plural(Object.keys(whole.contracts).length, 'contract')}\n`)
  return 0
}
