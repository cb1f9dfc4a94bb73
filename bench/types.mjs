/**
 * What the types cost, counted by the compiler: instantiations per declared route over the bare schemas.
 *
 *   node bench/types.mjs            measure and print
 *   node bench/types.mjs --check    the same, and fail where a count is over its budget in budget.json
 *   node bench/types.mjs --write    write budget.json anew (look for the reason first)
 *
 * Counts are exact and repeatable: TypeScript 7, one checker, `skipLibCheck`, against the built declarations in dist/.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { contract, modules, reader, schemas } from './model.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = `${root}.tmp/bench-types`
const front = '../../../dist/src/index.js'
const budgetFile = `${root}bench/budget.json`
const sizes = [10, 100, 1000]
const say = process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001B[K${text}`) : () => {}

if (!existsSync(`${root}dist/src/index.d.ts`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
rmSync(work, { recursive: true, force: true })

const options = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
  lib: ['es2023', 'dom', 'dom.iterable'],
}

/** Compiles one file and what it imports; throws when it does not compile. */
const compile = async (directory, file, more = { noEmit: true }) => {
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
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)[1])
}

const prepare = (name, files) => {
  const directory = `${work}/${name}`
  mkdirSync(directory, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(`${directory}/${file}`, text)
  return directory
}

const counts = {}
const slopes = {}
const bare = {}
for (const n of sizes) bare[n] = await compile(prepare(`schemas-${n}`, { 'schemas.ts': schemas(n) }), 'schemas.ts')
for (const style of ['bare', 'json']) {
  for (const n of sizes) {
    const directory = prepare(`${style}-${n}`, { 'schemas.ts': schemas(n), 'contract.ts': contract(n, style, front) })
    counts[`${style}-${n}`] = (await compile(directory, 'contract.ts')) - bare[n]
  }
  const slope = (a, b) => (counts[`${style}-${b}`] - counts[`${style}-${a}`]) / (b - a)
  slopes[style] = { first: slope(10, 100), last: slope(100, 1000) }
}

// 1,000 routes in a module of their own: their declarations are emitted, and read by another program.
const source = prepare('source', { ...modules(1000, front), 'reader.ts': reader(1000) })
await compile(source, 'api.ts', { declaration: true, emitDeclarationOnly: true, rootDir: source, outDir: `${work}/declared` })
counts['reader of the source'] = await compile(source, 'reader.ts')
counts['reader of the declarations'] = await compile(prepare('declared', { 'reader.ts': reader(1000) }), 'reader.ts')

// A function of the user's own that takes a whole spec and hands it on. Without the variances of `Check` written down, the compiler
// works them out by comparing the check of every status with itself, for half a minute.
const wrapped = (body) => `import { get, type Checked, type Rfc9110, type Spec } from '${front}'
export const versioned = <const S extends Spec>(spec: Checked<Rfc9110, 'GET', '/v1/me', S>) => ${body}
`
const wrapper = prepare('wrapper', { 'bare.ts': wrapped(`[get, spec] as const`), 'wrapper.ts': wrapped(`get('/v1/me', spec)`) })
counts['a wrapper that hands a whole spec on'] = (await compile(wrapper, 'wrapper.ts')) - (await compile(wrapper, 'bare.ts'))
say('')

const summary = {
  typescript: JSON.parse(readFileSync(`${root}node_modules/typescript/package.json`, 'utf8')).version,
  perRoute: { bare: slopes.bare.last, json: slopes.json.last },
  growth: { bare: slopes.bare.last / slopes.bare.first, json: slopes.json.last / slopes.json.first },
  counts,
}
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 1 })
console.log(`Instantiations over the bare schemas, TypeScript ${summary.typescript}, one checker:`)
for (const style of ['bare', 'json'])
  console.log(
    `  ${style === 'bare' ? 'a bare schema under a status' : 'json(schema) everywhere     '}  ${number(slopes[style].last)} a route; ${sizes.map((n) => `${number(counts[`${style}-${n}`])} for ${number(n)}`).join(', ')}; growth ${summary.growth[style].toFixed(3)}`,
  )
console.log(
  `  1,000 routes read from source   ${number(counts['reader of the source'])}\n  … and from their declarations   ${number(counts['reader of the declarations'])}`,
)
console.log(`  a wrapper over a whole spec     ${number(counts['a wrapper that hands a whole spec on'])}`)

if (process.argv.includes('--json')) console.log(JSON.stringify(summary, null, 2))
if (process.argv.includes('--write')) writeFileSync(budgetFile, `${JSON.stringify(summary, null, 2)}\n`)
if (process.argv.includes('--check')) {
  const budget = JSON.parse(readFileSync(budgetFile, 'utf8'))
  const failures = [
    ...Object.entries(counts)
      .filter(([name, count]) => !(count <= budget.counts[name]))
      .map(([name, count]) => `${name}: ${number(count)} is over the budget of ${number(budget.counts[name] ?? 0)}`),
    ...['bare', 'json'].filter((style) => summary.perRoute[style] > 800).map((style) => `${style}: more than 800 a route`),
    ...['bare', 'json'].filter((style) => summary.growth[style] > 1.05).map((style) => `${style}: not linear`),
    ...(counts['reader of the declarations'] > counts['reader of the source'] ? ['declarations cost more to read than the source'] : []),
  ]
  const spare = Object.entries(counts).filter(([name, count]) => count < budget.counts[name])
  for (const [name, count] of spare) console.log(`  ${name} is ${number(budget.counts[name] - count)} under its budget: lower it`)
  for (const failure of failures) console.error(`over budget: ${failure}`)
  if (failures.length) process.exit(1)
  console.log('within budget')
}
