/**
 * What linting costs, beside parsing: time and memory, for GitHub's API description (13 MB of JSON).
 *
 * Runs the built `dist` (`npm run build` first), each measurement in a process of its own, because that is how a linter runs:
 * cold. `node bench/lint.mjs [file.json] [runs]`; the default file is read from `../shared/corpus`, and where that is absent this says so.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parseTree } from 'jsonc-parser'

const dist = new URL('../dist/src/openapi/index.js', import.meta.url)
const github = new URL('../../shared/corpus/openapi/github-api.github.com.json.gz', import.meta.url)

const bytesOf = (file) => {
  const bytes = readFileSync(file)
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

const MB = 1024 * 1024
const held = () => {
  // Buffers are let go one collection after what holds them.
  for (let times = 0; times < 3; times++) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}

/** In a process of its own: one job, cold. */
const measure = async (job, file) => {
  const { parse, describe, lint } = await import(dist)
  const { rfc9110 } = await import(new URL('../registry/rfc9110.js', dist))
  const before = held()
  let bytes = bytesOf(file)
  const timed = (work) => {
    const start = performance.now()
    const result = work()
    return [performance.now() - start, result]
  }
  const result = {}
  let keep
  if (job === 'tree') {
    let text
    ;[result.decode, text] = timed(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    ;[result.parse, keep] = timed(() => JSON.parse(text))
    text = undefined
    bytes = undefined
  } else if (job === 'places') {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    ;[result.parse, keep] = timed(() => parseTree(text))
  } else if (job === 'lint') {
    ;[result.lint, keep] = timed(() => {
      const source = parse(bytes, file.replace(/\.gz$/, ''))
      return { source, ...lint(source) }
    })
    result.operations = keep.operations
    result.findings = keep.findings.length
  } else {
    let source
    ;[result.read, source] = timed(() => parse(bytes, file.replace(/\.gz$/, '')))
    ;[result.describe, keep] = timed(() => describe(source, rfc9110))
    const pointers = keep.description.operations.flatMap(({ responses }) => responses.map(({ pointer }) => pointer))
    ;[result.locate] = timed(() => source.locate(pointers))
  }
  result.held = held() - before
  result.peak = process.resourceUsage().maxRSS / 1024
  if (!keep) throw new Error('nothing was measured')
  console.log(JSON.stringify(result))
}

const report = (file, runs) => {
  const self = fileURLToPath(import.meta.url)
  const run = (job) => JSON.parse(execFileSync(process.execPath, ['--expose-gc', self, '--job', job, file], { encoding: 'utf8' }))
  const results = { tree: [], lint: [], places: [], parts: [] }
  // In turns, so that a busy minute of the machine meets all of them.
  for (let index = 0; index < runs; index++) for (const job of Object.keys(results)) results[job].push(run(job))
  const least = (job, key) => Math.min(...results[job].map((result) => result[key]))
  const median = (job, key) => results[job].map((result) => result[key]).sort((a, b) => a - b)[runs >> 1]
  const { operations, findings } = results.lint[0]
  const row = (name, job, key, unit = 'ms') =>
    console.log(`  ${name.padEnd(44)} ${least(job, key).toFixed(0).padStart(6)} ${median(job, key).toFixed(0).padStart(6)} ${unit}`)
  console.log(`${file}: ${operations} operations, ${findings} findings; ${runs} runs, each in a new process`)
  console.log(`  ${''.padEnd(44)}  least median`)
  row('decoding the bytes', 'tree', 'decode')
  row('JSON.parse of the text', 'tree', 'parse')
  row('a parse that keeps places (jsonc-parser)', 'places', 'parse')
  row('statute: linting, from bytes to placed findings', 'lint', 'lint')
  row('  of which reading', 'parts', 'read')
  row('  of which describing', 'parts', 'describe')
  row('  of which locating every response', 'parts', 'locate')
  row('the parsed tree', 'tree', 'held', 'MB')
  row('held after linting: bytes, tree, findings', 'lint', 'held', 'MB')
  row('peak of the process that parses', 'tree', 'peak', 'MB')
  row('peak of the process that lints', 'lint', 'peak', 'MB')
  const parsing = (pick) => pick('tree', 'decode') + pick('tree', 'parse')
  // Of one round, whose two runs follow each other: a machine that is fast and slow by turns changes less between them.
  const rounds = results.lint
    .map(({ lint }, index) => lint / (results.tree[index].decode + results.tree[index].parse))
    .sort((a, b) => a - b)
  const ratio = (a, b) => `${(a / b).toFixed(2)}×`
  // A machine that is fast and slow by turns lends the least of one to the slow runs of another: the median says more there.
  const linting = (pick, other) => ratio(pick('lint', 'lint'), other(pick))
  console.log(
    `linting takes ${linting(median, parsing)} the time of parsing (decoding and JSON.parse) by the median, ${linting(least, parsing)} by the least and ${ratio(rounds[runs >> 1], 1)} by the median of the rounds, and ${linting(median, (pick) => pick('places', 'parse'))} that of a parse that keeps the places which findings need; at most 2× is the aim`,
  )
  console.log(`linting holds ${ratio(median('lint', 'held'), median('tree', 'held'))} the parsed tree; at most 3× is the aim`)
}

const [first, ...rest] = process.argv.slice(2)
const file = first ?? fileURLToPath(github)
if (first === '--job') await measure(...rest)
else if (!existsSync(dist)) {
  console.error('bench/lint: there is no dist; run `npm run build` first')
  process.exitCode = 2
} else if (!existsSync(file)) {
  console.error(`bench/lint: there is no ${file}; name another OpenAPI document in JSON`)
  process.exitCode = 2
} else report(file, Number(rest[0] ?? 7))
