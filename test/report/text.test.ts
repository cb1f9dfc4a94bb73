import { describe, expect, test } from 'vitest'
import { framer } from '../../src/report/frame.js'
import { colour, paint, plain, printable } from '../../src/report/paint.js'
import { text } from '../../src/report/text.js'
import { checkReport, contradiction, judged, lintReport, look } from './sample.js'

describe('text', () => {
  test('of lint: contradictions with their lines, omissions in one line, waivers, notes, the count', () => {
    expect(text(lintReport(), look)).toBe(`api/open api.yaml:7:11  must  DELETE /todos/{id} → 204  [no-content-204]
  204 No Content carries no content (RFC 9110 §15.3.5): use empty()
    6 |         '204':
  > 7 |           content: {}
      |           ^^^^^^^
    8 |         '401': { description: who? }

api/open api.yaml:9:5  bcp  GET /todos/{id} → 4XX  [odd-status]
  4XX says 100% <of> nothing: a, b & "c" (RFC 9110 §15): name the codes\\u000athat are meant
     8 |         '401': { description: who? }
  >  9 |     get:
       |     ^^^
    10 |       responses:

api/open api.yaml leaves out
  must      2 ×  www-authenticate-401  add headers: { 'www-authenticate': … } (RFC 9110 §15.5.2), first 8:9

api/open api.yaml waives
  no-content-304  GET /todos/{id}  an old gateway sends it  (1 finding)
  no-content-205  2 routes  never  (waives nothing: remove it)

note  api/open api.yaml:1:1: 1 webhook is not judged

✖ 2 operations, 4 responses: 3 must, 1 bcp, 1 hint (1 hint not shown: --level hint)
`)
  })

  test('of check: errors of the compiler first, each omission at its place', () => {
    const written = text(checkReport({ level: 'must' }), look)
    expect(
      written.startsWith(
        "src/a.ts:3:7  TS2322  Type 'string' is not assignable to type 'number'.\n    More of it.\n\nload  b.ts cannot be loaded: boom\n\n",
      ),
    ).toBe(true)
    expect(written.match(/\[www-authenticate-401\]/g)).toHaveLength(2)
    expect(written).toContain('todos in api/open api.yaml waives\n')
    expect(written.endsWith('✖ 2 routes, 4 responses: 2 errors, 3 must, 1 bcp, 1 hint (1 bcp, 1 hint not shown: --level hint)\n')).toBe(
      true,
    )
  })

  test('of nothing found', () => {
    expect(text(lintReport({}, [{ ...judged, findings: [], waivers: [], notes: [] }]), look)).toBe(
      '✔ 2 operations, 4 responses: nothing to report\n',
    )
  })

  test('--max shows so many entries, says how many are left, and counts them all', () => {
    const written = text(lintReport({ max: 1 }), look)
    expect(written).toContain('[no-content-204]')
    expect(written).not.toContain('www-authenticate-401')
    expect(written).toContain('2 more in api/open api.yaml (--max 1)')
    expect(written).toContain('3 must, 1 bcp, 1 hint')
  })

  test('the fourth of a rule is one line', () => {
    const findings = [7, 8, 9, 10, 11].map((line) => ({ ...contradiction, position: { file: judged.file, line, column: 9 } }))
    const written = text(lintReport({}, [{ ...judged, findings }]), look)
    expect(written.match(/use empty\(\)/g)).toHaveLength(3)
    expect(written).toContain(`2 more places of no-content-204
  api/open api.yaml:10:9  must  DELETE /todos/{id} → 204  [no-content-204]
  api/open api.yaml:11:9  must  DELETE /todos/{id} → 204  [no-content-204]
`)
  })

  test('colour goes around words and changes none', () => {
    const coloured = text(lintReport(), { ...look, paint: colour })
    expect(coloured).toContain('\u001b[31mmust\u001b[39m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are what is removed
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text(lintReport(), look))
  })
})

describe('colour', () => {
  test.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['FORCE_COLOR into a pipe', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR before NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ] as const)('%s', (_, terminal, env, expected) => {
    expect(paint(terminal, env)).toBe(expected ? colour : plain)
  })

  test('what is read from a file cannot steer the terminal', () => {
    expect(printable('a\u001b[31mb\u202ec\u0007')).toBe('a\\u001b[31mb\\u202ec\\u0007')
  })
})

describe('a frame', () => {
  const draw = (source: string, line: number, column: number, width = 40) => framer(() => source)('f', line, column, width, plain)

  test.each([
    ['marks a plain key', 'a:\n  key: 1', 2, 3, ['  1 | a:', '> 2 |   key: 1', '    |   ^^^']],
    ['marks a quoted key', '{\n  "a b": 1\n}', 2, 3, ['  1 | {', '> 2 |   "a b": 1', '    |   ^^^^^', '  3 | }']],
    ['draws a tab as two blanks, the mark too', '\tkey: 1', 1, 2, ['> 1 |   key: 1', '    |   ^^^']],
    ['shows control characters', 'k\u001b: 1', 1, 1, ['> 1 | k\\u001b: 1', '    | ^^']],
    ['reads CRLF', 'a\r\nb\r\n', 2, 1, ['  1 | a', '> 2 | b', '    | ^', '  3 |']],
    ['has nothing for a line that is not there', 'a', 9, 1, []],
  ] as const)('%s', (_, source, line, column, expected) => {
    expect(draw(source, line, column)).toEqual(expected)
  })

  test('cuts a long line to a window around the word', () => {
    const long = `${'x'.repeat(5000)}"key":${'y'.repeat(5000)}`
    const [line, under] = draw(long, 1, 5001)
    expect(line).toBe(`> 1 | ${'x'.repeat(11)}"key":${'y'.repeat(16)}`)
    expect(under).toBe(`    | ${' '.repeat(11)}^^^^^`)
  })
})
