/** Counts what the compiler instantiates: exact and repeatable, with one checker. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { root } from './budget.mjs'

const options = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
  lib: ['es2023', 'dom', 'dom.iterable'],
}
const say = process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001B[K${text}`) : () => {}

/** Compiles one file and what it imports; throws when it does not compile. */
export const compile = async (directory, file, more = { noEmit: true }) => {
  writeFileSync(`${directory}/tsconfig.json`, JSON.stringify({ compilerOptions: { ...options, ...more }, files: [file] }))
  say(`${directory.slice(root.length)}/${file}`)
  const run = promisify(execFile)(
    process.execPath,
    [`${root}node_modules/typescript/bin/tsc`, '-p', directory, '--extendedDiagnostics', '--singleThreaded', '--pretty', 'false'],
    { maxBuffer: 1 << 26 },
  )
  const { stdout } = await run.catch((error) => {
    throw new Error(`${directory}/${file} does not compile:\n${String(error.stdout ?? error).slice(0, 2000)}`)
  })
  say('')
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)[1])
}
