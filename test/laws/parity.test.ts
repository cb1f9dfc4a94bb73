/**
 * Parity: over every method × status, the compiler and the run time say the same, word for word.
 *
 * Each cell is declared with and without content, with and without the fields that the status requires, and with and without the
 * condition that makes it possible; once as TypeScript for the compiler, once as a value for the judge.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describe as described } from '../../src/contract/describe.js'
import { defineRegistry } from '../../src/contract/toolkit.js'
import { type Contract, contract, empty, json, rfc9110, route } from '../../src/index.js'
import type { Finding } from '../../src/rules/finding.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import { sentence } from '../../src/rules/sentence.js'
import { compile, root, sentenceIn } from '../compiler.js'

interface Cell {
  readonly method: string
  readonly code: number
  readonly content: boolean
  /** The fields that the response declares. */
  readonly fields: readonly string[]
  /** Whether the condition of the status is stated. */
  readonly stated: boolean
}

const methods = Object.entries(rfc9110.methods)
  .filter(([, row]) => row.group !== 'reserved')
  .map(([name]) => name)
const codes = Object.keys(rfc9110.statuses).map(Number)

const requestFields = (method: string, code: number, stated: boolean): string[] => {
  const condition = rfc9110.statuses[code as 206]?.wants as { readonly fields?: readonly string[] } | undefined
  const wanted = Object.keys((rfc9110.methods[method as 'COPY'] as { readonly wantsFields?: object }).wantsFields ?? {})
  return [...wanted, ...(stated ? (condition?.fields?.slice(0, 1) ?? []) : [])]
}
const roleOf = (code: number, stated: boolean): string | undefined =>
  stated ? (rfc9110.statuses[code as 407]?.wants as { readonly roles?: readonly string[] } | undefined)?.roles?.[0] : undefined

const cells: Cell[] = methods.flatMap((method) =>
  codes.flatMap((code) => {
    const facts = rfc9110.statuses[code as 206] as { readonly requires?: object; readonly forbids?: object; readonly wants?: object }
    const required = Object.keys(facts.requires ?? {})
    const fieldSets = [
      [],
      ...(required.length ? [required] : []),
      ...required.filter(() => required.length > 1).map((field) => required.filter((other) => other !== field)),
      ...Object.keys(facts.forbids ?? {}).map((field) => [field]),
    ]
    return fieldSets.flatMap((fields) =>
      [true, false].flatMap((content) =>
        (facts.wants ? [true, false] : [false]).map((stated) => ({ method, code, content, fields, stated })),
      ),
    )
  }),
)

const wantsContent = (method: string): boolean => (rfc9110.methods[method as 'PUT'] as { readonly content: string }).content === 'expected'
const wantsValidator = (code: number, stated: boolean): boolean =>
  stated && 'validator' in ((rfc9110.statuses[code as 304] as { readonly wants?: object }).wants ?? {})
const target = (method: string): string =>
  (rfc9110.methods[method as 'CONNECT'] as { readonly target: string }).target === 'authority' ? 'example.com:443' : '/x'

const record = (names: readonly string[], value: string): string => `{ ${names.map((name) => `'${name}': ${value}`).join(', ')} }`

/** The cell as a user writes it. A final response stands beside an interim one; a 200 with a validator where that is the condition. */
const written = ({ method, code, content, fields, stated }: Cell): string => {
  const options = fields.length ? `{ headers: ${record(fields, 's')} }` : ''
  const request = requestFields(method, code, stated)
  const role = roleOf(code, stated)
  const beside = wantsValidator(code, stated) ? `200: empty({ headers: { etag: s } }), ` : code < 200 ? '400: empty(), ' : ''
  return `route('${method}', '${target(method)}', { ${wantsContent(method) ? 'body: json(s), ' : ''}${request.length ? `headers: ${record(request, 's')}, ` : ''}${role ? `role: '${role}', ` : ''}responses: { ${beside}${code}: ${content ? `json(s${options && `, ${options}`})` : `empty(${options})`} } })`
}

