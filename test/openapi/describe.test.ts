import { describe, expect, test } from 'vitest'
import { lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import type { Operation, Response } from '../../src/rules/description.js'
import { answering, json, look, operationsOf, yaml } from './sample.js'

const one = (paths: unknown, rest: object = {}): Operation => operationsOf(json(paths, rest), 'a.json')[0]!
const responses = (map: unknown, rest: object = {}): readonly Response[] => one({ '/a': answering(map) }, rest).responses

describe('operations', () => {
  test('what OpenAPI says of one', () => {
    const operation = one({
      '/a/{b}/c{d}': { put: { operationId: 'putIt', deprecated: true, responses: { 204: {} } } },
    })
    expect(operation).toMatchObject({
      method: 'PUT',
      path: '/a/{b}/c{d}',
      shape: '/a/{}/c{}',
      name: 'putIt',
      pathNames: ['b', 'd'],
      deprecated: true,
      secured: undefined,
      hasContent: false,
      pointer: ['paths', '/a/{b}/c{d}', 'put'],
      contentPointer: ['paths', '/a/{b}/c{d}', 'put'],
    })
    expect(one({ '/a': { get: {} } })).toMatchObject({ name: 'GET /a', deprecated: false, responses: [] })
  })

  test('methods: of OpenAPI, of 3.2, as written; nothing else', () => {
    const item = { query: {}, trace: {}, 'x-get': {}, parameters: [], additionalOperations: { COPY: {}, Odd: {}, 'x-y': {} }, summary: '' }
    expect(operationsOf(json({ '/a': item }), 'a.json').map(({ method, pointer }) => [method, pointer.slice(2)])).toEqual([
      ['QUERY', ['query']],
      ['TRACE', ['trace']],
      ['COPY', ['additionalOperations', 'COPY']],
      ['Odd', ['additionalOperations', 'Odd']],
    ])
  })

  test('siblings are the operations on one shape', () => {
    const all = operationsOf(json({ '/a/{b}': { get: {}, head: {} }, '/a/{c}': { get: {} }, '/a': { get: {} } }), 'a.json')
    expect(all.map(({ siblings }) => siblings.length)).toEqual([3, 3, 3, 1])
    expect(all[0]!.siblings).toBe(all[2]!.siblings)
  })

  test('fragments and queries in a path are kept', () => {
    const paths = { '/a#X-Target=b': { post: {} }, '/a?beta=true': { post: {} }, '/a?b={c}': { post: {} } }
    expect(operationsOf(json(paths), 'a.json').map(({ path, shape, pathNames }) => [path, shape, pathNames])).toEqual([
      ['/a#X-Target=b', '/a#X-Target=b', []],
      ['/a?beta=true', '/a?beta=true', []],
      ['/a?b={c}', '/a?b={}', ['c']],
    ])
  })

  test('path items may be empty, behind a $ref, or both beside and behind', () => {
    const paths = {
      '/empty': {},
      '/null': null,
      '/ref': { $ref: '#/components/pathItems/shared' },
      '/both': { $ref: '#/components/pathItems/shared', get: { operationId: 'own' }, parameters: [{ name: 'q', in: 'query' }] },
      'x-path': { get: {} },
    }
    const shared = { parameters: [{ name: 'p', in: 'query' }], get: { operationId: 'behind' }, put: { operationId: 'put' } }
    const all = operationsOf(json(paths, { components: { pathItems: { shared } } }), 'a.json')
    expect(all.map(({ path, name, query, pointer }) => [path, name, [...query.keys()], pointer.join(' ')])).toEqual([
      ['/ref', 'behind', ['p'], 'components pathItems shared get'],
      ['/ref', 'put', ['p'], 'components pathItems shared put'],
      ['/both', 'put', ['p', 'q'], 'components pathItems shared put'],
      ['/both', 'own', ['p', 'q'], 'paths /both get'],
    ])
  })

  test.each([
    [undefined, undefined, undefined],
    [[{ key: [] }], undefined, true],
    [[{ key: [] }], [], false],
    [undefined, [{ key: [] }, {}], false],
    [[], [{ key: [] }, { other: [] }], true],
  ])('security %j, of the operation %j', (security, own, secured) => {
    expect(one({ '/a': { get: { security: own } } }, { security }).secured).toBe(secured)
  })
})

describe('parameters', () => {
  const shared = [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'If-Match', in: 'header', description: 'shared' },
    { name: 'page', in: 'query' },
  ]
  const operation = one(
    {
      '/a/{id}': {
        parameters: shared,
        get: {
          parameters: [
            { name: 'if-match', in: 'header', required: true },
            { $ref: '#/components/parameters/Accept~1It%20all' },
            { name: 'session', in: 'cookie' },
            { name: 'page', in: 'path' },
          ],
        },
      },
    },
    {
      components: {
        parameters: {
          'Accept/It all': { name: 'Accept', in: 'header', content: { 'text/plain': { example: 'x', schema: { default: 'y' } } } },
        },
      },
    },
  )

  test('those of the path, and over them those of the operation', () => {
    expect([...operation.params!.keys()]).toEqual(['id', 'page'])
    expect([...operation.query.keys()]).toEqual(['page'])
    expect([...operation.fields.keys()]).toEqual(['if-match', 'accept'])
  })
  test('a field says where it stands, and how it was written', () => {
    expect(operation.fields.get('if-match')).toMatchObject({
      name: 'if-match',
      written: 'if-match',
      required: true,
      pointer: ['paths', '/a/{id}', 'get', 'parameters', 0],
    })
    expect(operation.fields.get('accept')).toMatchObject({
      written: 'Accept',
      required: undefined,
      pointer: ['components', 'parameters', 'Accept/It all'],
      schema: { default: 'y' },
      examples: ['y', 'x'],
    })
    expect(operation.params!.get('id')!.schema).toEqual({ type: 'string' })
  })
  test('what is no parameter is said aloud', () => {
    const { notes } = look(
      yaml('  /a:\n    get:\n      parameters:\n        - in: query\n        - name: b\n          in: body\n        - name: c'),
    )
    expect(notes.map(({ message, position }) => `${position.line}:${position.column} ${message}`)).toEqual([
      '6:11 a parameter without a name is not read',
      '7:11 the parameter "b" is not read: its "in" is "body"',
      '9:11 the parameter "c" is not read: its "in" is missing',
    ])
  })
})

