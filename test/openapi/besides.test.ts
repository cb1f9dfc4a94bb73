/** What a contract says of its document besides, and what text stands for. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, empty, form, get, json, post, text } from '../../src/index.js'
import { modelOf, parse, toOpenAPI } from '../../src/openapi/index.js'

const Todo = z.object({ title: z.string() }).meta({ id: 'Todo' })
const todos = contract(
  {
    list: get('/todos', {
      query: z.object({
        ids: z
          .string()
          .meta({ means: z.array(z.int()), explode: false })
          .optional(),
        done: z.stringbool().default(false),
      }),
      responses: { 200: json(Todo), 404: text({ type: 'application/xml', schema: z.string().meta({ means: Todo }) }) },
      openapi: {
        operationId: 'todos/list',
        security: [],
        parameters: [
          { name: 'ids', in: 'query', 'x-own': true },
          { name: 'session', in: 'cookie', schema: z.string().min(3) },
        ],
        responses: { 200: { content: { 'application/json': { example: { title: 'write' } } } } },
      },
    }),
    create: post('/todos', { body: form(z.object({ done: z.stringbool() })), responses: { 201: Todo } }),
  },
  {
    name: 'To-dos',
    openapi: {
      info: { version: '2', license: { name: 'MIT' } },
      servers: [{ url: 'https://todos.example' }],
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      security: [{ key: [] }],
    },
  },
)
const { document } = toOpenAPI(todos)
const api = modelOf(parse(JSON.stringify(document), 'written.json'))
const [list, create] = api.operations

describe('what a contract says besides', () => {
  it('is what the document says of itself', () => {
    expect(document).toMatchObject({ info: { title: 'To-dos', version: '2', license: { name: 'MIT' } } })
    expect(api.servers).toEqual(['https://todos.example'])
    expect(api.securitySchemes).toEqual(new Map([['key', { type: 'http', scheme: 'bearer' }]]))
    expect(create!.security).toEqual([new Map([['key', []]])])
  })

  it('gives way to what is asked for', () => {
    const { document: other } = toOpenAPI(todos, { title: 'Mine' }, { servers: [] })
    expect(other).toMatchObject({ info: { title: 'Mine', version: '2' } })
    expect(other).not.toHaveProperty('servers')
  })

  it('is what an operation says: put together with the rest, a parameter by its place and name', () => {
    expect(list).toMatchObject({ id: 'todos/list', security: [] })
    expect(list!.parameters.map(({ in: where, name }) => `${where} ${name}`)).toEqual(['query ids', 'query done', 'cookie session'])
    expect(list!.parameters[2]!.schema).toEqual({ type: 'string', minLength: 3 })
    const { get: operation } = (document.paths as { '/todos': { get: { parameters: unknown[] } } })['/todos']
    expect(operation.parameters[0]).toMatchObject({ name: 'ids', explode: false, 'x-own': true })
    const media = list!.responses.get('200')!.content.get('application/json')!
    expect(media).toMatchObject({ schema: { $ref: '#/components/schemas/Todo' }, examples: [{ title: 'write' }] })
  })
})

describe('text', () => {
  it('is written as what it means', () => {
    const integer = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
    expect([
      { type: 'array', items: { type: 'integer' } },
      { type: 'array', items: integer },
    ]).toContainEqual(list!.parameters[0]!.schema)
    expect(list!.responses.get('404')!.content.get('application/xml')!.schema).toEqual({ $ref: '#/components/schemas/Todo' })
  })

  it('of a boolean is a boolean in a query and a form, with its default', () => {
    expect(list!.parameters[1]!.schema).toEqual({ type: 'boolean', default: false })
    expect(create!.body!.content.get('application/x-www-form-urlencoded')!.schema).toMatchObject({
      properties: { done: { type: 'boolean' } },
    })
  })
})

describe('the name of content', () => {
  it('may be that of the schema which it is made of', () => {
    const Thing = z.object({ id: z.string() }).meta({ id: 'CreateThingBody' })
    const api = contract({
      createThing: post('/things', { body: json(Thing.optional()), responses: { 204: empty() } }),
      many: post('/many', { body: json(Thing), responses: { 204: empty() } }),
    })
    const { schemas, operations } = modelOf(parse(JSON.stringify(toOpenAPI(api).document), 'api.json'))
    expect([...schemas.keys()]).toEqual(['CreateThingBody'])
    expect(operations.map(({ path, body }) => [path, body?.content.get('application/json')?.schema])).toEqual([
      ['/things', { $ref: '#/components/schemas/CreateThingBody' }],
      ['/many', { $ref: '#/components/schemas/CreateThingBody' }],
    ])
  })
})
