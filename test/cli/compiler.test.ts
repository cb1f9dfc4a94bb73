import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOutput, refusals } from '../../src/cli/compiler.js'
import { mayExport } from '../../src/cli/contracts.js'

const here = (name: string) => path.resolve(name)

describe('what tsc prints', () => {
  test('diagnostics with their continuation, and the files of the program that are its own', () => {
    const { errors, files } = readOutput(
      [
        "src/a.ts(3,7): error TS2322: Type 'A' is not assignable to type 'B'.",
        "  Property 'x' is missing.",
        '    And more.',
        "src/with (paren)/b.ts(10,1): error TS2304: Cannot find name 'q'.",
        "error TS2688: Cannot find type definition file for 'nothing'.",
        here('node_modules/zod/index.d.ts'),
        here('node_modules/zod/index.ts'),
        here('src/a.ts'),
        here('src/a.d.ts'),
        here('src/style.d.css.ts'),
        here('src/b.mts'),
        '',
      ].join('\r\n'),
    )
    expect(errors).toEqual([
      {
        code: 'TS2322',
        message: "Type 'A' is not assignable to type 'B'.\n  Property 'x' is missing.\n    And more.",
        position: { file: 'src/a.ts', line: 3, column: 7 },
      },
      { code: 'TS2304', message: "Cannot find name 'q'.", position: { file: 'src/with (paren)/b.ts', line: 10, column: 1 } },
      { code: 'TS2688', message: "Cannot find type definition file for 'nothing'." },
    ])
    expect(files).toEqual([here('src/a.ts'), here('src/b.mts')])
  })
})

describe('our sentences in a diagnostic', () => {
  const position = { file: 'a.ts', line: 1, column: 2 }
  const of = (message: string) => refusals({ code: 'TS2322', message, position })
  const sentence = '204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]'

  test.each([
    ['as TypeScript prints it', `Type 'X' is not assignable to type '"${sentence}\u200b"'.`],
    ['with the zero width escaped', `Type 'X' is not assignable to type '"${sentence}\\u200B"'.`],
    ['without it', `Type 'X' is not assignable to type '"${sentence}"'.`],
    ['in a union, twice', `Type 'X' is not assignable to type '"${sentence}\u200b" | "q" | "${sentence}\u200b"'.`],
    ['in a continuation', `No overload matches.\n  Type 'X' is not assignable to type '"${sentence}\u200b"'.`],
  ])('%s', (_, message) => {
    expect(of(message)).toEqual([
      {
        rule: 'no-content-204',
        level: 'must',
        kind: 'contradiction',
        refuses: true,
        message: '204 No Content carries no content',
        cite: 'RFC 9110 §15.3.5',
        fix: 'use empty()',
        method: null,
        path: null,
        route: null,
        status: null,
        pointer: [],
        position,
      },
    ])
  })

  test('several different ones', () => {
    const other =
      "401 Unauthorized must send WWW-Authenticate (RFC 9110 §15.5.2): add headers: { 'www-authenticate': … } [www-authenticate-401]"
    expect(of(`type '{ 204: "${sentence}"; 401: "${other}"; }'.`).map(({ rule, fix }) => [rule, fix])).toEqual([
      ['no-content-204', 'use empty()'],
      ['www-authenticate-401', "add headers: { 'www-authenticate': … }"],
    ])
  })

  test.each([
    ['no sentence', "Type 'string' is not assignable to type 'number'."],
    ['a literal that ends in brackets', `Type '"see [no-such-rule]"' is not assignable to type 'number'.`],
    ['an id without its sentence', `Type '"[no-content-204]"' is not assignable to type 'number'.`],
    ['an id with somebody else’s sentence', `Type '"todo [no-content-204]"' is not assignable to type 'number'.`],
    ['a property of objects', `Type '"a (b): c [constructor]"' is not assignable to type 'number'.`],
  ])('%s is not ours', (_, message) => {
    expect(of(message)).toEqual([])
  })
})

describe('a module that may export a contract', () => {
  test.each([
    ["import { contract, get } from 'statute'\nexport const a = contract({})", true],
    ["import { api as contract } from './law.js'\nexport default contract({})", true],
    ["import { contract as api } from 'statute'\nexport const a = api({})", true],
    ["import * as s from 'statute'\nexport const a = s.contract({})", true],
    ['export const a = contract<Law>({})', true],
    ["import { serve } from 'statute/server'\nimport { todos } from './todos.js'\nserve(todos).listen(3000)", false],
    ["import { contract } from 'statute'\nconst a = contract({})", false],
    ["import { client } from 'statute'\nexport const api = client(todos)", false],
    ["export const contractor = subcontract('x')", false],
  ])('%j: %s', (text, expected) => {
    expect(mayExport(text)).toBe(expected)
  })
})
