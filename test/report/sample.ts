/** One small report with one of everything that formats must write. */
import type { Look } from '../../src/report/formats.js'
import { plain } from '../../src/report/paint.js'
import { type Choice, type Judged, type Report, report } from '../../src/report/report.js'
import type { Finding } from '../../src/rules/finding.js'
import { rules } from '../../src/rules/index.js'

export const source = `openapi: 3.1.0
paths:
  /todos/{id}:
    delete:
      responses:
        '204':
          content: {}
        '401': { description: who? }
    get:
      responses:
        '401': { description: who? }
        '304':
          content: {}
`

const file = 'api/open api.yaml'

export const contradiction: Finding = {
  rule: 'no-content-204',
  level: 'must',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 9110 §15.3.5',
  message: '204 No Content carries no content',
  fix: 'use empty()',
  method: 'DELETE',
  path: '/todos/{id}',
  route: 'removeTodo',
  status: 204,
  pointer: ['paths', '/todos/{id}', 'delete', 'responses', '204', 'content'],
  position: { file, line: 7, column: 11 },
}

const omission = (method: string, line: number): Finding => ({
  rule: 'www-authenticate-401',
  level: 'must',
  kind: 'omission',
  refuses: true,
  cite: 'RFC 9110 §15.5.2',
  message: '401 Unauthorized must send WWW-Authenticate',
  fix: "add headers: { 'www-authenticate': … }",
  method,
  path: '/todos/{id}',
  route: null,
  status: 401,
  pointer: ['paths', '/todos/{id}', method.toLowerCase(), 'responses', '401'],
  position: { file, line, column: 9 },
})

const odd: Finding = {
  ...contradiction,
  rule: 'odd-status',
  level: 'bcp',
  refuses: false,
  cite: 'RFC 9110 §15',
  message: '4XX says 100% <of> nothing: a, b & "c"',
  fix: 'name the codes\nthat are meant',
  method: 'GET',
  status: '4XX',
  pointer: ['paths', '/todos/{id}', 'get'],
  position: { file, line: 9, column: 5 },
}

const waived: Finding = {
  ...contradiction,
  rule: 'no-content-304',
  cite: 'RFC 9110 §15.4.5',
  message: '304 Not Modified carries no content',
  method: 'GET',
  status: 304,
  pointer: ['paths', '/todos/{id}', 'get', 'responses', '304', 'content'],
  position: { file, line: 13, column: 11 },
  waived: 'an old gateway sends it',
}

const whole: Finding = {
  ...odd,
  rule: 'path-form',
  level: 'hint',
  message: 'a hint',
  fix: 'look',
  method: null,
  path: null,
  status: null,
  pointer: [],
}

export const judged: Judged = {
  file,
  operations: 2,
  responses: 4,
  // In no order: the report sorts.
  findings: [omission('GET', 11), whole, odd, waived, omission('DELETE', 8), contradiction],
  waivers: [
    { rule: 'no-content-304', reason: 'an old gateway sends it', where: 'GET /todos/{id}', waives: 1 },
    { rule: 'no-content-205', reason: 'never', where: '2 routes', waives: 0 },
  ],
  notes: [`${file}:1:1: 1 webhook is not judged`],
}

const book = Object.values(rules)

export const choice: Choice = { level: 'bcp', failOn: 'must', ignore: [] }

export const lintReport = (chosen: Partial<Choice> = {}, documents: readonly Judged[] = [judged]): Report =>
  report(
    { command: 'lint', version: '1.2.3', documents, book, source: (name) => (name === file ? source : undefined) },
    { ...choice, ...chosen },
  )

export const checkReport = (chosen: Partial<Choice> = {}): Report =>
  report(
    {
      command: 'check',
      version: '1.2.3',
      documents: [{ ...judged, name: 'todos' }],
      book,
      errors: [
        {
          code: 'TS2322',
          message: "Type 'string' is not assignable to type 'number'.\n  More of it.",
          position: { file: 'src/a.ts', line: 3, column: 7 },
        },
        { code: 'load', message: 'b.ts cannot be loaded: boom' },
      ],
      source: (name) => (name === file ? source : undefined),
    },
    { ...choice, ...chosen },
  )

export const look: Look = { paint: plain, width: 80, root: process.cwd() }
