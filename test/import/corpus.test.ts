/**
 * Real documents, read in place from `../shared/corpus/openapi`: each imports; the smaller ones compile, and go back to what they were.
 *
 * `node bench/import.mjs --types` compiles all of them, which takes minutes. Skipped, with a word, where that folder is absent.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createJiti } from 'jiti'
import { describe, expect, it } from 'vitest'
import { modelOf } from '../../src/openapi/api.js'
import { toContract } from '../../src/openapi/import/index.js'
import type { Api } from '../../src/openapi/model.js'
import { parse } from '../../src/openapi/source.js'
import { toOpenAPI } from '../../src/openapi/write.js'
import type { Contract } from '../../types/route.js'
import { compile, root } from '../compiler.js'
import { project } from '../readme/project.js'
import { type Difference, differences } from './round-trip.js'

const corpus = new URL('../../../shared/corpus/openapi/', import.meta.url)
const isPresent = existsSync(corpus)
if (!isPresent) console.log(`test/import/corpus: skipped, there is no ${corpus.pathname}`)

/** Documents of several files are imported in bench/import.mjs. */
const files = isPresent ? readdirSync(corpus).filter((file) => file !== 'MANIFEST.json' && !file.endsWith('.tar.gz')) : []
const bytesOf = (file: string): Uint8Array => {
  const bytes = readFileSync(new URL(file, corpus))
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}
const SMALL = 100_000
const small = files.filter((file) => bytesOf(file).length < SMALL)
const apiOf = (file: string): Api => modelOf(parse(bytesOf(file), file))
const nameOf = (file: string): string => `${file.replace(/\.(json|ya?ml)$/, '')}.ts`

describe.skipIf(!isPresent)('a public document', () => {
  it.each(files)('imports whole: %s', (file) => {
    const api = apiOf(file)
    const { routes, text, losses } = toContract(api)
    const left = losses.filter(({ message }) => message.startsWith('an operation')).length
    expect(routes + left).toBe(api.operations.length)
    expect(text.match(/^export const api = contract\(/gm)).toHaveLength(1)
  })

  it('compiles', async () => {
    const made = Object.fromEntries(small.map((file) => [nameOf(file), toContract(apiOf(file)).text]))
    expect(small.length).toBeGreaterThan(5)
    const { config, close } = project([], made)
    const { diagnostics } = await compile('7.0', config).finally(close)
    expect(diagnostics).toEqual([])
  })

  it('goes back to what it was', async () => {
    const jiti = createJiti(`${root}package.json`, { fsCache: false, alias: { statute: `${root}src/index.ts` } })
    const told = new Map<string, readonly Difference[]>()
    let all = { compared: 0, valid: 0 }
    for (const file of small) {
      const before = apiOf(file)
      const at = path.join(root, `test/import/.${nameOf(file)}`)
      writeFileSync(at, toContract(before).text)
      const { api } = await jiti.import<{ api: Contract }>(at).finally(() => rmSync(at))
      const { document } = toOpenAPI(api, { title: before.title, version: before.version }, { openapi: '3.2' })
      const { found, compared, valid } = differences(before, modelOf(parse(JSON.stringify(document), 'again.json')), 20)
      all = { compared: all.compared + compared, valid: all.valid + valid }
      told.set(file, found)
    }
    for (const [file, found] of told) for (const { kind, what } of found) console.log(`${file}: ${kind}: ${what}`)
    console.log(`${small.length} documents there and back: ${all.compared} schemas compared, by ${all.valid} valid samples among others`)
    const found = [...told.values()].flat()
    // What import says that it does otherwise: octets are always there, a schema without a type is given the one that it speaks of.
    const isTold = ({ kind, what }: Difference): boolean =>
      (kind === 'body' && /octet-stream \(optional\) became/.test(what)) ||
      (kind === 'schema' && /: refused now, \S* must be (object|array|string|number)/.test(what))
    expect(found.filter((difference) => !isTold(difference))).toEqual([])
    expect(all.compared).toBeGreaterThan(20)
  })
})
