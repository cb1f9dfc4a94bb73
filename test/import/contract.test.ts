/** A document of everything that an import has to think about: its contract compiles, keeps or waives the law, and is laid out well. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { describe as describeContract } from '../../src/contract/describe.js'
import { isContract } from '../../src/contract/route.js'
import { compare } from '../../src/diff/index.js'
import { modelOf } from '../../src/openapi/api.js'
import { toContract } from '../../src/openapi/import/index.js'
import { parse } from '../../src/openapi/source.js'
import { toOpenAPI } from '../../src/openapi/write.js'
import { judge } from '../../src/rules/judge.js'
import type { Contract } from '../../types/route.js'
import { compile, root } from '../compiler.js'
import { project } from '../readme/project.js'
import { differences } from './round-trip.js'
import { load } from './sample.js'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: unknown, type = 'application/json') => ({ content: { [type]: { schema } } })
const ok = (schema: unknown, type?: string) => ({ 200: { description: 'OK', ...content(schema, type) } })
const inPath = (name: string, schema: unknown = { type: 'string' }) => ({ name, in: 'path', required: true, schema })

const document = {
  openapi: '3.1.0',
  info: { title: "The */ sample's API", version: '1.0.0', description: 'Two\nlines.' },
  servers: [{ url: 'https://example.com' }],
  paths: {
    '/todos': {
      get: {
        operationId: 'todos/list',
        summary: 'Lists',
        tags: ['todos'],
        parameters: [
          { $ref: '#/components/parameters/page-size' },
          { name: 'done', in: 'query', schema: { type: 'boolean' } },
          { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'state', in: 'query', required: true, schema: ref('State') },
          { name: 'session', in: 'cookie', schema: { type: 'string' } },
        ],
        requestBody: content({ type: 'object' }),
        responses: {
          ...ok({ type: 'array', items: ref('todo') }),
          401: { $ref: '#/components/responses/Unauthorized' },
          405: { description: 'No' },
        },
      },
      post: {
        operationId: 'todos/create',
        deprecated: true,
        requestBody: { required: true, ...content(ref('todo')) },
        responses: {
          201: {
            description: 'Made',
            headers: { Location: { required: true, schema: { type: 'string' } }, 'X-Left': { schema: { type: 'integer' } } },
          },
          204: { description: 'None', ...content(ref('todo')) },
          299: { description: 'Ours' },
          304: { description: 'Never of POST' },
          401: { $ref: '#/components/responses/Unauthorized' },
          default: { description: 'Else', ...content(ref('Error'), 'application/problem+json') },
        },
      },
      head: { responses: { 200: { description: 'OK', ...content({ type: 'string' }) } } },
    },
    '/todos/{id}.json': { get: { operationId: 'todos', parameters: [inPath('id', { type: 'integer' })], responses: ok(ref('Tree')) } },
    '/todos/{to-do}': {
      put: {
        parameters: [inPath('to-do', { type: 'integer', minimum: 1 }), { $ref: '#/components/parameters/page-size' }],
        requestBody: { content: { 'application/json': { schema: ref('Expression') }, 'application/octet-stream': {}, 'text/csv': {} } },
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: ref('Shape') }, 'text/plain': { schema: { type: 'string' } } },
          },
          '4XX': { description: 'Yours' },
        },
      },
      patch: { operationId: 'delete', parameters: [inPath('to-do')], responses: { 200: { description: 'OK' } } },
      delete: { operationId: 'a.b.c', parameters: [inPath('to-do')], responses: { 205: { description: 'Gone' } } },
    },
    '/upload': {
      post: {
        operationId: 'upload',
        requestBody: {
          required: true,
          ...content(
            {
              type: 'object',
              required: ['file', 'count'],
              properties: { file: { type: 'string', format: 'binary' }, count: { type: 'integer' } },
            },
            'multipart/form-data',
          ),
        },
        responses: {
          303: { description: 'There' },
          412: { description: 'If' },
          206: { description: 'Part', ...content({ type: 'string', format: 'binary' }, 'image/png') },
        },
      },
    },
    '/form': {
      post: {
        operationId: 'sendForm',
        requestBody: { required: true, ...content(ref('Form'), 'application/x-www-form-urlencoded') },
        responses: { '5XX': { description: 'Ours' }, 102: { description: 'Wait' } },
      },
    },
  },
  components: {
    parameters: {
      'page-size': { name: 'size', in: 'query', description: 'How many', schema: { type: 'integer', default: 20, maximum: 100 } },
    },
    responses: { Unauthorized: { description: 'Who?', ...content(ref('Error')) } },
    schemas: {
      todo: {
        type: 'object',
        required: ['id', 'title'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          title: { type: 'string', minLength: 1, description: "It's called" },
          state: ref('State'),
          due: { type: ['string', 'null'], format: 'date-time' },
        },
      },
      Todo: { allOf: [ref('todo'), { type: 'object', properties: { extra: { type: 'number' } } }] },
      State: { type: 'string', enum: ['open', 'done'], default: 'open' },
      Error: { type: 'object', properties: { message: { type: 'string', pattern: '^[\\w-.]+$' } }, additionalProperties: false },
      Tree: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          children: { type: 'array', items: ref('Tree') },
          parent: { anyOf: [ref('Tree'), { type: 'null' }] },
        },
      },
      Expression: { oneOf: [{ type: 'integer' }, ref('Sum'), { type: 'array', items: ref('Expression') }] },
      Sum: {
        type: 'object',
        required: ['left'],
        properties: { left: ref('Expression'), right: ref('Expression'), todo: ref('Todo'), scale: { type: 'number', default: 1 } },
      },
      Circle: { type: 'object', required: ['kind'], properties: { kind: { const: 'circle' }, r: { type: 'number', exclusiveMinimum: 0 } } },
      Square: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: 'square' }, side: { type: 'integer', format: 'int64' } },
        not: { required: ['r'] },
      },
      Shape: { oneOf: [ref('Circle'), ref('Square')], discriminator: { propertyName: 'kind' } },
      Form: { type: 'object', required: ['n'], properties: { n: { type: 'integer' }, when: { type: 'string', format: 'date' } } },
      Unused: { type: 'string' },
    },
  },
}

