/** A contract as an OpenAPI document. */
import type { z } from 'zod'
import type { Contract } from '../../types/route.js'
import type { Schema } from '../../types/schema.js'
import { describe, isOptional } from '../contract/describe.js'
import { classes } from '../registry/classes.js'
import type { Law } from '../registry/facts.js'
import type { Field, MediaType, Operation, Response } from '../rules/description.js'
import { mirrored as whenNotModified } from '../rules/not-modified-mirrors-200-fields.js'
import { instead } from '../rules/openapi-content-type-header-ignored.js'
import { fixed as keys } from '../rules/openapi-query-operation.js'
import { mirrored as whenPartial } from '../rules/partial-mirrors-200-fields.js'
import { unrepeated } from '../rules/shown.js'
import { Components } from './components.js'
import { isObject, type JsonObject } from './refs.js'
import { shapeOf } from './template.js'

/** What the document says of itself: its Info Object. */
export interface Info {
  readonly title: string
  readonly version: string
  readonly [key: string]: unknown
}

/** What a contract does not say and a document may. */
export interface WriteOptions {
  /** `3.1` when left out; `3.2` has places for QUERY and for methods of any name. */
  readonly openapi?: '3.1' | '3.2'
  readonly servers?: readonly JsonObject[]
  /** Security Scheme Objects by name. */
  readonly securitySchemes?: JsonObject
  /** What every operation needs, as Security Requirement Objects. */
  readonly security?: readonly JsonObject[]
  readonly tags?: readonly JsonObject[]
}

/** What the contract itself says of its document, in `openapi` of its options. */
type Besides = Omit<WriteOptions, 'openapi'> & { readonly info?: Partial<Info> }

/** A written document, and what OpenAPI has no place for. */
export interface Written {
  readonly document: JsonObject
  /** What the document does not say, line by line. */
  readonly notes: readonly string[]
}

const full = { '3.1': '3.1.1', '3.2': '3.2.0' } as const

/** The method keys of a Path Item Object; `query` and `additionalOperations` came with 3.2. */
const hasKey = (method: string, version: '3.1' | '3.2'): boolean =>
  keys.includes(method.toLowerCase()) && method === method.toUpperCase() && (version === '3.2' || method !== 'QUERY')

/** `find.old` as `FindOld`. */
const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a response is called, where nobody called it anything: by its status, or its class. */
const phraseOf = ({ key, status }: Response, law: Law): string => {
  const range = Object.entries(classes).find(([name]) => name === key.toLowerCase())?.[1]
  if (range) return capital(range.name)
  return (status === undefined ? undefined : law.statuses[status]?.phrase) ?? (key === 'default' ? 'Any other response' : key)
}

/** The key of a response in OpenAPI: `4XX` for a range. */
const keyOf = (key: string): string | undefined => (/^([1-5](\d\d|xx)|default)$/.test(key) ? key.replace('xx', 'XX') : undefined)

/** Media types whose content is one item after the other (OpenAPI 3.2 §4.14.3). */
const sequences = /^(?:text\/event-stream|application\/(?:jsonl|x-ndjson|ndjson|json-seq|[^;]+\+json-seq))\b/

const isEmpty = (object: object): boolean => Object.keys(object).length === 0
/** The members that say something. */
const filled = (members: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(typeof value === 'object' && value !== null && isEmpty(value))),
  )

interface Pieces {
  readonly template: string
  /** The schema of each parameter of the segment. */
  readonly parts: ReadonlyMap<string, unknown>
}

