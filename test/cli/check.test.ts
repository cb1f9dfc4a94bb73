import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, type Ran, root } from './run.js'

let statute: ReturnType<typeof build>['statute']
let remove: () => void
const projects: string[] = []
beforeAll(() => {
  ;({ statute, remove } = build())
})
afterAll(() => {
  remove()
  for (const folder of projects) rmSync(folder, { recursive: true, force: true })
})

const tsconfig = {
  compilerOptions: { strict: true, module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom'], types: [], skipLibCheck: true },
}

/** A project of its own, with this repository as its `statute`. */
const project = (
  files: Readonly<Record<string, string>>,
  { installed = ['typescript', 'zod'], config = tsconfig as object } = {},
): string => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'statute-check-')))
  projects.push(folder)
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of installed) symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text.replaceAll('@src', path.join(root, 'src')))
  return folder
}

const head = `import { z } from 'zod'
import { contract, del, get, post, put } from '@src/contract/route.js'
import { empty, json, problem } from '@src/contract/content.js'
const Todo = z.object({ id: z.uuid(), title: z.string() })
`
const right = `${head}export const todos = contract({
  list: get('/todos', { responses: { 200: json(z.array(Todo)) } }),
  remove: del('/todos/:id', { responses: { 204: empty() } }),
})
`
const wrong = `${head}export const todos = contract({
  list: get('/todos', { responses: { 200: json(z.array(Todo)) } }),
  remove: del('/todos/:id', {
    responses: {
      204: json(Todo),
      401: problem(),
    },
  }),
  create: post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }),
  replace: put('/todos/:id', {
    body: json(Todo),
    waive: { 'put-created-201': 'made elsewhere', 'no-content-204': 'gateway' },
    responses: { 200: json(Todo) },
  }),
})
`

