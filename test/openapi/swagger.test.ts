/** OpenAPI 2.0: what the reader makes of its places, and where it says that something is wrong. */
import { expect, describe as group, test } from 'vitest'
import { type Described, describe } from '../../src/openapi/describe.js'
import { SourceError } from '../../src/openapi/error.js'
import { lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Operation } from '../../src/rules/description.js'

/** A document in YAML with these paths (indented by two) and this at its end. */
const swagger = (paths: string, rest = ''): string => `swagger: "2.0"\nbasePath: /v1\npaths:\n${paths}\n${rest}`
const source = (text: string) => parse(text, 'api.yaml')
const described = (paths: string, rest = ''): Described => describe(source(swagger(paths, rest)), rfc9110)
const only = (paths: string, rest = ''): Operation => {
  const { operations } = described(paths, rest).description
  expect(operations).toHaveLength(1)
  return operations[0]!
}
const remarks = (paths: string, rest = '') => described(paths, rest).remarks.map(({ message }) => message)
const types = ({ content }: { readonly content: readonly { readonly type: string }[] }) => content.map(({ type }) => type)
const refusal = (text: string): string => {
  try {
    describe(source(text), rfc9110)
  } catch (error) {
    if (error instanceof SourceError) return error.message
    throw error
  }
  return 'nothing was refused'
}

group('a version', () => {
  test.each([
    ['swagger: "2.0"', '2.0'],
    ['swagger: 2.0', '2.0'],
    ['openapi: 3.1.0', '3.1.0'],
    ['openapi: 3.0.0\nswagger: "2.0"', '3.0.0'],
    ['swaggerVersion: "1.2"\nswagger: "2.0"', '2.0'],
  ])('%j', (head, version) => {
    expect(describe(source(`${head}\npaths: {}`), rfc9110).description.version).toBe(version)
  })
  test.each([
    ['swaggerVersion: "1.2"', 'api.yaml:1:1: the Swagger 1 version "1.2" is not read: Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are'],
    ['swagger: "1.2"', 'api.yaml:1:1: the Swagger version "1.2" is not read: 2.0 is, and OpenAPI 3.0, 3.1 and 3.2 are'],
    ['swagger: {}', 'api.yaml:1:1: the Swagger version "an object" is not read: 2.0 is, and OpenAPI 3.0, 3.1 and 3.2 are'],
    ['info: {}', 'api.yaml: is not an OpenAPI document: it has no "openapi" version'],
  ])('%j is refused', (head, line) => expect(refusal(`${head}\npaths: {}`)).toBe(line))
})

