import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.js'
import { sarif } from '../../src/report/sarif.js'
import { rules } from '../../src/rules/index.js'
import { checkReport, judged, lintReport, look } from './sample.js'

// The schema of SARIF 2.1.0 (rtm.5) as Microsoft ships it with its own matchers. One of its patterns is not valid with the u flag.
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
const validate = ajv.compile(schema)

const logOf = (report: Report) => JSON.parse(sarif(report, look))

describe('sarif', () => {
  test.each([
    ['lint', lintReport({ level: 'hint' })],
    ['lint without findings', lintReport({}, [{ ...judged, findings: [] }])],
    ['check', checkReport()],
  ])('of %s is valid', (_, report) => {
    const log = logOf(report)
    validate(log)
    expect(validate.errors ?? []).toEqual([])
  })

  test('the validator would notice', () => {
    const log = logOf(lintReport())
    log.runs[0].results[0].level = 'fatal'
    delete log.runs[0].tool.driver.name
    expect(validate(log)).toBe(false)
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(
      expect.arrayContaining(['/runs/0/results/0/level', '/runs/0/tool/driver']),
    )
  })

  test('holds every rule, each with the section it stands in', () => {
    const { driver } = logOf(lintReport()).runs[0].tool
    expect(driver).toMatchObject({ name: 'Statute', version: '1.2.3' })
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(rules))
    const rule = driver.rules.find(({ id }: { id: string }) => id === 'no-content-204')
    expect(rule).toMatchObject({
      helpUri: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5',
      defaultConfiguration: { level: 'error' },
      shortDescription: { text: rules['no-content-204'].summary },
      properties: { cite: 'RFC 9110 §15.3.5' },
    })
  })

  test('a result has level, place and rule; a waived one is suppressed', () => {
    const { results, tool } = logOf(lintReport({ level: 'hint' })).runs[0]
    expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${ruleId} ${level}`)).toEqual([
      'no-content-204 error',
      'no-content-304 error',
      'odd-status note',
      'path-form note',
      'www-authenticate-401 error',
      'www-authenticate-401 error',
    ])
    expect(results[0]).toEqual({
      ruleId: 'no-content-204',
      ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'no-content-204'),
      level: 'error',
      message: { text: '204 No Content carries no content (RFC 9110 §15.3.5): use empty()' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'api/open%20api.yaml', uriBaseId: 'SRCROOT' },
            region: { startLine: 7, startColumn: 11 },
          },
          logicalLocations: [{ fullyQualifiedName: 'DELETE /todos/{id} → 204' }],
        },
      ],
      properties: { kind: 'contradiction', cite: 'RFC 9110 §15.3.5', pointer: '/paths/~1todos~1{id}/delete/responses/204/content' },
    })
    expect(results[1].suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'an old gateway sends it' }])
    expect(results[0]).not.toHaveProperty('suppressions')
  })

  test('a file outside of the root has its whole address', () => {
    const outside = {
      ...judged,
      findings: judged.findings.map((finding) => ({ ...finding, position: { file: '/elsewhere/a b.yaml', line: 1, column: 1 } })),
    }
    const { uri, uriBaseId } = logOf(lintReport({}, [outside])).runs[0].results[0].locations[0].physicalLocation.artifactLocation
    expect([uri, uriBaseId]).toEqual(['file:///elsewhere/a%20b.yaml', undefined])
  })

  test('what the compiler says besides, and what was not judged', () => {
    const [run] = logOf(checkReport()).runs
    expect(run.results[0]).toMatchObject({
      ruleId: 'TS2322',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 7 } } }],
    })
    expect(run.results[1]).toEqual({ ruleId: 'load', level: 'error', message: { text: 'b.ts cannot be loaded: boom' } })
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: 'api/open api.yaml:1:1: 1 webhook is not judged' } },
    ])
  })
})
