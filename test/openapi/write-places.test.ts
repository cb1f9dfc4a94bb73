/** What `toOpenAPI` writes, place by place, and what it notes instead. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { type } from 'arktype'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { contract, empty, form, get, head, json, media, options, post, problem, put, query, route, text } from '../../src/index.js'
import { toOpenAPI, type WriteOptions } from '../../src/openapi/index.js'
import { own } from '../../src/openapi/refs.js'
import type { Contract } from '../../types/route.js'

const info = { title: 'An API', version: '1.0.0' }
const Todo = z.object({ id: z.string(), title: z.string().default('new') })

/** Writes a contract, has the document validated, and looks at a place of it. */
const write = async (api: Contract, written?: WriteOptions) => {
  const { document, notes } = toOpenAPI(api, info, written)
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(document))
  expect(await new Validator().validate(plain)).toEqual({ valid: true })
  return { notes, at: (...keys: readonly string[]) => keys.reduce<unknown>(own, plain), text: JSON.stringify(plain) }
}

describe('operations', () => {
  it('are called by the keys of the contract, groups with dots', async () => {
    const { at, notes } = await write(contract({ old: { find: get('/find/:word', { responses: { 200: text() } }) } }))
    expect(at('paths', '/find/{word}', 'get')).toEqual({
      operationId: 'old.find',
      parameters: [{ name: 'word', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 200: { description: 'OK', content: { 'text/plain': { schema: { type: 'string' } } } } },
    })
    expect(notes).toEqual([])
  })

  it('say what a message means and looks like, where a maker says so', async () => {
    const shown = [{ id: '1', title: 'a' }]
    const { at } = await write(
      contract(
        {
          add: put('/todos/:id', {
            body: json(Todo, { description: 'As it shall be.', examples: [...shown, { id: '2' }] }),
            responses: {
              200: json(Todo, { examples: shown, description: 'As it is.' }),
              204: empty({ description: 'As you said.' }),
              201: empty(),
            },
          }),
        },
        { common: { 404: media({ 'text/plain': z.string(), 'text/html': z.string() }, { description: 'There is none.' }) } },
      ),
    )
    const place = ['paths', '/todos/{id}', 'put']
    expect(at(...place, 'requestBody')).toMatchObject({
      description: 'As it shall be.',
      content: { 'application/json': { examples: { 1: { value: shown[0] }, 2: { value: { id: '2' } } } } },
    })
    expect(at(...place, 'responses', '200')).toMatchObject({
      description: 'As it is.',
      content: { 'application/json': { example: shown[0] } },
    })
    expect(at(...place, 'responses', '201')).toEqual({ description: 'Created' })
    expect(at(...place, 'responses', '204')).toEqual({ description: 'As you said.' })
    expect(at('components', 'responses', 'NotFound', 'description')).toBe('There is none.')
  })

  it('say what the author said, and keep what only Statute knows as extensions', async () => {
    const { at } = await write(
      contract(
        {
          find: post('/find', {
            summary: 'Finds',
            description: 'By words.',
            tags: ['search'],
            deprecated: { since: '2026-01-31', sunset: '2026-12-31' },
            body: form(z.object({ words: z.string() })),
            role: 'gateway',
            responses: { 200: json(Todo), 502: problem() },
          }),
        },
        { waive: { 'post-created-location': 'nothing is created' } },
      ),
    )
    expect(at('paths', '/find', 'post')).toMatchObject({
      summary: 'Finds',
      description: 'By words.',
      tags: ['search'],
      deprecated: true,
      'x-sunset': '2026-12-31',
      'x-statute-deprecated': { since: '2026-01-31' },
      'x-statute-role': 'gateway',
      'x-statute-waive': { 'post-created-location': 'nothing is created' },
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
    })
  })

  const wide = contract({
    ask: query('/todos', { body: json(Todo), responses: { 200: json(Todo) } }),
    move: route('MOVE', '/files', { headers: { destination: z.string() }, responses: { 204: empty() } }),
    all: options('*', { responses: { 204: empty({ headers: { allow: z.string() } }) } }),
    list: get('/todos', { responses: { 200: json(Todo) } }),
  })

  it('of methods that 3.1 cannot hold are noted', async () => {
    const { at, notes } = await write(wide)
    expect(Object.keys(at('paths') as object)).toEqual(['/todos'])
    expect(notes).toEqual([
      'ask (QUERY /todos) is left out: OpenAPI 3.1 has no place for QUERY, 3.2 has',
      'move (MOVE /files) is left out: OpenAPI 3.1 has no place for MOVE, 3.2 has',
      'all (OPTIONS *) is left out: OpenAPI has operations on paths only',
    ])
  })

  it('of any method stand in 3.2', async () => {
    const { at, notes } = await write(wide, { openapi: '3.2' })
    expect(at('openapi')).toBe('3.2.0')
    expect(at('paths', '/todos', 'query', 'operationId')).toBe('ask')
    expect(at('paths', '/files', 'additionalOperations', 'MOVE', 'operationId')).toBe('move')
    expect(notes).toEqual(['all (OPTIONS *) is left out: OpenAPI has operations on paths only'])
  })

  it('share the template of their path', async () => {
    const { at, notes } = await write(
      contract({
        read: get('/todos/:id', { responses: { 200: json(Todo) } }),
        write: put('/todos/:key', { params: z.object({ key: z.uuid() }), body: json(Todo), responses: { 204: empty() } }),
      }),
    )
    expect(at('paths', '/todos/{id}', 'put', 'parameters')).toMatchObject([{ name: 'id', schema: { format: 'uuid' } }])
    expect(notes).toEqual(['write (PUT /todos/:key): the path is written as /todos/{id}, by which another route has it'])
  })
})

describe('sequences', () => {
  const Line = z.object({ at: z.string() })
  const log = contract({
    log: get('/log', { responses: { 200: media({ 'application/jsonl': z.array(Line), 'application/json': z.array(Line) }) } }),
    few: get('/few', { responses: { 200: media({ 'application/jsonl': z.array(Line).max(3) }) } }),
  })
  const content = ['responses', '200', 'content'] as const

  it('are described by their items in 3.2', async () => {
    const { at } = await write(log, { openapi: '3.2' })
    expect(at('paths', '/log', 'get', ...content)).toMatchObject({
      'application/jsonl': { itemSchema: { type: 'object' } },
      'application/json': { schema: { type: 'array' } },
    })
    // What is asked of the whole is asked of the whole.
    expect(at('paths', '/few', 'get', ...content, 'application/jsonl')).toMatchObject({ schema: { type: 'array', maxItems: 3 } })
  })

  it('are whole in 3.1', async () => {
    const { at } = await write(log)
    expect(at('paths', '/log', 'get', ...content, 'application/jsonl')).toMatchObject({ schema: { type: 'array' } })
  })
})

describe('fields and parameters', () => {
  it('are required as their schemas are, and described once', async () => {
    const { at } = await write(
      contract({
        list: get('/todos', {
          query: z.object({ page: z.coerce.number().optional().describe('From 1 up.') }),
          headers: { 'x-client': z.string() },
          responses: { 200: json(Todo, { headers: { etag: z.string(), link: z.string().optional() } }) },
        }),
      }),
    )
    expect(at('paths', '/todos', 'get', 'parameters')).toEqual([
      { name: 'page', in: 'query', description: 'From 1 up.', schema: { type: 'number' } },
      { name: 'x-client', in: 'header', required: true, schema: { type: 'string' } },
    ])
    expect(at('paths', '/todos', 'get', 'responses', '200', 'headers')).toEqual({
      etag: { required: true, schema: { type: 'string' } },
      link: { schema: { type: 'string' } },
    })
  })

  it('that OpenAPI ignores, or whose names nobody can tell, are noted', async () => {
    const { at, notes } = await write(
      contract({
        list: get('/todos', {
          query: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
          headers: { accept: z.string() },
          responses: { 200: json(Todo, { headers: { vary: z.string() } }) },
        }),
      }),
    )
    expect(at('paths', '/todos', 'get', 'parameters')).toBeUndefined()
    expect(notes).toEqual([
      'list (GET /todos): query is left out: its schema does not tell the names of what it takes',
      'list (GET /todos): the field accept is left out: OpenAPI ignores its declaration, and has the keys of content for it',
    ])
  })
})

describe('responses', () => {
  const api = contract(
    {
      list: get('/todos', {
        responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }), '4xx': problem(), default: problem() },
      }),
      size: head('/todos', { responses: { 200: empty() } }),
    },
    { common: { 500: problem({ headers: { 'retry-after': z.string() } }) } },
  )

  it('have ranges, the default, and several media types', async () => {
    const { at } = await write(api)
    const responses = at('paths', '/todos', 'get', 'responses')
    expect(Object.keys(responses as object)).toEqual(['200', '500', '4XX', 'default'])
    expect(responses).toMatchObject({ 200: { content: { 'application/json': {}, 'text/csv': { schema: { type: 'string' } } } } })
  })

  it('in common stand once under components; a HEAD has its fields alone', async () => {
    const { at } = await write(api)
    const [listed, sized] = ['get', 'head'].map((method) => at('paths', '/todos', method, 'responses', '500', '$ref') as string)
    const problems = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
    expect(at(...listed!.split('/').slice(1))).toMatchObject({ headers: { 'retry-after': { required: true } }, content: problems })
    expect(at(...sized!.split('/').slice(1))).toEqual({
      description: 'Internal Server Error',
      headers: { 'retry-after': { required: true, schema: { type: 'string' } } },
    })
    expect(at('components', 'schemas', 'Problem', 'properties')).toMatchObject({ type: { type: 'string' }, status: { type: 'number' } })
  })

  it('that repeat fields of the 200 say so', async () => {
    const { at } = await write(
      contract({ read: get('/todo', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty() } }) }),
    )
    expect(at('paths', '/todo', 'get', 'responses', '304', 'headers')).toEqual({ etag: { schema: { type: 'string' } } })
  })
})

