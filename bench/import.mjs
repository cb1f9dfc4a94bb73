/**
 * What importing costs: every document of `../shared/corpus/openapi` as a contract, and each contract under TypeScript 7.
 *
 * Runs the built `dist` (`npm run build` first), each compiler in a process of its own, with the package's own declarations.
 * `node bench/import.mjs [--types] [part of a name …]`; where the documents are absent this says so. Times are of the process (user and
 * system), since a busy machine makes the clock say anything; instantiations are exact.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const corpus = path.join(root, '../shared/corpus/openapi')
if (!existsSync(corpus)) {
  console.log(`bench/import: there is no ${corpus}`)
  process.exit()
}
const { modelOf, parse, read, toContract } = await import(new URL('../dist/src/openapi/index.js', import.meta.url))

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const files = readdirSync(corpus)
  .filter((file) => file !== 'MANIFEST.json' && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
  .sort()

/** Below the package, where `statute` and `zod` are found. */
const folder = path.join(root, '.tmp/import')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

/** A document; one of many files is unpacked first. */
const open = async (file) => {
  const bytes = readFileSync(path.join(corpus, file))
  if (!file.endsWith('.tar.gz')) return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, file)
  const unpacked = mkdtempSync(path.join(tmpdir(), 'statute-corpus-'))
  spawnSync('tar', ['-xzf', path.join(corpus, file), '-C', unpacked])
  const all = readdirSync(unpacked, { recursive: true })
  const main =
    all.find((name) => /(^|\/)DigitalOcean-public\.v2\.ya?ml$/.test(name)) ?? all.find((name) => /(^|\/)openapi\.ya?ml$/.test(name))
  return read(path.join(unpacked, main))
}

const seconds = (microseconds) => `${(microseconds / 1e6).toFixed(1)} s`
const options = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

/** The contract under the compiler. */
const compiled = (name) => {
  const config = path.join(folder, `${name}.json`)
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include: [], files: [`${name}.ts`] }))
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync('/bin/sh', ['-c', `"$0" "$1" -p "$2" --extendedDiagnostics`, process.execPath, tsc, config], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const figure = (label) => new RegExp(`^${label}:\\s*([\\d.]+)`, 'm').exec(stdout)?.[1]
  const errors = stdout.match(/error TS\d+/g) ?? []
  const first = /^.*error TS\d+.*$/m.exec(stdout)?.[0]
  return {
    errors: errors.length,
    first,
    instantiations: Number(figure('Instantiations')),
    check: Number(figure('Check time')),
    total: Number(figure('Total time')),
  }
}

let bad = 0
for (const file of files) {
  const name = file.replace(/(\.json|\.ya?ml)?(\.tar)?(\.gz)?$/, '')
  try {
    const source = await open(file)
    const start = process.cpuUsage()
    const api = modelOf(source)
    const made = toContract(api)
    const { user, system } = process.cpuUsage(start)
    writeFileSync(path.join(folder, `${name}.ts`), made.text)
    const line = [
      name,
      `${made.routes} routes`,
      `${made.schemas} schemas`,
      `${made.waivers} waivers`,
      `${made.losses.length} losses`,
      `${Math.round(made.text.length / 1024)} kB`,
      seconds(user + system),
    ]
    if (args.includes('--types')) {
      const { errors, first, instantiations, check, total } = compiled(name)
      line.push(`${errors} errors`, `${instantiations.toLocaleString('en')} instantiations`, `check ${check} s of ${total} s (clock)`)
      if (first) line.push(`\n    ${first.slice(0, 300)}`)
      bad += errors
    }
    console.log(line.join('  '))
  } catch (error) {
    bad++
    console.log(`${name}  cannot be imported: ${error.message}`)
  }
}
console.log(`${files.length} documents, ${bad} errors`)
process.exitCode = bad > 0 ? 1 : 0
