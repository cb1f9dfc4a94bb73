/** What is meant where nothing is sent: a default goes through a contract and back, wherever it stands. */
import { expect, it } from 'vitest'
import { compare } from '../../src/diff/index.js'
import { modelOf } from '../../src/openapi/api.js'
import { toContract } from '../../src/openapi/import/index.js'
import { parse } from '../../src/openapi/source.js'
import { toOpenAPI } from '../../src/openapi/write.js'
import type { Contract } from '../../types/route.js'
import { load } from './sample.js'

const state = { $ref: '#/components/schemas/State' }
/** Schemas with a default, each of another kind. */
const schemas: Readonly<Record<string, { readonly default: unknown }>> = {
  text: { type: 'string', default: 'x' },
  'no text': { type: 'string', default: '' },
  integer: { type: 'integer', default: 3 },
  zero: { type: 'integer', default: 0 },
  number: { type: 'number', default: 1.5 },
  yes: { type: 'boolean', default: true },
  no: { type: 'boolean', default: false },
  'one of several': { type: 'string', enum: ['a', 'b'], default: 'b' },
  'one of several numbers': { type: 'integer', enum: [1, 2], default: 2 },
  list: { type: 'array', items: { type: 'string' }, default: ['a'] },
  'no items': { type: 'array', items: { type: 'integer' }, default: [] },
  day: { type: 'string', format: 'date', default: '2026-01-01' },
  'a reference': { ...state, default: 'b' },
  'all of a reference': { allOf: [state], default: 'b' },
} as never
/** Those that only JSON has. */
const inJson: typeof schemas = {
  object: { type: 'object', properties: { x: { type: 'string' } }, default: { x: '1' } },
  null: { type: ['string', 'null'], default: null },
  'a union': { anyOf: [{ type: 'string' }, { type: 'integer' }], default: 5 },
} as never

const asked = (type: string) => (schema: object) => ({
  requestBody: { required: true, content: { [type]: { schema: { type: 'object', properties: { one: schema } } } } },
})
const places: Readonly<Record<string, (schema: object) => object>> = {
  query: (schema) => ({ parameters: [{ name: 'one', in: 'query', schema }] }),
  header: (schema) => ({ parameters: [{ name: 'one', in: 'header', schema }] }),
  'application/json': asked('application/json'),
  'application/x-www-form-urlencoded': asked('application/x-www-form-urlencoded'),
}

interface Written {
  readonly paths: { readonly '/': { readonly post: unknown } }
}
const rows = Object.entries(places).flatMap(([place, put]) =>
  Object.entries({ ...schemas, ...(place === 'application/json' && inJson) }).map(([kind, schema]) => ({ place, kind, put, schema })),
)

/** Every default in an operation. */
const defaultsIn = (node: unknown): unknown[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => (key === 'default' ? [value] : defaultsIn(value)))
    : []

it.each(rows)('$place: $kind', ({ put, schema }) => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Defaults', version: '1' },
    paths: { '/': { post: { ...put(schema), responses: { 204: { description: 'Done' } } } } },
    components: { schemas: { State: { type: 'string', enum: ['a', 'b'] } } },
  }
  const api = modelOf(parse(JSON.stringify(document), 'defaults.json'))
  const written = toOpenAPI(load(toContract(api).text).api as Contract, {}).document as unknown as Written
  expect(defaultsIn(written.paths['/'].post)).toEqual([schema.default])
  expect(compare(api, modelOf(parse(JSON.stringify(written), 'again.json')))).toEqual([])
})