/** `:id.json`, whose schema is `z.templateLiteral([z.string(), '.json'])`, is `{id}.json` in OpenAPI, where a parameter may be a part of a segment. */
const piecesOf = (name: string, schema: unknown): [string, Pieces][] => {
  const parts: unknown = (schema as z.ZodTemplateLiteral | undefined)?._zod?.def.parts
  if (!Array.isArray(parts) || parts.every((part) => typeof part !== 'string')) return []
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const found = new RegExp(`^${parts.map((part) => (typeof part === 'string' ? escaped(part) : '(.+?)')).join('')}$`).exec(name)
  if (!found) return []
  const names = found.slice(1)
  const schemas = parts.filter((part) => typeof part !== 'string')
  let index = 0
  const template = parts.map((part) => (typeof part === 'string' ? part : `{${names[index++]}}`)).join('')
  return [[name, { template, parts: new Map(names.map((param, at) => [param, schemas[at]])) }]]
}

/** One example as it is, several by number. */
const shownIn = ({ shown = [] }: MediaType): JsonObject =>
  shown.length > 1
    ? { examples: Object.fromEntries(shown.map((value, index) => [index + 1, { value }])) }
    : shown.length > 0
      ? { example: shown[0] }
      : {}

/** Media types of forms: what is in them comes as text. */
const isForm = (type: string): boolean => /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)

/** One object on top of another: what a schema is there, it is; parameters are those of one place and name. */
const merged = (one: unknown, other: unknown, key = ''): unknown => {
  if (key === 'parameters' && Array.isArray(one) && Array.isArray(other)) {
    const isSame = (a: JsonObject, b: JsonObject) => a.in === b.in && a.name === b.name
    const rest = other.filter((added) => !one.some((known) => isSame(known, added)))
    return [...one.map((known) => merged(known, other.find((added) => isSame(known, added)) ?? {})), ...rest]
  }
  if (!isObject(one) || !isObject(other) || key === 'schema' || key === 'itemSchema') return other
  return { ...one, ...Object.fromEntries(Object.entries(other).map(([name, value]) => [name, merged(one[name], value, name)])) }
}

/** Under which keys the parts of an operation stand, in a good order. */
const order = ['operationId', 'summary', 'description', 'tags', 'externalDocs', 'parameters', 'requestBody', 'responses', 'callbacks']
const ordered = (operation: JsonObject): JsonObject => {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.fromEntries(Object.entries(operation).sort(([a], [b]) => place(a) - place(b)))
}

/** The Media Type Object of a list that is sent item by item: it describes the item, so that a reader need not wait for the end. */
const sequence = (type: string, media: unknown): unknown => {
  if (!sequences.test(type) || !isObject(media) || !isObject(media.schema)) return media
  const { type: kind, items, ...more } = media.schema
  return kind === 'array' && isObject(items) && isEmpty(more) ? { itemSchema: items } : media
}

/** What has no content in it, or content of another kind. */
const apart = ['schema', 'parameters', 'headers', 'example', 'examples']

/** Paths and responses with their sequences written as 3.2 can. */
const withSequences = (node: unknown): unknown => {
  if (!isObject(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (apart.includes(key)) return [key, value]
      if (key !== 'content' || !isObject(value)) return [key, withSequences(value)]
      return [key, Object.fromEntries(Object.entries(value).map(([type, media]) => [type, sequence(type, media)]))]
    }),
  )
}

class Writer {
  readonly notes: string[] = []
  readonly components = new Components((message) => this.#note(message))
  readonly #law: Law
  readonly #version: '3.1' | '3.2'
  readonly #responses = new Map<string, { readonly name: string; readonly response: JsonObject }>()
  readonly #ids = new Set<string>()

  constructor(law: Law, version: '3.1' | '3.2') {
    this.#law = law
    this.#version = version
  }

  #note(message: string): void {
    if (!this.notes.includes(message)) this.notes.push(message)
  }

