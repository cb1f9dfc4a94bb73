/** An OpenAPI document in the one normal form that rules read. */
import type { Law } from '../registry/facts.js'
import type { Description, Field, MediaType, Operation, Pointer, Response } from '../rules/description.js'
import { kind, quote, SourceError } from './error.js'
import { follow, followIn, isObject, isRef, type JsonObject, own, RefFault } from './refs.js'
import { type Source, versionOf } from './source.js'

/** Something the reader left out, said aloud. */
export interface Remark {
  readonly message: string
  readonly pointer: Pointer
}

/** A document as rules read it, with what they cannot see. */
export interface Described {
  readonly description: Description
  readonly remarks: readonly Remark[]
  /** Responses and operations that are partly in another file: nobody can say what they leave out. */
  readonly unseen: readonly Pointer[]
}

/** The keys under which a Path Item Object holds operations (OpenAPI 3.2 §4.9.1; `query` came with 3.2). */
const operationKeys = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** The other keys of a Path Item Object. */
const otherKeys = ['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']

/** How many responses and parameters a document may stand for: `$ref`s multiply, and a few kilobytes could mean billions. */
const MAX_PARTS = 2_000_000

interface Content {
  readonly content: readonly MediaType[]
  readonly hasContent: boolean
}

type Answer = Content & Pick<Response, 'fields' | 'summary'> & { readonly outside: boolean }

const NONE: Content = { content: [], hasContent: false }

/** Entries of an object that are not extensions (`x-…`). */
const entries = (object: JsonObject): [string, unknown][] => Object.entries(object).filter(([key]) => !key.startsWith('x-'))

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * Describes a source by a law.
 *
 * Callbacks, webhooks and other files are not followed; `remarks` says so wherever it happens.
 *
 * @throws SourceError where a structure is not what OpenAPI says, or a `$ref` leads nowhere.
 */