const api = modelOf(parse(JSON.stringify(document), 'sample.json'))
const made = toContract(api)
const messages = made.losses.map(({ message }) => message)

describe('the contract of a sample', () => {
  let contract: Contract
  beforeAll(() => {
    const module = load(made.text.replace("'statute'", `'${root}src/index.ts'`))
    contract = module.api as Contract
  })

  it('compiles', async () => {
    const { config, close } = project([], { 'made.ts': made.text })
    const { diagnostics } = await compile('7.0', config).finally(close)
    expect(diagnostics.map(({ line, message }) => `${made.text.split('\n')[line - 1]}: ${message}`)).toEqual([])
  })

  it('does not compile without what it waives', async () => {
    const bare = made.text.replace(/,? *waive: \{[^}]*\},?/g, '')
    expect(bare).not.toContain('waive')
    const { config, close } = project([], { 'made.ts': bare })
    const { diagnostics } = await compile('7.0', config).finally(close)
    expect(diagnostics.length).toBeGreaterThan(5)
    expect(diagnostics.every(({ message }) => /\[[a-z0-9-]+\]/.test(message))).toBe(true)
  })

  it('keeps what it does not waive', () => {
    expect(isContract(contract)).toBe(true)
    const findings = judge(describeContract(contract, 'api')).filter(({ refuses, level }) => refuses || level === 'must')
    expect(findings.filter(({ waived }) => waived === undefined)).toEqual([])
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(5)
  })

  it('is laid out as Biome does it', () => {
    const folder = mkdtempSync(path.join(root, 'test/import/.made-'))
    try {
      const file = path.join(folder, 'made.ts')
      writeFileSync(file, made.text)
      execFileSync(path.join(root, 'node_modules/.bin/biome'), ['format', '--write', '--vcs-enabled=false', file], {
        cwd: root,
        stdio: 'ignore',
      })
      expect(made.text).toBe(readFileSync(file, 'utf8'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('has the names of the document', () => {
    const names = describeContract(contract, 'api').operations.map(({ name }) => name)
    expect(names).toEqual([
      'todos.list',
      'todos.create',
      'headTodos',
      'getTodos',
      'putTodosByToDo',
      'delete',
      'a.b.c',
      'upload',
      'sendForm',
    ])
    for (const declared of ['Todo', 'Todo2', 'State', 'ErrorSchema', 'Tree', 'Expression', 'Sum'])
      expect(made.text).toMatch(new RegExp(`^export const ${declared}\\b`, 'm'))
  })

  it.each([
    'cookies are written, and neither sent nor checked: a contract has no place for them',
    'not is written and not checked',
    'a list in one query field is taken as text',
    'a parameter that is a part of a segment is written as the whole segment',
    'a pattern that is no regular expression with Unicode is checked without',
    'a schema that no operation uses is left out',
  ])('says aloud: %s', (message) => expect(messages).toContain(message))

  it('says that the extensions of an object which a discriminator tells apart are no part of it, and nothing where they are options', () => {
    const kind = { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' } } }
    const pet = (schema: object) => ({
      openapi: '3.1.0',
      paths: { '/pet': { get: { responses: ok(schema) } } },
      components: { schemas: { Cat: kind } },
    })
    const lossesOf = (schema: object) => toContract(modelOf(parse(JSON.stringify(pet(schema)), 'pets.json'))).losses
    const discriminator = { propertyName: 'kind' }
    const [unused, lost] = lossesOf({ ...kind, discriminator })
    expect(unused?.place).toBe('Cat')
    expect(lost).toEqual({ message: expect.stringMatching(/^discriminator of an object/), place: 'GET /pet' })
    expect(lossesOf({ oneOf: [ref('Cat'), { ...kind, properties: { kind: { const: 'dog' } } }], discriminator })).toEqual([])
  })

  it('lists every webhook and callback that it leaves out', () => {
    const post = { responses: { 200: { description: 'OK' } } }
    const { losses, routes } = toContract(
      modelOf(
        parse(
          JSON.stringify({
            openapi: '3.1.0',
            webhooks: { newPet: { post } },
            paths: { '/subscribe': { post: { ...post, callbacks: { onEvent: { '{$request.body#/url}': { post } } } } } },
          }),
          'hooks.json',
        ),
      ),
    )
    expect(routes).toBe(1)
    expect(losses.filter(({ message }) => message.includes('webhooks and callbacks are left out')).map(({ place }) => place)).toEqual([
      'POST webhook newPet',
      'POST callback onEvent of POST /subscribe',
    ])
  })

  it('lists extensions and what else no contract has a place for; names and data that look like it are none', () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'A', version: '1', description: 'B', license: { name: 'MIT' }, 'x-logo': 'a.png' },
      tags: [{ name: 'a', description: 'About a.' }],
      servers: [{ url: 'https://{a}.example', variables: { a: { default: 'b' } }, description: 'The only one.' }],
      externalDocs: { url: 'https://example.com' },
      'x-tagGroups': [{ 'x-inner': 1 }],
      security: [{ 'x-key': [] }],
      components: { securitySchemes: { 'x-key': { type: 'apiKey', in: 'header', name: 'x-key', 'x-kept': true } } },
      paths: {
        'x-paths': 1,
        '/x-a': {
          summary: 'A path.',
          get: {
            'x-code-samples': [],
            'x-sunset': '2030-01-01',
            externalDocs: { url: 'https://example.com/a' },
            parameters: [
              { name: 'x-b', in: 'query', allowReserved: true, schema: { type: 'string' } },
              { name: 'c', in: 'query', allowReserved: false, schema: { type: 'string', 'x-order': 1 } },
            ],
            responses: {
              200: {
                description: 'OK',
                headers: { 'x-rate': { schema: { type: 'string' } } },
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      properties: { 'x-d': { type: 'string', xml: { attribute: true } }, externalDocs: { type: 'string' } },
                      examples: [{ 'x-d': 'e' }],
                      default: { 'x-d': 'f' },
                    },
                    examples: { 'x-g': { value: { 'x-d': 'h', externalDocs: 'i' } } },
                  },
                },
              },
            },
          },
        },
      },
    }
    const { losses } = toContract(modelOf(parse(JSON.stringify(document), 'besides.json')))
    const get = 'paths → /x-a → get'
    expect(losses.filter(({ message }) => message.includes('left out')).map(({ message, place }) => `${message} (${place})`)).toEqual([
      'what the document says in externalDocs is left out (externalDocs)',
      'what the document says in license is left out (info → license)',
      'what a tag says in description is left out (tags → 0 → description)',
      'what a server says in description is left out (servers → 0 → description)',
      'what a server says in variables is left out (servers → 0 → variables)',
      'what a path says in summary is left out (paths → /x-a → summary)',
      `what an operation says in externalDocs is left out (${get} → externalDocs)`,
      'the extension x-tagGroups is left out (x-tagGroups)',
      'the extension x-logo is left out (info → x-logo)',
      'the extension x-paths is left out (paths → x-paths)',
      `the extension x-code-samples is left out (${get} → x-code-samples)`,
      `allowReserved is left out: reserved characters are encoded (${get} → parameters → 0 → allowReserved)`,
      `the extension x-order is left out (${get} → parameters → 1 → schema → x-order)`,
      'what schemas say in xml is left out (GET /x-a)',
    ])
  })

  it('lists allowEmptyValue of a form field, and keeps that of a query', () => {
    const empty = (where: string) => ({ name: 'a', in: where, type: 'integer', allowEmptyValue: true })
    const document = {
      swagger: '2.0',
      paths: { '/a': { post: { parameters: [empty('query'), empty('formData')], responses: { 204: { description: 'done' } } } } },
    }
    const { losses, text } = toContract(modelOf(parse(JSON.stringify(document), 'forms.json')))
    expect(
      losses.filter(({ message }) => message.includes('allowEmptyValue')).map(({ message, place }) => `${message} (${place})`),
    ).toEqual([
      'allowEmptyValue of a form field is left out: its schema says what it may be (paths → /a → post → parameters → 1 → allowEmptyValue)',
    ])
    expect(text.match(/allowEmptyValue: true/g)).toHaveLength(1)
  })

  it('takes examples for their values, and says what it leaves out of them', () => {
    const examples = { plain: { value: 'a' }, told: { value: 'b', summary: 'Another.' }, far: { externalValue: 'https://example.com/c' } }
    const { losses, text } = toContract(
      modelOf(
        parse(
          JSON.stringify({
            openapi: '3.1.0',
            paths: {
              '/a': {
                get: {
                  responses: { 200: { description: 'OK', content: { 'application/json': { schema: { type: 'string' }, examples } } } },
                },
              },
            },
          }),
          'examples.json',
        ),
      ),
    )
    expect(text).toContain("examples: ['a', 'b']")
    expect(losses.filter(({ message }) => message.includes('what is said of an example')).map(({ place }) => place)).toEqual([
      'GET /a',
      'GET /a',
    ])
  })

  it('goes back to the same document', () => {
    const { document: written } = toOpenAPI(contract, { title: 'x', version: '1' })
    const { found, compared, valid } = differences(api, modelOf(parse(JSON.stringify(written), 'again.json')), 60)
    expect(compared).toBeGreaterThan(6)
    expect(valid).toBeGreaterThan(100)
    expect(found).toEqual([])
    expect(compare(api, modelOf(parse(JSON.stringify(written), 'again.json')))).toEqual([])
  })
})
