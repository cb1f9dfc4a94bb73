/** `statute import`: an OpenAPI document as a contract, in a file or in a folder of them. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { modelOf } from '../openapi/api.js'
import type { Imported } from '../openapi/import/index.js'
import { parse, read } from '../openapi/source.js'
import { printable } from '../report/paint.js'
import { drain, STDIN } from './input.js'
import { Unusable, type World } from './world.js'

export interface ImportOptions {
  readonly output?: string
  readonly force?: boolean
  readonly losses?: boolean
}

const counted = (count: number, thing: string): string => `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

/** What was lost, each kind once: how often, and where first; with every place where that is asked for. */
const summary = ({ losses }: Imported, whole: boolean): string => {
  const kinds = new Map<string, string[]>()
  for (const { message, place } of losses) {
    const places = kinds.get(message)
    if (places) places.push(place)
    else kinds.set(message, [place])
  }
  return [...kinds]
    .map(([message, places]) => {
      const first = places.length > 1 ? `${places.length.toLocaleString('en')} places, first ${places[0]}` : places[0]
      const all = whole && places.length > 1 ? places.map((place) => `        ${printable(place)}\n`).join('') : ''
      return `note: ${printable(message)} (${printable(first!)})\n${all}`
    })
    .join('')
}

/** Whether a folder is meant: one that is there, or a path that ends as a folder's does. */
const isFolder = (output: string): boolean => /[/\\]$/.test(output) || statSync(output, { throwIfNoEntry: false })?.isDirectory() === true

/** A few of them by name. */
const listed = (files: readonly string[]): string =>
  `${files.slice(0, 3).map(printable).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}`

const taken = (files: readonly string[]): Unusable =>
  new Unusable(
    `${listed(files)} ${files.length === 1 ? 'is' : 'are'} there already: --force writes over ${files.length === 1 ? 'it' : 'them'}`,
  )

/** Writes files that are not there yet, or over those that are. */
const writeAll = (files: ReadonlyMap<string, string>, force: boolean): void => {
  const there = force ? [] : [...files.keys()].filter((file) => existsSync(file))
  if (there.length > 0) throw taken(there)
  for (const [file, text] of files)
    try {
      writeFileSync(file, text, { flag: force ? 'w' : 'wx' })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw code === 'EEXIST' ? taken([file]) : new Unusable(`${file} cannot be written (${code})`)
    }
}

/** Writes a folder; what an earlier import may have left there stays, and is named. */
const writeFolder = (folder: string, modules: ReadonlyMap<string, string>, force: boolean, world: World): void => {
  const files = new Map([...modules].map(([name, text]) => [path.join(folder, name), text]))
  try {
    for (const file of files.keys()) mkdirSync(path.dirname(file), { recursive: true })
  } catch (error) {
    throw new Unusable(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
  writeAll(files, force)
  const routes = path.join(folder, 'routes')
  const found = ['schemas.ts', 'examples.ts', 'shared.ts'].map((name) => path.join(folder, name)).filter((file) => existsSync(file))
  for (const name of readdirSync(routes, { recursive: true, encoding: 'utf8' })) found.push(path.join(routes, name))
  const left = found.filter((file) => file.endsWith('.ts') && !files.has(file)).sort()
  if (left.length > 0) world.err(`note: left as it was, and no part of this import: ${listed(left)}\n`)
}

/** Writes a document as a contract; the exit code. */
export const importDocument = async (file: string, options: ImportOptions, world: World): Promise<number> => {
  const { output, force = false, losses = false } = options
  if (/\.[cm]?[jt]sx?$/.test(file))
    throw new Unusable(`${file} is a program, not an OpenAPI document: statute openapi writes one out of a contract`)
  const inFolder = output !== undefined && isFolder(output)
  const entry = inFolder ? path.join(output, 'contract.ts') : output
  if (entry !== undefined && !force && existsSync(entry)) throw taken([entry])
  world.progress(`reading ${file === '-' ? STDIN : file}`)
  const source = file === '-' ? parse(await drain(world.input), STDIN) : await read(file)
  const api = modelOf(source)
  const { toContract, toModules } = await import('../openapi/import/index.js')
  let shown = 0
  const onProgress = (doing: string, done: number, all: number) => {
    // A terminal that is written to for each of thousands is what takes the time.
    if (done < all && done < shown + 50) return
    shown = done < all ? done : 0
    world.progress(`writing ${doing} (${done} of ${all})`)
  }
  const imported = inFolder ? toModules(api, { onProgress }) : toContract(api, { onProgress })
  world.progress(undefined)
  if (imported.routes === 0) throw new Unusable(`${source.file}: has no operations: nothing was written`)
  world.err(summary(imported, losses))
  if ('modules' in imported) writeFolder(output!, imported.modules, force, world)
  else if (output === undefined) world.out(imported.text)
  else writeAll(new Map([[output, imported.text]]), force)
  const { routes, schemas, waivers } = imported
  world.err(
    `✔ ${counted(routes, 'route')}, ${counted(schemas, 'schema')}, ${counted(waivers, 'waiver')}${entry ? `: ${printable(entry)}` : ''}\n`,
  )
  return 0
}
