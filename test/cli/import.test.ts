/** `statute import`, run in this process. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from './run.js'

const folder = mkdtempSync(path.join(tmpdir(), 'statute-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  const at = path.join(folder, name)
  writeFileSync(at, text)
  return at
}

const document = {
  openapi: '3.1.0',
  info: { title: 'To-dos', version: '1' },
  paths: {
    '/todos/{id}': {
      get: {
        operationId: 'todos/read',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'session', in: 'cookie', schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'OK', content: { 'application/json': { schema: { $ref: '#/components/schemas/todo' } } } },
          401: { description: 'Who are you?' },
        },
      },
    },
  },
  components: { schemas: { todo: { type: 'object', properties: { title: { type: 'string' } }, not: { required: ['x'] } } } },
}
const source = file('api.json', JSON.stringify(document))

const contract = `/** To-dos 1, imported from OpenAPI 3.1.0. */
import { contract, empty, get, json } from 'statute'
import { z } from 'zod'

// Why a rule is not kept.
const omits = 'the document does not say it'

// not is not checked.
export const Todo = z.object({ title: z.string().optional() }).meta({ id: 'todo', not: { required: ['x'] } })

const todos = {
  read: get('/todos/:id', {
    params: z.object({ id: z.coerce.number().int() }),
    responses: { 200: json(Todo), 401: empty({ description: 'Who are you?' }) },
    waive: { 'www-authenticate-401': omits },
    openapi: { operationId: 'todos/read', parameters: [{ name: 'session', in: 'cookie', schema: z.string() }] },
  }),
}

