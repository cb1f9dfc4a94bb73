/** The documents and version pairs beside the repository, where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type Api, modelOf, parse, type Source } from '../../src/openapi/index.js'

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
export const openapi = path.join(corpus, 'openapi')
export const pairs = path.join(corpus, 'diff')
export const suites = path.join(pairs, 'suites')

/** Says where the data is missing; whether it is there. */
export const present = (folder: string): boolean => {
  if (existsSync(folder)) return true
  console.log(`${path.relative(process.cwd(), folder)} is absent: these tests are left out`)
  return false
}

const isDocument = (name: string): boolean => /\.(json|ya?ml)(\.gz)?$/.test(name)

export const sourceOf = (file: string): Source => {
  const bytes = readFileSync(file)
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, path.basename(file).replace(/\.gz$/, ''))
}
export const load = (file: string): Api => modelOf(sourceOf(file))

export const documents = (): readonly string[] => readdirSync(openapi).filter((name) => isDocument(name) && name !== 'MANIFEST.json')
export const names = (): readonly string[] =>
  readdirSync(pairs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'suites')
    .map(({ name }) => name)

/** The file of a pair that starts so: `old`, `new`, `oasdiff-breaking`. */
export const fileOf = (pair: string, start: string): string | undefined => {
  const found = readdirSync(path.join(pairs, pair)).find((name) => name.startsWith(`${start}.`))
  return found && path.join(pairs, pair, found)
}
export const jsonOf = <T>(file: string): T =>
  JSON.parse((file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)).toString())
