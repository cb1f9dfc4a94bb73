import { describe, expect, test } from 'vitest'
import { entries, fails, report } from '../../src/report/report.js'
import type { Finding } from '../../src/rules/finding.js'
import { checkReport, choice, contradiction, judged, lintReport } from './sample.js'

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule, position }) => `${rule}:${position?.line}`)

describe('a report', () => {
  test('sorts: contradictions before omissions, then by level, then by place', () => {
    expect(rulesOf(lintReport().documents[0]!.findings)).toEqual([
      'no-content-204:7',
      'no-content-304:13',
      'odd-status:9',
      'www-authenticate-401:8',
      'www-authenticate-401:11',
    ])
  })

  test('counts what is neither waived nor ignored, and what the level hides', () => {
    expect(lintReport().counts).toEqual({ must: 3, should: 0, bcp: 1, hint: 1 })
    expect(lintReport().hidden).toEqual({ must: 0, should: 0, bcp: 0, hint: 1 })
    expect(lintReport({ level: 'must' }).hidden).toEqual({ must: 0, should: 0, bcp: 1, hint: 1 })
    expect(lintReport({ ignore: ['www-authenticate-401'] }).counts.must).toBe(1)
  })

  test('gathers omissions by rule in lint, and keeps them apart in check', () => {
    const gathered = lintReport()
    expect(entries(gathered, gathered.documents[0]!).map((entry) => rulesOf(entry))).toEqual([
      ['no-content-204:7'],
      ['odd-status:9'],
      ['www-authenticate-401:8', 'www-authenticate-401:11'],
    ])
    const apart = checkReport()
    expect(entries(apart, apart.documents[0]!).map(({ length }) => length)).toEqual([1, 1, 1, 1])
  })

  const should: Finding = { ...contradiction, level: 'should', refuses: false }
  const refused: Finding = { ...contradiction, level: 'should', refuses: true }
  const bcp: Finding = { ...contradiction, level: 'bcp', refuses: false }
  test.each([
    ['a must', contradiction, 'lint', 'must', true],
    ['a waived must', { ...contradiction, waived: 'why' }, 'lint', 'must', false],
    ['a must', contradiction, 'lint', 'never', false],
    ['a should', should, 'lint', 'must', false],
    ['a should', should, 'lint', 'should', true],
    ['a bcp', bcp, 'lint', 'should', false],
    ['a should that does not compile', refused, 'lint', 'must', false],
    ['a should that does not compile', refused, 'check', 'must', true],
    ['a should that does not compile', refused, 'check', 'never', false],
  ] as const)('%s fails (%#)', (_, finding, command, failOn, expected) => {
    expect(fails(finding, command, failOn)).toBe(expected)
  })

  test('fails by findings that the level hides, and by errors of the compiler', () => {
    const documents = [{ ...judged, findings: [should] }]
    const found = { command: 'lint', version: '1', documents, book: [], source: () => undefined } as const
    expect(report(found, { ...choice, level: 'must', failOn: 'should' })).toMatchObject({ failed: true, documents: [{ findings: [] }] })
    expect(report(found, choice).failed).toBe(false)
    expect(report({ ...found, errors: [{ code: 'TS1', message: 'no' }] }, { ...choice, failOn: 'never' }).failed).toBe(true)
  })
})
