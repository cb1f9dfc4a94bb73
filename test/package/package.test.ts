/**
 * The package as a user gets it: packed, installed in an empty project, compiled there, and its command run.
 *
 * npm installs its dependencies from the cache that `npm ci` has filled, or from the registry.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { methods } from '../../src/registry/methods.js'
import { statuses } from '../../src/registry/statuses.js'
import { rules } from '../../src/rules/index.js'
import { type Compiler, compile, compilers, root } from '../compiler.js'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'statute-package-')))
const consumer = join(home, 'consumer')
const installed = (...parts: string[]) => join(consumer, 'node_modules/statute', ...parts)
const read = (file: string) => readFileSync(file, 'utf8')
const manifest = JSON.parse(read(join(root, 'package.json')))

const npm = async (folder: string, ...words: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('npm', words, { cwd: folder, shell: process.platform === 'win32' })
  return stdout
}

const contract = `import { contract, defineRegistry, del, empty, get, json, problem, route, rfc9110, text } from 'statute'
import { z } from 'zod'
const Todo = z.object({ id: z.uuid(), title: z.string() })
export const read = get('/todos/:id', {
  params: z.object({ id: z.uuid() }),
  responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem() },
})
export const todos = contract({ read, remove: del('/todos/:id', { responses: { 204: empty() } }) }, { common: { 500: problem() } })
export const dav = contract({ find: route('PROPFIND', '/', { headers: { depth: z.string() }, responses: { 207: text({ type: 'application/xml' }) } }) })
export const ours = defineRegistry({
  extends: rfc9110,
  methods: { PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, purpose: 'Drops what is stored.' } },
})
export const purge = ours.method('PURGE')
export const cache = ours.contract({ drop: purge('/pages', { responses: { 204: empty() } }) })
`
const brands = `import { type Idempotent, idempotent, isNoBody, noBody, type RequiredHeaders, type StatusFor, statusFor } from 'statute'
export const again = (method: Idempotent) => method
export const put = again(idempotent('PUT'))
export const gone = noBody(204)
export const silent = (code: number) => (isNoBody(code) ? code : undefined)
export const created: StatusFor<'POST'> = statusFor('POST', 201)
export const challenge: RequiredHeaders<401> = 'www-authenticate'
`
const entries = `import { bytes, empty, form, media, multipart, post, text, toolkit, webdav } from 'statute'
import { describe, lint, read } from 'statute/openapi'
import type { Route, RuleId } from 'statute/types'
import { z } from 'zod'
export const makers = [bytes(), empty(), form(z.object({})), media({ 'text/csv': z.string() }), multipart(z.object({})), text()]
export const { get, contract, idempotent, isSafe, method, ...others } = toolkit(webdav)
export const create = post
export const judge = lint
export const file = read
export const described = describe
export const linted = async () => lint(await read('openapi.json'))
export const named = (route: Route): RuleId | undefined => (route.method === 'GET' ? 'no-content-204' : undefined)
`
// Whatever a module of a user's exports: clients of each manner, calls, replies, what matches them, servers and their parts.
const calls = `import { bytes, contract, del, empty, get, is4xx, json, match, media, P, patch, post, problem, put, text } from 'statute'
import { client, lifecycle, mutationOptions, queryOptions, retry } from 'statute/client'
import { z } from 'zod'
import { cache, ours, todos } from './contract.js'
const Todo = z.object({ id: z.uuid(), title: z.string() })
export const wide = contract({
  old: get('/old/:id', { responses: { 200: json(Todo, { headers: { 'last-modified': z.string() } }), '4xx': problem(), default: text() } }),
  list: get('/todos', { query: z.object({ q: z.string().optional() }), responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }) } }),
  photo: get('/p', { headers: { range: z.string().optional() }, responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': z.string() } }) } }),
  group: {
    create: post('/todos', { body: json(Todo), responses: { 201: json(Todo), 422: problem() } }),
    keyed: post('/keyed', { headers: { 'idempotency-key': z.string() }, body: json(Todo), responses: { 200: Todo } }),
    replace: put('/todos/:id', { headers: { 'if-match': z.string().optional() }, body: json(Todo), responses: { 200: Todo, 412: problem() } }),
    rename: patch('/todos/:id', { idempotent: 'value-setting', body: json(Todo), responses: { 200: Todo } }),
    inner: contract({ remove: del('/todos/:id', { responses: { 204: empty() } }) }, { common: { 503: problem() } }),
  },
})
export const plain = client(wide, { baseUrl: '' })
export const throwing = client(todos, { baseUrl: '', breach: 'throw' })
export const retrying = client(wide, { baseUrl: '', encode: z.encode, retry: retry() })
export const purging = client(cache, { baseUrl: '', law: ours.law, retry: retry() })
export const { old, list, group } = retrying
export const load = (id: string) => throwing.read({ params: { id }, ifNoneMatch: '"1"' })
export const fields = async () => (await load('7')).headers
export const titled = async () => match(await load('7')).with({ status: 200 }, ({ body }) => body.title)
export const deep = async () => match(await plain.list()).with({ status: P.union(200), type: 'text/csv' }, (reply) => reply).with(is4xx, () => 4)
export const ends = async () => lifecycle(await load('7'))
export const query = queryOptions(plain.old, { params: { id: '7' } })
export const mutation = mutationOptions(plain.group.create)
export const again = retry()
export class Api {
  readonly calls = retrying
  rename() {
    return this.calls.group.rename({ params: { id: '7' }, body: { id: '7', title: '' }, retry: 2 })
  }
}
`
const handlers = `import { etag, judge, memory, middleware, reply, serve, sse, streaming } from 'statute/server'
import { contract, get, json, problem } from 'statute'
import { z } from 'zod'
import { cache } from './contract.js'
export const auth = middleware(() => (Math.random() > 1 ? { user: 'me' } : reply(401, { title: 'Who?' }, { 'www-authenticate': 'Basic' })))
export const found = reply(200, { id: '7' }, { etag: '"1"' })
export const api = contract(
  { read: get('/me', { responses: { 200: json(z.object({ user: z.string() })) } }) },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }) } },
)
export const handle = serve(api, { read: ({ context }) => reply(200, context) }, { use: [auth], idempotency: { store: memory() } })
export const drop = serve(cache, { drop: () => reply(204) })
export const judged = () => judge(new Request('https://todos.example'), new Response())
export const tools = { etag, sse, streaming }
`
const refused = `import { del, json } from 'statute'
import { z } from 'zod'
export const remove = del('/todos/:id', { responses: { 204: json(z.string()) } })
`

beforeAll(async () => {
  // Built here, so that nothing is packed that somebody built long ago.
  const staged = join(home, 'staged')
  mkdirSync(staged)
  const sources = manifest.files.filter((file: string) => !file.startsWith('dist'))
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', ...sources])
    cpSync(join(root, name), join(staged, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(staged, 'node_modules'))
  const { output } = await compile('7.0', join(staged, 'tsconfig.build.json'))
  expect(output).toBe('')
  const [{ filename }] = JSON.parse(await npm(staged, 'pack', '--json', '--ignore-scripts', '--pack-destination', home))

  mkdirSync(join(consumer, 'src'), { recursive: true })
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }')
  for (const [name, text] of Object.entries({ contract, brands, entries, calls, handlers }))
    writeFileSync(join(consumer, `src/${name}.ts`), text)
  mkdirSync(join(consumer, 'refused'))
  writeFileSync(join(consumer, 'refused/remove.ts'), refused)
  const zod = `zod@${JSON.parse(read(join(root, 'node_modules/zod/package.json'))).version}`
  await npm(consumer, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(home, filename), zod)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const config = (name: string, compilerOptions: object, ...folders: string[]): string => {
  const file = join(consumer, `tsconfig.${name}.json`)
  const options = { target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [], strict: true, noEmit: true, ...compilerOptions }
  writeFileSync(file, JSON.stringify({ compilerOptions: options, include: folders.map((folder) => `${folder}/*.ts`) }))
  return file
}
const resolutions = { nodenext: { module: 'nodenext' }, bundler: { module: 'esnext', moduleResolution: 'bundler' } } as const

describe('what is packed', () => {
  it('is the build, its sources, and what a reader needs', () => {
    expect(readdirSync(installed()).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json', 'src', 'types'].sort(),
    )
    expect(readdirSync(installed('dist')).sort()).toEqual(['src', 'types'])
  })

  it('leads to a file wherever it says so', () => {
    const { exports, bin, types } = JSON.parse(read(installed('package.json')))
    const files = [...Object.values(exports), bin, types].flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry as object),
    )
    expect(files.length).toBeGreaterThan(7)
    for (const file of files) expect(read(installed(file)).length, file).toBeGreaterThan(0)
  })

  it('maps to sources that are there', () => {
    const { sources } = JSON.parse(read(installed('dist/src/index.d.ts.map')))
    for (const source of sources) expect(read(join(installed('dist/src'), source))).toContain('export')
  })
})

// What passes with every declaration file checked passes with them skipped, so that one compiler shows the latter for all.
const runs = (Object.keys(compilers) as Compiler[]).flatMap((compiler) =>
  (Object.keys(resolutions) as (keyof typeof resolutions)[]).flatMap((resolution) =>
    (compiler === '7.0' ? [false, true] : [false]).map((skipLibCheck) => [compiler, resolution, skipLibCheck] as const),
  ),
)

describe.each(runs)('TypeScript %s, %s, skipLibCheck %s', (compiler, resolution, skipLibCheck) => {
  const name = `${compiler}-${resolution}-${skipLibCheck}`
  it('compiles a contract, and refuses a wrong one in the words of the law', async () => {
    const options = { ...resolutions[resolution], skipLibCheck }
    const { output } = await compile(compiler, config(name, options, 'src', 'refused'))
    const [line = '', ...more] = output.trim().split('\n')
    expect(more).toEqual([])
    expect(line).toMatch(/remove\.ts\(3,56\): error TS2322: /)
    expect(line).toContain('204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]')
  })
})

describe.each(Object.keys(compilers) as Compiler[])('declarations by TypeScript %s', (compiler) => {
  it('name every type that contracts, clients and servers export, and are read again', async () => {
    const outDir = `declared-${compiler}`
    const options = {
      ...resolutions.nodenext,
      skipLibCheck: true,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: 'src',
      outDir,
    }
    expect((await compile(compiler, config(`declare-${compiler}`, options, 'src'))).output).toBe('')
    const declared = read(join(consumer, outDir, 'contract.d.ts'))
    expect(declared).toMatch(/export declare const read: .*Route<"GET", "\/todos\/:id"/)
    expect(declared).not.toMatch(/\bany\b/)

    mkdirSync(join(consumer, `reader-${compiler}`))
    writeFileSync(
      join(consumer, `reader-${compiler}/reader.ts`),
      `import { Api, retrying, throwing } from '../${outDir}/calls.js'
import { todos } from '../${outDir}/contract.js'
import { handle } from '../${outDir}/handlers.js'
export const method: 'GET' = todos.routes.read.method
export const path: '/todos/:id' = todos.routes.read.path
// @ts-expect-error: a type that is read from declarations is no wider than it was
export const other: 'PUT' = todos.routes.read.method
export const status: Promise<200 | 404 | 500> = throwing.read({ params: { id: '7' } }).then((reply) => reply.status)
export const renamed: Promise<200 | 'breach'> = new Api().rename().then((reply) => reply.status)
// @ts-expect-error: a POST is not repeated
retrying.group.create({ body: { id: '7', title: '' }, retry: 2 })
export const answer: Promise<Response> = handle(new Request('https://todos.example/me'))
`,
    )
    const reader = config(`read-${compiler}`, { ...resolutions.nodenext, skipLibCheck: false }, `reader-${compiler}`)
    expect((await compile('7.0', reader)).output).toBe('')
  })
})

describe('the command', () => {
  it('explains', async () => {
    const page = await npm(consumer, 'exec', '--no', '--', 'statute', 'explain', '204')
    expect(page).toContain('204 No Content')
    expect(page).toContain('RFC 9110 §15.3.5')
  })

  it('checks the contracts of the project that it is installed in', async () => {
    config('check', { ...resolutions.nodenext, skipLibCheck: true }, 'src')
    await npm(consumer, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', `typescript@${compilerVersion('7.0')}`)
    const report = await npm(consumer, 'exec', '--no', '--', 'statute', 'check', 'tsconfig.check.json', '--format', 'json')
    const { contracts } = JSON.parse(report)
    expect(contracts.map(({ contract }: { readonly contract: string }) => contract).sort()).toEqual([
      'api',
      'cache',
      'dav',
      'todos',
      'wide',
    ])
  })
})

const compilerVersion = (compiler: Compiler): string =>
  JSON.parse(read(join(root, 'node_modules', compilers[compiler], 'package.json'))).version

describe('a browser that declares', () => {
  const bundle = async (text: string): Promise<string> => {
    const entry = join(consumer, 'browser.js')
    writeFileSync(entry, text)
    const build = await rolldown({ input: entry, external: ['zod'], platform: 'browser', logLevel: 'silent' })
    const { output } = await build.generate({ format: 'esm', minify: true })
    await build.close()
    return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
  }
  const declares = `import { contract, get, json } from 'statute'
globalThis.api = contract({ read: get('/todos', { responses: { 200: json(globalThis.Todo) } }) })
`
  const prose = [
    ...Object.values(methods).map(({ purpose }) => purpose),
    ...Object.values(statuses).map(({ purpose }) => purpose),
    ...Object.values(rules).map(({ why }) => why),
  ]

  it('carries no zod, none of the registry’s prose, and less than 3 kB', async () => {
    const code = await bundle(declares)
    expect(code).toContain('/todos')
    expect(code).not.toMatch(/\bzod\b/)
    expect(prose.filter((sentence) => code.includes(sentence))).toEqual([])
    expect(gzipSync(code).length).toBeLessThan(3000)
  })

  it('would be seen to carry them (a law does)', async () => {
    const code = await bundle(`import { rfc9110 } from 'statute'\nglobalThis.law = rfc9110\n`)
    expect(prose.filter((sentence) => code.includes(sentence)).length).toBeGreaterThan(80)
  })
})
