/**
 * A document against its own import and export: nothing is reported but what is explained.
 *
 * The small documents of `../shared/corpus/openapi`; `node bench/round-trip.mjs` does it with all of them.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createJiti } from 'jiti'
import { afterAll, describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/index.js'
import { modelOf, parse, toContract, toOpenAPI } from '../../src/openapi/index.js'
import type { Contract } from '../../types/route.js'
import { root } from '../compiler.js'
import { documents, load, openapi, present } from './corpus.js'

const known: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(readFileSync(`${root}bench/round-trip.json`, 'utf8'))
const SMALL = 250_000
const isSmall = (name: string): boolean => !name.endsWith('.gz') && statSync(`${openapi}/${name}`).size < SMALL

describe.runIf(present(openapi))('there and back', () => {
  const jiti = createJiti(`${root}package.json`, { fsCache: false, alias: { statute: `${root}src/index.ts` } })
  const same: string[] = []
  const small = documents().filter(isSmall)
  afterAll(() => console.log(`${same.length} of ${small.length} documents say the same`))

  it.each(small)('%s', { timeout: 60_000 }, async (name) => {
    const before = load(`${openapi}/${name}`)
    const at = `${root}test/diff/.${name.replace(/[^\w-]+/g, '_')}.ts`
    writeFileSync(at, toContract(before).text)
    const { api } = await jiti.import<{ api: Contract }>(at).finally(() => rmSync(at))
    const { document } = toOpenAPI(api, {}, { openapi: before.openapi.startsWith('3.2') ? '3.2' : '3.1' })
    // Webhooks and callbacks have no place in a contract, which import says of each.
    const found = compare({ ...before, webhooks: [] }, modelOf(parse(JSON.stringify(document), 'again.json')))
    const lines = found.map(({ id, message, use: { method, path, status } }) => `${id} ${method} ${path} ${status ?? ''} ${message}`)
    if (lines.length === 0) same.push(name)
    expect(lines.sort()).toEqual(Object.keys(known[name] ?? {}).sort())
  })

  it('is done with enough of them', () => expect(small.length).toBeGreaterThan(10))
})
