/** The normal form: what all versions of OpenAPI become, place by place. */
import { describe, expect, test } from 'vitest'
import { modelOf } from '../../src/openapi/api.js'
import { SourceError } from '../../src/openapi/error.js'
import { type Api, type JsonSchema, nameOf, refTo } from '../../src/openapi/model.js'
import { parse } from '../../src/openapi/source.js'

const read = (document: object): Api => modelOf(parse(JSON.stringify(document), 'api.json'))

/** A schema alone, in a document of some version. */
const schemaIn = (openapi: string, schema: unknown, more: object = {}): JsonSchema | undefined =>
  read({ openapi, paths: {}, components: { schemas: { It: schema, ...more } } }).schemas.get('It')

/** The message of the refusal. */
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof SourceError) return error.message
    throw error
  }
  return 'nothing was refused'
}

describe('a schema', () => {
  test.each<[string, unknown, unknown]>([
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
    ['nullable beside an enum', { type: 'string', enum: ['a'], nullable: true }, { type: ['string', 'null'], enum: ['a', null] }],
    [
      'nullable beside a reference',
      { $ref: '#/components/schemas/Other', nullable: true, description: 'd' },
      { description: 'd', anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] },
    ],
    [
      'nullable beside allOf',
      { allOf: [{ type: 'object' }], nullable: true },
      { anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }] },
    ],
    ['a boolean bound', { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false }, { exclusiveMinimum: 1, maximum: 2 }],
    ['an example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
    ['a list of items', { items: [{ type: 'string' }], additionalItems: false }, { prefixItems: [{ type: 'string' }], items: false }],
    ['boolean items', { type: 'array', items: true }, { type: 'array', items: true }],
    ['required: true', { properties: { a: { required: true } } }, { properties: { a: {} } }],
    ['data', { enum: [{ nullable: true }], default: { example: 1 } }, { enum: [{ nullable: true }], default: { example: 1 } }],
    [
      'properties called as keywords',
      { properties: { nullable: { type: 'string' }, $ref: { nullable: true, type: 'string' } } },
      { properties: { nullable: { type: 'string' }, $ref: { type: ['string', 'null'] } } },
    ],
    [
      'a discriminator',
      { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: 'k', mapping: { o: 'Other' } } },
      {
        oneOf: [{ $ref: '#/components/schemas/Other' }],
        discriminator: { propertyName: 'k', mapping: { o: '#/components/schemas/Other' } },
      },
    ],
  ])('with %s', (_, written, expected) => {
    for (const version of ['3.0.3', '3.1.0']) expect(schemaIn(version, written, { Other: { type: 'object' } })).toEqual(expected)
  })

  test('beside a $ref counts since 3.1, but for what asks nothing', () => {
    const written = { $ref: '#/components/schemas/Other', maxLength: 3, title: 't' }
    expect(schemaIn('3.1.0', written, { Other: {} })).toEqual(written)
    expect(schemaIn('3.0.3', written, { Other: {} })).toEqual({ $ref: '#/components/schemas/Other', title: 't' })
    const { remarks } = read({ openapi: '3.0.3', paths: {}, components: { schemas: { It: written, Other: {} } } })
    expect(remarks).toEqual([
      {
        message: '1 keyword beside a $ref is not read: this version of OpenAPI ignores them',
        origin: { file: 'api.json', pointer: ['components', 'schemas', 'It', 'maxLength'] },
      },
    ])
  })

  test('that is referred to elsewhere has a name', () => {
    const it = {
      type: 'object',
      properties: { a: { type: 'string' }, same: { $ref: '#/components/schemas/It/properties/a' } },
      $defs: { Deep: { type: 'number' } },
      items: { $ref: '#/components/schemas/It/$defs/Deep' },
    }
    const { schemas } = read({ openapi: '3.1.0', paths: {}, components: { schemas: { It: it } } })
    expect(Object.fromEntries(schemas)).toEqual({
      It: {
        type: 'object',
        properties: { a: { type: 'string' }, same: { $ref: '#/components/schemas/It_a' } },
        items: { $ref: '#/components/schemas/It_Deep' },
      },
      It_a: { type: 'string' },
      It_Deep: { type: 'number' },
    })
  })

  test('may contain itself, also by a dynamic reference', () => {
    expect(schemaIn('3.0.3', { items: { $ref: '#/components/schemas/It' } })).toEqual({ items: { $ref: '#/components/schemas/It' } })
    expect(schemaIn('3.1.0', { $dynamicAnchor: 'node', items: { $dynamicRef: '#node' } })).toEqual({
      items: { $ref: '#/components/schemas/It' },
    })
  })

  test('may be called anything', () => {
    const name = 'a/b~c d%'
    expect(nameOf(refTo(name))).toBe(name)
    const { schemas } = read({
      openapi: '3.1.0',
      paths: {},
      components: { schemas: { [name]: {}, ['__proto__']: { $ref: '#/components/schemas/a~1b~0c%20d%25' } } },
    })
    expect(schemas.get('__proto__')).toEqual({ $ref: refTo(name) })
  })

  test.each([
    [{ $ref: '#/components/schemas/No' }, 'the $ref "#/components/schemas/No" leads nowhere'],
    [{ $ref: '#/components/schemas/It' }, 'the $ref "#/components/schemas/It" leads back to itself'],
  ])('%j is refused at its place', (schema, reason) => {
    expect(refusal(() => schemaIn('3.1.0', schema))).toMatch(new RegExp(`^api.json:1:\\d+: ${reason.replaceAll('$', '\\$')}$`))
  })

  test('that is none allows anything, and is remarked', () => {
    const { schemas, remarks } = read({ openapi: '3.1.0', paths: {}, components: { schemas: { It: 'string' } } })
    expect(schemas.get('It')).toEqual({})
    expect(remarks.map(({ message }) => message)).toEqual(['a schema is an object in OpenAPI, not a string: what stands here is not read'])
  })
})