  get responses(): JsonObject {
    return Object.fromEntries(
      [...this.#responses.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, response }) => [name, response]),
    )
  }

  /** Names the schemas of all messages, before any is written. */
  announce(operations: readonly Operation[]): void {
    const all = (content: readonly MediaType[], name: string) => {
      for (const media of content) this.components.announce(media.source, this.#mediaName(content, media, name))
    }
    for (const operation of operations) {
      all(operation.content, `${pascal(operation.name)}Body`)
      for (const response of operation.responses) all(response.content, this.#responseName(operation, response))
    }
  }

  paths(operations: readonly Operation[]): JsonObject {
    const paths: Record<string, Record<string, unknown>> = {}
    const templates = new Map<string, string>()
    for (const operation of operations) {
      const { method, path, name } = operation
      const where = `${name} (${method} ${path})`
      if (!path.startsWith('/')) {
        this.#note(`${where} is left out: OpenAPI has operations on paths only`)
        continue
      }
      const fixed = hasKey(method, this.#version)
      if (!fixed && this.#version === '3.1') {
        this.#note(`${where} is left out: OpenAPI 3.1 has no place for ${method}, 3.2 has`)
        continue
      }
      const pieces = new Map(operation.pathNames.flatMap((param) => piecesOf(param, operation.params?.get(param)?.source)))
      const own = path.replace(/(?<=\/):([^/]+)/g, (_, param: string) => pieces.get(param)?.template ?? `{${param}}`)
      const shape = shapeOf(own)
      const key = fixed ? method.toLowerCase() : method
      const has = (path: string) => Object.hasOwn((fixed ? paths[path] : paths[path]?.additionalOperations) ?? {}, key)
      let template = templates.get(shape) ?? own
      templates.set(shape, template)
      if (has(template) && !has(own)) {
        this.#note(`${where}: OpenAPI takes the path for that of another route, ${template}`)
        template = own
      }
      if (has(template)) {
        this.#note(`${where} is left out: another route has its method and path`)
        continue
      }
      const item = paths[template] ?? {}
      paths[template] = item
      const holder = fixed ? item : { ...(item.additionalOperations as JsonObject | undefined) }
      if (!fixed) item.additionalOperations = holder
      const [names, written] = [template, own].map((text) => Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, param]) => param!)) as [
        string[],
        string[],
      ]
      const parts = new Map([...pieces.values()].flatMap((piece) => [...piece.parts]))
      const renamed = written.filter((param, index) => param !== names[index])
      if (renamed.length > 0) this.#note(`${where}: the path is written as ${template}, by which another route has it`)
      holder[key] = this.#operation(
        operation,
        names.map((name, index) => this.#path(operation, name, written[index]!, parts, where)),
        where,
      )
    }
    return paths
  }

  #operation(operation: Operation, inPath: readonly JsonObject[], where: string): JsonObject {
    const { spec = {}, deprecated, idempotent, role, waived } = operation
    for (const [key, schema, found] of [
      ['params', spec.params, operation.params],
      ['query', spec.query, operation.query],
    ] as const)
      if (schema !== undefined && !found?.size && !(isObject(schema) && isObject(schema.shape) && isEmpty(schema.shape)))
        this.#note(`${where}: ${key} is left out: its schema does not tell the names of what it takes`)
    const responses: Record<string, unknown> = {}
    for (const response of operation.responses) {
      const key = keyOf(response.key)
      if (key === undefined) this.#note(`${where}: ${response.key} is left out: it is no status, range or default`)
      else responses[key] = this.#shared(operation, response, where)
    }
    const { operationId, ...besides } = (spec.openapi ?? {}) as JsonObject
    const written = filled({
      operationId: this.#id(typeof operationId === 'string' ? operationId : operation.name, where),
      summary: spec.summary,
      description: spec.description,
      tags: spec.tags,
      parameters: [
        ...inPath,
        ...[...operation.query.values()].map((field) => this.#parameter('query', field, operation, where)),
        ...this.#said(operation.fields, 'request', where).map((field) => this.#parameter('header', field, operation, where)),
      ],
      requestBody: operation.hasContent
        ? {
            ...(operation.contentDescription && { description: operation.contentDescription }),
            ...(operation.content.every(({ source }) => !isOptional(source as Schema)) && { required: true }),
            content: this.#content(operation.content, `${pascal(operation.name)}Body`, where),
          }
        : undefined,
      responses,
      deprecated: deprecated ? true : undefined,
      // The name that others read too; there is none for the day of the deprecation.
      'x-sunset': isObject(deprecated) ? deprecated.sunset : undefined,
      'x-statute-deprecated': isObject(deprecated) ? filled({ since: deprecated.since }) : undefined,
      'x-statute-idempotent': idempotent,
      'x-statute-role': role,
      'x-statute-waive': Object.fromEntries([...waived].sort(([a], [b]) => (a < b ? -1 : 1))),
    })
    return isEmpty(besides) ? written : ordered(merged(written, this.#besides(besides, operation, where)) as JsonObject)
  }

  /** What a route says of its operation besides, with its schemas written as all are. */
  #besides(said: unknown, operation: Operation, where: string): unknown {
    if (Array.isArray(said)) return said.map((item) => this.#besides(item, operation, where))
    if (!isObject(said)) return said
    if ('~standard' in said) return this.components.of(said, `${pascal(operation.name)}Part`, where)
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, this.#besides(value, operation, where)]))
  }

  #id(name: string, where: string): string {
    let id = name
    for (let count = 2; this.#ids.has(id); count++) id = `${name}_${count}`
    if (id !== name) this.#note(`${where}: another route is called ${name}: its operationId is ${id}`)
    this.#ids.add(id)
    return id
  }

  /** The header fields that OpenAPI takes; for the others it has other places. */
  #said(fields: ReadonlyMap<string, Field>, message: 'request' | 'response', where: string): Field[] {
    return [...fields.values()].filter(({ name }) => {
      const other = Object.hasOwn(instead[message], name) ? instead[message][name] : undefined
      if (other !== undefined)
        this.#note(`${where}: the field ${name} is left out: OpenAPI ignores its declaration, and has ${other} for it`)
      return other === undefined
    })
  }

  #fieldSchema(
    { source, schema, name }: Field,
    operation: Operation,
    where: string,
  ): { readonly holder: JsonObject; readonly said: JsonObject } {
    const whole =
      source === undefined
        ? isObject(schema)
          ? schema
          : {}
        : this.components.of(source, `${pascal(operation.name)}${pascal(name)}`, `${where}: ${name}`, true)
    const { description, deprecated, allowEmptyValue, style, explode, media, ...rest } = whole
    const said = filled({ description, deprecated, allowEmptyValue, style, explode })
    return typeof media === 'string' ? { holder: { content: { [media]: { schema: rest } } }, said } : { holder: { schema: rest }, said }
  }

  #path(operation: Operation, name: string, written: string, parts: ReadonlyMap<string, unknown>, where: string): JsonObject {
    const part = parts.get(written)
    const field = operation.params?.get(written)
    const { holder, said } =
      part !== undefined
        ? { holder: { schema: this.components.of(part, `${pascal(operation.name)}${pascal(name)}`, `${where}: ${name}`, true) }, said: {} }
        : field
          ? this.#fieldSchema(field, operation, where)
          : { holder: { schema: { type: 'string' } }, said: {} }
    return { name, in: 'path', ...said, required: true, ...holder }
  }

