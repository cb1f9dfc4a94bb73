/**
 * For each kind of change, a pair of documents that differ by it alone; read backwards, the other way.
 *
 * `statute explain` shows them, and the tests hold every kind to its own.
 */
import { type ChangeId, inWebhook, type kinds, mirrors, type webhookKinds } from '../rules/changes.js'
import { isObject } from './place.js'

export type Json = { readonly [key: string]: unknown }

const answers = { 200: { description: 'OK' } }

/** A document of these paths. */
export const paths = (items: Json, more: Json = {}): Json => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  ...more,
  paths: items,
})

/** `GET /things`, with more. */
export const operation = (more: Json = {}, document: Json = {}): Json =>
  paths({ '/things': { get: { responses: answers, ...more } } }, document)

/** `GET /things` with parameters. */
export const parameters = (...list: readonly Json[]): Json => operation({ parameters: list })
/** A query parameter. */
export const query = (schema: Json, more: Json = {}): Json => parameters({ name: 'q', in: 'query', schema, ...more })

const json = (schema: unknown) => ({ 'application/json': { schema } })

/** `POST /things` that takes what a schema lets through. */
export const request = (schema: unknown, components: Json = {}): Json =>
  paths(
    { '/things': { post: { requestBody: { required: true, content: json(schema) }, responses: answers } } },
    { components: { schemas: components } },
  )

/** `POST /things` with this request body. */
export const body = (requestBody?: Json): Json =>
  paths({ '/things': { post: { ...(requestBody && { requestBody }), responses: answers } } })

/** `GET /things` that answers what a schema lets through. */
export const response = (schema: unknown, components: Json = {}): Json =>
  operation({ responses: { 200: { description: 'OK', content: json(schema) } } }, { components: { schemas: components } })

/** `GET /things` with these responses. */
export const responses = (all: Json): Json => operation({ responses: all })
/** A 200 with these header fields. */
export const headers = (all: Json): Json => responses({ 200: { description: 'OK', headers: all } })

/** An object with these properties. */
export const object = (properties: Json, required: readonly string[] = [], more: Json = {}): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  ...more,
})

/** Two documents that differ by one kind of change. */
export interface Example {
  readonly old: Json
  readonly now: Json
  /** What is said of it the other way. */
  readonly back: readonly ChangeId[]
  /** What is said besides. */
  readonly besides?: readonly ChangeId[]
}

const string = { type: 'string' }
const get = { get: { responses: { 200: { description: 'OK' } } } }
const key = { type: 'apiKey', name: 'x-key', in: 'header' }
const secured = (security: readonly Json[], schemes: Json = { key, basic: { type: 'http', scheme: 'basic' } }): Json =>
  operation({ security }, { components: { securitySchemes: schemes } })
