/** What is plainly the same in two documents is left out, and nothing else: the changes, remarks and refusals are those of the whole. */
import { describe, expect, it } from 'vitest'
import { examples } from '../../src/diff/examples.js'
import { compare, type Versions, versionsOf } from '../../src/diff/index.js'
import { modelOf, parse, type Source } from '../../src/openapi/index.js'
import { fileOf, names, pairs, present, sourceOf } from './corpus.js'
import { changes, type Json, operation, paths, request } from './sample.js'

const sources = (old: Json, now: Json): [Source, Source] => [parse(JSON.stringify(old), 'old.json'), parse(JSON.stringify(now), 'new.json')]
const changed = (versions: Versions) => compare(versions.old, versions.now, versions)
const left = (old: Json, now: Json): string[] =>
  versionsOf(...sources(old, now)).now.operations.map(({ method, path }) => `${method} ${path}`)

const answers = (schema: unknown) => ({ 200: { description: 'OK', content: { 'application/json': { schema } } } })
const get = (schema: unknown, more: Json = {}) => ({ get: { responses: answers(schema), ...more } })
const thing = { $ref: '#/components/schemas/Thing' }

/** Two versions in which `/things` changed, and the rest is the same. */
const beside = (rest: Json, more: Json = {}): [Json, Json] => [
  paths({ '/things': get({ type: 'string' }), ...rest }, more),
  paths({ '/things': get({ type: 'integer' }), ...rest }, more),
]

/** All that is told of two versions, read beside one another and each by itself. */
const told = (old: Source, now: Source) => {
  const versions = versionsOf(old, now)
  const [before, after] = [modelOf(old), modelOf(now)]
  const size = (operations: readonly { readonly responses: { readonly size: number } }[]) =>
    operations.reduce((sum, { responses }) => sum + responses.size, 0)
  const { operations, webhooks, remarks } = versions.now
  return {
    beside: {
      changes: changed(versions),
      remarks: [versions.old.remarks, remarks],
      responses: size([...operations, ...webhooks, ...versions.unread]),
    },
    whole: {
      changes: compare(before, after),
      remarks: [before.remarks, after.remarks],
      responses: size([...after.operations, ...after.webhooks]),
    },
  }
}