const todo = { type: 'object', properties: { id: { type: 'string' } } }

/** The same API in two versions. */
const old = {
  swagger: '2.0',
  info: { title: 'To-dos', version: '1' },
  host: 'api.example',
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  security: [{ key: [] }],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, in: { type: 'basic' } },
  paths: {
    '/todos/{id}': {
      parameters: [{ in: 'path', name: 'id', type: 'string', required: true }],
      put: {
        operationId: 'replace',
        deprecated: true,
        'x-sunset': '2030-01-01',
        tags: ['a'],
        parameters: [
          { in: 'query', name: 'tag', type: 'array', items: { type: 'string' }, description: 'Tags.' },
          { in: 'header', name: 'If-Match', type: 'string', minLength: 1 },
          { in: 'body', name: 'b', required: true, schema: { $ref: '#/definitions/Todo' } },
        ],
        responses: {
          200: {
            description: 'Here.',
            schema: { $ref: '#/definitions/Todo' },
            headers: { ETag: { type: 'string' } },
            examples: { 'application/json': { id: 'a' } },
          },
          default: { description: 'Else.' },
        },
      },
    },
  },
  definitions: { Todo: todo },
}

const content = (more: object = {}) => ({ 'application/json': { schema: { $ref: '#/components/schemas/Todo' }, ...more } })
const young = {
  openapi: '3.1.0',
  info: old.info,
  servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'api.example' } } }],
  security: old.security,
  paths: {
    '/todos/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      put: {
        operationId: 'replace',
        deprecated: true,
        'x-sunset': '2030-01-01',
        tags: ['a'],
        parameters: [
          {
            in: 'query',
            name: 'tag',
            schema: { type: 'array', items: { type: 'string' } },
            description: 'Tags.',
            style: 'form',
            explode: false,
          },
          { in: 'header', name: 'If-Match', schema: { type: 'string', minLength: 1 } },
        ],
        requestBody: { required: true, content: content() },
        responses: {
          200: { description: 'Here.', content: content({ example: { id: 'a' } }), headers: { ETag: { schema: { type: 'string' } } } },
          default: { $ref: '#/components/responses/Else' },
        },
      },
    },
  },
  components: {
    parameters: { Id: { in: 'path', name: 'id', required: true, schema: { type: 'string' } } },
    responses: { Else: { description: 'Else.' } },
    securitySchemes: { key: old.securityDefinitions.key, in: { type: 'http', scheme: 'basic' } },
    schemas: { Todo: todo },
  },
}

/** Without places, and with maps as objects. */
const plain = (value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === 'origin' ? [] : [[key, plain(one)]])))
}

