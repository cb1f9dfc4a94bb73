/**
 * What a client's types cost, counted by the compiler: instantiations per route, contract and client together, over the bare schemas.
 *
 *   node bench/client-types.mjs            measure and print
 *   node bench/client-types.mjs --check    the same, and fail where a count is over its budget in budget-client.json
 *   node bench/client-types.mjs --write    write budget-client.json anew (look for the reason first)
 *   … --large                              with 1,000 routes too
 *
 * Every route is called once and its reply told apart by status, with a field of every body read. Counts are exact and repeatable:
 * TypeScript 7, one checker, `skipLibCheck`, against the built declarations in dist/.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { conclude, number, root, typescript } from './budget.mjs'
import { calls } from './client-calls.mjs'
import { compile } from './compile.mjs'
import { matches } from './match-calls.mjs'
import { contract, schemas } from './model.mjs'

const work = `${root}.tmp/bench-client-types`
const front = '../../../dist/src/index.js'
const entry = '../../../dist/src/client/index.js'
// The slope is the same from 100 to 1,000; --large shows it.
const sizes = process.argv.includes('--large') ? [10, 40, 100, 1000] : [10, 40, 100]
const limits = { perRoute: 1800, perRouteMatched: 2500, growth: 1.05 }

if (!existsSync(`${root}dist/src/client/index.d.ts`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
rmSync(work, { recursive: true, force: true })

const counts = {}
for (const n of sizes) {
  const directory = `${work}/${n}`
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${directory}/schemas.ts`, schemas(n))
  writeFileSync(`${directory}/contract.ts`, contract(n, 'bare', front))
  writeFileSync(`${directory}/client.ts`, calls(n, entry))
  writeFileSync(`${directory}/match.ts`, matches(n, { client: entry, match: front }))
  const bare = await compile(directory, 'schemas.ts')
  counts[`contract-${n}`] = (await compile(directory, 'contract.ts')) - bare
  counts[`client-${n}`] = (await compile(directory, 'client.ts')) - bare
  counts[`match-${n}`] = (await compile(directory, 'match.ts')) - bare
}
const slope = (a, b, what = 'client') => (counts[`${what}-${b}`] - counts[`${what}-${a}`]) / (b - a)
const summary = {
  typescript,
  perRoute: slope(sizes.at(-2), sizes.at(-1)),
  perRouteMatched: slope(sizes.at(-2), sizes.at(-1), 'match'),
  growth: slope(sizes.at(-2), sizes.at(-1)) / slope(10, 40),
  counts,
}
console.log(`Instantiations over the bare schemas, TypeScript ${typescript}, one checker:`)
console.log(
  `  contract and client, told apart by status  ${number(summary.perRoute)} a route; ${sizes.map((n) => `${number(counts[`client-${n}`])} for ${number(n)}`).join(', ')}; growth ${summary.growth.toFixed(3)}`,
)
console.log(
  `  contract, client and match                 ${number(summary.perRouteMatched)} a route; ${sizes.map((n) => `${number(counts[`match-${n}`])} for ${number(n)}`).join(', ')}`,
)

conclude(summary, 'budget-client.json', [
  ...(summary.perRoute > limits.perRoute ? [`more than ${number(limits.perRoute)} a route`] : []),
  ...(summary.perRouteMatched > limits.perRouteMatched ? [`more than ${number(limits.perRouteMatched)} a route, matched`] : []),
  ...(summary.growth > limits.growth ? ['not linear'] : []),
])
