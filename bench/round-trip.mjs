/**
 * What a document says that is imported and written again: nothing else, as `diff` has it.
 *
 * Every document of `../shared/corpus/openapi` (those of several files too) goes to a contract, the contract is run and written as OpenAPI,
 * and the two are compared. Differences that are known stand in `round-trip.json`, by document, each with its reason; any other fails, and so
 * does one that stands there and is none any more. `node bench/round-trip.mjs [part of a name …]` runs the built `dist` (`npm run build` first);
 * where the documents are absent this says so. `test/diff/round-trip.test.ts` does the same with those that are small.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { documents, nameOf, open } from './corpus.mjs'

const files = documents(process.argv.slice(2))
const { modelOf, parse, toContract, toOpenAPI } = await import(new URL('../dist/src/openapi/index.js', import.meta.url))
const { compare } = await import(new URL('../dist/src/diff/index.js', import.meta.url))
const known = JSON.parse(readFileSync(new URL('round-trip.json', import.meta.url), 'utf8'))

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = path.join(root, '.tmp/round-trip')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const jiti = createJiti(path.join(root, 'package.json'), { fsCache: false, alias: { statute: path.join(root, 'dist/src/index.js') } })

let [same, bad] = [0, 0]
for (const file of files) {
  const before = modelOf(await open(file))
  const at = path.join(folder, `${nameOf(file)}.ts`)
  writeFileSync(at, toContract(before).text)
  const { api } = await jiti.import(at)
  const { document } = toOpenAPI(api, {}, { openapi: before.openapi.startsWith('3.2') ? '3.2' : '3.1' })
  // Webhooks and callbacks have no place in a contract, which import says of each.
  const found = compare({ ...before, webhooks: [] }, modelOf(parse(JSON.stringify(document), 'again.json')))
  const lines = found.map(
    ({ id, message, use: { method, path: template, status } }) => `${id} ${method} ${template} ${status ?? ''} ${message}`,
  )
  const [explained, strange] = [new Set(Object.keys(known[file] ?? {})), lines.filter((line) => !(line in (known[file] ?? {})))]
  for (const line of lines) explained.delete(line)
  if (lines.length === 0) same++
  bad += strange.length + explained.size
  console.log(`${file}: ${lines.length === 0 ? 'nothing' : `${lines.length} differences, ${strange.length} of them not explained`}`)
  for (const line of strange) console.log(`    ${line}`)
  for (const line of explained) console.log(`    no longer: ${line}`)
}
console.log(`${same} of ${files.length} documents say the same`)
process.exitCode = bad > 0 ? 1 : 0
