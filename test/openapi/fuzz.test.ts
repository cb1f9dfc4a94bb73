/** Broken documents: whatever is deleted, swapped or cut, there are findings or one clear error, and soon. */
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { modelOf } from '../../src/openapi/api.js'
import { SourceError } from '../../src/openapi/error.js'
import { lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import { integers } from '../random.js'

const seed = {
  openapi: '3.1.0',
  security: [{ key: [] }],
  paths: {
    '/a/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'a',
        parameters: [{ $ref: '#/components/parameters/Match' }, { name: 'q', in: 'query', examples: { a: { value: 'x' } } }],
        responses: {
          200: {
            description: '',
            headers: { ETag: { schema: { const: '"x"' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
          },
          304: { $ref: '#/components/responses/R' },
          '4XX': { description: 'no', content: { 'application/problem+json': { example: { status: 400, type: 'about:blank' } } } },
          default: {},
        },
      },
      post: {
        requestBody: { content: { 'text/plain': { schema: true } } },
        callbacks: { c: {} },
        responses: { 201: { headers: { Location: {} } } },
      },
    },
    '/b': { $ref: '#/components/pathItems/I' },
  },
  components: {
    schemas: { S: { type: 'object', enum: [{}] } },
    responses: { R: { description: 'x', headers: { Vary: { $ref: '#/components/headers/V' } } } },
    headers: { V: { required: true, schema: { enum: ['Accept'] } } },
    parameters: { Match: { name: 'If-None-Match', in: 'header' } },
    pathItems: { I: { delete: { responses: { 204: {} }, deprecated: true } } },
  },
}

/** The same for what only OpenAPI 2.0 has. */
const swagger = {
  swagger: '2.0',
  consumes: ['application/json'],
  produces: ['application/json', 'text/csv'],
  paths: {
    '/a/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, type: 'string' }, { $ref: '#/parameters/B' }],
      get: {
        produces: ['text/plain'],
        responses: { 200: { schema: {}, examples: { 'text/plain': 'x' } }, 304: { $ref: '#/responses/R' } },
      },
      post: { consumes: [], parameters: [{ name: 'f', in: 'formData', type: 'file' }], responses: { 201: { headers: { Location: {} } } } },
    },
  },
  definitions: { S: { type: 'object' } },
  parameters: { B: { name: 'b', in: 'body', schema: { $ref: '#/definitions/S' } } },
  responses: { R: { description: 'x', schema: { $ref: '#/definitions/S' }, headers: { Vary: { type: 'string', enum: ['Accept'] } } } },
}

/** Whole numbers below a limit. */
const below = (seed: number) => {
  const next = integers(seed)
  return (limit: number): number => next() % limit
}

type Node = Record<string, unknown> | unknown[]
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const nodesOf = (value: unknown): Node[] => (isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [])

const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e300,
  '',
  'text',
  '#',
  [],
  {},
  [[]],
  [null],
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: '#/components/responses/R' },
  { $ref: '#/components/pathItems/I' },
  { $ref: 3 },
  { $ref: 'other.yaml' },
  { '': '' },
  { constructor: {} },
  { type: ['x'], properties: 1 },
]

const mutate = (next: (below: number) => number, whole: object = seed): unknown => {
  const document = structuredClone(whole) as Record<string, unknown>
  for (let times = 1 + next(4); times > 0; times--) {
    const nodes = nodesOf(document)
    const node = nodes[next(nodes.length)] as Record<string, unknown>
    const keys = Object.keys(node)
    const key = keys[next(keys.length || 1)]
    if (key === undefined) continue
    const action = next(4)
    if (action === 0) delete node[key]
    else if (action === 1) node[key] = strange[next(strange.length)]
    else if (action === 2) node[key] = structuredClone(nodes[next(nodes.length)])
    else
      Object.defineProperty(node, ['__proto__', '200', 'GET', '$ref', 'content', '\u0000é'][next(6)]!, {
        value: node[key],
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return document
}

/** A refusal in one line that names the place; anything else is a fault of ours. */
const refused = (error: unknown, text: string, file: string): void => {
  if (!(error instanceof SourceError)) throw new Error(`${file} of ${text}`, { cause: error })
  expect(error.message).toMatch(/^doc\.\w+:(\d+:\d+:)? \S.*$/)
  expect(error.message.length).toBeLessThan(300)
}

const outcome = (text: string, file: string): 'findings' | 'error' => {
  try {
    const { operations, remarks } = modelOf(parse(text, file))
    for (const { origin } of [...operations, ...remarks]) expect(origin.file).toBe(file)
  } catch (error) {
    refused(error, text, file)
  }
  try {
    const { operations, findings } = lint(parse(text, file))
    expect(operations).toBeGreaterThan(0)
    for (const { position } of findings) expect(position.line > 0 && position.column > 0).toBe(true)
    return 'findings'
  } catch (error) {
    refused(error, text, file)
    return 'error'
  }
}

const both = (texts: Iterable<readonly [string, string]>): void => {
  const outcomes = new Set<string>()
  let slowest = 0
  for (const [text, file] of texts) {
    const start = performance.now()
    outcomes.add(outcome(text, file))
    slowest = Math.max(slowest, performance.now() - start)
  }
  expect(outcomes).toEqual(new Set(['findings', 'error']))
  expect(slowest).toBeLessThan(2000)
}

describe('a document with a few things wrong', () => {
  test('as JSON', () =>
    both(
      (function* () {
        for (let run = 0; run < 1500; run++) yield [JSON.stringify(mutate(below(run)), null, run % 3), 'doc.json'] as const
      })(),
    ))
  test('of OpenAPI 2.0', () =>
    both(
      (function* () {
        for (let run = 0; run < 1000; run++) yield [JSON.stringify(mutate(below(run), swagger)), 'doc.json'] as const
      })(),
    ))
  test('as YAML', () =>
    both(
      (function* () {
        for (let run = 0; run < 500; run++) yield [stringify(mutate(below(run)), { aliasDuplicateObjects: false }), 'doc.yaml'] as const
      })(),
    ))
})

describe('a text that is cut or scratched', () => {
  const scratched = function* (whole: string, file: string, runs: number) {
    const signs = ['"', '{', '}', '[', ']', ':', ',', '\\', '\t', '\n', '&a ', '*a', '<<: ', '\0', '- ', '\uD800', '|']
    yield [whole, file] as const
    for (let run = 0; run < runs; run++) {
      const next = below(run)
      const at = next(whole.length)
      yield [run % 3 === 0 ? whole.slice(0, at) : whole.slice(0, at) + signs[next(signs.length)] + whole.slice(at + next(3)), file] as const
    }
  }
  test('in JSON', () => both(scratched(JSON.stringify(seed, null, 1), 'doc.json', 1500)))
  test('in YAML', () => both(scratched(stringify(seed), 'doc.yaml', 700)))
  test('in bytes', () => {
    const next = below(7)
    for (let run = 0; run < 200; run++) {
      const bytes = Uint8Array.from({ length: next(200) }, () => next(256))
      expect(() => parse(bytes, run % 2 ? 'doc.json' : 'doc.yaml')).toThrow(SourceError)
    }
  })
})