group('request content', () => {
  const post = (more: string) => `  /a:\n    post:\n      responses: {200: {description: ""}}\n${more}`

  test('is a body under consumes, where it stands', () => {
    const operation = only(
      post(
        '      consumes: [application/XML]\n      parameters: [{in: query, name: q, type: string}, {in: body, name: b, schema: {type: object}}]',
      ),
      'consumes: [application/json]',
    )
    const pointer = ['paths', '/a', 'post', 'parameters', 1]
    expect(operation).toMatchObject({ path: '/a', hasContent: true, contentPointer: pointer })
    expect(operation.content.map(({ type, schema, pointer }) => ({ type, schema, pointer }))).toEqual([
      { type: 'application/xml', schema: { type: 'object' }, pointer },
    ])
    expect([...operation.query.keys()]).toEqual(['q'])
  })
  test('has the media types of the document, or any', () => {
    const body = post('      parameters: [{in: body, name: b, schema: {}}]')
    expect(types(only(body, 'consumes: [a/b, c/d]'))).toEqual(['a/b', 'c/d'])
    expect(types(only(body))).toEqual(['*/*'])
  })
  test('behind a $ref stands there', () => {
    const operation = only(
      post('      parameters: [{$ref: "#/parameters/B"}]'),
      'parameters: {B: {in: body, name: b, schema: {$ref: "#/definitions/T"}}}\ndefinitions: {T: {type: string}}',
    )
    expect(operation.contentPointer).toEqual(['parameters', 'B'])
    expect(operation.content[0]?.schema).toEqual({ type: 'string' })
  })
  test('of form fields is a form', () => {
    const form = (more = '') => post(`      parameters: [{in: formData, name: f, type: string, required: true}${more}]`)
    expect(types(only(form()))).toEqual(['application/x-www-form-urlencoded'])
    expect(types(only(form(', {in: formData, name: g, type: file}')))).toEqual(['multipart/form-data'])
    expect(types(only(form(), 'consumes: [application/json, multipart/form-data; boundary=x]'))).toEqual([
      'multipart/form-data; boundary=x',
    ])
    expect(only(form()).content[0]?.schema).toMatchObject({ type: 'object', properties: { f: { type: 'string' } }, required: ['f'] })
  })
  test('is of all operations of a path, if declared there', () => {
    const text =
      '  /a:\n    parameters: [{in: body, name: b, schema: {}}]\n    get: {responses: {200: {}}}\n    put: {responses: {200: {}}}'
    expect(described(text).description.operations.map(({ hasContent }) => hasContent)).toEqual([true, true])
  })
  test('is one body', () => {
    expect(remarks(post('      parameters: [{in: body, name: b, schema: {}}, {in: formData, name: f, type: string}]'))).toEqual([
      'the parameter "f" is not read: a request has one body, and "b" is it',
    ])
  })
  test('is none without such a parameter', () => {
    expect(only(post('      consumes: [application/json]'))).toMatchObject({
      hasContent: false,
      content: [],
      contentPointer: ['paths', '/a', 'post'],
    })
  })
})

group('a response', () => {
  const get = (responses: string, more = '') => `  /a:\n    get:\n      responses: {${responses}}\n${more}`

  test('has content under produces if it has a schema', () => {
    const { responses } = only(
      get(
        '200: {schema: {type: array}, examples: {application/json: [1]}}, 204: {description: gone}',
        '      produces: [application/JSON, text/csv]',
      ),
      'produces: [text/html]',
    )
    expect(responses.map(({ status, hasContent, summary }) => ({ status, hasContent, summary }))).toEqual([
      { status: 200, hasContent: true, summary: '' },
      { status: 204, hasContent: false, summary: 'gone' },
    ])
    const pointer = ['paths', '/a', 'get', 'responses', '200', 'schema']
    expect(responses[0]?.content.map(({ type, examples, pointer }) => ({ type, examples, pointer }))).toEqual([
      { type: 'application/json', examples: [[1]], pointer },
      { type: 'text/csv', examples: [], pointer },
    ])
  })
  test('that operations share has the media types of each', () => {
    const { operations } = described(
      '  /a:\n    get: {responses: {200: {$ref: "#/responses/R"}}}\n    put: {produces: [a/b], responses: {200: {$ref: "#/responses/R"}}}',
      'produces: [c/d]\nresponses: {R: {schema: {}}}',
    ).description
    expect(operations.map(({ responses }) => types(responses[0]!))).toEqual([['c/d'], ['a/b']])
    expect(operations[0]?.responses[0]?.content[0]?.pointer).toEqual(['responses', 'R', 'schema'])
  })
  test('has headers that are their own schema', () => {
    const fields = only(get('429: {headers: {Retry-After: {type: integer, enum: [1, 2]}}}')).responses[0]!.fields
    expect(fields.get('retry-after')).toMatchObject({ written: 'Retry-After', schema: { type: 'integer' }, examples: [1, 2] })
  })
  test('under a key that 2.0 does not know is read and remarked', () => {
    expect(remarks(get('4XX: {}, 200: {}, default: {}, x-y: {}'))).toEqual([
      '"4XX" is no status of OpenAPI 2.0, which has codes and default',
    ])
  })
})

