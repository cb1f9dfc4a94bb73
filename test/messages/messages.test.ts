/** What the compilers print, word for word and at its place, for every case; see `expectations.ts` for how a case says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enforcement } from '../../src/rules/enforcement.js'
import { type Compiler, compilers, type Diagnostic } from '../compiler.js'
import { lines, readCases } from './expectations.js'
import { type Door, open, type Workshop } from './workshop.js'

const runs: readonly (readonly [Compiler, Door])[] = [
  ['5.9', 'built'],
  ['6.0', 'built'],
  ['7.0', 'built'],
  ['7.0', 'source'],
]
const cases = readCases()

let workshop: Workshop | undefined
beforeAll(async () => {
  workshop = await open()
})
afterAll(() => workshop?.close())

describe.each(runs)('TypeScript %s, %s', (compiler, door) => {
  let printed: readonly Diagnostic[] = []
  beforeAll(async () => {
    printed = await workshop!.compile(compiler, door)
  })

  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, { refused }) => {
    expect(lines(printed.filter((diagnostic) => diagnostic.file === file))).toEqual(lines(refused))
  })

  it('says nothing about anything else', () => {
    const files = cases.map(({ file }) => file)
    expect(printed.filter(({ file }) => !files.includes(file))).toEqual([])
  })
})

describe.each(Object.keys(compilers) as Compiler[])('TypeScript %s', (compiler) => {
  it('finds nothing wrong with what is installed', async () => {
    expect(await workshop!.install(compiler)).toEqual([])
  })
})

describe('every rule that the compiler speaks', () => {
  const idOf = (words: string) => /\[([\w-]+)\]$/.exec(words)?.[1]
  const sentences = cases.flatMap(({ refused }) => refused.map(({ words }) => words)).filter((words) => idOf(words) !== undefined)
  const refusedIds = new Set(sentences.map(idOf))
  const acceptedIds = new Set(cases.flatMap(({ accepted }) => accepted))
  const ids = Object.entries(enforcement).flatMap(([id, where]) => (typeof where === 'string' ? [id] : []))

  it('is one of many', () => expect(ids.length).toBeGreaterThan(40))
  it.each(ids)('%s has a declaration refused and one accepted', (id) => {
    expect(refusedIds).toContain(id)
    expect(acceptedIds).toContain(id)
  })
  it.each([...new Set(sentences)])('%s', (words) => {
    expect(words.length).toBeLessThanOrEqual(160)
    expect(words).not.toMatch(/<\w+>/)
  })
})
