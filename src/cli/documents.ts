/** What `lint` and `judge` have in common: several files, each judged by itself, in one report. */
import { readFileSync } from 'node:fs'
import { SourceError } from '../openapi/error.js'
import { textOf } from '../openapi/source.js'
import { printable } from '../report/paint.js'
import { type Judged, type Report, report } from '../report/report.js'
import { filesOf } from './files.js'
import { drain, STDIN } from './input.js'
import { type Options, publish } from './options.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

/** How the standard input is asked for. */
const STDIN_ARGUMENT = '-'

/** What cannot be used: a line for the user. */
export const isUnusable = (error: unknown): error is Error => error instanceof SourceError || error instanceof Unusable

/** What the user named, each file once; and what names nothing. */
const named = (args: readonly string[]): { readonly files: readonly string[]; readonly unusable: readonly Error[] } => {
  const files = new Set<string>()
  const unusable: Error[] = []
  for (const argument of args)
    try {
      for (const file of filesOf(argument)) files.add(file)
    } catch (error) {
      if (!isUnusable(error)) throw error
      unusable.push(error)
    }
  return { files: [...files], unusable }
}

/**
 * Judges files and reports; the exit code. `judged` judges one of them, the standard input by its bytes.
 *
 * A file that cannot be judged does not keep the others from it: it has its line, and the code is 2.
 */
export const judgeFiles = async (
  command: Report['command'],
  args: readonly string[],
  judged: (file: string, bytes: Uint8Array | undefined) => Promise<Judged>,
  options: Options,
  world: World,
): Promise<number> => {
  const { files, unusable: unnamed } = named(args)
  const unusable = [...unnamed]
  const documents: Judged[] = []
  let input: Uint8Array | undefined
  for (const [index, argument] of files.entries())
    try {
      const isInput = argument === STDIN_ARGUMENT
      const file = isInput ? STDIN : argument
      world.progress(`judging ${file}${files.length > 1 ? ` (${index + 1} of ${files.length})` : ''}`)
      const bytes = isInput ? await drain(world.input) : undefined
      input ??= bytes
      documents.push(await judged(file, bytes))
    } catch (error) {
      if (!isUnusable(error)) throw error
      unusable.push(error)
    }
  world.progress(undefined)
  const [first] = unusable
  // One alone is said as any other command says it.
  if (first && files.length + unnamed.length === 1) throw first

  let code = 0
  if (documents.length > 0) {
    // Whoever has judged has them; whoever could not, and only says so, needs none.
    const { rules } = await import('../rules/index.js')
    const found = report(
      {
        command,
        version,
        documents,
        book: Object.values(rules),
        several: files.length + unnamed.length > 1,
        source: (name) => (name === STDIN ? input && textOf(input, name) : textOf(readFileSync(name), name)),
      },
      options,
    )
    // JSON has no place for what was not judged, and nobody should take silence for a pass.
    if (options.format === 'json' || options.format === 'junit')
      for (const document of found.documents) for (const note of document.notes) world.err(`note: ${note}\n`)
    code = publish(found, options, world)
  }
  for (const { message } of unusable) world.err(`statute: ${printable(message)}\n`)
  return unusable.length > 0 ? 2 : code
}
