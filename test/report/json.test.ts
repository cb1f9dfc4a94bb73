import { describe, expect, test } from 'vitest'
import { json, pointer } from '../../src/report/json.js'
import { checkReport, lintReport } from './sample.js'

describe('json', () => {
  test('of lint is one object with exactly these keys', () => {
    const written = JSON.parse(json(lintReport()))
    expect(Object.keys(written)).toEqual(['document', 'operations', 'findings'])
    expect(written).toMatchObject({ document: 'api/open api.yaml', operations: 2 })
    expect(written.findings).toHaveLength(5)
    expect(written.findings[0]).toEqual({
      rule: 'no-content-204',
      level: 'must',
      kind: 'contradiction',
      cite: 'RFC 9110 §15.3.5',
      message: '204 No Content carries no content',
      fix: 'use empty()',
      method: 'DELETE',
      path: '/todos/{id}',
      status: 204,
      pointer: '/paths/~1todos~1{id}/delete/responses/204/content',
      line: 7,
      column: 11,
    })
  })

  test('drops no omission, and says why a finding is waived', () => {
    const { findings } = JSON.parse(json(lintReport()))
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'www-authenticate-401')).toHaveLength(2)
    expect(findings.find(({ rule }: { rule: string }) => rule === 'no-content-304').waived).toBe('an old gateway sends it')
  })

  test('holds what the level admits; a range is a string, and what is about the whole has nulls', () => {
    const { findings } = JSON.parse(json(lintReport({ level: 'hint' })))
    expect(findings).toHaveLength(6)
    expect(findings[2]).toMatchObject({ rule: 'odd-status', status: '4XX' })
    expect(findings[3]).toMatchObject({ rule: 'path-form', method: null, path: null, status: null, pointer: '' })
  })

  test('--max cuts', () => {
    expect(JSON.parse(json(lintReport({ max: 2 }))).findings).toHaveLength(2)
  })

  test('of check: contracts with waivers, and what the compiler says besides', () => {
    const written = JSON.parse(json(checkReport()))
    expect(Object.keys(written)).toEqual(['contracts', 'errors'])
    expect(written.contracts[0]).toMatchObject({ document: 'api/open api.yaml', contract: 'todos', operations: 2, responses: 4 })
    expect(written.contracts[0].waivers[1]).toEqual({ rule: 'no-content-205', reason: 'never', where: '2 routes', waives: 0 })
    expect(written.contracts[0].findings[0]).toMatchObject({ rule: 'no-content-204', file: 'api/open api.yaml', line: 7 })
    expect(written.errors).toEqual([
      { code: 'TS2322', message: "Type 'string' is not assignable to type 'number'.\n  More of it.", file: 'src/a.ts', line: 3, column: 7 },
      { code: 'load', message: 'b.ts cannot be loaded: boom', file: null, line: null, column: null },
    ])
  })

  // The examples of RFC 6901 §5, and a number.
  test.each([
    [[], ''],
    [['foo', 0], '/foo/0'],
    [[''], '/'],
    [['a/b'], '/a~1b'],
    [['m~n'], '/m~0n'],
    [['~1'], '/~01'],
    [['k"l'], '/k"l'],
  ])('the pointer of %j', (keys, expected) => {
    expect(pointer(keys)).toBe(expected)
  })
})
