/** `statute openapi`, run in this process. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root, run } from './run.js'

const folder = mkdtempSync(path.join(tmpdir(), 'statute-openapi-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const example = (name: string) => path.relative(process.cwd(), path.join(root, 'examples', name))

describe('statute openapi', () => {
  it('writes YAML, and JSON where that is asked for', async () => {
    const yaml = await run(['openapi', example('todos/contract.ts'), '--title', 'To-dos', '--api-version', '2.0.0'])
    expect(yaml).toMatchObject({ code: 0, err: '' })
    expect(yaml.out).toMatch(/^openapi: 3\.1\.1\ninfo:\n {2}title: To-dos\n {2}version: 2\.0\.0\n/)
    const json = await run(['openapi', example('todos/contract.ts'), '--title', 'To-dos', '--api-version', '2.0.0', '-f', 'json'])
    expect(parse(yaml.out)).toEqual(JSON.parse(json.out))
    expect(Object.keys(JSON.parse(json.out).paths)).toEqual(['/todos', '/todos/{id}'])
  })

  it('calls the API as the package is called, and writes a file', async () => {
    const file = path.join(folder, 'todos.json')
    expect(await run(['openapi', example('todos/contract.ts'), '-o', file])).toEqual({ code: 0, out: '', err: '' })
    const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect(JSON.parse(readFileSync(file, 'utf8')).info).toEqual({ title: name, version })
    const other = path.join(folder, 'todos.txt')
    expect(await run(['openapi', example('todos/contract.ts'), '-o', other, '-f', 'json'])).toMatchObject({ code: 0 })
    expect(readFileSync(other, 'utf8')).toBe(readFileSync(file, 'utf8'))
  })

  it('notes what it leaves out', async () => {
    const { code, err } = await run(['openapi', example('webdav/contract.ts')])
    expect(code).toBe(0)
    expect(err).toContain('note: lock (LOCK /dav/:file) is left out: OpenAPI 3.1 has no place for LOCK, 3.2 has\n')
    expect(await run(['openapi', example('webdav/contract.ts'), '--openapi', '3.2'])).toMatchObject({ code: 0, err: '' })
  })

  it.each([
    [['openapi', 'nowhere.ts'], 'statute: nowhere.ts: there is no such file\n'],
    [['openapi', example('todos')], expect.stringMatching(/no tsconfig\.json|is not a file that exports a contract/)],
    [['openapi', 'src/registry/methods.ts'], 'statute: src/registry/methods.ts exports no contract: nothing was written\n'],
    [['openapi', example('todos/contract.ts'), '--export', 'x'], expect.stringContaining('exports no contract x; it exports todos')],
    [['openapi', example('todos/contract.ts'), '-o', '/nowhere/x.yaml'], 'statute: /nowhere/x.yaml cannot be written (ENOENT)\n'],
    [['openapi', example('todos/contract.ts'), '-o', 'todos.xml'], 'statute: todos.xml is named for neither JSON nor YAML: add --format\n'],
    [['openapi', example('todos/contract.ts'), '--openapi', '3.0'], expect.stringContaining('3.1, 3.2')],
  ])('%j is refused in one line', async (argv, said) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err: said })
  })
})
