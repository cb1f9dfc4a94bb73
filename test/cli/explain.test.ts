import { describe, expect, test } from 'vitest'
import { wrap } from '../../src/cli/explain.js'
import { nearest } from '../../src/cli/nearest.js'
import { fields } from '../../src/registry/fields.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { kinds } from '../../src/rules/changes.js'
import { rules } from '../../src/rules/index.js'
import { run } from './run.js'

const explained = async (...words: string[]) => (await run(['explain', ...words])).out

describe('statute explain', () => {
  test('a rule: level, law, why, fix, both examples', async () => {
    const rule = rules['no-content-204']
    const page = await explained('no-content-204')
    expect(page.split('\n').slice(0, 6)).toEqual([
      'no-content-204  must, contradiction, refused by the compiler',
      `  ${rule.summary}`,
      '',
      'Law',
      '  section         RFC 9110 §15.3.5',
      '  read            https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5',
    ])
    expect(page).toContain(`  message         ${rule.words}\n`)
    expect(page).toContain(`  fix             ${rule.fix}\n`)
    expect(page).toContain(`  wrong           ${rule.bad}\n`)
    expect(page).toContain(`  right           ${rule.good}\n`)
  })

  test('every rule, every kind of change, every method, every status and every field is explained', async () => {
    const names = [
      ...Object.keys(rules),
      ...Object.keys(kinds),
      ...Object.keys(rfc9110.methods),
      ...Object.keys(rfc9110.statuses),
      ...Object.values(fields).map(({ name }) => name),
    ]
    expect(names.length).toBeGreaterThan(200)
    for (const name of names) {
      const { code, out } = await run(['explain', name])
      expect({ name, code }).toEqual({ name, code: 0 })
      expect(out.split('\n').some((line) => line.startsWith(`${name}  `) || line.startsWith(`${name} `))).toBe(true)
      expect(out).not.toMatch(/ {2}undefined\b|\(undefined\)/)
    }
  })

  test('a kind of change: whom it breaks, why, what to do, and two documents that have it', async () => {
    const row = kinds['response-status-added']
    const page = await explained('response-status-added')
    expect(page).toBe(
      [
        'response-status-added  should, change, breaks exhaustive clients',
        `  ${row.why}`,
        '',
        'Change  statute diff OLD NEW',
        `  message         ${row.words}`,
        ...wrap(row.fix, 62).map((line, index) => `  ${(index === 0 ? 'fix' : '').padEnd(16)}${line}`),
        '  the other way   response-status-removed',
        '',
        'Example',
        '  change            paths:',
        '                      /things:',
        '                        get:',
        '                          responses:',
        '                  +         "404":',
        '                  +           description: no',
        '',
      ].join('\n'),
    )
  })

  test.each(Object.keys(kinds))('the example of %s shows what changes', async (id) => {
    const example = (await explained(id)).split('\nExample\n')[1]!
    expect(example).toMatch(/^ {18}[+-] |^ {2}change {10}[+-] /m)
    expect(example.length).toBeLessThan(2000)
  })

  test('a status: its row, its methods, its rules', async () => {
    const page = await explained('401')
    expect(page).toMatch(/^401 Unauthorized {2}status, client error\n/)
    expect(page).toContain('  must send       WWW-Authenticate\n')
    expect(page).toContain('  www-authenticate-401 (must):')
  })

  test('a method, in any case', async () => {
    const page = await explained('patch')
    expect(page).toMatch(/^PATCH {2}method\n/)
    expect(page).toContain('  idempotent      no\n')
    expect(page).toMatch(/ {2}forbidden {7}206, 304, 416\n/)
  })

  test.each([
    [['PUT', '304'], /^PUT 304 Not Modified {2}forbidden\n/],
    [['304', 'put'], /^PUT 304 Not Modified {2}forbidden\n/],
    [['PUT 304'], /^PUT 304 Not Modified {2}forbidden\n/],
    [['GET', '304'], /^GET 304 Not Modified {2}on a condition\n/],
    [['GET', '200'], /^GET 200 OK {2}allowed\n {2}Nothing speaks against answering GET with 200\.\n/],
    [['CONNECT', '204'], /^CONNECT 204 No Content {2}odd, reported\n/],
  ])('a method with a status: %j', async (words, expected) => {
    expect(await explained(...words)).toMatch(expected)
  })

  test('a pair shows the rule that speaks', async () => {
    expect(await explained('POST', '206')).toMatch(/\npost-never-206-304-416 {2}must/)
  })

  test('a field: where it is asked for', async () => {
    const page = await explained('www-authenticate')
    expect(page).toMatch(/^WWW-Authenticate {2}field, response\n/)
    expect(page).toContain('  must be sent    401\n')
    expect(page).toContain('www-authenticate-401 (must)')
  })

  test('a name that is a method and a field is both', async () => {
    const page = await explained('link')
    expect(page).toMatch(/^LINK {2}method\n/)
    expect(page).toMatch(/\nLink {2}field/)
  })

  test('nothing: everything that can be explained, grouped', async () => {
    const page = await explained()
    for (const id of [...Object.keys(rules), ...Object.keys(kinds)]) expect(page).toContain(id)
    expect(page).toContain(`\nChanges  ${Object.keys(kinds).length}\n`)
    expect(page).toContain(`\nMethods  ${Object.keys(rfc9110.methods).length}\n`)
    expect(page).toContain(`\nStatuses  ${Object.keys(rfc9110.statuses).length}\n`)
    expect(page).toContain(`\nFields  ${Object.keys(rfc9110.fields).length}\n`)
  })

  test.each([
    [
      'no-content',
      /^statute: there is no rule, change, status, method or field no-content; did you mean no-content-1xx, no-content-204, or no-content-205\?\n$/,
    ],
    ['response-status-add', /did you mean response-status-added.*\?\n$/],
    ['putt', /did you mean PUT.*\?\n$/],
    ['4004', /did you mean 40/],
    ['if-mach', /did you mean If-Match\?\n$/],
    ['www-authenticate-402', /did you mean www-authenticate-401/],
    ['xyzzyxyzzy', /^statute: there is no rule, change, status, method or field xyzzyxyzzy; statute explain lists them\n$/],
    ['constructor', /^statute: there is no rule/],
    ['__proto__', /^statute: there is no rule/],
    ['PUT 999', /^statute: RFC 9110 holds no status 999/],
    ['PUTT 204', /^statute: RFC 9110 holds no method PUTT; did you mean PUT/],
    ['PUT 304 204', /^statute: explain takes one name/],
  ])('unknown: %s', async (name, message) => {
    const { code, out, err } = await run(['explain', name])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

test.each([
  ['a bb ccc', 4, ['a bb', 'ccc']],
  ['aaaaaaaa b', 3, ['aaaaaaaa', 'b']],
  ['  a \n b ', 80, ['a b']],
  ['', 80, ['']],
])('wraps %j at %i', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test.each([
  ['gett', ['GET', 'POST', 'PUT'], ['GET']],
  ['x', ['GET'], []],
  ['lnt', ['lint', 'check', 'explain'], ['lint']],
])('the nearest to %s', (name, names, expected) => {
  expect(nearest(name, names)).toEqual(expected)
})