const oauth = (scopes: Json): Json => ({ type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://id.example/', scopes } } })
const ok = (more: Json): Json => ({ 200: { description: 'OK', ...more } })
const cat = object({ kind: { const: 'cat' }, lives: { type: 'integer' } }, ['kind'])
const dog = object({ kind: { const: 'dog' }, bark: string }, ['kind'])
const bird = object({ kind: { const: 'bird' }, song: string }, ['kind'])
const pets = (property: string, tag = 'cat'): Json => ({
  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
  discriminator: { propertyName: property, mapping: { [tag]: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } },
})
const zoo = {
  Cat: object({ kind: string, type: string, lives: { type: 'integer' } }, ['kind', 'type']),
  Dog: object({ kind: string, type: string, bark: string }, ['kind', 'type']),
}
const past = '2020-01-31'
const future = '2999-01-31'
const gone = (more: Json): Json => paths({ '/things': get, '/old': { get: { ...get.get, ...more } } })
const kept = paths({ '/things': get })

/** A document with this webhook. */
export const webhook = (more: Json = {}, name = 'thing', document: Json = {}): Json =>
  paths({ '/things': get }, { ...document, webhooks: { [name]: { post: { responses: answers, ...more } } } })
const sentSecured = (security: readonly Json[], scopes: Json = {}): Json =>
  webhook({ security }, 'thing', {
    components: { securitySchemes: { key, basic: { type: 'http', scheme: 'basic' }, id: oauth(scopes) } },
  })
const sends = (content: Json, more: Json = {}): Json => webhook({ requestBody: { required: true, content, ...more } })
const takes = (content: Json): Json => webhook({ responses: ok({ content }) })
const subscription = (url: string): Json =>
  paths({ '/things': { post: { responses: answers, callbacks: { onThing: { [url]: { post: { responses: answers } } } } } } })

/** The document with its operation as a webhook: what was the request is the response. */
const mirrored = ({ paths: items, ...document }: Json): Json => {
  const [operation = {}] = Object.values((items as Json)['/things'] as Json) as Json[]
  const {
    parameters: fields = [],
    requestBody,
    responses: all,
  } = operation as {
    readonly parameters?: readonly Json[]
    readonly requestBody?: Json
    readonly responses: { readonly 200: Json }
  }
  const { headers: named, content } = all[200]
  return {
    ...document,
    paths: { '/things': get },
    webhooks: {
      thing: {
        post: {
          ...(isObject(named) && {
            parameters: Object.entries(named).map(([name, field]) => ({ name, in: 'header', ...(field as Json) })),
          }),
          ...(content !== undefined && { requestBody: { required: true, content } }),
          responses: ok({
            ...(fields.length > 0 && { headers: Object.fromEntries(fields.map(({ name, in: _, ...field }) => [String(name), field])) }),
            ...(requestBody && { content: requestBody.content }),
          }),
        },
      },
    },
  }
}

const own: { readonly [Id in keyof typeof kinds]: Example } = {
  'operation-removed': { old: gone({}), now: kept, back: ['operation-added'] },
  'operation-removed-before-sunset': { old: gone({ deprecated: true, 'x-sunset': future }), now: kept, back: ['operation-added'] },
  'deprecated-operation-removed': { old: gone({ deprecated: true }), now: kept, back: ['operation-added'] },
  'operation-removed-after-sunset': { old: gone({ deprecated: true, 'x-sunset': past }), now: kept, back: ['operation-added'] },
  'operation-added': { old: kept, now: gone({}), back: ['operation-removed'] },
  'operation-deprecated': { old: operation(), now: operation({ deprecated: true }), back: ['operation-no-longer-deprecated'] },
  'operation-no-longer-deprecated': { old: operation({ deprecated: true }), now: operation(), back: ['operation-deprecated'] },
  'operation-id-changed': {
    old: operation({ operationId: 'list' }),
    now: operation({ operationId: 'all' }),
    back: ['operation-id-changed'],
  },
  'sunset-earlier': { old: operation({ 'x-sunset': '2030-02-01' }), now: operation({ 'x-sunset': '2030-01-01' }), back: ['sunset-later'] },
  'sunset-later': { old: operation({ 'x-sunset': '2030-01-01' }), now: operation({ 'x-sunset': '2030-02-01' }), back: ['sunset-earlier'] },
  'sunset-added': { old: operation(), now: operation({ 'x-sunset': future }), back: ['sunset-removed'] },
  'sunset-removed': { old: operation({ 'x-sunset': future }), now: operation(), back: ['sunset-added'] },
  'sunset-unreadable': { old: operation(), now: operation({ 'x-sunset': 'soon' }), back: ['sunset-removed'] },
  'server-removed': {
    old: operation({}, { servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }] }),
    now: operation({}, { servers: [{ url: 'https://a.example' }] }),
    back: ['server-added'],
  },
  'server-added': {
    old: operation({}, { servers: [{ url: 'https://a.example' }] }),
    now: operation({}, { servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }] }),
    back: ['server-removed'],
  },

  'security-added': { old: secured([]), now: secured([{ key: [] }]), back: ['security-removed'] },
  'security-alternative-removed': {
    old: secured([{ key: [] }, { basic: [] }]),
    now: secured([{ key: [] }]),
    back: ['security-alternative-added'],
  },
  'security-scopes-added': {
    old: secured([{ id: ['read'] }], { id: oauth({ read: '', write: '' }) }),
    now: secured([{ id: ['read', 'write'] }], { id: oauth({ read: '', write: '' }) }),
    back: ['security-scopes-removed'],
  },
  'security-alternative-added': {
    old: secured([{ key: [] }]),
    now: secured([{ key: [] }, { basic: [] }]),
    back: ['security-alternative-removed'],
  },
  'security-removed': { old: secured([{ key: [] }]), now: secured([]), back: ['security-added'] },
  'security-scopes-removed': {
    old: secured([{ id: ['read', 'write'] }], { id: oauth({ read: '', write: '' }) }),
    now: secured([{ id: ['read'] }], { id: oauth({ read: '', write: '' }) }),
    back: ['security-scopes-added'],
  },
  'security-scheme-changed': {
    old: secured([{ key: [] }]),
    now: secured([{ key: [] }], { key: { ...key, name: 'x-other' }, basic: { type: 'http', scheme: 'basic' } }),
    back: ['security-scheme-changed'],
  },
  'security-scope-withdrawn': {
    old: secured([{ id: ['read'] }], { id: oauth({ read: '', write: '' }) }),
    now: secured([{ id: ['read'] }], { id: oauth({ read: '' }) }),
    back: [],
  },

  'request-parameter-added-required': { old: parameters(), now: query(string, { required: true }), back: ['request-parameter-removed'] },
  'request-parameter-added': { old: parameters(), now: query(string), back: ['request-parameter-removed'] },
  'request-parameter-removed': { old: query(string), now: parameters(), back: ['request-parameter-added'] },
  'request-parameter-moved': { old: query(string), now: query(string, { in: 'header' }), back: ['request-parameter-moved'] },
  'request-parameter-became-required': {
    old: query(string),
    now: query(string, { required: true }),
    back: ['request-parameter-became-optional'],
  },
  'request-parameter-became-optional': {
    old: query(string, { required: true }),
    now: query(string),
    back: ['request-parameter-became-required'],
  },
  'request-parameter-empty-refused': {
    old: query(string, { allowEmptyValue: true }),
    now: query(string),
    back: ['request-parameter-empty-taken'],
  },
  'request-parameter-empty-taken': {
    old: query(string),
    now: query(string, { allowEmptyValue: true }),
    back: ['request-parameter-empty-refused'],
  },
  'request-parameter-style-changed': {
    old: query({ type: 'array', items: string }, { explode: true }),
    now: query({ type: 'array', items: string }, { explode: false }),
    back: ['request-parameter-style-changed'],
  },
  'request-parameter-deprecated': { old: query(string), now: query(string, { deprecated: true }), back: [] },

  'request-body-added-required': { old: body(), now: body({ required: true, content: json(string) }), back: ['request-body-removed'] },
  'request-body-added': { old: body(), now: body({ content: json(string) }), back: ['request-body-removed'] },
  'request-body-removed': { old: body({ content: json(string) }), now: body(), back: ['request-body-added'] },
  'request-body-became-required': {
    old: body({ content: json(string) }),
    now: body({ required: true, content: json(string) }),
    back: ['request-body-became-optional'],
  },
  'request-body-became-optional': {
    old: body({ required: true, content: json(string) }),
    now: body({ content: json(string) }),
    back: ['request-body-became-required'],
  },
  'request-media-type-removed': {
    old: body({ content: { ...json(string), 'text/plain': { schema: string } } }),
    now: body({ content: json(string) }),
    back: ['request-media-type-added'],
  },
  'request-media-type-added': {
    old: body({ content: json(string) }),
    now: body({ content: { ...json(string), 'text/plain': { schema: string } } }),
    back: ['request-media-type-removed'],
  },
  'request-encoding-changed': {
    old: body({
      content: { 'multipart/form-data': { schema: object({ photo: string }), encoding: { photo: { contentType: 'image/png' } } } },
    }),
    now: body({
      content: { 'multipart/form-data': { schema: object({ photo: string }), encoding: { photo: { contentType: 'image/gif' } } } },
    }),
    back: ['request-encoding-changed'],
  },

  'response-status-added': {
    old: responses(ok({})),
    now: responses({ ...ok({}), 404: { description: 'no' } }),
    back: ['response-status-removed'],
  },
  'response-success-status-removed': {
    old: responses({ ...ok({}), 202: { description: 'later' } }),
    now: responses(ok({})),
    back: ['response-status-added'],
  },
  'response-status-removed': {
    old: responses({ ...ok({}), 404: { description: 'no' } }),
    now: responses(ok({})),
    back: ['response-status-added'],
  },
  'response-media-type-removed': {
    old: responses(ok({ content: { ...json(string), 'text/csv': { schema: string } } })),
    now: responses(ok({ content: json(string) })),
    back: ['response-media-type-added'],
  },
  'response-media-type-added': {
    old: responses(ok({ content: json(string) })),
    now: responses(ok({ content: { ...json(string), 'text/csv': { schema: string } } })),
    back: ['response-media-type-removed'],
  },
  'response-content-removed': { old: response(string), now: responses(ok({})), back: ['response-content-added'] },
  'response-content-added': { old: responses(ok({})), now: response(string), back: ['response-content-removed'] },
  'response-header-removed': {
    old: headers({ ETag: { required: true, schema: string } }),
    now: headers({}),
    back: ['response-header-added-required'],
  },
  'response-optional-header-removed': { old: headers({ ETag: { schema: string } }), now: headers({}), back: ['response-header-added'] },
  'response-header-added': { old: headers({}), now: headers({ ETag: { schema: string } }), back: ['response-optional-header-removed'] },
  'response-header-added-required': {
    old: headers({}),
    now: headers({ ETag: { required: true, schema: string } }),
    back: ['response-header-removed'],
  },
  'response-header-became-optional': {
    old: headers({ ETag: { required: true, schema: string } }),
    now: headers({ etag: { schema: string } }),
    back: ['response-header-became-required'],
  },
  'response-header-became-required': {
    old: headers({ etag: { schema: string } }),
    now: headers({ ETag: { required: true, schema: string } }),
    back: ['response-header-became-optional'],
  },
  'response-header-style-changed': {
    old: headers({ Vary: { schema: object({ a: string }) } }),
    now: headers({ Vary: { explode: true, schema: object({ a: string }) } }),
    back: ['response-header-style-changed'],
  },

  'request-property-added-required': {
    old: request(object({})),
    now: request(object({ a: string }, ['a'])),
    back: ['request-property-removed'],
  },
  'request-property-added': { old: request(object({})), now: request(object({ a: string })), back: ['request-property-removed'] },
  'request-property-removed': { old: request(object({ a: string })), now: request(object({})), back: ['request-property-added'] },
  'request-property-refused': {
    old: request(object({ a: string }, [], { additionalProperties: false })),
    now: request(object({}, [], { additionalProperties: false })),
    back: ['request-property-added'],
  },
  'request-property-became-required': {
    old: request(object({ a: string })),
    now: request(object({ a: string }, ['a'])),
    back: ['request-property-became-optional'],
  },
  'request-property-became-optional': {
    old: request(object({ a: string }, ['a'])),
    now: request(object({ a: string })),
    back: ['request-property-became-required'],
  },
  'request-property-became-read-only': {
    old: request(object({ a: string })),
    now: request(object({ a: { ...string, readOnly: true } })),
    back: ['request-property-added'],
  },
  'response-property-removed': {
    old: response(object({ a: string }, ['a'])),
    now: response(object({})),
    back: ['response-property-added-required'],
  },
  'response-optional-property-removed': {
    old: response(object({ a: string })),
    now: response(object({})),
    back: ['response-property-added'],
  },
  'response-property-added': {
    old: response(object({})),
    now: response(object({ a: string })),
    back: ['response-optional-property-removed'],
  },
  'response-property-added-required': {
    old: response(object({})),
    now: response(object({ a: string }, ['a'])),
    back: ['response-property-removed'],
  },
  'response-property-became-optional': {
    old: response(object({ a: string }, ['a'])),
    now: response(object({ a: string })),
    back: ['response-property-became-required'],
  },
  'response-property-became-required': {
    old: response(object({ a: string })),
    now: response(object({ a: string }, ['a'])),
    back: ['response-property-became-optional'],
  },
  'response-property-became-write-only': {
    old: response(object({ a: string })),
    now: response(object({ a: { ...string, writeOnly: true } })),
    back: ['response-property-added'],
  },
  'property-deprecated': { old: response(object({ a: string })), now: response(object({ a: { ...string, deprecated: true } })), back: [] },
  'request-other-properties-refused': {
    old: request(object({ a: string })),
    now: request(object({ a: string }, [], { additionalProperties: false })),
    back: ['request-other-properties-taken'],
  },
  'request-other-properties-taken': {
    old: request(object({ a: string }, [], { additionalProperties: false })),
    now: request(object({ a: string })),
    back: ['request-other-properties-refused'],
  },
  'response-other-properties-ended': {
    old: response(object({ a: string })),
    now: response(object({ a: string }, [], { additionalProperties: false })),
    back: ['response-other-properties-sent'],
  },
  'response-map-ended': {
    old: response(object({ a: string }, [], { additionalProperties: string })),
    now: response(object({ a: string }, [], { additionalProperties: false })),
    back: ['response-other-properties-sent'],
  },
  'response-other-properties-sent': {
    old: response(object({ a: string }, [], { additionalProperties: false })),
    now: response(object({ a: string })),
    back: ['response-other-properties-ended'],
  },

  'request-type-narrowed': { old: request({ type: 'number' }), now: request({ type: 'integer' }), back: ['request-type-widened'] },
  'request-type-widened': {
    old: request({ type: 'integer' }),
    now: request({ type: ['integer', 'string'] }),
    back: ['request-type-narrowed'],
  },
  'request-type-changed': { old: request(string), now: request({ type: 'boolean' }), back: ['request-type-changed'] },
  'response-type-narrowed': { old: response({ type: ['integer', 'string'] }), now: response(string), back: ['response-type-widened'] },
  'response-type-widened': { old: response({ type: 'integer' }), now: response({ type: 'number' }), back: ['response-type-narrowed'] },
  'response-type-changed': { old: response(string), now: response({ type: 'array', items: string }), back: ['response-type-changed'] },
  'request-null-refused': { old: request({ type: ['string', 'null'] }), now: request(string), back: ['request-null-taken'] },
  'request-null-taken': { old: request(string), now: request({ anyOf: [string, { type: 'null' }] }), back: ['request-null-refused'] },
  'response-null-sent': { old: response(string), now: response({ type: ['string', 'null'] }), back: ['response-null-ended'] },
  'response-null-ended': { old: response({ anyOf: [string, { type: 'null' }] }), now: response(string), back: ['response-null-sent'] },
  'request-enum-value-removed': { old: request({ enum: ['a', 'b'] }), now: request({ enum: ['a'] }), back: ['request-enum-value-added'] },
  'request-enum-value-added': { old: request({ enum: ['a'] }), now: request({ enum: ['a', 'b'] }), back: ['request-enum-value-removed'] },
  'request-became-enum': { old: request(string), now: request({ enum: ['a', 'b'] }), back: ['request-enum-ended'] },
  'request-enum-ended': { old: request({ enum: ['a', 'b'] }), now: request(string), back: ['request-became-enum'] },
  'response-enum-value-added': {
    old: response({ enum: ['a'] }),
    now: response({ enum: ['a', 'b'] }),
    back: ['response-enum-value-removed'],
  },
  'response-enum-value-removed': {
    old: response({ enum: ['a', 'b'] }),
    now: response({ enum: ['b'] }),
    back: ['response-enum-value-added'],
  },
  'response-values-replaced': { old: response({ enum: ['a', 'b'] }), now: response({ enum: ['c'] }), back: ['response-values-replaced'] },
  'response-became-enum': { old: response(string), now: response({ enum: ['a', 'b'] }), back: ['response-enum-ended'] },
  'response-enum-ended': { old: response({ enum: ['a', 'b'] }), now: response(string), back: ['response-became-enum'] },
  'request-format-added': { old: request(string), now: request({ ...string, format: 'date' }), back: ['request-format-removed'] },
  'request-format-removed': {
    old: request({ type: 'integer', format: 'int32' }),
    now: request({ type: 'integer', format: 'int64' }),
    back: ['request-format-added'],
  },
  'request-format-changed': {
    old: request({ ...string, format: 'date' }),
    now: request({ ...string, format: 'date-time' }),
    back: ['request-format-changed'],
  },
  'response-format-added': { old: response(string), now: response({ ...string, format: 'date' }), back: ['response-format-removed'] },
  'response-format-removed': { old: response({ ...string, format: 'date' }), now: response(string), back: ['response-format-added'] },
  'response-format-changed': {
    old: response({ ...string, format: 'date' }),
    now: response({ ...string, format: 'date-time' }),
    back: ['response-format-changed'],
  },
  'request-constraint-tightened': {
    old: request({ ...string, maxLength: 10 }),
    now: request({ ...string, maxLength: 5 }),
    back: ['request-constraint-loosened'],
  },
  'request-constraint-loosened': {
    old: request({ type: 'number', exclusiveMinimum: 0 }),
    now: request({ type: 'number', minimum: 0 }),
    back: ['request-constraint-tightened'],
  },
  'response-constraint-tightened': {
    old: response({ type: 'array', items: string }),
    now: response({ type: 'array', items: string, uniqueItems: true }),
    back: ['response-constraint-loosened'],
  },
  'response-constraint-loosened': {
    old: response({ type: 'number', multipleOf: 4 }),
    now: response({ type: 'number', multipleOf: 2 }),
    back: ['response-constraint-tightened'],
  },
  'request-pattern-changed': {
    old: request({ ...string, pattern: '^a' }),
    now: request({ ...string, pattern: '^b' }),
    back: ['request-pattern-changed'],
  },
  'response-pattern-changed': {
    old: response({ ...string, pattern: '^a' }),
    now: response({ ...string, pattern: '^b' }),
    back: ['response-pattern-changed'],
  },
  'request-condition-added': {
    old: request(string),
    now: request({ ...string, not: { const: 'a' } }),
    back: ['request-condition-removed'],
  },
  'request-condition-changed': {
    old: request({ ...string, not: { const: 'b' } }),
    now: request({ ...string, not: { const: 'a' } }),
    back: ['request-condition-changed'],
  },
  'request-condition-removed': {
    old: request({ ...string, not: { const: 'a' } }),
    now: request(string),
    back: ['request-condition-added'],
  },
  'response-condition-added': {
    old: response(string),
    now: response({ ...string, contentEncoding: 'base16' }),
    back: ['response-condition-removed'],
  },
  'response-condition-changed': {
    old: response({ ...string, contentEncoding: 'base32' }),
    now: response({ ...string, contentEncoding: 'base16' }),
    back: ['response-condition-changed'],
  },
  'response-condition-removed': {
    old: response({ ...string, contentEncoding: 'base16' }),
    now: response(string),
    back: ['response-condition-added'],
  },
  'request-default-changed': {
    old: query({ type: 'integer', default: 10 }),
    now: query({ type: 'integer', default: 20 }),
    back: ['request-default-changed'],
  },

  'request-member-removed': {
    old: request({ oneOf: [cat, dog, bird] }),
    now: request({ oneOf: [cat, dog] }),
    back: ['request-member-added'],
  },
  'request-member-added': {
    old: request({ oneOf: [cat, dog] }),
    now: request({ oneOf: [cat, dog, bird] }),
    back: ['request-member-removed'],
  },
  'response-member-added': {
    old: response({ oneOf: [cat, dog] }),
    now: response({ oneOf: [cat, dog, bird] }),
    back: ['response-member-removed'],
  },
  'response-member-removed': { old: response({ oneOf: [cat, dog] }), now: response(dog), back: ['response-member-added'] },
  'discriminator-changed': { old: response(pets('kind'), zoo), now: response(pets('type'), zoo), back: ['discriminator-changed'] },
  'discriminator-value-changed': {
    old: response(pets('kind'), zoo),
    now: response(pets('kind', 'tomcat'), zoo),
    back: ['discriminator-value-changed'],
  },

  'unused-schema-changed': {
    old: response(string, { Idle: object({ a: string }) }),
    now: response(string, { Idle: object({ a: { type: 'integer' } }) }),
    back: ['unused-schema-changed'],
  },
}

