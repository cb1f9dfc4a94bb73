/**
 * What is judged: an API described in one normal form, whether it was a contract or an OpenAPI document.
 *
 * Rules read this and nothing else, so that one verdict serves both.
 */
import type { Law, Role } from '../registry/facts.js'

/** Keys from the root of the source to a place in it: `['paths', '/todos', 'get']`. */
export type Pointer = readonly (string | number)[]

/** A header field that a request or a response declares. */
export interface Field {
  /** In lower case. */
  readonly name: string
  /** As the author wrote it. */
  readonly written: string
  /** Whether every message carries it. `undefined` where the source does not say. */
  readonly required: boolean | undefined
  /** The JSON schema, where the source has one. */
  readonly schema?: unknown
  /** Values that the source shows: const, enum, default, example(s). */
  readonly examples: readonly unknown[]
  /** The schema itself, where the source is a contract. */
  readonly source?: unknown
  /** `false` where the schema of a path parameter of a contract takes no text in. */
  readonly takesText?: boolean
  readonly pointer: Pointer
}

/** One media type of a message's content. */
export interface MediaType {
  /** As written, lower case: `application/json`. `*​/*` is possible. */
  readonly type: string
  /** The JSON schema with its local `$ref` resolved at the top, where the source has one. */
  readonly schema?: unknown
  readonly examples: readonly unknown[]
  /** The schema itself, where the source is a contract. */
  readonly source?: unknown
  /** The examples of the content itself, where the source is a contract. */
  readonly shown?: readonly unknown[]
  readonly pointer: Pointer
}

/** One declared response. */
export interface Response {
  /** As written: `204`, `4XX`, `default`. */
  readonly key: string
  /** The code, or `undefined` for a range, `default`, or a key that is no status. */
  readonly status: number | undefined
  /** The first digit of a code or range (1–5, or what is written), or `undefined` for `default` and for what is no status. */
  readonly class: number | undefined
  /** The declared content; empty when there is none. */
  readonly content: readonly MediaType[]
  /** Whether content is declared at all (an OpenAPI `content: {}` is not). */
  readonly hasContent: boolean
  readonly fields: ReadonlyMap<string, Field>
  readonly summary: string
  /** What the author of a contract says of it. */
  readonly description?: string
  /** Declared once for every route of a contract, not on this one. */
  readonly common?: boolean
  readonly pointer: Pointer
}

/** One method on one path. */
export interface Operation {
  /** In capitals, as on the wire (unless the author wrote a custom method otherwise). */
  readonly method: string
  /** As the author wrote it. */
  readonly path: string
  /** The path with every parameter as `{}`: two operations with the same method and shape collide. */
  readonly shape: string
  /** The route's key or the document's operationId. */
  readonly name: string
  readonly role: Role | undefined
  /** The parameter names in the path. */
  readonly pathNames: readonly string[]
  /** The parameter names that are declared, or `undefined` if none are declared and none need be (a contract without `params`). */
  readonly params: ReadonlyMap<string, Field> | undefined
  readonly query: ReadonlyMap<string, Field>
  /** Request header fields. */
  readonly fields: ReadonlyMap<string, Field>
  readonly content: readonly MediaType[]
  readonly hasContent: boolean
  /** What the author of a contract says of the request content. */
  readonly contentDescription?: string
  /** Where the request content is declared, or the operation itself. */
  readonly contentPointer: Pointer
  readonly responses: readonly Response[]
  /** A contract's claim that the route is idempotent, with its basis. */
  readonly idempotent: unknown
  readonly deprecated: { readonly since?: string; readonly sunset?: string } | boolean
  /** Keys of a contract's route that mean nothing. */
  readonly unknownKeys?: readonly string[]
  /** Ids under `waive` that are no rule's. */
  readonly unknownWaivers?: readonly string[]
  /** Rules that the author waives here, with the reason. */
  readonly waived: ReadonlyMap<string, string>
  /** All operations on the same path shape, this one included. */
  readonly siblings: readonly Operation[]
  /** Security schemes that apply, by kind (`http`, `apiKey` …), where the source says. */
  readonly secured: boolean | undefined
  /** What the author of a contract wrote of the route. */
  readonly spec?: Readonly<Record<string, unknown>>
  readonly pointer: Pointer
}

/** A whole API. */
export interface Description {
  readonly source: 'contract' | 'openapi' | 'exchange'
  /** What the source calls itself: a file, or an export of one. */
  readonly name: string
  /** The OpenAPI version, where it is one. */
  readonly version?: string
  readonly law: Law
  readonly operations: readonly Operation[]
  /** The raw document, for rules about OpenAPI itself. */
  readonly document?: unknown
}
