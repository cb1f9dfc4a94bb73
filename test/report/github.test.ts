import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { escapeData, escapeProperty, github } from '../../src/report/github.js'
import { relative } from '../../src/report/relative.js'
import { checkReport, lintReport, look } from './sample.js'

describe('github', () => {
  test('of lint: a command for each contradiction, one for all omissions of a rule, none for what is waived', () => {
    expect(github(lintReport({ level: 'hint' }), look)).toBe(
      [
        '::error file=api/open api.yaml,line=7,col=11,title=no-content-204 (must)::DELETE /todos/{id} → 204: 204 No Content carries no content (RFC 9110 §15.3.5): use empty()',
        '::notice file=api/open api.yaml,line=9,col=5,title=odd-status (bcp)::GET /todos/{id} → 4XX: 4XX says 100%25 <of> nothing: a, b & "c" (RFC 9110 §15): name the codes%0Athat are meant',
        '::notice file=api/open api.yaml,line=9,col=5,title=path-form (hint)::a hint (RFC 9110 §15): look',
        "::error file=api/open api.yaml,line=8,col=9,title=www-authenticate-401 (must)::DELETE /todos/{id} → 401: 401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } (and 1 more)",
        '',
      ].join('\n'),
    )
  })

  test('of check: the compiler too', () => {
    expect(github(checkReport(), look).split('\n').slice(0, 2)).toEqual([
      "::error file=src/a.ts,line=3,col=7,title=TS2322::Type 'string' is not assignable to type 'number'.%0A  More of it.",
      '::error title=load::b.ts cannot be loaded: boom',
    ])
  })

  test('--max cuts, and says how many are left', () => {
    const all = github(lintReport(), look).trim().split('\n')
    expect(github(lintReport({ max: 1 }), look)).toBe(`${all[0]}\n::notice title=statute::${all.length - 1} more (--max 1)\n`)
    expect(
      github(lintReport({ max: all.length }), look)
        .trim()
        .split('\n'),
    ).toEqual(all)
  })

  test('files are named from the root of the repository', () => {
    expect(relative(path.resolve('..'), 'a/b.yaml')).toBe(`${path.basename(process.cwd())}/a/b.yaml`)
    expect(relative(process.cwd(), '/elsewhere/a.yaml')).toBe('/elsewhere/a.yaml')
    expect(relative(process.cwd(), '<stdin>')).toBe('<stdin>')
  })

  test.each([
    ['100%', '100%25', '100%25'],
    ['%0A', '%250A', '%250A'],
    ['a\r\nb', 'a%0D%0Ab', 'a%0D%0Ab'],
    ['a:b,c', 'a:b,c', 'a%3Ab%2Cc'],
    ['::error::', '::error::', '%3A%3Aerror%3A%3A'],
  ])('escapes %j', (written, data, property) => {
    expect([escapeData(written), escapeProperty(written)]).toEqual([data, property])
  })
})
