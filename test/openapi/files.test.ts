/** Documents of several files: what a `$ref` into another one leads to, what is said of it, and where it may not lead. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { modelOf } from '../../src/openapi/api.js'
import { lint } from '../../src/openapi/lint.js'
import { parse, read, type Source } from '../../src/openapi/source.js'

/** A document of files that stand in no folder; the first is the root. */
const of = (files: Readonly<Record<string, string>>): Source => {
  const [root = ''] = Object.keys(files)
  const open = (file: string) => {
    const text = files[file]
    if (text === undefined) throw new Error('there is no such file')
    return new TextEncoder().encode(text)
  }
  return parse(files[root]!, root, { open })
}

const root = `openapi: 3.1.0
paths:
  /todos/{id}: {$ref: 'paths/todo.yaml'}
components:
  schemas:
    Todo: {$ref: 'models.json#/Todo'}
`
const files = {
  'api/openapi.yaml': root,
  'api/paths/todo.yaml': `parameters: [{$ref: '../shared.yaml#/id'}]
get:
  responses:
    '200':
      description: ''
      content: {application/json: {schema: {$ref: '../openapi.yaml#/components/schemas/Todo'}}}
    '401': {$ref: '../shared.yaml#/unauthorized'}
delete:
  responses:
    '204':
      description: ''
      content: {application/json: {schema: {$ref: '../models.json#/Todo'}}}
`,
  'api/shared.yaml': `id: {in: path, name: id, required: true, schema: {$ref: 'models.json#/Id'}}
unauthorized:
  description: Who?
  content:
    application/problem+json: {schema: {$ref: 'problem%20details.yaml'}}
`,
  'api/models.json': JSON.stringify(
    {
      Id: { type: 'string' },
      Todo: { type: 'object', properties: { id: { $ref: '#/Id' }, next: { $ref: '#/Todo' }, of: { $ref: 'list.yaml#/List' } } },
    },
    null,
    2,
  ),
  'api/list.yaml': "List: {type: array, items: {$ref: 'models.json#/Todo'}}\n",
  'api/problem details.yaml': 'type: object\n',
}

describe('a document of several files', () => {
  test('is judged, each finding where it stands', () => {
    const { operations, findings, notes } = lint(of(files))
    expect({ operations, notes }).toEqual({ operations: 2, notes: [] })
    const places = Object.fromEntries(findings.map(({ rule, position, pointer }) => [rule, [position, pointer]]))
    expect(places['no-content-204']).toEqual([{ file: 'api/paths/todo.yaml', line: 10, column: 5 }, ['delete', 'responses', '204']])
    expect(places['www-authenticate-401']?.[0]).toMatchObject({ file: 'api/paths/todo.yaml', line: 7 })
    expect(findings.map(({ rule }) => rule)).not.toContain('path-param-undeclared')
  })

  test('is one model', () => {
    const { operations, schemas, remarks } = modelOf(of(files))
    expect(remarks).toEqual([])
    expect(Object.fromEntries(schemas)).toEqual({
      Todo: {
        type: 'object',
        properties: {
          id: { $ref: '#/components/schemas/Id' },
          next: { $ref: '#/components/schemas/Todo' },
          of: { $ref: '#/components/schemas/List' },
        },
      },
      Id: { type: 'string' },
      List: { type: 'array', items: { $ref: '#/components/schemas/Todo' } },
      problem_details: { type: 'object' },
    })
    const [get] = operations
    expect(get?.parameters[0]?.origin).toEqual({ file: 'api/shared.yaml', pointer: ['id'] })
    expect(get?.responses.get('401')?.origin).toEqual({ file: 'api/shared.yaml', pointer: ['unauthorized'] })
    expect(get?.responses.get('200')?.content.get('application/json')?.schema).toEqual({ $ref: '#/components/schemas/Todo' })
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'a file that is not there',
      { 'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.yaml#/x'}\n" },
      'a.yaml:3:8: the $ref "b.yaml" leads to b.yaml: there is no such file',
    ],
    [
      'a file that is not there, from another',
      { 'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b/b.yaml'}\n", 'b/b.yaml': "get: {responses: {200: {$ref: 'c.json'}}}" },
      'b/b.yaml:1:25: the $ref "c.json" leads to b/c.json: there is no such file',
    ],
    [
      'a place that is not there',
      { 'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.yaml#/x'}\n", 'b.yaml': 'y: {}' },
      'a.yaml:3:8: the $ref "b.yaml#/x" leads nowhere',
    ],
    [
      'a file that is broken',
      { 'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.json'}\n", 'b.json': '{\n"get": }' },
      'b.json:2:8: is not JSON: expected a value, found "}"',
    ],
    [
      'a circle through files',
      {
        'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.yaml#/x'}\n",
        'b.yaml': "x: {$ref: 'c.yaml#/x'}",
        'c.yaml': "x: {$ref: 'b.yaml#/x'}",
      },
      'a.yaml:3:8: the $ref "c.yaml#/x" leads back to itself',
    ],
    [
      'what is no object',
      { 'a.yaml': "openapi: 3.1.0\npaths:\n  /a: {$ref: 'b.yaml#/x'}\n", 'b.yaml': 'x: [1]' },
      'b.yaml:1:1: "x" is an object in OpenAPI, not an array',
    ],
  ])('with %s is refused there', (_, files, line) => {
    expect(() => lint(of(files))).toThrow(line)
    expect(() => modelOf(of(files))).toThrow(line)
  })

  test('does not go to the network', () => {
    const text = "openapi: 3.1.0\npaths:\n  /a: {get: {responses: {200: {$ref: 'https://example.com/r.yaml'}}}}\n"
    const { notes } = lint(of({ 'a.yaml': text }))
    expect(notes.map(({ message }) => message)).toEqual(['the $ref "https://example.com/r.yaml" leads to the network and is not followed'])
  })
})

describe('files on the disk', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'statute-files-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(path.join(folder, 'inside/deep'), { recursive: true })
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }
  const naming = (reference: string) => `openapi: 3.1.0\npaths:\n  /a: {$ref: '${reference}'}\n`
  write('secret.yaml', 'get: {responses: {200: {description: ""}}}\n')
  write('inside/deep/path.yaml', 'get: {responses: {200: {description: ""}}}\n')

  test('are read below the folder of the document', async () => {
    expect(lint(await read(write('inside/a.yaml', naming('deep/path.yaml')))).operations).toBe(1)
  })
  test.each(['../secret.yaml', '/etc/hostname', 'link.yaml'])('%s is not read', async (reference) => {
    if (reference === 'link.yaml') symlinkSync(path.join(folder, 'secret.yaml'), path.join(folder, 'inside/link.yaml'))
    const source = await read(write('inside/b.yaml', naming(reference)))
    expect(() => lint(source)).toThrow(`it is outside of ${path.join(folder, 'inside')}, and only files in there are read`)
  })
  test('that are no files say so', async () => {
    const folderNamed = await read(write('inside/c.yaml', naming('deep')))
    expect(() => lint(folderNamed)).toThrow(/c\.yaml:3:8: the \$ref "deep" leads to .*deep: is a directory$/)
  })
})