describe('an API', () => {
  test('is the same in 2.0 and in 3.1', () => {
    const made = ({ openapi: _, components, level, besides: __, ...rest }: Api) =>
      plain({ ...rest, components: new Map(Array.from(components, ([name, schema]) => [name, level(schema)])) })
    expect(made(read(old))).toEqual(made(read(young)))
  })

  test('holds what it says', () => {
    const { operations, servers } = read(young)
    expect(servers).toEqual(['https://api.example/v1'])
    expect(plain(operations)).toMatchObject([
      {
        method: 'PUT',
        path: '/todos/{id}',
        id: 'replace',
        deprecated: true,
        sunset: '2030-01-01',
        tags: ['a'],
        security: [{ key: [] }],
        servers: ['https://api.example/v1'],
        parameters: [
          { name: 'id', in: 'path', required: true },
          { name: 'tag', in: 'query', required: false, style: 'form', explode: false, description: 'Tags.' },
          { name: 'if-match', in: 'header', schema: { type: 'string', minLength: 1 } },
        ],
        body: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Todo' } } } },
        responses: {
          200: { description: 'Here.', headers: { etag: { name: 'etag' } }, content: { 'application/json': { examples: [{ id: 'a' }] } } },
          default: { description: 'Else.', content: {} },
        },
      },
    ])
  })

  test('keeps the places', () => {
    const [operation] = read(young).operations
    const at = ['paths', '/todos/{id}', 'put']
    expect(operation?.origin).toEqual({ file: 'api.json', pointer: at })
    expect(operation?.parameters[0]?.origin.pointer).toEqual(['components', 'parameters', 'Id'])
    expect(operation?.parameters[1]?.origin.pointer).toEqual([...at, 'parameters', 0])
    expect(operation?.responses.get('default')?.origin.pointer).toEqual(['components', 'responses', 'Else'])
    expect(operation?.responses.get('200')?.content.get('application/json')?.origin.pointer).toEqual([
      ...at,
      'responses',
      '200',
      'content',
      'application/json',
    ])
  })

  test('has forms, files among them', () => {
    const form = (parameters: object[]) =>
      plain(
        read({ swagger: '2.0', paths: { '/a': { post: { parameters, responses: { 200: { description: '' } } } } } }).operations[0]?.body,
      )
    const file = { in: 'formData', name: 'f', type: 'file', required: true }
    const tags = { in: 'formData', name: 't', type: 'array', items: { type: 'string' }, collectionFormat: 'multi' }
    expect(form([file, tags])).toEqual({
      required: true,
      description: undefined,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { f: { type: 'string', format: 'binary' }, t: { type: 'array', items: { type: 'string' } } },
            required: ['f'],
          },
          itemSchema: undefined,
          examples: [],
          aboutExamples: 0,
          encoding: { t: { style: 'form', explode: true } },
        },
      },
    })
  })

  test('has the methods and sequences of 3.2', () => {
    const { operations } = read({
      openapi: '3.2.0',
      paths: {
        '/a': {
          query: { responses: { 200: { content: { 'text/event-stream': { itemSchema: { type: 'object' } } } } } },
          additionalOperations: { COPY: { responses: { '4xx': {}, 201: { summary: 'Made.' } } } },
        },
      },
    })
    expect(plain(operations)).toMatchObject([
      { method: 'QUERY', responses: { 200: { content: { 'text/event-stream': { itemSchema: { type: 'object' } } } } } },
      { method: 'COPY', responses: { '4xx': {}, 201: { description: 'Made.' } } },
    ])
  })

  test('says what it left out', () => {
    const { remarks } = read({
      openapi: '3.1.0',
      webhooks: { w: { post: { callbacks: { c: {} } } } },
      paths: {
        '/a': {
          get: {
            parameters: [{ in: 'header', name: 'Accept', schema: {} }],
            responses: { ok: {}, 200: { links: { l: {} }, headers: { 'Content-Type': {} } } },
          },
        },
      },
    })
    expect(remarks.map(({ message }) => message)).toEqual([
      'ok is no status, and is not read',
      'the header parameter accept is not read: OpenAPI ignores it, and says it elsewhere',
      'the header content-type of a response is not read: OpenAPI ignores it, and says it elsewhere',
      '1 nested callback is not read',
      '1 link is not read',
    ])
  })

  test('reads webhooks and callbacks apart from what clients call', () => {
    const post = (what: string) => ({ post: { operationId: what, responses: { 200: { description: 'OK' } } } })
    const { operations, webhooks } = read({
      openapi: '3.1.0',
      security: [{ key: [] }],
      webhooks: { made: { $ref: '#/components/pathItems/Made' } },
      components: {
        pathItems: { Made: post('made') },
        callbacks: { Shared: { '{$request.body#/url}': post('shared') } },
      },
      paths: { '/a/{id}': { get: { callbacks: { done: { $ref: '#/components/callbacks/Shared' } }, responses: {} } } },
    })
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /a/{id}'])
    expect(webhooks.map(({ method, path, id, url }) => [method, path, id, url])).toEqual([
      ['POST', 'webhook made', 'made', undefined],
      ['POST', 'callback done of GET /a/{id}', 'shared', '{$request.body#/url}'],
    ])
    expect(webhooks.map(({ of }) => of)).toEqual([undefined, operations[0]])
    // What clients need to get in is nothing that the API sends.
    expect(operations[0]?.security).not.toEqual([])
    expect(webhooks.map(({ security }) => security)).toEqual([[], []])
  })

  test('reads x-webhooks where there are no webhooks, whatever else stands there', () => {
    const made = { post: { responses: {} } }
    const names = (more: object) => read({ openapi: '3.0.3', paths: {}, ...more }).webhooks.map(({ path }) => path)
    expect(names({ 'x-webhooks': { made } })).toEqual(['webhook made'])
    expect(names({ webhooks: { done: made }, 'x-webhooks': { made } })).toEqual(['webhook done'])
    expect(names({ 'x-webhooks': 'https://example.com/' })).toEqual([])
  })
})