describe('schemas', () => {
  it('tell the members of a union apart as zod does, where each is a component', async () => {
    const Cat = z.object({ kind: z.literal('cat'), lives: z.int() }).meta({ id: 'Cat' })
    const Dog = z.object({ kind: z.enum(['dog', 'puppy']) }).meta({ id: 'Dog' })
    const Pet = z.discriminatedUnion('kind', [Cat, Dog]).meta({ id: 'Pet' })
    const { at, text: whole } = await write(
      contract({
        list: get('/pets', { responses: { 200: z.array(Pet) } }),
        // A mapping has no name for the cow.
        find: get('/pets/:id', { responses: { 200: z.discriminatedUnion('kind', [Cat, z.object({ kind: z.literal('cow') })]) } }),
        any: get('/any', { responses: { 200: z.union([Cat, Dog]) } }),
      }),
    )
    const [cat, dog] = ['#/components/schemas/Cat', '#/components/schemas/Dog']
    expect(at('components', 'schemas', 'Pet')).toEqual({
      oneOf: [{ $ref: cat }, { $ref: dog }],
      discriminator: { propertyName: 'kind', mapping: { cat, dog, puppy: dog } },
    })
    expect(whole.match(/discriminator/g)).toHaveLength(1)
    expect(whole).not.toContain('x-statute')
  })

  it('are those of the wire: what a schema takes in', async () => {
    const { at } = await write(contract({ read: get('/todo', { responses: { 200: json(Todo) } }) }))
    expect(at('paths', '/todo', 'get', 'responses', '200', 'content', 'application/json', 'schema')).toEqual({
      type: 'object',
      properties: { id: { type: 'string' }, title: { default: 'new', type: 'string' } },
      required: ['id'],
    })
  })

  it('that come again are components, by their id or by the place where they came first', async () => {
    const Note = z.object({ text: z.string() }).meta({ id: 'Note' })
    const { at, text } = await write(
      contract({
        read: get('/todo', { responses: { 200: json(Todo) } }),
        list: get('/todos', { responses: { 200: json(z.array(Todo)) } }),
        note: get('/note', { responses: { 200: json(Note) } }),
      }),
    )
    expect(Object.keys(at('components', 'schemas') as object)).toEqual(['Note', 'Read200'])
    expect(text.match(/#\/components\/schemas\/Read200/g)).toHaveLength(2)
  })

  it('that contain themselves are components', async () => {
    const Tree = z.object({
      value: z.string(),
      get kids() {
        return z.array(Tree)
      },
    })
    const { at } = await write(
      contract({
        one: get('/one', { responses: { 200: json(z.object({ tree: Tree })) } }),
        two: get('/two', { responses: { 200: json(z.object({ forest: z.array(Tree) })) } }),
      }),
    )
    expect(at('components', 'schemas')).toEqual({
      One200Part: {
        type: 'object',
        properties: { value: { type: 'string' }, kids: { type: 'array', items: { $ref: '#/components/schemas/One200Part' } } },
        required: ['value', 'kids'],
      },
    })
  })

  it('that have a name are written once: what more is said of one stands beside its reference', async () => {
    const Author = z.object({ name: z.string() }).meta({ id: 'Author', description: 'Who wrote it.' })
    const Post = z.object({ by: Author.describe('Who wrote the post.'), also: Author.optional() }).meta({ id: 'Post' })
    const { at, notes } = await write(contract({ read: get('/post', { responses: { 200: json(Post) } }) }))
    expect(notes).toEqual([])
    expect(at('components', 'schemas', 'Post', 'properties')).toEqual({
      by: { description: 'Who wrote the post.', $ref: '#/components/schemas/Author' },
      also: { $ref: '#/components/schemas/Author' },
    })
  })

  it('that are an object and one of several stand as one: properties beside anyOf, closed where the object is', async () => {
    const Patch = z.strictObject({ state: z.string().optional(), assignees: z.array(z.string()).optional() })
    const either = z.union([z.object({ state: z.unknown() }), z.object({ assignees: z.unknown() })])
    const other = z.union([z.object({ color: z.string() }), z.object({ size: z.int() })])
    const { at } = await write(
      contract({
        one: post('/one', { body: json(z.intersection(Patch, either)), responses: { 204: empty() } }),
        two: post('/two', { body: json(z.intersection(Patch, other)), responses: { 204: empty() } }),
      }),
    )
    const schemaOf = (path: string) => at('paths', path, 'post', 'requestBody', 'content', 'application/json', 'schema')
    expect(schemaOf('/one')).toMatchObject({
      type: 'object',
      properties: { state: { type: 'string' }, assignees: { type: 'array' } },
      additionalProperties: false,
      anyOf: [{ properties: { state: {} } }, { properties: { assignees: {} } }],
    })
    // Beside a closed object, members that declare more would be refused for it.
    expect(schemaOf('/two')).toMatchObject({ anyOf: [{ properties: { state: {}, color: {} } }, { properties: { state: {}, size: {} } }] })
  })

  it('that all lead to each other are each looked at as often, however many there are', () => {
    const looks = (count: number): number => {
      const all: z.ZodObject[] = Array.from({ length: count }, (_, index) =>
        z
          .object({
            get next(): z.ZodObject {
              return all[(index + 1) % count]!
            },
          })
          .meta({ id: `Ring${count}of${index}` }),
      )
      const get_ = vi.spyOn(z.globalRegistry, 'get')
      toOpenAPI(contract(Object.fromEntries(all.map((one, index) => [`r${index}`, get(`/${index}`, { responses: { 200: json(one) } })]))))
      const { length } = get_.mock.calls
      get_.mockRestore()
      return length
    }
    const few = looks(20)
    expect(few).toBeGreaterThan(20)
    expect(looks(80)).toBeLessThan(5 * few)
  })

  it('that cannot be written are noted for each content that leads to them', async () => {
    const Event = z.object({ on: z.date() }).meta({ id: 'Event' })
    const { notes } = await write(
      contract({
        one: get('/event', { responses: { 200: json(Event) } }),
        all: get('/events', { responses: { 200: json(z.array(Event)) } }),
      }),
    )
    expect(notes).toEqual(
      ['one (GET /event)', 'all (GET /events)'].map(
        (where) => `${where}: 200: application/json: Date cannot be represented in JSON Schema; what stands for it allows anything`,
      ),
    )
  })

  it('that cannot be written are noted with all that cannot, in what they lead to as well', async () => {
    const Sum = z.object({ of: z.bigint(), since: z.date() }).meta({ id: 'Sum' })
    const { notes } = await write(
      contract({
        one: get('/sum', {
          responses: { 200: json(z.object({ on: z.date(), tags: z.set(z.string()), sum: Sum })), 404: json(z.string()) },
        }),
      }),
    )
    expect(notes).toEqual([
      'one (GET /sum): 200: application/json: Date, Set, and BigInt cannot be represented in JSON Schema; what stands for it allows anything',
    ])
  })

  it('of other libraries come by Standard JSON Schema, or are noted', async () => {
    const { at, notes } = await write(
      contract({
        ark: put('/ark', { body: json(type({ a: 'string' })), responses: { 204: empty() } }),
        val: put('/val', { body: json(v.object({ a: v.string() })), responses: { 204: empty() } }),
        date: put('/date', { body: json(z.object({ on: z.date() })), responses: { 204: empty() } }),
      }),
    )
    const schema = (path: string) => at('paths', path, 'put', 'requestBody', 'content', 'application/json', 'schema')
    expect(schema('/ark')).toEqual({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] })
    expect(schema('/date')).toMatchObject({ properties: { on: {} } })
    expect(notes).toEqual([
      'val (PUT /val): application/json: the schema has no JSON Schema (Standard JSON Schema); what stands for it allows anything',
      'date (PUT /date): application/json: Date cannot be represented in JSON Schema; what stands for it allows anything',
    ])
  })
})

describe('the document', () => {
  const api = contract({ read: get('/todo', { responses: { 200: json(Todo) } }) })

  it('says nothing of security, unless it is told', async () => {
    expect((await write(api)).text).not.toContain('security')
    const securitySchemes = { bearer: { type: 'http', scheme: 'bearer' } }
    const { at } = await write(api, { security: [{ bearer: [] }], securitySchemes, servers: [{ url: 'https://example.com' }] })
    expect(at('security')).toEqual([{ bearer: [] }])
    expect(at('components', 'securitySchemes')).toEqual(securitySchemes)
    expect(at('servers')).toEqual([{ url: 'https://example.com' }])
  })

  it('is the same whenever it is written', () => {
    expect(JSON.stringify(toOpenAPI(api, info))).toBe(JSON.stringify(toOpenAPI(api, info)))
  })
})
