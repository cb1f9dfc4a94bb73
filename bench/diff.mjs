/**
 * What comparing costs, beside parsing: GitHub's API description with itself, and two versions of it.
 *
 * Runs the built `dist` (`npm run build` first), each measurement in a process of its own: cold, as in CI. Interleaved, and the least of
 * the runs counts. `node bench/diff.mjs [runs]`; the documents are read from `../shared/corpus`, and where that is absent this says so.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const dist = new URL('../dist/src/diff/index.js', import.meta.url)
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))
const itself = `${corpus}openapi/github-api.github.com.json.gz`
const pair = `${corpus}diff/github-18.0.0-23.0.2/`
const jobs = { 'GitHub with itself': [itself, itself], 'GitHub 18.0.0 with 23.0.2': [`${pair}old.json.gz`, `${pair}new.json.gz`] }

const measure = async (job) => {
  const { compare, parse, versionsOf } = await import(dist)
  const bytes = jobs[job].map((file) => gunzipSync(readFileSync(file)))
  const timed = (work) => {
    const start = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(start)
    return [(user + system) / 1000, result]
  }
  const [read, sources] = timed(() => bytes.map((one) => parse(one, 'github.json')))
  const [model, versions] = timed(() => versionsOf(...sources))
  const [compared, changes] = timed(() => compare(versions.old, versions.now, versions))
  console.log(JSON.stringify({ read, model, compared, changes: changes.length }))
}

const [first, job] = process.argv.slice(2)
if (first === '--job') await measure(job)
else if (!existsSync(dist) || !existsSync(itself)) {
  console.error(`bench/diff: there is no ${existsSync(dist) ? itself : 'dist; run `npm run build` first'}`)
  process.exitCode = 2
} else {
  const runs = Number(first ?? 5)
  const results = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]))
  for (let run = 0; run < runs; run++)
    for (const name of Object.keys(jobs))
      results[name].push(JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--job', name], { encoding: 'utf8' })))
  for (const [name, all] of Object.entries(results)) {
    const least = (key) => Math.min(...all.map((result) => result[key]))
    const [read, model, compared] = ['read', 'model', 'compared'].map(least)
    const times = (...parts) => `${(parts.reduce((sum, part) => sum + part, 0) / read).toFixed(2)}×`
    console.log(`${name}: ${all[0].changes} changes, least CPU time of ${runs} runs
  parsing both documents           ${read.toFixed(0)} ms
  their normal form, less the same ${model.toFixed(0)} ms
  comparing it                     ${compared.toFixed(0)} ms
  normal form and comparing are ${times(model, compared)} the parsing, all three ${times(read, model, compared)}; the aim is 2×`)
  }
}