describe('what two documents have in common', () => {
  it('is not read where it is the same with all that it refers to', () => {
    const node = { type: 'object', properties: { name: { type: 'string' }, next: thing } }
    const [old, now] = beside({ '/other': get(thing) }, { components: { schemas: { Thing: node } } })
    expect(left(old, now)).toEqual(['GET /things'])
    expect(changes(old, now).map(({ id }) => id)).toEqual(['response-type-changed'])
  })

  it('is read where something under it differs', () => {
    const document = (type: string) =>
      paths(
        { '/things': get(thing), '/other': get({ type: 'string' }) },
        { components: { schemas: { Thing: { properties: { inner: { $ref: '#/components/schemas/Inner' } } }, Inner: { type } } } },
      )
    expect(left(document('string'), document('integer'))).toEqual(['GET /things'])
  })

  it('is left out of an operation, but for what is compared with the rest', () => {
    const document = (more: Json) => paths({ '/things': get({ type: 'string' }, { requestBody: { content: {} }, ...more }) })
    const [{ responses, body } = {}] = versionsOf(...sources(document({ operationId: 'a' }), document({ operationId: 'b' }))).now.operations
    expect([responses?.size, body]).toEqual([0, undefined])
    const mirrored = (headers: Json) =>
      paths({
        '/things': {
          get: { responses: { 200: { description: 'OK', headers: { etag: { schema: {} } } }, 304: { description: 'No', headers } } },
        },
      })
    expect(changes(mirrored({}), mirrored({ etag: { schema: {} } }))).toEqual([])
    expect(changed(versionsOf(...sources(mirrored({}), mirrored({ etag: { schema: {} } }))))).toEqual([])
  })

  const security = { security: [{ key: [] }] }
  const kept: Readonly<Record<string, readonly [Json, Json]>> = {
    'what everybody needs to get in': [paths({ '/things': get(true) }), paths({ '/things': get(true) }, security)],
    'another version, where nullable is no keyword': [
      operation({ responses: answers({ type: 'string', nullable: true }) }, { openapi: '3.0.3' }),
      operation({ responses: answers({ type: 'string', nullable: true }) }),
    ],
    'a link': beside({ '/other': { get: { responses: { 200: { description: 'OK', links: { next: {} } } } } } }),
    'a header that OpenAPI ignores': beside({ '/other': get(true, { parameters: [{ name: 'Accept', in: 'header', schema: {} }] }) }),
    'a parameter that is nowhere': beside({ '/other': get(true, { parameters: [{ name: 'a', in: 'body', schema: {} }] }) }),
    'what is no status': beside({ '/other': { get: { responses: { ok: { description: 'OK' } } } } }),
    'a callback': beside({ '/other': get(true, { callbacks: { on: { '{$url}': get(true) } } }) }),
    'words beside a $ref': beside(
      { '/other': get({ ...thing, minLength: 1 }) },
      { openapi: '3.0.3', components: { schemas: { Thing: {} } } },
    ),
    'what is no schema': beside({ '/other': get({ items: 5 }) }),
  }
  it.each(Object.entries(kept))('is read for what it says: %s', (_, [old, now]) => {
    const { beside, whole } = told(...sources(old, now))
    expect(beside).toEqual(whole)
    expect(left(old, now).length).toBe(Object.keys(now.paths as Json).length)
  })

  const refused: Readonly<Record<string, Json>> = {
    'a $ref that leads nowhere': { '/other': get({ $ref: '#/components/schemas/Nothing' }) },
    'a $ref that leads to itself': { '/other': { get: { responses: { 200: { $ref: '#/components/responses/Round' } } } } },
    'a mapping that leads nowhere': { '/other': get({ discriminator: { propertyName: 'a', mapping: { a: '#/components/schemas/No' } } }) },
    'parameters that are no list': { '/other': get(true, { parameters: {} }) },
    'a response that is a text': { '/other': { get: { responses: { 200: 'OK' } } } },
  }
  it.each(Object.entries(refused))('is refused as ever: %s', (_, rest) => {
    const [old, now] = beside(rest, { components: { responses: { Round: { $ref: '#/components/responses/Round' } } } })
    const message = (work: () => unknown) => {
      try {
        work()
      } catch (error) {
        return (error as Error).message
      }
      return undefined
    }
    const [before, after] = sources(old, now)
    expect(message(() => versionsOf(before, after))).toBeDefined()
    expect(message(() => versionsOf(before, after))).toBe(message(() => modelOf(before)))
  })

  it('what stands in a schema in other words is what it means', () => {
    const document = (properties: Json, more: Json) =>
      operation(
        { responses: answers(thing) },
        { openapi: '3.0.3', components: { schemas: { Thing: { type: 'object', properties, ...more } } } },
      )
    const anything = { nullable: true }
    const [old, now] = [
      document(
        {
          limit: { type: 'integer', minimum: 0, exclusiveMinimum: true },
          map: { type: 'object', additionalProperties: anything },
          names: { type: 'object', propertyNames: { type: 'string', nullable: false } },
          never: { not: { example: 1 } },
          plain: { type: 'object', properties: { inner: { type: 'string', nullable: false } } },
          union: { oneOf: [{ type: 'string', nullable: true }, { type: 'integer' }] },
          size: { type: 'integer' },
        },
        { required: [] },
      ),
      document(
        {
          limit: { type: 'integer', minimum: 1 },
          map: { type: 'object', additionalProperties: true },
          names: { type: 'object' },
          never: { not: {} },
          plain: { type: 'object', properties: { inner: { type: 'string' } } },
          union: { anyOf: [{ type: 'integer', nullable: true }, { type: 'string' }] },
          size: { type: 'string' },
        },
        {},
      ),
    ]
    const { beside, whole } = told(...sources(old, now))
    expect(beside).toEqual(whole)
    expect(beside.changes.map(({ id, use }) => `${id} ${use.at}`)).toEqual(['response-type-changed size'])
  })

  it('an operation whose path stands in both is compared with itself', () => {
    const old = paths({ '/things/{id}': get({ type: 'string' }) })
    const now = paths({ '/things/{key}': get({ type: 'integer' }), '/things/{id}': get({ type: 'string' }) })
    expect(changes(old, now).map(({ id, use }) => `${id} ${use.path}`)).toEqual(['operation-added /things/{key}'])
    expect(changed(versionsOf(...sources(old, now)))).toEqual(changes(old, now))
  })

  it('an unused schema that only an extension refers to is told as before', () => {
    const document = (type: string) => request({ type: 'object', 'x-anyOf': [thing] }, { Thing: { type } })
    const { beside, whole } = told(...sources(document('string'), document('integer')))
    expect(beside).toEqual(whole)
  })

  it.each(Object.entries(examples))('%s', (_, { old, now }) => {
    const { beside, whole } = told(...sources(old, now))
    expect(beside).toEqual(whole)
  })

  const inJson = present(pairs) ? names().filter((pair) => /\.json/.test(fileOf(pair, 'old') ?? '')) : []
  it.each(inJson)('%s', { timeout: 120_000 }, (pair) => {
    const { beside, whole } = told(sourceOf(fileOf(pair, 'old')!), sourceOf(fileOf(pair, 'new')!))
    // As texts: thousands of places are compared.
    expect(JSON.stringify(beside)).toBe(JSON.stringify(whole))
    expect(whole.changes.length).toBeGreaterThan(0)
  })
})
