/** `statute lint`: the rules over an OpenAPI document. */
import { readFileSync } from 'node:fs'
import { lint as judgeSource, MAX_BYTES, parse, read, type Source } from '../openapi/index.js'
import { report } from '../report/report.js'
import { type Options, publish } from './options.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

const STDIN = '<stdin>'

const drain = async (input: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    size += chunk.length
    // The reader says that it is too large; there is no need to wait for the end.
    if (size > MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}

/** Judges a document and reports; the exit code. */
export const lint = async (file: string, options: Options, world: World): Promise<number> => {
  world.progress(`reading ${file === '-' ? STDIN : file}`)
  let source: Source
  let text: string | undefined
  if (file === '-') {
    const bytes = await drain(world.input)
    source = parse(bytes, STDIN)
    text = bytes.toString()
  } else source = await read(file)
  world.progress(`judging ${source.file}`)
  const { document, operations, findings, notes, description } = judgeSource(source)
  world.progress(undefined)
  if (operations === 0) throw new Unusable(`${document}: has no operations: nothing was checked`)

  const found = report(
    {
      command: 'lint',
      version,
      documents: [
        {
          file: document,
          operations,
          responses: description.operations.reduce((sum, { responses }) => sum + responses.length, 0),
          findings,
          waivers: [],
          notes: notes.map(({ message, position }) => `${position.file}:${position.line}:${position.column}: ${message}`),
        },
      ],
      source: (name) => (name === STDIN ? text : readFileSync(name, 'utf8')),
    },
    options,
  )
  // JSON's one object has no place for what was not judged, and nobody should take silence for a pass.
  if (options.format === 'json' || options.format === 'junit')
    for (const document of found.documents) for (const note of document.notes) world.err(`note: ${note}\n`)
  return publish(found, options, world)
}
