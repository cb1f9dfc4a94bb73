/** What the compiler says of two contracts, and what `diff` says of them: the same, over generated pairs of a single change. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createJiti } from 'jiti'
import { afterAll, describe, expect, it } from 'vitest'
import { compare, modelOf, parse } from '../../src/diff/index.js'
import { toOpenAPI } from '../../src/openapi/index.js'
import type { Contract } from '../../types/route.js'
import { root } from '../compiler.js'
import { pairs } from './agreement.js'

const head = `import { z } from 'zod'
import { contract, del, get, patch, post, put } from '../../src/contract/route.js'
import { empty, json, media, problem } from '../../src/contract/content.js'
import { expectCompatible } from '../../src/contract/compatible.js'
`
mkdirSync(path.join(root, '.tmp'), { recursive: true })
const folder = mkdtempSync(path.join(root, '.tmp', 'agreement-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = path.join(folder, 'pairs.ts')
const lines = pairs.flatMap(({ old, now }, index) => [
  `export const old${index} = ${old}`,
  `export const new${index} = ${now}`,
  `expectCompatible(old${index}, new${index})`,
])
writeFileSync(file, head + lines.join('\n'))

/** What one run of tsc says, by pair. */
const compiled = (): ReadonlyMap<number, string> => {
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { rootDir: '../..', noErrorTruncation: true },
      include: ['pairs.ts'],
    }),
  )
  let output = ''
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false', '--noEmit'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
  } catch (error) {
    output = (error as { readonly stdout: string }).stdout
  }
  const first = head.split('\n').length
  const said = new Map<number, string>()
  for (const [, line = '', message = ''] of output.matchAll(/pairs\.ts\((\d+),\d+\): error TS\d+: (.*)/g)) {
    const at = Number(line) - first
    // Only the calls are judged; a contract that does not compile would be a fault of the pair.
    said.set(at % 3 === 2 ? Math.floor(at / 3) : -1 - at, message)
  }
  return said
}

describe('Compatible and diff', () => {
  const said = compiled()
  const load = createJiti(import.meta.url, { fsCache: false }).import<Readonly<Record<string, Contract>>>(file)
  const apiOf = (contract: Contract) =>
    modelOf(parse(JSON.stringify(toOpenAPI(contract, { title: 'x', version: '1' }, { openapi: '3.2' }).document), 'x.json'))

  it('compiles the contracts themselves', () => {
    expect([...said].filter(([index]) => index < 0)).toEqual([])
    expect(pairs.length).toBeGreaterThanOrEqual(200)
  })

  const counted = { compatible: 0, not: 0, alike: 0 }
  it.each(pairs.map((pair, index) => ({ ...pair, index })))('$name', async ({ index }) => {
    const module = await load
    const changes = compare(apiOf(module[`old${index}`]!), apiOf(module[`new${index}`]!))
    const breaking = changes.filter(({ level }) => level === 'must' || level === 'should')
    const message = said.get(index)
    expect(message ?? 'compatible', breaking.map((change) => change.message).join('; ')).toMatch(
      breaking.length > 0 ? /"(GET|PUT|POST|PATCH|DELETE) \/.*\[[a-z-]+\]\u200B"/ : /^compatible$/,
    )
    counted[breaking.length > 0 ? 'not' : 'compatible']++
    if (breaking.length > 0 && breaking.some(({ id }) => message?.includes(`[${id}]`))) counted.alike++
  })

  afterAll(() =>
    console.log(
      `Compatible and diff agree on ${counted.compatible + counted.not} of ${pairs.length} pairs: ${counted.compatible} compatible, ${counted.not} not, ${counted.alike} of those by the same kind of change`,
    ),
  )
})
