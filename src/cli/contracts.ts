/** The contracts that a project exports, loaded as its own modules. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createJiti } from 'jiti'
import { isContract, isRoute } from '../contract/route.js'
import type { Diagnostic } from '../report/report.js'
import type { Position } from '../rules/finding.js'
import { findProject, shown } from './compiler.js'
import { Unusable, type World } from './world.js'

type Contract = Parameters<typeof import('../contract/describe.js').describe>[0]

/** An exported contract. */
export interface Exported {
  /** As the user would write it. */
  readonly file: string
  /** The name of the export. */
  readonly name: string
  readonly contract: Contract
}

/**
 * Whether a module may export a contract: it exports something, and it calls `contract` or takes it from Statute.
 *
 * Loading a module runs it, so nothing is loaded that only uses contracts: a server would start.
 */
export const mayExport = (text: string): boolean =>
  /\bexport\b/.test(text) &&
  (/\bcontract\s*(?:<[^>()]*>)?\s*\(/.test(text) ||
    /\bimport\s*\{[^}]*\bcontract\b[^}]*\}\s*from\s*(['"])statute\1/.test(text) ||
    /\bimport\s*\*\s*as\s+[\w$]+\s+from\s*(['"])statute\1/.test(text))

/** The contracts inside of a contract. */
function* nested(routes: unknown): Generator<unknown> {
  if (typeof routes !== 'object' || routes === null || isRoute(routes)) return
  for (const value of Object.values(routes)) {
    if (isContract(value)) yield value
    yield* nested(isContract(value) ? value.routes : value)
  }
}

const PATIENCE = 30_000

const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it was still loading after ${PATIENCE / 1000} seconds`)), PATIENCE)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** What the loaded modules may not do meanwhile: write into the report, end the process, or fail unseen. */
const guarded = async <T>(work: () => Promise<T>, failed: (error: unknown) => void): Promise<T> => {
  const { exit } = process
  const { write } = process.stdout
  process.exit = () => {
    throw new Error('it calls process.exit()')
  }
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write
  process.on('unhandledRejection', failed)
  process.on('uncaughtException', failed)
  try {
    return await work()
  } finally {
    process.exit = exit
    process.stdout.write = write
    process.off('unhandledRejection', failed)
    process.off('uncaughtException', failed)
  }
}

const reason = (error: unknown): string => ((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').trim()

/** Where a module of the user's threw: lines stay where they are when a module is loaded, columns do not. */
const thrownAt = (error: unknown): Position | undefined => {
  const frames = (error instanceof Error ? (error.stack ?? '') : '').matchAll(
    /(?:^|[(\s]|file:\/\/)((?:\/|[A-Za-z]:[\\/])[^\n():]+):(\d+):\d+/g,
  )
  for (const [, file = '', line] of frames)
    if (!/[\\/]node_modules[\\/]/.test(file) && path.dirname(file) !== import.meta.dirname)
      return { file: shown(file), line: Number(line), column: 1 }
  return undefined
}

/** Loads modules one after the other; a module that cannot be loaded is an error, and the others are loaded all the same. */
export const loadContracts = async (
  files: readonly string[],
  base: string,
  progress: (doing: string) => void,
): Promise<{
  readonly exported: readonly Exported[]
  readonly errors: readonly Diagnostic[]
  /** The files that have errors. */
  readonly unloaded: readonly string[]
}> => {
  const jiti = createJiti(base, { fsCache: false, interopDefault: true, tsconfigPaths: true })
  const known = new Set<unknown>()
  const exported: Exported[] = []
  const errors: Diagnostic[] = []
  const unloaded: string[] = []
  let current = ''
  const failed = (error: unknown) => {
    unloaded.push(current)
    const position = thrownAt(error) ?? { file: current, line: 1, column: 1 }
    errors.push({ code: 'load', message: `${current} cannot be loaded: ${reason(error)}`, position })
  }
  await guarded(async () => {
    for (const file of files) {
      current = shown(file)
      progress(`loading ${current}`)
      try {
        const module = await inTime(jiti.import<Readonly<Record<string, unknown>>>(file))
        for (const [name, value] of Object.entries(module)) {
          if (!isContract(value) || known.has(value)) continue
          known.add(value)
          exported.push({ file: current, name, contract: value })
        }
      } catch (error) {
        failed(error)
      }
    }
  }, failed)
  // A contract that is part of another is judged there, once, with all that it has in common.
  const inner = new Set(exported.flatMap(({ contract }) => [...nested(contract.routes)]))
  return { exported: exported.filter(({ contract }) => !inner.has(contract)), errors, unloaded }
}

/** The files of a program that may export a contract. */
export const contractFiles = (files: readonly string[]): string[] => files.filter((file) => mayExport(readFileSync(file, 'utf8')))

/** The one contract that is wanted. */
const choose = (exported: readonly Exported[], file: string, wanted: string | undefined, otherwise: string): Exported => {
  const names = exported.map(({ name }) => name).join(', ')
  const [only, ...others] = exported
  if (!only) throw new Unusable(`${file} exports no contract: ${otherwise}`)
  if (wanted !== undefined) {
    const found = exported.find(({ name }) => name === wanted)
    if (!found) throw new Unusable(`${file} exports no contract ${wanted}; it exports ${names}`)
    return found
  }
  if (others.length > 0) throw new Unusable(`${file} exports several contracts: choose one with --export (${names})`)
  return only
}

/** Loads the contract of a file, the one called `wanted` where it exports several; `otherwise` is what comes of having none. */
export const loadContract = async (
  file: string,
  wanted: string | undefined,
  otherwise: string,
  world: World,
): Promise<Exported & { readonly source: string }> => {
  const { files: [source] = [], folder } = findProject([file])
  if (source === undefined) throw new Unusable(`${file} is not a file that exports a contract`)
  const { exported, errors } = await loadContracts([source], path.join(folder, 'package.json'), world.progress)
  world.progress(undefined)
  if (errors[0]) throw new Unusable(errors[0].message)
  return { ...choose(exported, file, wanted, otherwise), source }
}