describe('responses', () => {
  test('keys: codes, ranges, default, and what is none', () => {
    const map = { 204: {}, '4xx': {}, '5XX': {}, default: {}, 600: {}, '020': {}, '0XX': {}, '2000': {}, ok: {}, 'x-y': {} }
    expect(responses(map).map(({ key, status, class: digit }) => [key, status, digit])).toEqual([
      ['204', 204, 2],
      ['600', 600, 6],
      ['2000', undefined, undefined],
      ['4xx', undefined, 4],
      ['5XX', undefined, 5],
      ['default', undefined, undefined],
      ['020', undefined, undefined],
      ['0XX', undefined, undefined],
      ['ok', undefined, undefined],
    ])
  })
  test('integer keys in YAML stay as they are written', () => {
    const [operation] = operationsOf(
      yaml('  /a:\n    get:\n      responses:\n        200: {}\n        "201": {}\n        0o12: {}\n        2.0: {}\n        ~: {}'),
    )
    expect(operation!.responses.map(({ key }) => key)).toEqual(['200', '201', '0o12', '2.0', '~'])
  })
  test('behind a $ref, and another', () => {
    const components = {
      responses: {
        A: { $ref: '#/components/responses/B' },
        B: { description: 'no', headers: { 'WWW-Authenticate': { $ref: '#/components/headers/Auth' } }, content: { 'Text/PLAIN': {} } },
      },
      headers: { Auth: { required: true, schema: { type: 'string' } } },
    }
    const [response] = responses({ 401: { $ref: '#/components/responses/A' } }, { components })
    expect(response).toMatchObject({ status: 401, summary: 'no', hasContent: true, pointer: ['paths', '/a', 'get', 'responses', '401'] })
    expect(response!.content[0]).toMatchObject({ type: 'text/plain', pointer: ['components', 'responses', 'B', 'content', 'Text/PLAIN'] })
    expect(response!.fields.get('www-authenticate')).toMatchObject({
      written: 'WWW-Authenticate',
      required: true,
      pointer: ['components', 'headers', 'Auth'],
      schema: { type: 'string' },
    })
  })
  test('a $ref to a response of another operation', () => {
    const paths = { '/a': answering({ 404: { description: 'x' } }), '/b': answering({ 404: { $ref: '#/paths/~1a/get/responses/404' } }) }
    const [, second] = operationsOf(json(paths), 'a.json')
    expect(second!.responses[0]).toMatchObject({ summary: 'x', pointer: ['paths', '/b', 'get', 'responses', '404'] })
  })
  test.each([
    [undefined, false, []],
    [null, false, []],
    [{}, false, []],
    [{ 'x-only': {} }, false, []],
    [{ 'application/json': null }, true, ['application/json']],
    [{ 'application/json': { schema: true }, '*/*': {} }, true, ['application/json', '*/*']],
  ])('content: %j', (content, hasContent, types) => {
    const [response] = responses({ 200: { content } })
    expect([response!.hasContent, response!.content.map(({ type }) => type)]).toEqual([hasContent, types])
  })
})

