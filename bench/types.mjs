/**
 * What the types cost, counted by the compiler: instantiations per declared route over the bare schemas.
 *
 *   node bench/types.mjs            measure and print
 *   node bench/types.mjs --check    the same, and fail where a count is over its budget in budget.json
 *   node bench/types.mjs --write    write budget.json anew (look for the reason first)
 *
 * Counts are exact and repeatable: TypeScript 7, one checker, `skipLibCheck`, against the built declarations in dist/.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { conclude, number, root, typescript } from './budget.mjs'
import { compile } from './compile.mjs'
import { contract, modules, reader, schemas } from './model.mjs'

const work = `${root}.tmp/bench-types`
const front = '../../../dist/src/index.js'
const sizes = [10, 100, 1000]

if (!existsSync(`${root}dist/src/index.d.ts`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
rmSync(work, { recursive: true, force: true })

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

const summary = {
  typescript,
  perRoute: { bare: slopes.bare.last, json: slopes.json.last },
  growth: { bare: slopes.bare.last / slopes.bare.first, json: slopes.json.last / slopes.json.first },
  counts,
}
console.log(`Instantiations over the bare schemas, TypeScript ${typescript}, one checker:`)
for (const style of ['bare', 'json'])
  console.log(
    `  ${style === 'bare' ? 'a bare schema under a status' : 'json(schema) everywhere     '}  ${number(slopes[style].last)} a route; ${sizes.map((n) => `${number(counts[`${style}-${n}`])} for ${number(n)}`).join(', ')}; growth ${summary.growth[style].toFixed(3)}`,
  )
console.log(
  `  1,000 routes read from source   ${number(counts['reader of the source'])}\n  … and from their declarations   ${number(counts['reader of the declarations'])}`,
)
console.log(`  a wrapper over a whole spec     ${number(counts['a wrapper that hands a whole spec on'])}`)

conclude(summary, 'budget.json', [
  ...['bare', 'json'].filter((style) => summary.perRoute[style] > 800).map((style) => `${style}: more than 800 a route`),
  ...['bare', 'json'].filter((style) => summary.growth[style] > 1.05).map((style) => `${style}: not linear`),
  ...(counts['reader of the declarations'] > counts['reader of the source'] ? ['declarations cost more to read than the source'] : []),
])
