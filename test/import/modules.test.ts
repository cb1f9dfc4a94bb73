/** A folder import: what stands in which file, that it is the same contract, and what the compiler declares of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createJiti } from 'jiti'
import { describe, expect, it } from 'vitest'
import { describe as describeContract } from '../../src/contract/describe.js'
import { compare } from '../../src/diff/index.js'
import { modelOf } from '../../src/openapi/api.js'
import { toModules } from '../../src/openapi/import/index.js'
import { parse } from '../../src/openapi/source.js'
import { toOpenAPI } from '../../src/openapi/write.js'
import type { Contract } from '../../types/route.js'
import { compile, root } from '../compiler.js'
import { project } from '../readme/project.js'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: unknown, type = 'application/json') => ({ content: { [type]: { schema } } })
const ok = (schema: unknown, type?: string) => ({ 200: { description: 'OK', ...content(schema, type) } })
const operation = (operationId: string, tags: readonly string[] = []) => ({ operationId, tags, responses: ok(ref('Todo')) })

const long = { name: 'Ada', todos: Array.from({ length: 20 }, () => ({ by: { name: 'Grace' } })) }

const document = {
  openapi: '3.1.0',
  info: { title: 'To-dos', version: '1.0.0' },
  servers: [{ url: 'https://example.com' }],
  paths: {
    '/todos': {
      get: {
        ...operation('todos/list'),
        parameters: [
          { $ref: '#/components/parameters/size' },
          { name: 'by', in: 'query', example: 'Ada', schema: { type: 'string' } },
          { name: 'labels', in: 'query', schema: { type: 'array', uniqueItems: true, items: { type: 'string' } } },
        ],
      },
      delete: operation('todos/delete'),
      post: { ...operation('todos/drafts/create'), responses: { 200: { description: 'OK' }, 401: { description: 'Who?' } } },
    },
    '/people': {
      get: { ...operation('get', ['People & Groups']), parameters: [{ $ref: '#/components/parameters/size' }] },
      put: {
        ...operation('json', ['people-groups']),
        requestBody: {
          description: 'Who it is now.',
          required: true,
          content: { 'application/json': { schema: ref('Person'), example: { name: 'Ada', $ref: 'no reference' } } },
        },
        responses: {
          200: {
            description: 'Who it was.',
            content: { 'application/json': { schema: ref('Person'), examples: { a: { value: { name: 'Ada' } }, b: { value: {} } } } },
          },
          404: { description: 'not found.' },
          409: { description: 'Conflict', content: { 'text/plain': { example: 'x'.repeat(3000) } } },
        },
      },
      post: {
        ...operation('Todo', ['Todos']),
        requestBody: { content: { 'application/json': { schema: ref('Person'), example: long } } },
        responses: { 200: { description: 'OK', content: { 'application/json': { schema: ref('Person'), example: long } } } },
      },
      delete: operation('default', ['aux']),
      patch: operation('Person', ['日本']),
    },
    '/v1/{tenant}/reports/{id}': {
      get: {
        ...operation('report'),
        parameters: ['tenant', 'id'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        responses: { 200: { description: 'OK', content: { 'text/csv': {}, 'application/pdf': {} } } },
      },
    },
    '/': { get: { responses: ok(ref('Person')) } },
  },
  components: {
    parameters: { size: { name: 'size', in: 'query', schema: { type: 'integer', maximum: 100 } } },
    schemas: {
      Todo: { type: 'object', required: ['by'], properties: { by: ref('Person'), next: ref('Todo') } },
      Person: { type: 'object', properties: { todos: { type: 'array', items: ref('Todo') }, name: { type: 'string', example: 'Grace' } } },
    },
  },
}

const api = modelOf(parse(JSON.stringify(document), 'todos.json'))
const { modules, losses } = toModules(api)
const text = (name: string): string => modules.get(name) ?? ''

describe('a folder', () => {
  it('has a file for schemas, for what is shared, and for the routes of each group, tag or first segment', () => {
    expect([...modules.keys()].sort()).toEqual([
      'contract.ts',
      'examples.ts',
      'routes.ts',
      'routes/aux-routes.ts',
      'routes/people-groups.ts',
      'routes/reports.ts',
      'routes/root.ts',
      'routes/todos-2.ts',
      'routes/todos.ts',
      'routes/todos/drafts.ts',
      'routes/日本.ts',
      'schemas.ts',
      'shared.ts',
    ])
    expect(text('routes.ts')).toContain("export * as todos from './routes/todos.js'\nexport * from './routes/people-groups.js'\n")
    expect(text('routes/todos.ts')).toContain("export * as drafts from './todos/drafts.js'")
    expect(text('routes/todos/drafts.ts')).toContain("import { omits } from '../../shared.js'")
  })

  it('exports routes by their names, also those that no variable can have', () => {
    expect(text('routes/todos.ts')).toContain('export { deleteRoute as delete }')
    expect(text('routes/people-groups.ts')).toContain('export { getRoute as get }')
    expect(text('routes/todos-2.ts')).toContain('export { TodoRoute as Todo }')
  })

  it('says what an operation means where its status does not, and leaves out what nobody would read', () => {
    expect(text('routes/people-groups.ts')).toContain('404: empty(), 409: text() }')
    expect(losses.map(({ message }) => message)).toContain('an example of more than 2 kB is left out')
  })

  it('gives long examples a name, and the same ones one', () => {
    expect([...text('examples.ts').matchAll(/^export const (.+) =/gm)].map(([, name]) => name)).toEqual(['todoBodyExamples'])
    expect(text('routes/todos-2.ts').match(/examples: todoBodyExamples/g)).toHaveLength(2)
  })

  it('writes the same twice', () => expect(toModules(api).modules).toEqual(modules))

  it('is the contract of the document, with its operationIds', async () => {
    const folder = mkdtempSync(path.join(root, 'test/import/.made-'))
    try {
      for (const [name, module] of modules) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        writeFileSync(path.join(folder, name), module)
      }
      execFileSync(path.join(root, 'node_modules/.bin/biome'), ['format', '--write', '--vcs-enabled=false', folder], {
        cwd: root,
        stdio: 'ignore',
      })
      for (const [name, module] of modules) expect(module).toBe(readFileSync(path.join(folder, name), 'utf8'))
      const jiti = createJiti(root, { fsCache: false, alias: { statute: `${root}src/index.ts` } })
      const contract = (await jiti.import<{ api: Contract }>(path.join(folder, 'contract.ts'))).api
      expect(
        describeContract(contract, 'api')
          .operations.map(({ name }) => name)
          .sort(),
      ).toEqual(['Person', 'Todo', '_default', 'get', 'get2', 'json', 'report', 'todos.delete', 'todos.drafts.create', 'todos.list'])
      const again = modelOf(parse(JSON.stringify(toOpenAPI(contract).document), 'again.json'))
      expect(compare(api, again)).toEqual([])
      const put = (one: typeof api) => one.operations.find(({ id }) => id === 'json')!
      const [before, after] = [put(api), put(again)]
      expect(after.body!.description).toBe('Who it is now.')
      expect(after.body!.content.get('application/json')!.examples).toEqual([{ name: 'Ada', $ref: 'no reference' }])
      expect([...after.responses.values()].map(({ description }) => description)).toEqual(['Who it was.', 'Not Found', 'Conflict'])
      const shown = ({ responses }: typeof before) => responses.get('200')!.content.get('application/json')!.examples
      expect(shown(after)).toEqual([{ name: 'Ada' }, {}])
      expect(shown(before)).toEqual(shown(after))
      const list = again.operations.find(({ id }) => id === 'todos/list')!
      expect(list.parameters.find(({ name }) => name === 'by')!.schema).toMatchObject({ examples: ['Ada'] })
      expect(JSON.stringify(again.schemas.get('Person'))).toContain('"examples":["Grace"]')
      const ids = ({ operations }: typeof api) => operations.flatMap(({ id, path }) => (path === '/' || !id ? [] : [id])).sort()
      expect(ids(again)).toEqual(ids(api))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('compiles with its declarations, which name the module of the routes', async () => {
    const use = `import { client } from 'statute/client'
import { api } from './contract.js'

const calls = client(api, { baseUrl: 'https://example.com' })
export const read = async (): Promise<string | undefined> => {
  const reply = await calls.todos.list({ query: { size: 3 } })
  // @ts-expect-error a number
  const wrong: string = reply.code
  return reply.status === 200 ? (reply.body.by.name ?? wrong) : undefined
}
`
    const { config, folder, close } = project([], { ...Object.fromEntries(modules), 'use.ts': use })
    try {
      const out = path.join(folder, 'out')
      const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--noUnusedLocals', '--outDir', out]
      const { diagnostics, output } = await compile('7.0', config, ...options)
      expect({ diagnostics, output }).toEqual({ diagnostics: [], output: '' })
      const declared = readFileSync(path.join(out, path.relative(root, folder), 'contract.d.ts'), 'utf8')
      expect(declared).toContain("import * as routes from './routes.js'")
      expect(declared).toMatch(/Contract<typeof routes, /)
    } finally {
      close()
    }
  })
})