interface Checked {
  readonly contracts: readonly {
    readonly document: string
    readonly contract: string | null
    readonly operations: number
    readonly responses: number
    readonly findings: readonly {
      readonly rule: string
      readonly file: string
      readonly line: number
      readonly column: number
      readonly method: string | null
      readonly path: string | null
      readonly waived?: string
    }[]
    readonly waivers: readonly unknown[]
    readonly notes: readonly string[]
  }[]
  readonly errors: readonly {
    readonly code: string
    readonly message: string
    readonly file: string | null
    readonly line: number | null
  }[]
}
const written = ({ out }: Ran): Checked => JSON.parse(out)
const places = (ran: Ran) =>
  written(ran).contracts.flatMap(({ findings }) =>
    findings.filter(({ waived }) => waived === undefined).map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`),
  )

describe('statute check', { timeout: 300_000 }, () => {
  test('a right project: what was judged, exit 0', async () => {
    const ran = await statute(['check'], { cwd: project({ 'todos.ts': right }) })
    expect(ran).toEqual({ code: 0, out: '✔ 2 routes, 2 responses: nothing to report\n', err: '' })
  })

  test('a wrong one: each offence once, at the place of the compiler', async () => {
    const ran = await statute(['check', '-f', 'json'], { cwd: project({ 'todos.ts': wrong }) })
    expect(ran).toMatchObject({ code: 1, err: '' })
    const { contracts, errors } = written(ran)
    expect(errors).toEqual([])
    expect(contracts).toHaveLength(1)
    expect(contracts[0]).toMatchObject({ document: 'todos.ts', contract: 'todos', operations: 4, responses: 5 })
    expect(places(ran)).toEqual([
      'todos.ts:9:7 no-content-204',
      'todos.ts:10:7 www-authenticate-401',
      'todos.ts:13:59 post-created-location',
    ])
    expect(contracts[0]?.findings.find(({ rule }) => rule === 'no-content-204')).toMatchObject({ method: 'DELETE' })
    expect(contracts[0]?.waivers).toEqual([
      { rule: 'put-created-201', reason: 'made elsewhere', where: 'PUT /todos/:id', waives: 1 },
      { rule: 'no-content-204', reason: 'gateway', where: 'PUT /todos/:id', waives: 0 },
    ])
  })

  test('text shows the lines and the waivers', async () => {
    const { out } = await statute(['check'], { cwd: project({ 'todos.ts': wrong }) })
    expect(out).toContain(`todos.ts:9:7  must  DELETE /todos/:id → 204  [no-content-204]
  204 No Content carries no content (RFC 9110 §15.3.5): use empty()
     8 |     responses: {
  >  9 |       204: json(Todo),
       |       ^^^
    10 |       401: problem(),
`)
    expect(out).toContain('  no-content-204  PUT /todos/:id  gateway  (waives nothing: remove it)\n')
  })

  test('type errors that are not ours are shown, and fail', async () => {
    const ran = await statute(['check', '--fail-on', 'never'], {
      cwd: project({ 'todos.ts': `${right}export const n: number = 'text'\n` }),
    })
    expect(ran.code).toBe(1)
    expect(ran.out).toContain("todos.ts:9:14  TS2322  Type 'string' is not assignable to type 'number'.")
  })

  test('what only the compiler sees, because nobody exports it, is reported too', async () => {
    const ran = await statute(['check', '-f', 'json'], {
      cwd: project({
        'todos.ts': right,
        'inner.ts': `${wrong.replace('export const', 'const')}export const n = todos\n`.replace('export const n = todos', 'void todos'),
      }),
    })
    expect(ran.code).toBe(1)
    expect(places(ran)).toEqual(['inner.ts:9:7 no-content-204', 'inner.ts:10:7 www-authenticate-401'])
  })

  test('the same words of two routes: each keeps its own route, although one is seen by the compiler alone and one at run time alone', async () => {
    const ran = await statute(['check', '-f', 'json'], {
      cwd: project({
        'todos.ts': `${head}const path: string = '/path'
export const a = contract({ list: get('/list', { responses: { 200: json(Todo) } }), any: get(path, { responses: { 200: json(Todo) } }) })
export const b = contract({ read: get('/todos?done=true', { responses: { 200: json(Todo) } }) })
export const c = contract({ read: get('todos', { responses: { 200: json(Todo) } }) })
void [del, post, put, empty, problem]
`,
      }),
    })
    const found = written(ran).contracts.flatMap(({ findings }) => findings)
    expect(found.map(({ rule, line, path }) => [rule, line, path])).toEqual([
      ['path-form', 6, null],
      ['path-form', 7, '/todos?done=true'],
      ['path-form', 8, 'todos'],
    ])
  })

  test('contracts of one file that have routes of the same names are told apart', async () => {
    const silenced = `{ read: get('/todos/:id', {
    // @ts-expect-error
    responses: { 204: json(Todo) } }) })`
    const ran = await statute(['check', '-f', 'json', '--level', 'must'], {
      cwd: project({
        'todos.ts': `${head}export const v1 = contract({ read: get('/todos/:id', { responses: { 200: json(Todo) } }) })
export const v2 = contract(${silenced}
export const v3 = contract(${silenced}
void [del, post, put, empty, problem]
`,
      }),
    })
    expect(places(ran)).toEqual(['todos.ts:8:18 no-content-204', 'todos.ts:11:18 no-content-204'])
  })

  test('what the run time alone sees, because the compiler was silenced, is reported too', async () => {
    const silenced = wrong
      .replace('      204: json', '      // @ts-expect-error\n      204: json')
      .replace('      401:', '      // @ts-expect-error\n      401:')
    const ran = await statute(['check', '-f', 'json', '--level', 'must'], { cwd: project({ 'todos.ts': silenced }) })
    expect(ran.code).toBe(1)
    expect(places(ran)).toEqual(['todos.ts:10:7 no-content-204', 'todos.ts:12:7 www-authenticate-401'])
  })

  test('a contract inside of another is judged once', async () => {
    const nested = `${right}export const api = contract({ todos }, { common: { 500: problem() } })\n`
    const ran = await statute(['check', '-f', 'json'], { cwd: project({ 'todos.ts': nested }) })
    expect(written(ran).contracts.map(({ contract, operations, responses }) => [contract, operations, responses])).toEqual([['api', 2, 4]])
  })

  test('what routes have in common is said once', async () => {
    const common = right.replace(/\}\)\n$/, '}, { common: { 401: problem() } })\n')
    const ran = await statute(['check', '-f', 'json', '--level', 'must'], { cwd: project({ 'todos.ts': common }) })
    expect(places(ran)).toEqual(['todos.ts:8:16 www-authenticate-401'])
  })

  test('files are checked although the tsconfig leaves them out', async () => {
    const cwd = project({ 'todos.ts': right, 'refused.ts': wrong }, { config: { ...tsconfig, exclude: ['refused.ts'] } })
    expect((await statute(['check'], { cwd })).code).toBe(0)
    const ran = await statute(['check', 'refused.ts', '-f', 'json'], { cwd })
    expect(ran.code).toBe(1)
    expect(written(ran).contracts.map(({ document }) => document)).toEqual(['refused.ts'])
    expect(places(ran)).toHaveLength(3)
  })

  test('a tsconfig or a folder may be named', async () => {
    const folder = project({ 'todos.ts': right })
    expect((await statute(['check', folder])).code).toBe(0)
    expect((await statute(['check', path.join(folder, 'tsconfig.json')])).code).toBe(0)
  })

  test('--ignore and --fail-on', async () => {
    const cwd = project({ 'todos.ts': wrong })
    expect((await statute(['check', '--ignore', 'no-content-204', '--ignore', 'www-authenticate-401'], { cwd })).code).toBe(0)
    expect((await statute(['check', '--fail-on', 'never'], { cwd })).code).toBe(0)
  })

  test('a module may write, exit and fail: the report stays whole', async () => {
    const cwd = project({
      'todos.ts': `${right}console.log('noise')\n`,
      'exits.ts': `${right}declare const process: { exit(): void }\nprocess.exit()\n`,
      'throws.ts': `${right}throw new Error('no database')\n`,
      'rejects.ts':
        `${right}void Promise.reject(new Error('no network'))\nawait new Promise((resolve) => setTimeout(resolve, 20))\ndeclare function setTimeout(f: (v: unknown) => void, ms: number): void\n`.replace(
          'declare function setTimeout(f: (v: unknown) => void, ms: number): void\n',
          '',
        ),
      'runs.ts': `${right}setInterval(() => {}, 1000)\n`,
    })
    const ran = await statute(['check', '-f', 'json'], { cwd })
    expect(ran.code).toBe(1)
    expect(ran.err).toBe('noise\n')
    expect(written(ran).contracts.map(({ document }) => document)).toEqual(expect.arrayContaining(['runs.ts', 'todos.ts']))
    expect(
      written(ran)
        .errors.map(({ message }) => message)
        .sort(),
    ).toEqual([
      'exits.ts cannot be loaded: it calls process.exit()',
      'rejects.ts cannot be loaded: no network',
      'throws.ts cannot be loaded: no database',
    ])
  })

  test('a contract that cannot be loaded is an error at the line that threw, and is not said to be missing', async () => {
    const thrown = `${right}export const port = JSON.parse('{') as number\n`
    const ran = await statute(['check'], { cwd: project({ 'todos.ts': thrown }) })
    expect(ran).toMatchObject({ code: 1, err: '' })
    const line = thrown.split('\n').findIndex((text) => text.includes('JSON.parse')) + 1
    const refused = await statute(['check'], { cwd: project({ 'todos.ts': `${wrong}throw new Error('late')\n` }) })
    expect(refused.out).toContain('note  the compiler alone judged this file: it cannot be loaded\n')
    expect(ran.out).toMatch(
      new RegExp(`^todos\\.ts:${line}:1  load  todos\\.ts cannot be loaded: .*JSON.*\\n\\n✖ 0 routes, 0 responses: 1 error\\n$`),
    )
  })

  test.each<[string, () => string, readonly string[], RegExp]>([
    ['no tsconfig', () => tmpdir(), ['check'], /^statute: there is no tsconfig\.json in this folder: name one, or source files\n$/],
    ['no such file', () => tmpdir(), ['check', 'nowhere.ts'], /^statute: nowhere\.ts: there is no such file\n$/],
    [
      'a file of another kind',
      () => project({ 'a.md': '' }),
      ['check', 'a.md'],
      /^statute: a\.md is neither a tsconfig nor a TypeScript or JavaScript file\n$/,
    ],
    [
      'two tsconfigs',
      () => project({}),
      ['check', 'tsconfig.json', 'package.json'],
      /^statute: check takes one tsconfig, or any number of source files\n$/,
    ],
    ['a manifest', () => project({}), ['check', 'package.json'], /^statute: package\.json is no tsconfig: name that, or its folder\n$/],
    [
      'no contract',
      () => project({ 'a.ts': 'export const a = 1\n' }),
      ['check'],
      /^statute: tsconfig\.json exports no contract: nothing was checked .*\n$/,
    ],
    [
      'a contract without routes',
      () => project({ 'a.ts': `${head}export const none = contract({})\nvoid [Todo, get, del, post, put, empty, json, problem]\n` }),
      ['check'],
      /^statute: the contracts of tsconfig\.json have no routes: nothing was checked\n$/,
    ],
    ['no compiler', () => project({ 'a.ts': right }, { installed: ['zod'] }), ['check'], /^statute: typescript is not installed in .*\n$/],
    ['no files', () => project({}), ['check'], /^statute: tsconfig\.json: tsc says: No inputs were found .* \(TS18003\)\n$/],
    [
      'a solution',
      () => project({ 'b.json': '{}' }, { config: { files: [], references: [{ path: './b.json' }] } }),
      ['check'],
      /^statute: tsconfig\.json.*\n$/,
    ],
  ])('%s: one line, exit 2', async (_, cwd, argv, message) => {
    const { code, out, err } = await statute(argv, { cwd: cwd() })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
  })
})