export const api = contract(
  {
    todos,
  },
  { name: 'To-dos', openapi: { info: { version: '1' } } },
)
`
const notes = `note: cookies are written, and neither sent nor checked: a contract has no place for them (GET /todos/{id})
note: not is written and not checked (todo)
`

describe('statute import', () => {
  it('writes a contract, and says what it does not say', async () => {
    const { code, out, err } = await run(['import', source])
    expect(out).toBe(contract)
    expect(err.split('\n').sort().join('\n')).toBe(`${notes}✔ 1 route, 1 schema, 1 waiver\n`.split('\n').sort().join('\n'))
    expect(code).toBe(0)
  })

  it('reads the standard input', async () => {
    expect(await run(['import', '-'], JSON.stringify(document))).toMatchObject({ code: 0, out: contract })
  })

  it('writes a file, and does not write over one that is there', async () => {
    const output = path.join(folder, 'contract.ts')
    expect(await run(['import', source, '-o', output])).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(output, 'utf8')).toBe(contract)
    writeFileSync(output, 'mine')
    expect(await run(['import', source, '-o', output])).toEqual({
      code: 2,
      out: '',
      err: `statute: ${output} is there already: --force writes over it\n`,
    })
    expect(readFileSync(output, 'utf8')).toBe('mine')
    expect(await run(['import', source, '-o', output, '--force'])).toMatchObject({ code: 0 })
    expect(readFileSync(output, 'utf8')).toBe(contract)
  })

  it('writes a folder, not over files that are there, and names what it leaves behind', async () => {
    const output = path.join(folder, 'api/')
    const at = (name: string) => path.join(output, name)
    expect(await run(['import', source, '-o', output])).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining(`✔ 1 route, 1 schema, 1 waiver: ${at('contract.ts')}\n`),
    })
    expect(readdirSync(output, { recursive: true }).sort()).toEqual([
      'contract.ts',
      'routes',
      'routes.ts',
      'routes/todos.ts',
      'schemas.ts',
      'shared.ts',
    ])
    writeFileSync(at('schemas.ts'), 'mine')
    const refused = { code: 2, out: '' }
    expect(await run(['import', source, '-o', output])).toEqual({
      ...refused,
      err: `statute: ${at('contract.ts')} is there already: --force writes over it\n`,
    })
    rmSync(at('contract.ts'))
    expect(await run(['import', source, '-o', path.join(folder, 'api')])).toMatchObject({
      ...refused,
      err: expect.stringContaining(
        `${at('schemas.ts')}, ${at('shared.ts')}, ${at('routes/todos.ts')} and 1 more are there already: --force writes over them\n`,
      ),
    })
    expect(readFileSync(at('schemas.ts'), 'utf8')).toBe('mine')
    writeFileSync(at('mine.ts'), 'mine')
    writeFileSync(at('routes/old.ts'), 'old')
    const { code, err } = await run(['import', source, '-o', output, '--force'])
    expect(code).toBe(0)
    expect(err).toContain(`note: left as it was, and no part of this import: ${at('routes/old.ts')}\n`)
    expect(err).not.toContain('mine.ts')
    expect(readFileSync(at('schemas.ts'), 'utf8')).toContain('export const Todo')
    expect(readFileSync(at('mine.ts'), 'utf8')).toBe('mine')
  })

  it('says which operationIds cannot be kept, and writes names that anybody can call', async () => {
    const item = (ids: readonly string[]) =>
      Object.fromEntries(
        ['get', 'put', 'post']
          .slice(0, ids.length)
          .map((method, index) => [method, { operationId: ids[index], responses: { 200: { description: '' } } }]),
      )
    const odd = {
      ...document,
      paths: { '/a': item(['x', 'x', 'delete']), '/A': item(['1st', '日本', '']), '/b/{a}': item(['X']), '/b/{b}': item(['string']) },
    }
    const { code, out, err } = await run(['import', '-'], JSON.stringify(odd))
    expect(code).toBe(0)
    expect(err).toContain('note: an operationId that another operation has already is not written (PUT /a (x))\n')
    for (const route of [
      "x: get('/a'",
      "x2: put('/a'",
      "delete: post('/a'",
      "_1st: get('/A'",
      "'日本': put('/A'",
      "postA: post('/A'",
      "X: get('/b/:a'",
    ])
      expect(out).toContain(`    ${route}`)
  })

  it('declares once what operations share out of other files', async () => {
    file('no-to-do.json', JSON.stringify({ description: 'No such to-do.' }))
    file('fields.json', JSON.stringify({ 'x-left': { schema: { type: 'integer' } } }))
    const read = (operationId: string) => ({
      operationId,
      responses: { 200: { description: '', headers: { 'x-left': { $ref: 'fields.json#/x-left' } } }, 404: { $ref: 'no-to-do.json' } },
    })
    const paths = { '/a': { get: read('a'), put: read('b') }, '/b': { get: { operationId: 'c', responses: { 204: { description: '' } } } } }
    const { out } = await run(['import', file('several.json', JSON.stringify({ ...document, paths }))])
    expect(out).toContain('const xLeft = z.coerce.number().int().optional()\nconst noToDo = empty({ description: ')
    expect(out).toContain("    b: put('/a', { responses: { 200: empty({ headers: { 'x-left': xLeft } }), 404: noToDo } }),\n")
  })

  it('lists every place where that is asked for', async () => {
    const twice = structuredClone(document) as { paths: Record<string, unknown> }
    twice.paths['/again/{id}'] = { get: { ...document.paths['/todos/{id}'].get, operationId: 'again' } }
    const { err } = await run(['import', '-', '--losses'], JSON.stringify(twice))
    expect(err).toContain('(2 places, first GET /todos/{id})\n        GET /todos/{id}\n        GET /again/{id}\n')
  })

  it.each([
    [['import', path.join(folder, 'nowhere.yaml')], /nowhere\.yaml/],
    [['import', file('empty.json', '{ "openapi": "3.1.0", "paths": {} }')], /has no operations: nothing was written/],
    [['import', source, '-o', '/nowhere/x.ts'], /\/nowhere\/x\.ts cannot be written \(ENOENT\)/],
    [['import', source, '-o', `${source}/x/`], /api\.json\/x\/ cannot be written \(ENOTDIR\)/],
    [['import', file('program.ts', '')], /program\.ts is a program, not an OpenAPI document: statute openapi writes one/],
    [['import', file('nothing.yaml', ' ')], /nothing\.yaml: is empty/],
    [['import', file('text.yaml', 'words')], /is not an OpenAPI document/],
  ])('%j is refused in one line', async (argv, said) => {
    const { code, out, err } = await run(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(said)
    expect(err.trim().split('\n').at(-1)).toMatch(/^statute: /)
  })
})
