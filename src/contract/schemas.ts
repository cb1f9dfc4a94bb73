/** The few schemas that makers bring along, as Standard Schemas, so that a contract needs no validator for plain content. */
import type { Schema } from '../../types/schema.js'

/** A schema of this library: what it takes in and gives out, and the check between. */
export interface Native<In, Out = In> extends Schema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'statute'
    readonly validate: (
      value: unknown,
    ) => { readonly value: Out } | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] }
    readonly types?: { readonly input: In; readonly output: Out } | undefined
  }
}

/** `json`, where JSON Schema can say it, is read as any Standard JSON Schema is. */
const native = <In, Out = In>(test: (value: unknown) => string | undefined, json?: object): Native<In, Out> => ({
  '~standard': {
    version: 1,
    vendor: 'statute',
    validate: (value) => {
      const message = test(value)
      return message === undefined ? { value: value as Out } : { issues: [{ message }] }
    },
    ...(json && { jsonSchema: { input: () => json, output: () => json } }),
  },
})

/** A string. */
export const string: Native<string> = /* @__PURE__ */ native((value) => (typeof value === 'string' ? undefined : 'expected a string'), {
  type: 'string',
})

/** Octets, whole or streamed. */
export type Octets = Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array>

const isOctets = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  value instanceof ArrayBuffer ||
  (typeof Blob !== 'undefined' && value instanceof Blob) ||
  (typeof ReadableStream !== 'undefined' && value instanceof ReadableStream)

/** Octets: a view, a buffer, a blob or a stream in; a view out. */
export const octets: Native<Octets, Uint8Array> = /* @__PURE__ */ native((value) =>
  isOctets(value) ? undefined : 'expected octets: a Uint8Array, ArrayBuffer, Blob or ReadableStream',
)

/**
 * Problem details of an HTTP API.
 * @see https://www.rfc-editor.org/rfc/rfc9457#section-3.1
 */
export interface Problem {
  /** A URI reference that names the kind of problem; `about:blank` when left out. */
  readonly type?: string
  /** A short summary of the kind of problem. */
  readonly title?: string
  /** The status code, repeated for those who lose it on the way. */
  readonly status?: number
  /** What went wrong this time. */
  readonly detail?: string
  /** A URI reference that names this occurrence. */
  readonly instance?: string
  readonly [extension: string]: unknown
}

const members: readonly (readonly [string, 'string' | 'number'])[] = [
  ['type', 'string'],
  ['title', 'string'],
  ['status', 'number'],
  ['detail', 'string'],
  ['instance', 'string'],
]

/** Problem details, with any extension members. */
export const problemDetails: Native<Problem> = /* @__PURE__ */ native(
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object of problem details'
    const wrong = members.find(([name, type]) => name in value && typeof (value as Record<string, unknown>)[name] !== type)
    return wrong && `expected ${wrong[0]} to be a ${wrong[1]}`
  },
  { title: 'Problem', type: 'object', properties: /* @__PURE__ */ Object.fromEntries(members.map(([name, type]) => [name, { type }])) },
)
