/** An OpenAPI document in the one normal form that rules read. */
import type { Law } from '../registry/facts.js'
import type { Description, Operation, Pointer } from '../rules/description.js'
import { type Found, keysOf, Reader, type Remark, type Sent, webhooksKey } from './reader.js'
import { isObject } from './refs.js'
import { isSwagger, type Source, versionOf } from './source.js'
import { SwaggerReader } from './swagger.js'

export { operationKeys } from './reader.js'

/** A document as rules read it, with what they cannot see. */
export interface Described {
  readonly description: Description
  readonly remarks: readonly Remark[]
  /** Responses and operations that are partly where the reader does not go: nobody can say what they leave out. */
  readonly unseen: readonly Pointer[]
}

/** Whether credentials are asked for; an empty requirement among several makes them optional. */
const securedBy = (security: unknown): boolean | undefined =>
  Array.isArray(security) ? security.length > 0 && security.every((need) => isObject(need) && Object.keys(need).length > 0) : undefined

const plural = (count: number, thing: string): string => `${count} ${thing}${count > 1 ? 's are' : ' is'}`

/** The reader for the version of a source. */
export const readerOf = (source: Source): Reader => (isSwagger(source.document) ? new SwaggerReader(source) : new Reader(source))

/** How many an object has by name: webhooks, callbacks, links. */
export const countOf = (named: unknown): number => (isObject(named) ? keysOf(named).length : 0)

/** What an operation is called. */
const nameOf = ({ value: { operationId }, method, route }: Found): string =>
  typeof operationId === 'string' ? operationId : `${method} ${route.path}`

const NO_WAIVERS: Operation['waived'] = new Map()

const operationOf = (
  found: Found,
  { content, hasContent, pointer: contentPointer }: Sent,
  responses: Operation['responses'],
  siblings: readonly Operation[],
  secured: boolean | undefined,
): Operation => {
  const { route, method, value, pointer, seen, parameters } = found
  return {
    method,
    path: route.path,
    shape: route.shape,
    name: nameOf(found),
    role: undefined,
    pathNames: route.pathNames,
    params: seen && parameters.complete ? parameters.path : undefined,
    query: parameters.query,
    fields: parameters.header,
    content,
    hasContent,
    contentPointer,
    responses,
    idempotent: undefined,
    deprecated: value.deprecated === true,
    waived: NO_WAIVERS,
    siblings,
    secured,
    pointer,
  }
}

/**
 * Describes a source by a law.
 *
 * Callbacks, webhooks and what is on the network are not followed; `remarks` says so wherever it happens. A pointer into another file starts with that file.
 *
 * @example describe(parse('{ "openapi": "3.1.0", "paths": {} }', 'api.json'), rfc9110).description.operations //=> []
 * @throws SourceError where a structure is not what OpenAPI says, or a `$ref` leads nowhere.
 */
export const describe = (source: Source, law: Law): Described => {
  const { document } = source
  const reader = readerOf(source)
  const operations: Operation[] = []
  const groups = new Map<string, Operation[]>()
  const secured = securedBy(document.security)
  let callbacks = 0

  reader.operations((found) => {
    const { route, value, pointer, parameters } = found
    if (value.callbacks !== undefined) callbacks += countOf(value.callbacks)
    const { shape } = route
    const siblings = groups.get(shape) ?? []
    if (siblings.length === 0) groups.set(shape, siblings)
    const asks = value.security === undefined ? secured : securedBy(value.security)
    const operation = operationOf(found, reader.sent(value, pointer, parameters), reader.responses(value, pointer), siblings, asks)
    siblings.push(operation)
    operations.push(operation)
  })

  reader.remarkOutside()
  const notJudged = (count: number, thing: string, pointer: Pointer): void => {
    if (count > 0) reader.remarks.push({ message: `${plural(count, thing)} not judged: requests that this API sends`, pointer })
  }
  const webhooks = webhooksKey(document)
  notJudged(countOf(document[webhooks]), 'webhook', [webhooks])
  notJudged(callbacks, 'callback', ['paths'])

  return {
    description: { source: 'openapi', name: source.file, version: versionOf(document), law, operations, document },
    remarks: reader.remarks,
    unseen: reader.unseen,
  }
}