describe('request content', () => {
  const post = (requestBody: unknown) =>
    one({ '/a': { post: { requestBody } } }, { components: { requestBodies: { A: { content: { 'text/plain': {} } } } } })
  const pointer = ['paths', '/a', 'post']
  test.each([
    [undefined, false, pointer],
    [null, false, pointer],
    [{ content: {} }, false, pointer],
    [{ content: { 'text/plain': {} } }, true, [...pointer, 'requestBody']],
    [{ $ref: '#/components/requestBodies/A' }, true, [...pointer, 'requestBody']],
    [{ $ref: 'other.yaml#/A' }, true, [...pointer, 'requestBody']],
  ])('requestBody: %j', (body, hasContent, place) => {
    expect(post(body)).toMatchObject({ hasContent, contentPointer: place })
  })
})

describe('schemas and examples', () => {
  const components = {
    schemas: { Loop: { $ref: '#/components/schemas/Loop' }, Name: { type: 'string', enum: ['a', 'b'], default: 'c' } },
    examples: { E: { value: 'e' } },
  }
  const media = (value: object) => responses({ 200: { content: { 'text/plain': value } } }, { components })[0]!.content[0]!

  test('all that is shown', () => {
    const shown = media({
      example: 1,
      examples: {
        a: { value: 2 },
        b: { $ref: '#/components/examples/E' },
        c: { externalValue: 'http://x' },
        d: { dataValue: 3 },
        f: { $ref: 'o#/x' },
      },
      schema: { const: 4, default: 5, example: 6, enum: [7, 8], examples: [9] },
    })
    expect(shown.examples).toEqual([1, 2, 'e', 3, 4, 5, 6, 7, 8, 9])
  })
  test('a $ref at the top is resolved, with what stands beside it', () => {
    expect(media({ schema: { $ref: '#/components/schemas/Name', default: 'd' } }).schema).toEqual({
      type: 'string',
      enum: ['a', 'b'],
      default: 'd',
    })
    expect(media({ schema: { $ref: '#/components/schemas/Name' } }).examples).toEqual(['c', 'a', 'b'])
  })
  test.each(['#/components/schemas/Loop', '#/nowhere', '#anchor', 'other.json#/A'])('a schema of %s stays as it is', ($ref) => {
    expect(media({ schema: { $ref } })).toMatchObject({ schema: { $ref }, examples: [] })
  })
  test.each([true, false, null, undefined, 'text'])('a schema may be %j', (schema) => {
    expect(media({ schema })).toMatchObject({ examples: [] })
    expect(media({ schema }).schema).toBe(schema)
  })
})

