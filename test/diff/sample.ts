/** Small APIs to compare: everything that a test does not speak of is the same. */
import { type Change, compare } from '../../src/diff/index.js'
import type { Api } from '../../src/openapi/index.js'
import { modelOf, parse } from '../../src/openapi/index.js'

export type Json = { readonly [key: string]: unknown }

/** A document as an API. */
export const apiOf = (document: Json, file = 'api.json'): Api => modelOf(parse(JSON.stringify(document), file))

const ok = { 200: { description: 'OK' } }

/** A document of these paths. */
export const paths = (items: Json, more: Json = {}): Json => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  ...more,
  paths: items,
})

/** `GET /things`, with more. */
export const operation = (more: Json = {}, document: Json = {}): Json => paths({ '/things': { get: { responses: ok, ...more } } }, document)

/** `GET /things` with parameters. */
export const parameters = (...list: readonly Json[]): Json => operation({ parameters: list })
/** A query parameter. */
export const query = (schema: Json, more: Json = {}): Json => parameters({ name: 'q', in: 'query', schema, ...more })

const json = (schema: unknown) => ({ 'application/json': { schema } })

/** `POST /things` that takes what a schema lets through. */
export const request = (schema: unknown, components: Json = {}): Json =>
  paths(
    { '/things': { post: { requestBody: { required: true, content: json(schema) }, responses: ok } } },
    { components: { schemas: components } },
  )

/** `POST /things` with this request body. */
export const body = (requestBody?: Json): Json => paths({ '/things': { post: { ...(requestBody && { requestBody }), responses: ok } } })

/** `GET /things` that answers what a schema lets through. */
export const response = (schema: unknown, components: Json = {}): Json =>
  operation({ responses: { 200: { description: 'OK', content: json(schema) } } }, { components: { schemas: components } })

/** `GET /things` with these responses. */
export const responses = (all: Json): Json => operation({ responses: all })
/** A 200 with these header fields. */
export const headers = (all: Json): Json => responses({ 200: { description: 'OK', headers: all } })

export const changes = (old: Json, now: Json): readonly Change[] => compare(apiOf(old, 'old.json'), apiOf(now, 'new.json'))
export const ids = (old: Json, now: Json): string[] => changes(old, now).map(({ id }) => id)

/** An object with these properties. */
export const object = (properties: Json, required: readonly string[] = [], more: Json = {}): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  ...more,
})