group('the rest', () => {
  test('security', () => {
    const text =
      '  /a:\n    get: {responses: {200: {}}}\n    put: {security: [], responses: {200: {}}}\n    post: {security: [{k: []}, {}], responses: {200: {}}}'
    const rest = 'security: [{k: []}]\nsecurityDefinitions: {k: {type: apiKey, in: header, name: X-Key}}'
    expect(described(text, rest).description.operations.map(({ secured }) => secured)).toEqual([true, false, false])
  })
  test('methods of later versions are remarked', () => {
    expect(
      remarks('  /a:\n    get: {responses: {200: {}}}\n    trace: {}\n    query: {}\n    additionalOperations: {}\n    servers: []'),
    ).toEqual(['trace', 'query', 'additionalOperations', 'servers'].map((key) => `"${key}" is no method key of OpenAPI and is not read`))
  })
  test('places of later versions are remarked', () => {
    const text =
      '  /a:\n    get:\n      parameters: [{in: cookie, name: c}, {in: path, name: p, type: string, required: true}]\n      responses: {200: {}}'
    expect(remarks(text)).toEqual(['the parameter "c" is not read: its "in" is "cookie"'])
    expect(only(text).params?.get('p')).toMatchObject({ required: true, schema: { type: 'string' } })
  })
  test('other files are not followed, and nothing is missed in them', () => {
    const text = swagger('  /a:\n    get: {responses: {401: {$ref: "other.yaml#/R"}}}')
    const { findings, notes } = lint(source(text))
    expect(findings.map(({ rule }) => rule)).not.toContain('www-authenticate-401')
    expect(notes.map(({ message }) => message)).toEqual(['the $ref "other.yaml#/R" leads to another file and is not followed'])
  })
  test.each([
    ['consumes: a/b', 'api.yaml:5:1: "consumes" is an array in OpenAPI, not a string'],
    ['consumes: [a/b, {}]', 'api.yaml:5:17: item 1 of "consumes" is a string in OpenAPI, not an object'],
    ['produces: 3', 'api.yaml:5:1: "produces" is an array in OpenAPI, not a number'],
  ])('%j is refused', (rest, line) => {
    expect(refusal(swagger('  /a: {post: {parameters: [{in: body, name: b}], responses: {200: {}}}}', rest))).toBe(line)
  })
  test('a document that stands for too much is refused', () => {
    const many = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index)).join(', ')
    const paths = `  /a: {get: {responses: {${many(800, (index) => `"${index + 100}": {schema: {}}`)}}}}`
    expect(refusal(swagger(paths, `produces: [${many(800, (index) => `a/b${index}`)}]`))).toMatch(/stands for more than 500,000/)
  })
})

group('judged', () => {
  const paths = `  /a:
    get:
      parameters:
        - {in: header, name: Accept, type: string}
        - {in: body, name: b, schema: {}}
      responses:
        4XX: {}
        204: {schema: {}}
        401: {}
        304: {headers: {ETag: {type: string}}}
    post:
      responses: {405: {headers: {Allow: {type: string}}}}`
  const found = (text: string) =>
    lint(source(text))
      .findings.filter(({ level }) => level !== 'hint')
      .map(({ rule, position }) => `${rule} ${position.line}:${position.column}`)

  test('by the rules of HTTP, in the original', () => {
    const rules = found(swagger(paths))
    expect(rules).toEqual(expect.arrayContaining(['no-content-204 11:9', 'www-authenticate-401 12:9', 'get-content-discouraged 8:11']))
    expect(rules.join()).not.toContain('allow-required-405')
  })
  test('not by what only OpenAPI 3 says', () => {
    expect(found(swagger(paths)).filter((rule) => /^openapi-(?!at-least)/.test(rule))).toEqual([])
    expect(found(swagger(`${paths}\n    query: {responses: {200: {}}}`)).join()).not.toContain('openapi-query-operation')
    // The same in 3.0 is what they speak about.
    const three = swagger(paths).replace('swagger: "2.0"', 'openapi: 3.0.0').replace('4XX', '4xx')
    expect(
      found(three)
        .filter((rule) => rule.startsWith('openapi-'))
        .map((rule) => rule.split(' ')[0])
        .toSorted(),
    ).toEqual(['openapi-content-type-header-ignored', 'openapi-response-key'])
  })
})
