/**
 * An API in one normal form: what OpenAPI 2.0 to 3.2 say of the same things, so that import and diff need not know which it was.
 *
 * Schemas are those of JSON Schema 2020-12, whatever the document's version: `nullable` is a type, `exclusiveMinimum` a number.
 * Their `$ref`s lead to `#/components/schemas/NAME`, which `schemas` holds, also where the document had them in another file.
 * Everything else behind a `$ref` stands where it is used.
 */
import type { Pointer } from '../rules/description.js'

export type JsonSchema = boolean | { readonly [keyword: string]: unknown }

const ROOT = '#/components/schemas/'

/** The `$ref` to a named schema. */
export const refTo = (name: string): string =>
  // Most names are written as they are.
  `${ROOT}${/^[\w.-]*$/.test(name) ? name : encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`

/** The name of the schema to which a `$ref` of this model leads. */
export const nameOf = (reference: string): string =>
  decodeURIComponent(reference.slice(ROOT.length)).replaceAll('~1', '/').replaceAll('~0', '~')

/** Where something was written. */
export interface Origin {
  /** The file, for documents of several files; that of the document otherwise. */
  readonly file: string
  readonly pointer: Pointer
}

/** Content of one media type. */
export interface ApiMedia {
  readonly schema: JsonSchema | undefined
  /** The schema of each item of a sequence (OpenAPI 3.2: `text/event-stream`, `application/jsonl`). */
  readonly itemSchema: JsonSchema | undefined
  readonly examples: readonly unknown[]
  /** How many examples say more than a value. */
  readonly aboutExamples: number
  /** How parts of a form or multipart content are encoded, as written. */
  readonly encoding: { readonly [part: string]: unknown } | undefined
  readonly origin: Origin
}

/** A parameter, or a header of a response, whose name is lower-case. */
export interface ApiField {
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
  readonly description: string | undefined
  readonly schema: JsonSchema | undefined
  /** The media type, where the value is content of its own. */
  readonly type: string | undefined
  readonly style: string | undefined
  readonly explode: boolean | undefined
  readonly examples: readonly unknown[]
  /** How many examples say more than a value. */
  readonly aboutExamples: number
  readonly origin: Origin
}

export interface ApiParameter extends ApiField {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring'
  /** Whether it may be there with no value: of a query alone. */
  readonly allowEmptyValue: boolean
}

export interface ApiBody {
  readonly required: boolean
  readonly description: string | undefined
  /** By media type, as written. */
  readonly content: ReadonlyMap<string, ApiMedia>
  readonly origin: Origin
}

export interface ApiResponse {
  readonly description: string
  readonly headers: ReadonlyMap<string, ApiField>
  readonly content: ReadonlyMap<string, ApiMedia>
  readonly origin: Origin
}

/** One way to be let in: every scheme of it, each with its scopes. An empty one lets everybody in. */
export type ApiSecurity = ReadonlyMap<string, readonly string[]>

export interface ApiOperation {
  /** In capitals. */
  readonly method: string
  /** The template, with its braces: `/todos/{id}`. */
  readonly path: string
  readonly id: string | undefined
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly tags: readonly string[]
  readonly deprecated: boolean
  /** A date, from `x-sunset`. */
  readonly sunset: string | undefined
  readonly parameters: readonly ApiParameter[]
  readonly body: ApiBody | undefined
  /** By status, range in lower case (`4xx`) or `default`. */
  readonly responses: ReadonlyMap<string, ApiResponse>
  /** The alternatives, those of the whole document where the operation has none of its own. */
  readonly security: readonly ApiSecurity[]
  readonly servers: readonly string[]
  readonly origin: Origin
}

/**
 * A request that the API sends: a webhook, or a callback of an operation. Here a client gets the request, and the responses are its own.
 *
 * Its `path` is what it is called: `webhook newPet`, `callback onEvent of POST /subscriptions`. Credentials are those that it says itself:
 * what everybody needs to get in is nothing that the API has.
 */
export interface ApiWebhook extends ApiOperation {
  /** The operation that a callback belongs to. */
  readonly of: ApiOperation | undefined
  /** Where a callback goes: `{$request.body#/url}`. */
  readonly url: string | undefined
}

export interface Api {
  readonly title: string
  readonly version: string
  readonly description: string | undefined
  /** What messages call the document. */
  readonly file: string
  /** What it was written in: `2.0`, `3.0.3`, `3.1.0`, `3.2.0`. */
  readonly openapi: string
  readonly servers: readonly string[]
  /** What an operation needs that does not say it itself. */
  readonly security: readonly ApiSecurity[]
  readonly operations: readonly ApiOperation[]
  readonly webhooks: readonly ApiWebhook[]
  /** Named schemas, in the order of the document. */
  readonly schemas: ReadonlyMap<string, JsonSchema>
  /** Each schema that the document names, as written, in its order. */
  readonly components: ReadonlyMap<string, JsonSchema>
  /** Makes of one that is written plainly one of this model, but for those that stand in it: diff looks into few of them. */
  readonly level: (schema: JsonSchema) => JsonSchema
  /** Looks for what the document says besides, for which there is no place here: extensions, and links to documentation. */
  readonly besides: () => readonly { readonly what: string; readonly origin: Origin }[]
  readonly securitySchemes: ReadonlyMap<string, { readonly [key: string]: unknown }>
  /** What was not read, and why: links, what no version of OpenAPI knows. */
  readonly remarks: readonly { readonly message: string; readonly origin: Origin }[]
}