export const describe = (source: Source, law: Law): Described => {
  const { document } = source
  const remarks: Remark[] = []
  const unseen: Pointer[] = []
  const outside = new Map<string, Pointer[]>()
  const siblings = new Map<string, Operation[]>()
  const operations: Operation[] = []
  let callbacks = 0
  let parts = 0

  const count = (more: number): void => {
    parts += more
    if (parts > MAX_PARTS)
      throw new SourceError(`stands for more than ${MAX_PARTS.toLocaleString('en')} responses and parameters once its $refs are followed`, {
        file: source.file,
      })
  }

  /** The object that must stand here; YAML's empty value counts as an empty object. */
  const object = (value: unknown, pointer: Pointer): JsonObject => {
    if (value === undefined || value === null) return {}
    if (isObject(value)) return value
    throw new SourceError(`${quote(pointer.at(-1))} is an object in OpenAPI, not ${kind(value)}`, source.locate([pointer])[0]!)
  }

  /** The object behind a `$ref`, or `undefined` when it is in another file (which is remarked). */
  const reach = (value: unknown, pointer: Pointer): { readonly value: JsonObject; readonly pointer: Pointer } | undefined => {
    if (!isRef(value)) return { value: object(value, pointer), pointer }
    const found = followIn(source, value, pointer)
    if ('outside' in found) {
      const places = outside.get(found.outside)
      if (places) places.push(pointer)
      else outside.set(found.outside, [pointer])
      return undefined
    }
    return { value: object(found.value, found.pointer), pointer: found.pointer }
  }

  /** A schema with the `$ref` at its top resolved. One that leads nowhere stays: no rule needs more than the top. */
  const schemaOf = (schema: unknown): unknown => {
    if (!isRef(schema)) return schema
    try {
      const found = follow(document, schema, [])
      if ('outside' in found) return schema
      // Since 3.1, keywords beside a $ref count too.
      const { $ref: _, ...beside } = schema
      return isObject(found.value) && Object.keys(beside).length > 0 ? { ...found.value, ...beside } : found.value
    } catch (error) {
      if (error instanceof RefFault) return schema
      throw error
    }
  }

  /** Every value that a media type, parameter or header shows. */
  const examplesOf = (holder: JsonObject, schema: unknown, pointer: Pointer): unknown[] => {
    const shown: unknown[] = []
    if (holder.example !== undefined) shown.push(holder.example)
    for (const [key, example] of Object.entries(isObject(holder.examples) ? holder.examples : {})) {
      const value = isRef(example) ? reach(example, [...pointer, 'examples', key])?.value : example
      const given = own(value, 'value') ?? own(value, 'dataValue')
      if (given !== undefined) shown.push(given)
    }
    if (!isObject(schema)) return shown
    for (const key of ['const', 'default', 'example']) if (schema[key] !== undefined) shown.push(schema[key])
    shown.push(...list(schema.enum), ...list(schema.examples))
    return shown
  }

  const contentOf = (value: unknown, pointer: Pointer): Content => {
    if (value === undefined) return NONE
    const content = entries(object(value, pointer)).map(([type, media]): MediaType => {
      const found = reach(media, [...pointer, type])
      if (!found) return { type: type.toLowerCase(), examples: [], pointer: [...pointer, type] }
      const schema = schemaOf(found.value.schema)
      return {
        type: type.toLowerCase(),
        ...(schema !== undefined && { schema }),
        examples: examplesOf(found.value, schema, found.pointer),
        pointer: found.pointer,
      }
    })
    return { content, hasContent: content.length > 0 }
  }

  /** A parameter or a header as a field. */
  const fieldOf = (written: string, name: string, value: JsonObject, pointer: Pointer): Field => {
    // Both may be described by content instead of a schema.
    const media = value.schema === undefined && isObject(value.content) ? Object.values(value.content)[0] : undefined
    const schema = schemaOf(value.schema ?? own(media, 'schema'))
    const shown = examplesOf(value, schema, pointer)
    if (isObject(media)) shown.push(...examplesOf(media, undefined, pointer))
    return {
      name,
      written,
      required: typeof value.required === 'boolean' ? value.required : undefined,
      ...(schema !== undefined && { schema }),
      examples: shown,
      pointer,
    }
  }

  const headersOf = (value: unknown, pointer: Pointer): Map<string, Field> => {
    const fields = new Map<string, Field>()
    for (const [written, header] of Object.entries(object(value, pointer))) {
      const found = reach(header, [...pointer, written])
      const name = written.toLowerCase()
      fields.set(name, fieldOf(written, name, found?.value ?? {}, found?.pointer ?? [...pointer, written]))
    }
    return fields
  }

  // Shared by reference: most documents answer every operation with the same few components.
  const answers = new Map<JsonObject, Answer>()
  const answerOf = (value: unknown, pointer: Pointer): Answer => {
    const found = reach(value, pointer)
    if (!found) return { ...NONE, fields: new Map(), summary: '', outside: true }
    const known = answers.get(found.value)
    if (known) return known
    const { content, headers, description, summary } = found.value
    const said = summary ?? description
    const answer: Answer = {
      ...contentOf(content, [...found.pointer, 'content']),
      fields: headersOf(headers, [...found.pointer, 'headers']),
      summary: typeof said === 'string' ? said : '',
      outside: false,
    }
    answers.set(found.value, answer)
    return answer
  }

  const responsesOf = (value: unknown, pointer: Pointer): Response[] =>
    entries(object(value, pointer)).map(([key, response]) => {
      const at = [...pointer, key]
      const { outside, ...answer } = answerOf(response, at)
      if (outside) unseen.push(at)
      const digit = /^([1-9]\d\d)$|^([1-9])xx$/i.exec(key)
      return {
        key,
        status: digit?.[1] ? Number(key) : undefined,
        class: digit ? Number(key[0]) : undefined,
        ...answer,
        pointer: at,
      }
    })

  interface Parameters {
    readonly path: ReadonlyMap<string, Field>
    readonly query: ReadonlyMap<string, Field>
    readonly header: ReadonlyMap<string, Field>
    readonly complete: boolean
  }

  const parametersOf = (value: unknown, pointer: Pointer, inherited?: Parameters): Parameters => {
    if (value === undefined || value === null) return inherited ?? { path: new Map(), query: new Map(), header: new Map(), complete: true }
    if (!Array.isArray(value))
      throw new SourceError(`"parameters" is an array in OpenAPI, not ${kind(value)}`, source.locate([pointer])[0]!)
    count(value.length)
    const path = new Map(inherited?.path)
    const query = new Map(inherited?.query)
    const header = new Map(inherited?.header)
    let complete = inherited?.complete ?? true
    for (const [index, parameter] of value.entries()) {
      const found = reach(parameter, [...pointer, index])
      if (!found) {
        complete = false
        continue
      }
      const { in: where, name } = found.value
      if (typeof name !== 'string') remarks.push({ message: 'a parameter without a name is not read', pointer: [...pointer, index] })
      else if (where === 'header') header.set(name.toLowerCase(), fieldOf(name, name.toLowerCase(), found.value, found.pointer))
      else if (where === 'path') path.set(name, fieldOf(name, name, found.value, found.pointer))
      else if (where === 'query' || where === 'querystring') query.set(name, fieldOf(name, name, found.value, found.pointer))
      // A cookie parameter is part of the one field Cookie, about which no rule asks.
      else if (where !== 'cookie')
        remarks.push({
          message: `the parameter ${quote(name)} is not read: its "in" is ${where === undefined ? 'missing' : quote(where)}`,
          pointer: [...pointer, index],
        })
    }
    return { path, query, header, complete }
  }

  /** Whether credentials are asked for; an empty requirement among several makes them optional. */
  const securedBy = (security: unknown): boolean | undefined =>
    Array.isArray(security) ? security.length > 0 && security.every((need) => isObject(need) && Object.keys(need).length > 0) : undefined
  const secured = securedBy(document.security)

  const addOperation = (method: string, path: string, value: unknown, pointer: Pointer, shared: Parameters): void => {
    const operation = object(value, pointer)
    const parameters = parametersOf(operation.parameters, [...pointer, 'parameters'], shared)
    if (!parameters.complete) unseen.push(pointer)
    callbacks += entries(isObject(operation.callbacks) ? operation.callbacks : {}).length

    const bodyAt = [...pointer, 'requestBody']
    const body = operation.requestBody === undefined || operation.requestBody === null ? undefined : reach(operation.requestBody, bodyAt)
    // A body in another file is content all the same.
    const content = body
      ? contentOf(body.value.content, [...body.pointer, 'content'])
      : { ...NONE, hasContent: isRef(operation.requestBody) }

    const shape = path.replace(/\{[^{}]*\}/g, '{}')
    const group = siblings.get(shape) ?? []
    siblings.set(shape, group)
    const responses = responsesOf(operation.responses, [...pointer, 'responses'])
    count(responses.length + 1)
    const { operationId } = operation
    const described: Operation = {
      method,
      path,
      shape,
      name: typeof operationId === 'string' ? operationId : `${method} ${path}`,
      role: undefined,
      pathNames: [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!),
      params: parameters.complete ? parameters.path : undefined,
      query: parameters.query,
      fields: parameters.header,
      ...content,
      contentPointer: content.hasContent ? bodyAt : pointer,
      responses,
      idempotent: undefined,
      deprecated: operation.deprecated === true,
      waived: new Map(),
      siblings: group,
      secured: operation.security === undefined ? secured : securedBy(operation.security),
      pointer,
    }
    group.push(described)
    operations.push(described)
  }

  /** The operations of a path item, but those that another one hides. */
  const addItem = (path: string, item: JsonObject, pointer: Pointer, shared: Parameters, hiding: JsonObject = {}): void => {
    for (const [key, value] of entries(item)) {
      const at = [...pointer, key]
      if (operationKeys.includes(key)) {
        if (!Object.hasOwn(hiding, key)) addOperation(key.toUpperCase(), path, value, at, shared)
      } else if (key === 'additionalOperations')
        for (const [method, more] of entries(object(value, at))) addOperation(method, path, more, [...at, method], shared)
      else if (!otherKeys.includes(key)) remarks.push({ message: `${quote(key)} is no method key of OpenAPI and is not read`, pointer: at })
    }
  }

  for (const [path, value] of entries(object(document.paths, ['paths']))) {
    const pointer = ['paths', path]
    const item = object(value, pointer)
    // Keys beside the $ref of a path item stand, and hide those behind it.
    const behind = isRef(item) ? reach(item, pointer) : undefined
    const inherited = behind && parametersOf(behind.value.parameters, [...behind.pointer, 'parameters'])
    const shared = parametersOf(item.parameters, [...pointer, 'parameters'], inherited)
    if (behind) addItem(path, behind.value, behind.pointer, shared, item)
    addItem(path, item, pointer, shared)
  }

  for (const [reference, places] of outside)
    remarks.push({
      message: `the $ref ${quote(reference)} leads to another file and is not followed${places.length > 1 ? ` (${places.length} places)` : ''}`,
      pointer: places[0]!,
    })
  const webhooks = isObject(document.webhooks) ? entries(document.webhooks).length : 0
  if (webhooks > 0)
    remarks.push({
      message: `${webhooks} webhook${webhooks > 1 ? 's are' : ' is'} not judged: requests that this API sends`,
      pointer: ['webhooks'],
    })
  if (callbacks > 0)
    remarks.push({
      message: `${callbacks} callback${callbacks > 1 ? 's are' : ' is'} not judged: requests that this API sends`,
      pointer: ['paths'],
    })

  return {
    description: { source: 'openapi', name: source.file, version: versionOf(document), law, operations, document },
    remarks,
    unseen,
  }
}
