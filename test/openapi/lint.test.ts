import { describe, expect, test } from 'vitest'
import { lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Operation } from '../../src/rules/description.js'
import { rules } from '../../src/rules/index.js'
import { type Rule, rule } from '../../src/rules/rule.js'
import { answering, everyOmission, json, look, yaml } from './sample.js'

const text = yaml(
  '  /a:\n    get:\n      operationId: a\n      responses:\n        401:\n          $ref: "#/components/responses/A"\n        4XX: {}',
  'components:\n  responses:\n    A: {headers: {}}',
)

describe('a finding', () => {
  test('stands where it can be seen', () => {
    const { document, version, operations, findings } = look(text)
    expect({ document, version, operations }).toEqual({ document: 'api.yaml', version: '3.1.0', operations: 1 })
    expect(findings.map(({ rule, method, path, route, status, position }) => ({ rule, method, path, route, status, position }))).toEqual(
      ['every-response', 'every-omission'].flatMap((id) => [
        { rule: id, method: 'GET', path: '/a', route: 'a', status: 401, position: { file: 'api.yaml', line: 7, column: 9 } },
        { rule: id, method: 'GET', path: '/a', route: 'a', status: '4XX', position: { file: 'api.yaml', line: 9, column: 9 } },
      ]),
    )
  })
  test('has a pointer to something that exists', () => {
    expect(look(text).findings.map(({ pointer }) => pointer)).toEqual(
      Array(2)
        .fill([
          ['paths', '/a', 'get', 'responses', '401'],
          ['paths', '/a', 'get', 'responses', '4XX'],
        ])
        .flat(),
    )
  })
  test('about the whole document stands at its head', () => {
    const whole = rule({
      ...everyOmission,
      id: 'whole',
      description: function* () {
        yield { at: ['info', 'license'] }
      },
      response: function* () {},
    })
    const [finding] = lint(parse(`# a comment\n${text}`, 'a.yaml'), rfc9110, [whole]).findings
    expect(finding).toMatchObject({ pointer: [], method: null, path: null, position: { line: 2, column: 1 } })
  })
})

test('responses are told apart where method and key together read the same', () => {
  const ofOne = rule({
    ...everyOmission,
    id: 'of-one',
    response: ({ operation }) => (operation.method === 'A' ? [{ at: [] }] : []),
  })
  const additionalOperations = { AB: { responses: { C: {} } }, A: { responses: { BC: {} } } }
  const document = JSON.stringify({ openapi: '3.2.0', paths: { '/a': { additionalOperations } } })
  const { findings } = lint(parse(document, 'api.json'), rfc9110, [ofOne])
  expect(findings.map(({ method, status }) => `${method} ${status}`)).toEqual(['A BC'])
})

test('a path with {} is reported once, by its form; one with a name that nobody declares by that name', () => {
  const said = (path: string) =>
    lint(parse(json({ [path]: answering({ 200: {} }) }), 'api.json'), rfc9110, [
      rules['path-form'],
      rules['path-param-undeclared'],
    ]).findings.map(({ message }) => message)
  const form = 'GET binds to a path of URI characters starting with /'
  const paths = ['/{}', '/a/{}.json', '/{id}', '/{}/{id}', '/a']
  expect(paths.map(said)).toEqual([
    [form],
    [form],
    ['/{id} has {id}, which no parameter declares'],
    [form, '/{}/{id} has {id}, which no parameter declares'],
    [],
  ])
})

describe('what is not judged is said', () => {
  const notes = (text: string, file?: string) => look(text, file).notes.map(({ message, position }) => `${position.line}: ${message}`)

  test('webhooks and callbacks', () => {
    const callbacks = '  /a:\n    post:\n      callbacks: {done: {}, failed: {}}\n      responses: {200: {}}'
    expect(notes(yaml(callbacks, 'webhooks:\n  sent: {post: {}}'))).toEqual([
      '7: 1 webhook is not judged: requests that this API sends',
      '2: 2 callbacks are not judged: requests that this API sends',
    ])
    expect(notes(yaml('  /a:\n    get: {responses: {200: {}}}', 'x-webhooks:\n  sent: {post: {}}\n  undone: {post: {}}'))).toEqual([
      '5: 2 webhooks are not judged: requests that this API sends',
    ])
    expect(notes(yaml('  /a:\n    get: {responses: {200: {}}}', 'x-webhooks: none'))).toEqual([])
  })
  test('keys that are no methods', () => {
    expect(notes(yaml('  /a:\n    GET: {}\n    get: {}\n    x-mine: {}'))).toEqual(['4: "GET" is no method key of OpenAPI and is not read'])
  })
  test('other files, once for each $ref', () => {
    const paths = yaml(
      [
        '  /a:',
        '    get:',
        '      parameters: [{$ref: "p.yaml#/P"}]',
        '      responses:',
        '        401: {$ref: "r.yaml#/R"}',
        '        403: {$ref: "r.yaml#/R"}',
        '  /b: {$ref: "https://example.com/b.yaml"}',
      ].join('\n'),
    )
    expect(notes(paths)).toEqual([
      '5: the $ref "p.yaml#/P" leads to another file and is not followed',
      '7: the $ref "r.yaml#/R" leads to another file and is not followed (2 places)',
      '9: the $ref "https://example.com/b.yaml" leads to the network and is not followed',
    ])
  })
})

describe('what stands in another file is not missed', () => {
  const paths = {
    '/a': answering({ 401: { $ref: 'r.yaml#/R' }, 404: {} }),
    '/b': { parameters: [{ $ref: 'p.yaml#/P' }], get: { responses: { 404: {} } } },
  }
  const { findings, description } = look(json(paths), 'a.json')
  const seen = (kind: string) => findings.filter((finding) => finding.kind === kind).map(({ path, status }) => [path, status])

  test('an omission is only reported of what was seen', () => {
    expect(seen('omission')).toEqual([['/a', 404]])
  })
  test('a contradiction is a contradiction', () => {
    expect(seen('contradiction')).toEqual([
      ['/a', 401],
      ['/a', 404],
      ['/b', 404],
    ])
  })
  test('path parameters may be declared there', () => {
    expect(description.operations.map(({ params }) => params?.size)).toEqual([0, undefined])
  })
})

test('the rules of the book and RFC 9110 are the default', () => {
  const { findings } = lint(parse(json({ '/a': { delete: { responses: { 204: { content: { 'text/plain': {} } } } } } }), 'a.json'))
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'no-content-204', level: 'must', kind: 'contradiction', method: 'DELETE', path: '/a', status: 204 }),
  )
})

test('a rule hears of every place that it may speak of, however it looks at one', () => {
  const { response: _, ...words } = everyOmission
  const looking = (id: string, path: (operation: Operation) => string): Rule => ({
    ...words,
    id,
    *operation({ operation }) {
      if (path(operation) === '/b') yield { at: [] }
    },
  })
  const rules = [
    looking('by its name', ({ path }) => path),
    looking('in a copy', (operation) => ({ ...operation }).path),
    looking('in the rest', ({ method: _, ...rest }) => rest.path),
    looking('if it is there', (operation) => ('path' in operation ? operation.path : '')),
  ]
  const get = answering({ 200: {} })
  const { findings } = lint(parse(json({ '/a': get, '/b': get, '/c': get }), 'a.json'), rfc9110, rules)
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual(rules.map(({ id }) => [id, '/b']))
})
