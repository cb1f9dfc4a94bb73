/** `statute import`: an OpenAPI document as a contract. */
import { existsSync, writeFileSync } from 'node:fs'
import { type Imported, modelOf, parse, read, toContract } from '../openapi/index.js'
import { printable } from '../report/paint.js'
import { drain, STDIN } from './sides.js'
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

/** Writes a document as a contract; the exit code. */
export const importDocument = async (file: string, options: ImportOptions, world: World): Promise<number> => {
  const { output, force = false, losses = false } = options
  const taken = () => new Unusable(`${output} is there already: --force writes over it`)
  if (output !== undefined && !force && existsSync(output)) throw taken()
  world.progress(`reading ${file === '-' ? STDIN : file}`)
  const source = file === '-' ? parse(await drain(world.input), STDIN) : await read(file)
  const api = modelOf(source)
  let shown = 0
  const imported = toContract(api, {
    onProgress: (doing, done, all) => {
      // A terminal that is written to for each of thousands is what takes the time.
      if (done < all && done < shown + 50) return
      shown = done < all ? done : 0
      world.progress(`writing ${doing} (${done} of ${all})`)
    },
  })
  world.progress(undefined)
  if (imported.routes === 0) throw new Unusable(`${source.file}: has no operations: nothing was written`)
  world.err(summary(imported, losses))
  if (output === undefined) world.out(imported.text)
  else
    try {
      writeFileSync(output, imported.text, { flag: force ? 'w' : 'wx' })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw code === 'EEXIST' ? taken() : new Unusable(`${output} cannot be written (${code})`)
    }
  const { routes, schemas, waivers } = imported
  world.err(
    `✔ ${counted(routes, 'route')}, ${counted(schemas, 'schema')}, ${counted(waivers, 'waiver')}${output ? `: ${printable(output)}` : ''}\n`,
  )
  return 0
}