const value = ({ method, code, content, fields, stated }: Cell): unknown => {
  const s = z.string()
  const headers = Object.fromEntries(fields.map((name) => [name, s]))
  const request = requestFields(method, code, stated)
  return {
    method,
    path: target(method),
    spec: {
      ...(wantsContent(method) && { body: json(s) }),
      ...(request.length && { headers: Object.fromEntries(request.map((name) => [name, s])) }),
      ...(stated && { role: roleOf(code, stated) }),
      responses: {
        ...(wantsValidator(code, stated) ? { 200: empty({ headers: { etag: s } }) } : code < 200 && { 400: empty() }),
        [code]: content ? json(s, { headers }) : empty({ headers }),
      },
    },
  }
}

/** `contract` of a law, whichever. */
type Declare = (routes: never) => Contract

const say = (finding: Finding): string => `${finding.message} (${finding.cite}): ${finding.fix} [${finding.rule}]`

const compileCells = async (name: string, toolkit: string, subject: readonly Cell[]): Promise<Map<number, string[]>> => {
  const directory = `${root}.tmp/${name}`
  mkdirSync(directory, { recursive: true })
  writeFileSync(
    `${directory}/cells.ts`,
    [
      `import { z } from 'zod'`,
      `import { defineRegistry, empty, json, rfc9110 } from '../../src/index.js'`,
      `const s = z.string()`,
      `const { route } = ${toolkit}`,
      ...subject.map((cell) => written(cell)),
      'export {}',
      '',
    ].join('\n'),
  )
  writeFileSync(
    `${directory}/tsconfig.json`,
    JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { noErrorTruncation: true }, include: ['cells.ts'], exclude: [] }),
  )
  const { diagnostics, output } = await compile('7.0', directory)
  expect(output, 'the compiler ran').not.toMatch(/TS5\d{3}|ENOENT/)
  const said = new Map<number, string[]>()
  for (const { file, line, message } of diagnostics) {
    expect(file).toMatch(/cells\.ts$/)
    const words = sentenceIn(message)
    expect(words, `line ${line} is refused in the words of a rule: ${message}`).toBeDefined()
    said.set(line - 5, [...(said.get(line - 5) ?? []), words!])
  }
  return said
}

describe.each([
  ['RFC 9110', `defineRegistry({ extends: rfc9110 })`, defineRegistry({ extends: rfc9110 }).contract as Declare, cells],
  [
    'a strict law',
    `defineRegistry({ extends: rfc9110, strict: true })`,
    defineRegistry({ extends: rfc9110, strict: true }).contract as Declare,
    cells.filter(({ method }) => rfc9110.methods[method as 'GET'].group !== ('webdav' as never)),
  ],
] as const)('compiler and run time agree under %s', (name, code, declare, subject) => {
  let said: Map<number, string[]>
  beforeAll(async () => {
    said = await compileCells(`parity-${name.replaceAll(/\W/g, '')}`, code, subject)
  })

  it('says the same of every cell', () => {
    const differences: string[] = []
    let refused = 0
    for (const [index, cell] of subject.entries()) {
      const atCompileTime = said.get(index) ?? []
      const api = declare({ cell: value(cell) } as never)
      const atRunTime = [...judge(described(api, 'cell'))].filter((finding) => finding.refuses && finding.waived === undefined)
      if (atRunTime.length) refused++
      const sentences = atRunTime.map(say)
      const agrees = atCompileTime.length > 0 === sentences.length > 0 && atCompileTime.every((words) => sentences.includes(words))
      if (!agrees)
        differences.push(
          `${written(cell)}\n    compiler: ${atCompileTime.join(' | ') || 'accepts'}\n    run time: ${sentences.join(' | ') || 'accepts'}`,
        )
    }
    console.info(
      `parity under ${name}: ${subject.length} declarations of ${new Set(subject.map(({ method, code }) => `${method} ${code}`)).size} cells, ${refused} refused by both`,
    )
    expect(differences.slice(0, 20).join('\n'), `${differences.length} of ${subject.length} differ`).toBe('')
    expect(refused).toBeGreaterThan(subject.length / 10)
    expect(refused).toBeLessThan(subject.length)
  })
})

describe('sentences', () => {
  it('are made by the same words at both times', () => {
    expect(sentence(rules['no-content-204'], { status: '204 No Content' })).toBe(
      '204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]',
    )
    expect(contract({ a: route('GET', '/a', { responses: { 200: z.string() } }) }).routes.a.method).toBe('GET')
  })
})
