/** An OpenAPI document in the one normal form that rules read. */
import type { Law } from '../registry/facts.js'
import type { Description, Operation, Pointer } from '../rules/description.js'
import { quote } from './error.js'
import { keysOf, type Parameters, Reader, type Remark } from './reader.js'
import { isObject, isRef, type JsonObject } from './refs.js'
import { isSwagger, type Source, versionOf } from './source.js'
import { SwaggerReader } from './swagger.js'

export { operationKeys } from './reader.js'

/** A document as rules read it, with what they cannot see. */
export interface Described {
  readonly description: Description
  readonly remarks: readonly Remark[]
  /** Responses and operations that are partly in another file: nobody can say what they leave out. */
  readonly unseen: readonly Pointer[]
}

/** What all operations of one path have in common. */
interface Route extends Pick<Operation, 'path' | 'shape' | 'pathNames'> {
  readonly siblings: Operation[]
  readonly parameters: Parameters
}

/** Whether credentials are asked for; an empty requirement among several makes them optional. */
const securedBy = (security: unknown): boolean | undefined =>
  Array.isArray(security) ? security.length > 0 && security.every((need) => isObject(need) && Object.keys(need).length > 0) : undefined

const plural = (count: number, thing: string): string => `${count} ${thing}${count > 1 ? 's are' : ' is'}`

/**
 * Describes a source by a law.
 *
 * Callbacks, webhooks and other files are not followed; `remarks` says so wherever it happens.
 *
 * @example describe(parse('{ "openapi": "3.1.0", "paths": {} }', 'api.json'), rfc9110).description.operations //=> []
 * @throws SourceError where a structure is not what OpenAPI says, or a `$ref` leads nowhere.
 */
export const describe = (source: Source, law: Law): Described => {
  const { document } = source
  const reader = isSwagger(document) ? new SwaggerReader(source) : new Reader(source)
  const operations: Operation[] = []
  const groups = new Map<string, Operation[]>()
  const secured = securedBy(document.security)
  let callbacks = 0

  const addOperation = (route: Route, method: string, value: unknown, place: Pointer): void => {
    // OpenAPI has no $ref for a whole operation, but documents of many files do, and tools follow it.
    const found = reader.reach(value, place)
    if (!found) reader.unseen.push(place)
    const { value: operation, pointer } = found ?? { value: {}, pointer: place }
    const parameters = reader.parameters(operation.parameters, [...pointer, 'parameters'], route.parameters)
    if (!parameters.complete) reader.unseen.push(pointer)
    if (isObject(operation.callbacks)) callbacks += keysOf(operation.callbacks).length
    const { content, hasContent, pointer: contentPointer } = reader.sent(operation, pointer, parameters)
    const { path, shape, pathNames, siblings } = route
    const { operationId, security, deprecated } = operation
    reader.count(1)
    const described: Operation = {
      method,
      path,
      shape,
      name: typeof operationId === 'string' ? operationId : `${method} ${path}`,
      role: undefined,
      pathNames,
      params: found && parameters.complete ? parameters.path : undefined,
      query: parameters.query,
      fields: parameters.header,
      content,
      hasContent,
      contentPointer,
      responses: reader.responses(operation, pointer),
      idempotent: undefined,
      deprecated: deprecated === true,
      waived: new Map(),
      siblings,
      secured: security === undefined ? secured : securedBy(security),
      pointer,
    }
    siblings.push(described)
    operations.push(described)
  }

  /** The operations of a path item, but those that another one hides. */
  const addItem = (route: Route, item: JsonObject, pointer: Pointer, hiding: JsonObject = {}): void => {
    for (const key of keysOf(item)) {
      const at = [...pointer, key]
      if (reader.operationKeys.includes(key)) {
        if (!Object.hasOwn(hiding, key)) addOperation(route, key.toUpperCase(), item[key], at)
      } else if (!reader.otherKeys.includes(key))
        reader.remarks.push({ message: `${quote(key)} is no method key of OpenAPI and is not read`, pointer: at })
      else if (key === 'additionalOperations') {
        const more = reader.object(item[key], at)
        for (const method of keysOf(more)) addOperation(route, method, more[method], [...at, method])
      }
    }
  }

  const paths = reader.object(document.paths, ['paths'])
  for (const path of keysOf(paths)) {
    const pointer = ['paths', path]
    const item = reader.object(paths[path], pointer)
    // Keys beside the $ref of a path item stand, and hide those behind it.
    const behind = isRef(item) ? reader.reach(item, pointer) : undefined
    const inherited = behind && reader.parameters(behind.value.parameters, [...behind.pointer, 'parameters'])
    const shape = path.replace(/\{[^{}]*\}/g, '{}')
    const siblings = groups.get(shape) ?? []
    groups.set(shape, siblings)
    const route: Route = {
      path,
      shape,
      pathNames: Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name]) => name!),
      siblings,
      parameters: reader.parameters(item.parameters, [...pointer, 'parameters'], inherited),
    }
    if (behind) addItem(route, behind.value, behind.pointer, item)
    addItem(route, item, pointer)
  }

  reader.remarkOutside()
  const notJudged = (count: number, thing: string, pointer: Pointer): void => {
    if (count > 0) reader.remarks.push({ message: `${plural(count, thing)} not judged: requests that this API sends`, pointer })
  }
  notJudged(isObject(document.webhooks) ? keysOf(document.webhooks).length : 0, 'webhook', ['webhooks'])
  notJudged(callbacks, 'callback', ['paths'])

  return {
    description: { source: 'openapi', name: source.file, version: versionOf(document), law, operations, document },
    remarks: reader.remarks,
    unseen: reader.unseen,
  }
}
