/**
 * What importing costs: every document of `../shared/corpus/openapi` as a contract, and each contract under TypeScript 7.
 *
 * Runs the built `dist` (`npm run build` first), each compiler in a process of its own, with the package's own declarations.
 * `node bench/import.mjs [--folder] [--types] [--declarations] [part of a name …]`: one file, or a folder of them; `--types` compiles it;
 * `--declarations` makes a folder, has TypeScript 5.9, 6.0 and 7.0 write its declarations, and holds what is read back from those against
 * the source, and its operationIds against those of the document. Times are of the process (user and system), since a busy machine makes
 * the clock say anything; instantiations are exact.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { documents, nameOf, open } from './corpus.mjs'

const args = process.argv.slice(2)
const files = documents(args.filter((arg) => !arg.startsWith('--')))
const [withTypes, withDeclarations] = [args.includes('--types'), args.includes('--declarations')]
const inFolder = args.includes('--folder') || withDeclarations
const { modelOf, toContract, toModules } = await import(new URL('../dist/src/openapi/index.js', import.meta.url))
const { describe } = await import(new URL('../dist/src/contract/describe.js', import.meta.url))

const root = fileURLToPath(new URL('..', import.meta.url))
/** Below the package, where `statute` and `zod` are found. */
const folder = path.join(root, '.tmp/import')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const jiti = createJiti(path.join(root, 'package.json'), { fsCache: false, alias: { statute: path.join(root, 'dist/src/index.js') } })

const write = (at, text) => {
  mkdirSync(path.dirname(at), { recursive: true })
  writeFileSync(at, text)
}
const seconds = (microseconds) => `${(microseconds / 1e6).toFixed(1)} s`
const kB = (bytes) => `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`
const options = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  types: [],
}

/** A file, with all that it imports, under a compiler. */
const compiled = (compiler, file, more) => {
  const config = path.join(folder, `${path.basename(file, '.ts')}.${compiler}.json`)
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...options, ...more }, include: [], files: [file] }))
  const tsc = path.join(root, `node_modules/${compiler}/bin/tsc`)
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', config, '--extendedDiagnostics'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const figure = (label) => new RegExp(`^${label}:\\s*([\\d.]+)`, 'm').exec(stdout)?.[1]
  const errors = stdout.match(/error TS\d+/g) ?? []
  const first = /^.*error TS\d+.*$/m.exec(stdout)?.[0]
  return {
    said: [`${errors.length} errors`, ...(first ? [`\n    ${first.slice(0, 300)}`] : [])],
    errors: errors.length,
    instantiations: Number(figure('Instantiations')).toLocaleString('en'),
    check: Number(figure('Check time')),
    total: Number(figure('Total time')),
  }
}

/** What the declarations of a folder come to: written by each compiler, and read back by it. */
const declared = (name) => {
  const lines = []
  for (const compiler of ['ts59', 'ts60', 'typescript']) {
    const outDir = `declared-${compiler}/${name}`
    const wrote = compiled(compiler, `${name}/contract.ts`, { declaration: true, emitDeclarationOnly: true, rootDir: name, outDir })
    const written = readdirSync(path.join(folder, outDir), { recursive: true }).filter((file) => file.endsWith('.d.ts'))
    const size = (file) => statSync(path.join(folder, outDir, file)).size
    const reader = `${name}.${compiler}.ts`
    write(
      path.join(folder, reader),
      [
        "import { client } from 'statute/client'",
        `import { api as source } from './${name}/contract.js'`,
        `import { api as declared } from './${outDir}/contract.js'`,
        'export const there: typeof source = declared',
        'export const back: typeof declared = source',
        "const calls = client(source, { baseUrl: '' })",
        "export const called: typeof calls = client(declared, { baseUrl: '' })",
        '',
      ].join('\n'),
    )
    const read = compiled(compiler, reader, { noEmit: true })
    bad += wrote.errors + read.errors
    lines.push(
      `\n    ${compiler}: ${wrote.said.join(' ')} in ${wrote.total} s (clock), contract.d.ts ${size('contract.d.ts')} bytes, all ${kB(written.reduce((sum, file) => sum + size(file), 0))};`,
      `read back: ${read.said.join(' ')} in ${read.total} s`,
    )
  }
  return lines.join(' ')
}

/** The operationIds that would be written are those that were read. */
const named = async (api, name) => {
  const module = await jiti.import(path.join(folder, name, 'contract.ts'))
  const again = new Set(describe(module.api, name).operations.map(({ name: key, spec }) => spec.openapi?.operationId ?? key))
  const lost = api.operations.filter(({ id }) => id !== undefined && !again.has(id)).map(({ id }) => id)
  bad += lost.length
  return lost.length === 0 ? 'operationIds kept' : `${lost.length} operationIds lost, first ${lost[0]}`
}

let bad = 0
for (const file of files) {
  const name = nameOf(file)
  try {
    const source = await open(file)
    const start = process.cpuUsage()
    const api = modelOf(source)
    const made = inFolder ? toModules(api) : toContract(api)
    const { user, system } = process.cpuUsage(start)
    const modules = inFolder ? made.modules : new Map([[`../${name}.ts`, made.text]])
    for (const [at, text] of modules) write(path.join(folder, name, at), text)
    const size = [...modules.values()].reduce((sum, text) => sum + text.length, 0)
    const line = [
      name,
      `${made.routes} routes`,
      `${made.schemas} schemas`,
      `${made.waivers} waivers`,
      `${made.losses.length} losses`,
      ...(inFolder ? [`${modules.size} files`] : []),
      kB(size),
      seconds(user + system),
    ]
    if (withTypes) {
      const { said, errors, instantiations, check, total } = compiled('typescript', inFolder ? `${name}/contract.ts` : `${name}.ts`, {
        noEmit: true,
      })
      line.push(...said, `${instantiations} instantiations`, `check ${check} s of ${total} s (clock)`)
      bad += errors
    }
    if (withDeclarations) line.push(await named(api, name), declared(name))
    console.log(line.join('  '))
  } catch (error) {
    bad++
    console.log(`${name}  cannot be imported: ${error.message}`)
  }
}
console.log(`${files.length} documents, ${bad} errors`)
process.exitCode = bad > 0 ? 1 : 0