describe('what is not what OpenAPI says', () => {
  test.each([
    ['paths: []', '2:1: "paths" is an object in OpenAPI, not an array'],
    ['paths:\n  /a: text', '3:3: "/a" is an object in OpenAPI, not a string'],
    ['paths:\n  /a:\n    get: 1', '4:5: "get" is an object in OpenAPI, not a number'],
    ['paths:\n  /a:\n    parameters: {}', '4:5: "parameters" is an array in OpenAPI, not an object'],
    ['paths:\n  /a:\n    get:\n      parameters: [a]', '5:20: item 0 of "parameters" is an object in OpenAPI, not a string'],
    ['paths:\n  /a:\n    get:\n      responses: [a]', '5:7: "responses" is an object in OpenAPI, not an array'],
    ['paths:\n  /a:\n    get:\n      responses:\n        200: true', '6:9: "200" is an object in OpenAPI, not a boolean'],
    ['paths:\n  /a:\n    get:\n      responses:\n        200: {content: a}', '6:15: "content" is an object in OpenAPI, not a string'],
    ['paths:\n  /a:\n    get:\n      responses:\n        200: {headers: a}', '6:15: "headers" is an object in OpenAPI, not a string'],
    ['paths:\n  /a:\n    post:\n      requestBody: a', '5:7: "requestBody" is an object in OpenAPI, not a string'],
    ['paths:\n  /a: {$ref: "#/paths/~1b"}', '3:8: the $ref "#/paths/~1b" leads nowhere'],
    ['paths:\n  /a: {$ref: "#/paths/%zz"}', '3:8: the $ref "#/paths/%zz" leads nowhere'],
    ['paths:\n  /a: {$ref: "#/constructor"}', '3:8: the $ref "#/constructor" leads nowhere'],
    ['paths:\n  /a: {$ref: "#anchor"}', '3:8: the $ref "#anchor" leads nowhere'],
    ['paths:\n  /a: {$ref: [1]}', '3:8: a $ref is a string, not an array'],
    ['paths:\n  /a: {$ref: "#/openapi"}', '1:1: "openapi" is an object in OpenAPI, not a string'],
    ['paths:\n  /a: {$ref: "#/paths/~1a"}', '3:8: the $ref "#/paths/~1a" leads back to itself'],
    [
      'paths:\n  /a:\n    get:\n      responses:\n        200: {$ref: "#/components/responses/A"}\ncomponents:\n  responses:\n    A: {$ref: "#/components/responses/B"}\n    B: {$ref: "#/components/responses/A"}',
      '6:15: the $ref "#/components/responses/A" leads back to itself',
    ],
    ['paths: {}', ' has no operations under "paths": there is nothing to judge'],
    ['webhooks: {a: {post: {}}}', ' has no operations under "paths", and webhooks are not judged: there is nothing to judge'],
  ])('%j', (text, message) => {
    expect(() => look(`openapi: 3.1.0\n${text}\n`)).toThrow(
      expect.objectContaining({ name: 'SourceError', message: `api.yaml:${message}` }),
    )
  })
})

describe('a $ref for a whole operation', () => {
  test('is followed', () => {
    const [operation] = operationsOf(
      yaml(
        '  /a:\n    put: {$ref: "#/components/x-operations/O"}',
        'components:\n  x-operations:\n    O: {operationId: o, responses: {204: {}}}',
      ),
    )
    expect(operation).toMatchObject({ method: 'PUT', path: '/a', name: 'o', pointer: ['components', 'x-operations', 'O'] })
    expect(operation?.responses.map(({ pointer }) => pointer)).toEqual([['components', 'x-operations', 'O', 'responses', '204']])
  })
  test('of all operations into other files leaves nothing to judge', () => {
    expect(() => lint(parse(yaml('  /a:\n    patch: {$ref: "other.yaml"}'), 'api.yaml'))).toThrow(
      'api.yaml: has its operations where they are not read: there is nothing to judge',
    )
  })
  test('into another file is said once, and nothing is missed there', () => {
    const { findings, notes, operations } = lint(
      parse(yaml('  /a/{id}:\n    patch: {$ref: "other.yaml"}\n  /b:\n    get: {responses: {204: {}}}'), 'api.yaml'),
    )
    expect(operations).toBe(2)
    expect(findings.filter(({ path }) => path === '/a/{id}')).toEqual([])
    expect(notes.map(({ message }) => message)).toEqual(['the $ref "other.yaml" leads to another file and is not followed'])
  })
})
