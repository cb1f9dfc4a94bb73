/**
 * What a server's types cost, counted by the compiler: instantiations per route, contract and handlers together, over the bare schemas.
 *
 *   node bench/server-types.mjs            measure and print
 *   node bench/server-types.mjs --check    the same, and fail where a count is over its budget in budget-server.json
 *   node bench/server-types.mjs --write    write budget-server.json anew (look for the reason first)
 *
 * Every route has a handler that reads what it is given and answers an error or a success. Counts are exact and repeatable:
 * TypeScript 7, one checker, `skipLibCheck`, against the built declarations in dist/.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { conclude, number, root, typescript } from './budget.mjs'
import { compile } from './compile.mjs'
import { contract, schemas } from './model.mjs'
import { floor, handlers } from './server-handlers.mjs'

const work = `${root}.tmp/bench-server-types`
const front = '../../../dist/src/index.js'
const entry = '../../../dist/src/server/index.js'
const sizes = [10, 40, 100]
/** What is aimed at, printed beside what is; what is checked is that no count grows. */
const aim = 2200
const limits = { growth: 1.05 }

if (!existsSync(`${root}dist/src/server/index.d.ts`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
rmSync(work, { recursive: true, force: true })

const styles = ['plain', 'reply', 'floor']
const counts = {}
for (const n of sizes) {
  const directory = `${work}/${n}`
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${directory}/schemas.ts`, schemas(n))
  writeFileSync(`${directory}/contract.ts`, contract(n, 'bare', front))
  for (const style of styles) writeFileSync(`${directory}/${style}.ts`, style === 'floor' ? floor(n) : handlers(n, style, entry))
  const bare = await compile(directory, 'schemas.ts')
  for (const style of styles) counts[`${style}-${n}`] = (await compile(directory, `${style}.ts`)) - bare
}
const slope = (style, a, b) => (counts[`${style}-${b}`] - counts[`${style}-${a}`]) / (b - a)
const each = (make) => Object.fromEntries(styles.map((style) => [style, make(style)]))
const summary = {
  typescript,
  perRoute: each((style) => slope(style, 40, 100)),
  growth: each((style) => slope(style, 40, 100) / slope(style, 10, 40)),
  counts,
}
console.log(`Instantiations over the bare schemas, TypeScript ${typescript}, one checker (aim ${number(aim)} a route):`)
const names = {
  plain: 'contract and handlers, plain objects out',
  reply: 'contract and handlers, reply(…) out    ',
  floor: 'an interface by hand and its handlers  ',
}
for (const style of styles)
  console.log(
    `  ${names[style]}  ${number(summary.perRoute[style])} a route; ${sizes.map((n) => `${number(counts[`${style}-${n}`])} for ${number(n)}`).join(', ')}; growth ${summary.growth[style].toFixed(3)}`,
  )

conclude(summary, 'budget-server.json', [
  ...styles.flatMap((style) => (summary.growth[style] > limits.growth ? [`${style}: not linear`] : [])),
])
