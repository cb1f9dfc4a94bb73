/** What a document says for which no API has a place: extensions, contacts, links to documentation. */
import type { Pointer } from '../rules/description.js'
import type { Files } from './files.js'
import { isObject, listOf } from './refs.js'
import { pointerOf, type Trail, trail } from './trail.js'

/** Something that is left out, and where. */
export interface Beside {
  readonly what: string
  readonly pointer: Pointer
}

/** Keys under which names stand that an author gives, also such as start with `x-`. */
const named: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas'],
  ...['headers', 'parameters', 'requestBodies', 'pathItems', 'mediaTypes'],
  ...['content', 'encoding', 'links', 'examples', 'variables', 'scopes', 'mapping', 'webhooks', 'x-webhooks'],
])

/** Keys under which any data may stand, and what is kept whole. */
const data: ReadonlySet<string> = new Set([
  ...['example', 'default', 'const', 'enum', 'value', 'dataValue'],
  ...['security', 'securitySchemes', 'securityDefinitions'],
])

/** Extensions that are read. */
const isRead = (key: string): boolean => /^x-(?:webhooks$|sunset$|nullable$|examples$|extensible-enum$|statute-)/.test(key)

const leftOut = (key: string, value: unknown, holder: object): string | undefined => {
  if (key.startsWith('x-')) return isRead(key) ? undefined : `the extension ${key} is left out`
  // Only OpenAPI 2.0 has it for fields of a form; that of a query is kept.
  if (key === 'allowEmptyValue' && value === true && 'in' in holder && holder.in === 'formData')
    return 'allowEmptyValue of a form field is left out: its schema says what it may be'
  return key === 'allowReserved' && value === true ? 'allowReserved is left out: reserved characters are encoded' : undefined
}

/** What the document, its tags, servers, paths and operations say of themselves; schemas are read by who asks for them. */
const ofThemselves = (document: unknown): readonly Beside[] => {
  if (!isObject(document)) return []
  const found: Beside[] = []
  const leave = (value: unknown, pointer: Pointer, of: string, keys: readonly string[]): void => {
    for (const key of keys)
      if (isObject(value) && Object.hasOwn(value, key))
        found.push({ what: `what ${of} says in ${key} is left out`, pointer: [...pointer, key] })
  }
  const { info, tags, servers, paths } = document
  leave(document, [], 'the document', ['externalDocs'])
  leave(info, ['info'], 'the document', ['summary', 'termsOfService', 'contact', 'license'])
  for (const [index, tag] of listOf(tags).entries())
    leave(tag, ['tags', index], 'a tag', ['summary', 'description', 'externalDocs', 'parent', 'kind'])
  for (const [index, server] of listOf(servers).entries())
    leave(server, ['servers', index], 'a server', ['name', 'description', 'variables'])
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    leave(item, ['paths', path], 'a path', ['summary', 'description'])
    for (const [method, operation] of Object.entries(isObject(item) ? item : {}))
      if (isObject(operation)) leave(operation, ['paths', path, method], 'an operation', ['externalDocs'])
  }
  return found
}

/** All that is left out of some files: of each object before those in it. */
export const besides = (files: Files): readonly Beside[] => {
  const { roots } = files
  const found: Beside[] = [...ofThemselves(roots[0]!.root)]
  const seen = new Set<unknown>()
  // No recursion: how deep a document goes is its author's choice.
  const waiting: { readonly value: unknown; readonly at: Trail; readonly names: boolean }[] = []
  for (const { root, mark } of roots.toReversed()) waiting.push({ value: root, at: mark, names: false })
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, at, names } = next
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const isList = Array.isArray(value)
    const below: typeof waiting = []
    for (const [key, part] of Object.entries(value)) {
      const place = trail(at, isList ? Number(key) : key)
      const what = names || isList ? undefined : leftOut(key, part, value)
      if (what !== undefined) found.push({ what, pointer: pointerOf(place) })
      else if (names || !(data.has(key) || (key === 'examples' && Array.isArray(part)) || key === 'x-examples'))
        below.push({ value: part, at: place, names: !names && named.has(key) && isObject(part) })
    }
    // One by one: there may be more than a call takes.
    for (const part of below.reverse()) waiting.push(part)
  }
  return found
}
