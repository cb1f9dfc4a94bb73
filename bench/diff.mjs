/**
 * What comparing costs, beside parsing: GitHub's API description with itself, with a change in a few of its operations, as a pull request
 * makes it, and two versions that are five major ones apart.
 *
 * Runs the built `dist` (`npm run build` first), each measurement in a process of its own: cold, as in CI. Interleaved; times are those that
 * somebody waits, and beside them what all threads took. Parsing is what it is without Statute: decoding, and JSON.parse.
 * `node bench/diff.mjs [runs]`; the documents are read from `../shared/corpus`, and where that is absent this says so.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const dist = new URL('../dist/src/diff/index.js', import.meta.url)
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
const itself = `${corpus}openapi/github-api.github.com.json.gz`
const pair = `${corpus}diff/github-18.0.0-23.0.2/`
const read = (file) => gunzipSync(readFileSync(file))

/** The last response of every hundredth operation is gone. */
const changed = (bytes) => {
  const document = JSON.parse(bytes)
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item).filter(({ responses }) => responses))
  for (const { responses } of operations.filter((_, number) => number % 100 === 0)) delete responses[Object.keys(responses).at(-1)]
  return Buffer.from(JSON.stringify(document, null, 2))
}

const jobs = {
  'GitHub with itself': () => [read(itself), read(itself)],
  'GitHub with a change in 13 operations': () => [read(itself), changed(read(itself))],
  'GitHub 18.0.0 with 23.0.2': () => [read(`${pair}old.json.gz`), read(`${pair}new.json.gz`)],
}

const measure = async (job, what) => {
  const { compare, parse, versionsOf } = await import(dist)
  const bytes = jobs[job]()
  const timed = (work) => {
    const cpu = process.cpuUsage()
    const start = performance.now()
    const result = work()
    const time = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    return [{ time, cpu: (user + system) / 1000 }, result]
  }
  if (what === 'parse') {
    const [parsed, trees] = timed(() => bytes.map((one) => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(one))))
    if (!trees.every(({ paths }) => paths)) throw new Error('nothing was parsed')
    console.log(JSON.stringify({ parsed }))
    return
  }
  const [read, sources] = timed(() => bytes.map((one) => parse(one, 'github.json')))
  const [model, versions] = timed(() => versionsOf(...sources))
  const [compared, changes] = timed(() => compare(versions.old, versions.now, versions))
  console.log(JSON.stringify({ read, model, compared, changes: changes.length }))
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--job') await measure(...rest)
else if (!existsSync(dist) || !existsSync(itself)) {
  console.error(`bench/diff: there is no ${existsSync(dist) ? itself : 'dist; run `npm run build` first'}`)
  process.exitCode = 2
} else {
  const runs = Number(first ?? 5)
  const run = (name, what) =>
    JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--job', name, what], { encoding: 'utf8' }))
  const results = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]))
  for (let index = 0; index < runs; index++)
    for (const name of Object.keys(jobs)) results[name].push({ ...run(name, 'parse'), ...run(name, 'diff') })
  for (const [name, all] of Object.entries(results)) {
    const sorted = (part, unit) => all.map((result) => result[part][unit]).sort((a, b) => a - b)
    const least = (part, unit) => sorted(part, unit)[0]
    const median = (part, unit) => sorted(part, unit)[runs >> 1]
    const whole = ['read', 'model', 'compared']
    const ratio = (pick, unit) => `${(whole.reduce((sum, part) => sum + pick(part, unit), 0) / pick('parsed', unit)).toFixed(2)}×`
    console.log(`${name}: ${all[0].changes} changes; ${runs} runs, each in a new process`)
    console.log(`  ${''.padEnd(34)}  least median`)
    for (const [part, called] of [
      ['parsed', 'parsing both, without Statute'],
      ['read', 'statute: reading both'],
      ['model', '  their normal form, less the same'],
      ['compared', '  comparing it'],
    ])
      console.log(`  ${called.padEnd(34)} ${least(part, 'time').toFixed(0).padStart(6)} ${median(part, 'time').toFixed(0).padStart(6)} ms`)
    console.log(
      `  comparing takes ${ratio(median, 'time')} the time of parsing both by the median, ${ratio(least, 'time')} by the least, ${ratio(median, 'cpu')} of all threads; at most 2× is the aim`,
    )
  }
}
