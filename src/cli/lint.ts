/** `statute lint`: the rules over OpenAPI documents. */
import { readFileSync } from 'node:fs'
import { lint as judgeSource, parse, read, type Source, SourceError } from '../openapi/index.js'
import { printable } from '../report/paint.js'
import { type Judged, report } from '../report/report.js'
import { filesOf } from './files.js'
import { type Options, publish } from './options.js'
import { drain } from './sides.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

/** How the standard input is asked for, and how it is called. */
const STDIN_ARGUMENT = '-'
const STDIN = '<stdin>'

/** What cannot be used: a line for the user. */
const isUnusable = (error: unknown): error is Error => error instanceof SourceError || error instanceof Unusable

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

/** Judges one document. */
const judged = (source: Source): Judged => {
  const { document, operations, findings, notes, description } = judgeSource(source)
  if (operations === 0) throw new Unusable(`${document}: has no operations: nothing was checked`)
  return {
    file: document,
    operations,
    responses: description.operations.reduce((sum, { responses }) => sum + responses.length, 0),
    findings,
    waivers: [],
    notes: notes.map(({ message, position }) => `${position.file}:${position.line}:${position.column}: ${message}`),
  }
}

/**
 * Judges documents and reports; the exit code.
 *
 * A document that cannot be judged does not keep the others from it: it has its line, and the code is 2.
 */
export const lint = async (args: readonly string[], options: Options, world: World): Promise<number> => {
  const { files, unusable: unnamed } = named(args)
  const unusable = [...unnamed]
  const documents: Judged[] = []
  let text: string | undefined
  for (const [index, file] of files.entries()) {
    const count = files.length > 1 ? ` (${index + 1} of ${files.length})` : ''
    try {
      world.progress(`reading ${file === STDIN_ARGUMENT ? STDIN : file}${count}`)
      let source: Source
      if (file === STDIN_ARGUMENT) {
        const bytes = await drain(world.input)
        source = parse(bytes, STDIN)
        text = bytes.toString()
      } else source = await read(file)
      world.progress(`judging ${source.file}${count}`)
      documents.push(judged(source))
    } catch (error) {
      if (!isUnusable(error)) throw error
      unusable.push(error)
    }
  }
  world.progress(undefined)
  const [first] = unusable
  // One alone is said as any other command says it.
  if (first && files.length + unnamed.length === 1) throw first

  let code = 0
  if (documents.length > 0) {
    const found = report(
      {
        command: 'lint',
        version,
        documents,
        several: files.length + unnamed.length > 1,
        source: (name) => (name === STDIN ? text : readFileSync(name, 'utf8')),
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
