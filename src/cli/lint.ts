/** `statute lint`: the rules over OpenAPI documents. */
import { parse, read, type Source } from '../openapi/source.js'
import type { Judged } from '../report/report.js'
import { judgeFiles } from './documents.js'
import type { Options } from './options.js'
import { Unusable, type World } from './world.js'

/** Judges one document; only one that could be read has the rules imported. */
const judged = async (source: Source): Promise<Judged> => {
  const { lint: judgeSource } = await import('../openapi/lint.js')
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

/** Judges documents and reports; the exit code. */
export const lint = (args: readonly string[], options: Options, world: World): Promise<number> =>
  judgeFiles('lint', args, async (file, bytes) => judged(bytes ? parse(bytes, file) : await read(file)), options, world)