  #parameter(kind: 'query' | 'header', field: Field, operation: Operation, where: string): JsonObject {
    const { holder, said } = this.#fieldSchema(field, operation, where)
    return { name: field.written, in: kind, ...said, ...(field.required && { required: true }), ...holder }
  }

  #mediaName(content: readonly MediaType[], { type }: MediaType, name: string): string {
    return content.length > 1 ? `${name}${pascal(type.replace(/^[^/]*\//, ''))}` : name
  }

  #content(content: readonly MediaType[], name: string, where: string): JsonObject {
    return Object.fromEntries(
      content.map((media) => {
        const schema = this.components.of(
          media.source,
          this.#mediaName(content, media, name),
          `${where}: ${media.type}`,
          isForm(media.type),
        )
        return [media.type, { ...(isEmpty(schema) ? {} : { schema }), ...shownIn(media) }]
      }),
    )
  }

  #responseName({ name }: Operation, response: Response): string {
    return response.common ? pascal(phraseOf(response, this.#law)) : `${pascal(name)}${capital(keyOf(response.key) ?? response.key)}`
  }

  #header(field: Field, operation: Operation, at: string): JsonObject {
    const { holder, said } = this.#fieldSchema(field, operation, at)
    return { ...said, ...(field.required && { required: true }), ...holder }
  }

  /** A contract declares these fields once, on the 200, for the responses that repeat them. */
  #repeated(operation: Operation, response: Response): Field[] {
    return [
      ...unrepeated('notModified', whenNotModified, response, operation, this.#law),
      ...unrepeated('range', whenPartial, response, operation, this.#law),
    ]
  }

  #response(operation: Operation, response: Response, where: string): JsonObject {
    const at = `${where}: ${response.key}`
    return {
      description: response.description ?? phraseOf(response, this.#law),
      ...filled({
        headers: Object.fromEntries([
          ...this.#said(response.fields, 'response', at).map((field) => [field.written, this.#header(field, operation, at)]),
          ...this.#repeated(operation, response).map((field) => [
            field.written,
            this.#header({ ...field, required: undefined }, operation, at),
          ]),
        ]),
        content: this.#content(response.content, this.#responseName(operation, response), at),
      }),
    }
  }

  /** What routes have in common stands once, under components. */
  #shared(operation: Operation, response: Response, where: string): JsonObject {
    if (!response.common) return this.#response(operation, response, where)
    // A method that is answered with fields alone has another response in common than the rest.
    const key = JSON.stringify([response.pointer, response.hasContent])
    let known = this.#responses.get(key)
    if (!known) {
      const wanted = response.key === 'default' ? 'Default' : pascal(phraseOf(response, this.#law))
      const taken = new Set([...this.#responses.values()].map(({ name }) => name))
      let name = wanted
      for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`
      known = { name, response: this.#response(operation, response, 'common') }
      this.#responses.set(key, known)
    }
    return { $ref: `#/components/responses/${known.name}` }
  }
}

/**
 * Writes a contract as an OpenAPI document.
 *
 * Operations are called what the contract calls its routes. What OpenAPI has no place for is in `notes`, never lost in silence;
 * the schemas are those of what goes over the wire, which is what a schema takes in.
 *
 * @example
 * const api = contract({ list: get('/todos', { responses: { 200: json(Todos) } }) })
 * const { document, notes } = toOpenAPI(api, { title: 'To-dos', version: '1.0.0' })
 *
 * @see https://spec.openapis.org/oas/latest.html
 */
export const toOpenAPI = (contract: Contract, info: Partial<Info> = {}, options: WriteOptions = {}): Written => {
  const said = contract.options as { readonly name?: string; readonly openapi?: Besides }
  const { openapi = '3.1', servers, security, securitySchemes, tags } = { ...said.openapi, ...options }
  const whole = { title: said.name ?? 'API', version: '0.0.0', ...said.openapi?.info, ...info }
  const { law, operations } = describe(contract, whole.title)
  const writer = new Writer(law, openapi)
  writer.announce(operations)
  const paths = writer.paths(operations)
  const finished = writer.components.finish({ paths, responses: writer.responses })
  const { schemas } = finished
  const within = openapi === '3.2' ? (withSequences(finished.within) as JsonObject) : finished.within
  return {
    document: {
      openapi: full[openapi],
      info: whole,
      ...filled({ servers, tags, security }),
      paths: within.paths,
      ...filled({ components: filled({ schemas, responses: within.responses as JsonObject, securitySchemes }) }),
    },
    notes: writer.notes,
  }
}
