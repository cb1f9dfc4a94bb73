/** What a bench of types does with its counts: `--json` prints them, `--write` makes them the budget, `--check` holds them to it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const typescript = JSON.parse(readFileSync(`${root}node_modules/typescript/package.json`, 'utf8')).version
export const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 1 })

/** `failures` are limits of the bench's own that a count is over. */
export const conclude = (summary, file, failures) => {
  const path = `${root}bench/${file}`
  if (process.argv.includes('--json')) console.log(JSON.stringify(summary, null, 2))
  if (process.argv.includes('--write')) writeFileSync(path, `${JSON.stringify(summary, null, 2)}\n`)
  if (!process.argv.includes('--check')) return
  const budget = JSON.parse(readFileSync(path, 'utf8')).counts
  const over = Object.entries(summary.counts)
    .filter(([name, count]) => !(count <= budget[name]))
    .map(([name, count]) => `${name}: ${number(count)} is over the budget of ${number(budget[name] ?? 0)}`)
  for (const [name, count] of Object.entries(summary.counts))
    if (count < budget[name]) console.log(`  ${name} is ${number(budget[name] - count)} under its budget: lower it`)
  for (const failure of [...over, ...failures]) console.error(`over budget: ${failure}`)
  if (over.length + failures.length) process.exit(1)
  console.log('within budget')
}
