/**
 * The verdict on every cell of method × status, as the rules give it to a route.
 *
 * The cells are read in place from `../shared/facts/matrix.json`, beside the repository; without it they are skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Finding } from '../../src/rules/finding.js'
import { judge } from '../../src/rules/judge.js'
import type { SampleRoute } from './sample.js'
import { sample } from './sample.js'

const matrix = new URL('../../../shared/facts/matrix.json', import.meta.url)
const present = existsSync(matrix)
if (!present) console.log('skipped: ../shared/facts/matrix.json is not beside the repository')

interface Cells {
  readonly methods: readonly (keyof typeof rfc9110.methods)[]
  readonly cells: { readonly [code: string]: { readonly [method: string]: { readonly verdict: 'A' | 'C' | 'O' | 'F' | 'D' } } }
}
const { methods, cells }: Cells = present ? JSON.parse(readFileSync(matrix, 'utf8')) : { methods: [], cells: {} }

/** Conditions that no route can state: they are outcomes, or hold for every origin. */
const unstated: readonly (readonly [number, string])[] = [
  [201, 'PUT'],
  [501, 'GET'],
  [501, 'HEAD'],
  ...methods.map((method) => [426, method] as const),
  ...methods.map((method) => [421, method] as const),
]

/** A route that answers with the status and does whatever else the law asks, but states no condition. */
const route = (method: string, code: number, stated: Partial<SampleRoute> = {}): SampleRoute => {
  const facts = rfc9110.statuses[code as 200] as { requires?: object; recommends?: object }
  const names = Object.keys({ ...facts.requires, ...facts.recommends, allow: '', 'accept-patch': '', location: '' })
  return {
    method,
    path: method === 'CONNECT' ? 'example.com:443' : '/todos',
    ...(rfc9110.methods[method as 'PUT'].content === 'expected' && { body: {} }),
    responses: { 500: {}, [code]: { fields: Object.fromEntries(names.map((name) => [name, true])) } },
    ...stated,
  }
}

/** The rules that speak of what is odd. */
const speakers = [
  'odd-status',
  'no-deprecated-status',
  'created-not-for-safe-methods',
  'reset-not-for-retrieval',
  'conflict-for-state-change',
  'content-judging-status-needs-content',
  'delete-success-statuses',
  'trace-reflects-request',
]

const about = (status: number, made: SampleRoute): Finding[] => [...judge(sample(made))].filter((finding) => finding.status === status)
const refusals = (findings: readonly Finding[]): string[] => findings.filter(({ refuses }) => refuses).map(({ rule }) => rule)

describe.skipIf(!present)('every cell', () => {
  const all = Object.entries(cells).flatMap(([code, row]) =>
    methods.map((method) => ({ code: Number(code), method, verdict: row[method]!.verdict })),
  )

  it('is 570 of them', () => {
    expect(all).toHaveLength(570)
  })

  it('that is forbidden or excluded is refused, once', () => {
    const found = all.filter(({ verdict }) => verdict === 'F' || verdict === 'D')
    expect(found).toHaveLength(55)
    expect(found.filter(({ code, method }) => refusals(about(code, route(method, code))).length !== 1)).toEqual([])
  })

  it('that is conditional is refused by its condition alone, and accepted once it is stated', () => {
    const conditional = all.filter(({ code, method, verdict }) => verdict === 'C' && !unstated.some(([c, m]) => c === code && m === method))
    expect(conditional.length).toBeGreaterThan(80)
    for (const { code, method } of conditional) {
      const wants = (rfc9110.statuses[code as 304] as { wants?: { rule: string; fields?: string[]; roles?: 'proxy'[]; validator?: true } })
        .wants
      expect([code, method, refusals(about(code, route(method, code)))]).toEqual([code, method, [wants?.rule]])
      const made = route(method, code)
      const stated = {
        ...(wants?.fields && { headers: { [wants.fields[0]!]: true } }),
        ...(wants?.roles && { role: wants.roles[0]! }),
        ...(wants?.validator && { responses: { ...made.responses, 200: { fields: { etag: true } } } }),
      }
      expect([code, method, refusals(about(code, route(method, code, stated)))]).toEqual([code, method, []])
    }
  })

  it('that is conditional on what no route states is not refused', () => {
    for (const [code, method] of unstated) expect([code, method, refusals(about(code, route(method, code)))]).toEqual([code, method, []])
  })

  it('that is odd is reported and never refused', () => {
    const found = all.filter(({ verdict }) => verdict === 'O')
    expect(found).toHaveLength(131)
    const wrong = found.filter(({ code, method }) => {
      const findings = about(code, route(method, code))
      return !findings.some(({ rule }) => speakers.includes(rule)) || refusals(findings).length > 0
    })
    expect(wrong).toEqual([])
  })

  it('that is allowed is not refused', () => {
    const found = all.filter(({ verdict }) => verdict === 'A')
    expect(found).toHaveLength(262)
    expect(found.filter(({ code, method }) => refusals(about(code, route(method, code))).length > 0)).toEqual([])
  })
})