const webhooks: { readonly [Id in keyof typeof webhookKinds]: Example } = {
  'webhook-added': { old: kept, now: webhook(), back: ['webhook-removed'] },
  'webhook-removed': { old: webhook(), now: kept, back: ['webhook-added'] },
  'webhook-renamed': {
    old: sends(json(string)),
    now: webhook({ requestBody: { required: true, content: json(string) } }, 'event'),
    back: ['webhook-renamed'],
  },
  'callback-url-changed': {
    old: subscription('{$request.body#/url}'),
    now: subscription('{$request.body#/callbackUrl}'),
    back: ['callback-url-changed'],
  },
  'webhook-security-added': { old: sentSecured([]), now: sentSecured([{ key: [] }]), back: ['webhook-security-removed'] },
  'webhook-security-removed': { old: sentSecured([{ key: [] }]), now: sentSecured([]), back: ['webhook-security-added'] },
  'webhook-security-alternative-added': {
    old: sentSecured([{ key: [] }]),
    now: sentSecured([{ key: [] }, { basic: [] }]),
    back: ['webhook-security-alternative-removed'],
  },
  'webhook-security-alternative-removed': {
    old: sentSecured([{ key: [] }, { basic: [] }]),
    now: sentSecured([{ key: [] }]),
    back: ['webhook-security-alternative-added'],
  },
  'webhook-security-scopes-added': {
    old: sentSecured([{ id: ['read'] }], { read: '', write: '' }),
    now: sentSecured([{ id: ['read', 'write'] }], { read: '', write: '' }),
    back: ['webhook-security-scopes-removed'],
  },
  'webhook-security-scopes-removed': {
    old: sentSecured([{ id: ['read', 'write'] }], { read: '', write: '' }),
    now: sentSecured([{ id: ['read'] }], { read: '', write: '' }),
    back: ['webhook-security-scopes-added'],
  },
  'webhook-request-body-added': { old: webhook(), now: sends(json(string)), back: ['webhook-request-body-removed'] },
  'webhook-request-body-removed': { old: sends(json(string)), now: webhook(), back: ['webhook-request-body-added'] },
  'webhook-request-body-became-required': {
    old: sends(json(string), { required: false }),
    now: sends(json(string)),
    back: ['webhook-request-body-became-optional'],
  },
  'webhook-request-body-became-optional': {
    old: sends(json(string)),
    now: sends(json(string), { required: false }),
    back: ['webhook-request-body-became-required'],
  },
  'webhook-request-media-type-added': {
    old: sends(json(string)),
    now: sends({ ...json(string), 'text/csv': { schema: string } }),
    back: ['webhook-request-media-type-removed'],
  },
  'webhook-request-media-type-removed': {
    old: sends({ ...json(string), 'text/csv': { schema: string } }),
    now: sends(json(string)),
    back: ['webhook-request-media-type-added'],
  },
  'webhook-request-encoding-changed': {
    old: sends({ 'multipart/form-data': { schema: object({ photo: string }), encoding: { photo: { contentType: 'image/png' } } } }),
    now: sends({ 'multipart/form-data': { schema: object({ photo: string }), encoding: { photo: { contentType: 'image/gif' } } } }),
    back: ['webhook-request-encoding-changed'],
  },
  'webhook-response-status-added': {
    old: webhook(),
    now: webhook({ responses: { ...answers, 410: { description: 'stop' } } }),
    back: ['webhook-response-status-removed'],
  },
  'webhook-response-success-status-removed': {
    old: webhook({ responses: { ...answers, 202: { description: 'later' } } }),
    now: webhook(),
    back: ['webhook-response-status-added'],
  },
  'webhook-response-status-removed': {
    old: webhook({ responses: { ...answers, 410: { description: 'stop' } } }),
    now: webhook(),
    back: ['webhook-response-status-added'],
  },
  'webhook-response-media-type-removed': {
    old: takes({ ...json(string), 'text/plain': { schema: string } }),
    now: takes(json(string)),
    back: ['webhook-response-media-type-added'],
  },
  'webhook-response-content-added-required': { old: webhook(), now: takes(json(string)), back: ['webhook-response-content-removed'] },
  'webhook-response-content-removed': { old: takes(json(string)), now: webhook(), back: ['webhook-response-content-added-required'] },
}

export const examples = {
  ...own,
  ...webhooks,
  ...Object.fromEntries(
    mirrors.map(([id, mirror]) => {
      const { old, now, back } = own[id]
      return [mirror, { old: mirrored(old), now: mirrored(now), back: back.map(inWebhook) }]
    }),
  ),
} as { readonly [Id in ChangeId]: Example }
