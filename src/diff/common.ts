/**
 * Two documents less what is plainly the same in both: most of two versions is, and need be neither read nor compared.
 *
 * Plainly the same is what is written alike, with all that its `$ref`s lead to, but for what only talks. What a reader would refuse or
 * remark upon is never plain: it is read and told, as if nothing stood beside it.
 */
import { countsBeside, elsewhere, modelBut, modelOf } from '../openapi/api.js'
import { readerOf } from '../openapi/describe.js'
import { type Api, refTo } from '../openapi/model.js'
import { keysOf, type Reader, statusOf, webhooksKey } from '../openapi/reader.js'
import { isObject, isRef, type JsonObject, own, RefFault } from '../openapi/refs.js'
import { isBeside, put, shapes } from '../openapi/schemas.js'
import { isSwagger, type Source } from '../openapi/source.js'
import { shapeOf } from '../openapi/template.js'
import { Held } from './held.js'
import { type Known, mirrors, unknown } from './operations.js'
import { nameOf, silent } from './place.js'
import { sameData } from './same.js'

/** Two versions, read beside one another. */
export interface Versions extends Known {
  readonly old: Api
  readonly now: Api
  /** What is the same and was left out: operations, and responses of others. */
  readonly unread: readonly { readonly method: string; readonly path: string; readonly responses: { readonly size: number } }[]
}

/** What a key holds: parts, what only talks, or what is never plain. A key that a kind does not know holds data. */
type Holding = 'talk' | 'odd' | Parts

interface Parts {
  readonly how: 'one' | 'list' | 'map' | 'references'
  readonly of: Kind
}

/** A kind of part. */
class Kind {
  readonly keys: Map<string, Holding>

  constructor(keys: Readonly<Record<string, Holding>>) {
    this.keys = new Map([...Array.from(silent, (key): [string, Holding] => [key, 'talk']), ...Object.entries(keys)])
  }
}

const one = (of: Kind): Parts => ({ how: 'one', of })
const map = (of: Kind): Parts => ({ how: 'map', of })

const schema = new Kind({ $dynamicRef: 'odd', $recursiveRef: 'odd' })
for (const [key, how] of shapes) schema.keys.set(key, { how, of: schema })
schema.keys.set('discriminator', one(new Kind({ mapping: { how: 'references', of: schema } })))
const media = new Kind({ schema: one(schema), itemSchema: one(schema) })
const header = new Kind({ schema: one(schema), content: map(media) })
const parameter = new Kind({ schema: one(schema), content: map(media) })
const response = new Kind({ headers: map(header), content: map(media), links: 'odd' })
const body = new Kind({ content: map(media) })
/** The three parts of an operation. */
const someParameters: Parts = { how: 'list', of: parameter }
const aBody = one(body)
const aResponse = one(response)
/** An operation, less these. */
const besides = new Kind({ parameters: 'talk', requestBody: 'talk', responses: 'talk', callbacks: 'odd' })

/** Kinds that stand behind a `$ref`, as keys name them. */
const kinds = new Map(Object.entries({ schema, media, header, parameter, response, body }))
const names = new Map(Array.from(kinds, ([name, kind]) => [kind, name]))

/** What leads to nothing that could be the same. */
const NOWHERE = ''

/** How deep one part may stand in another; deeper ones are for the reader to refuse. */
const MAX_DEPTH = 500

/** An object with some values replaced, or left out by `undefined`. */
const replaced = (object: JsonObject, values: ReadonlyMap<string, unknown>): JsonObject => {
  if (values.size === 0) return object
  const made = {}
  for (const key in object) {
    const value = values.has(key) ? values.get(key) : object[key]
    if (value !== undefined) put(made, key, value)
  }
  return made
}

/** An operation's three parts, where they are none. */
const threeParts = { parameters: undefined, requestBody: undefined, responses: undefined }

type Pair<T> = readonly [old: T, now: T]

class Common {
  readonly #documents: Pair<JsonObject>
  readonly #sources: Pair<Source>
  /** The components that are schemas. */
  readonly #schemas: readonly unknown[]
  /** References to components that are known to be the same. */
  readonly #same: ReadonlySet<string>
  readonly #reader: Reader
  readonly #countsBeside: boolean
  /** What `$ref`s lead to: those to schemas as they are, others behind their kind. */
  readonly #targets = new Held((key, wanted) => this.#target(key, wanted))
  readonly unread: Versions['unread'][number][] = []

  /** `same` are components that are known to be the same. */
  constructor(old: Source, now: Source, same: ReadonlySet<string> = new Set()) {
    this.#same = new Set(Array.from(same, refTo))
    this.#sources = [old, now]
    this.#documents = [old.document, now.document]
    this.#schemas = this.#documents.map(({ components }) => own(components, 'schemas'))
    this.#reader = readerOf(now)
    this.#countsBeside = countsBeside(now.document)
  }

  /** The components that are the same. */
  schemas(): ReadonlySet<string> {
    const [a, b] = this.#schemas
    if (!isObject(a) || !isObject(b)) return new Set()
    return new Set(Object.keys(a).filter((name) => Object.hasOwn(b, name) && this.#targets.one(refTo(name))))
  }

  /** The components that were looked at so far. */
  met(): ReadonlySet<string> {
    return new Set([...this.#targets.met()].flatMap((key) => nameOf(key) ?? []))
  }

  /** The document less what is plain of the paths that have no like among others: they came or went, and no more is said of them. */
  lone(document: JsonObject, others: unknown): JsonObject {
    const { paths } = document
    if (!isObject(paths) || !isObject(others)) return document
    const shapes = new Set(Object.keys(others).map(shapeOf))
    const left = new Map<string, unknown>()
    for (const path of keysOf(paths)) {
      const item = paths[path]
      if (shapes.has(shapeOf(path)) || !isObject(item) || isRef(item)) continue
      if (!this.#isSame(item.parameters, item.parameters, someParameters)) continue
      const methods = new Map<string, unknown>()
      for (const key of this.#methods(item)) {
        const operation = item[key]
        if (!isObject(operation) || isRef(operation)) continue
        methods.set(key, this.#operation(operation, operation, key.toUpperCase(), path)[0] ?? { ...operation, ...threeParts })
      }
      left.set(path, replaced(item, methods))
    }
    return { ...document, paths: replaced(paths, left) }
  }

  #methods(item: JsonObject): readonly string[] {
    return keysOf(item).filter((key) => this.#reader.operationKeys.includes(key))
  }

  /** The documents less what is the same of their operations. */
  documents(): Pair<JsonObject> {
    let [old, now] = this.#documents
    const leave = (key: string, called: string) => {
      const [a, b] = [old[key], now[key]]
      if (!isObject(a) || !isObject(b)) return
      const left = this.#each(keysOf(a), a, b, (one, other, path) => this.#item(one, other, `${called}${path}`))
      old = { ...old, [key]: left[0] }
      now = { ...now, [key]: left[1] }
    }
    leave('paths', '')
    const key = webhooksKey(old)
    if (key === webhooksKey(now)) leave(key, 'webhook ')
    return [old, now]
  }

  /** Two objects less what is the same under some of their keys. */
  #each(
    keys: readonly string[],
    a: JsonObject,
    b: JsonObject,
    less: (one: JsonObject, other: JsonObject, key: string) => Pair<JsonObject | undefined>,
  ): Pair<JsonObject> {
    const before = new Map<string, unknown>()
    const now = new Map<string, unknown>()
    for (const key of keys) {
      const one = own(a, key)
      const other = own(b, key)
      if (!isObject(one) || !isObject(other) || isRef(one) || isRef(other)) continue
      const left = less(one, other, key)
      before.set(key, left[0])
      now.set(key, left[1])
    }
    return [replaced(a, before), replaced(b, now)]
  }

  #item(a: JsonObject, b: JsonObject, path: string): Pair<JsonObject | undefined> {
    if (!this.#isSame(a.parameters, b.parameters, someParameters)) return [a, b]
    const { otherKeys } = this.#reader
    const left = this.#each(this.#methods(a), a, b, (one, other, key) => this.#operation(one, other, key.toUpperCase(), path))
    const isRead = (key: string) => key === 'additionalOperations' || !otherKeys.includes(key)
    const rest = (item: JsonObject) => (keysOf(item).some(isRead) ? item : undefined)
    return [rest(left[0]), rest(left[1])]
  }

  #operation(a: JsonObject, b: JsonObject, method: string, path: string): Pair<JsonObject | undefined> {
    const { responses: before = {} } = a
    const { responses: now = {} } = b
    const isSameParameters = this.#isSame(a.parameters, b.parameters, someParameters)
    const isSameBody = this.#isSame(a.requestBody, b.requestBody, aBody)
    const gone = { ...(isSameParameters && { parameters: undefined }), ...(isSameBody && { requestBody: undefined }) }
    const left = (): Pair<JsonObject> => [
      { ...a, ...gone },
      { ...b, ...gone },
    ]
    if (!isObject(before) || !isObject(now)) return left()
    const statuses = Object.keys(before)
    const others = Object.keys(now)
    const same = statuses.filter((key) => isStatus(key) && this.#isSame(before[key], own(now, key), aResponse))
    if (
      isSameParameters &&
      isSameBody &&
      statuses.length === same.length &&
      others.length === same.length &&
      this.#part(a, b, besides, this.#targets.wanting(), 0) &&
      this.#targets.all()
    ) {
      this.unread.push({ method, path, responses: { size: same.length } })
      return [undefined, undefined]
    }
    // Some are compared with the others.
    if (same.length === 0 || statuses.some(mirrors) || others.some(mirrors)) return left()
    this.unread.push({ method, path, responses: { size: same.length } })
    const rest = (responses: JsonObject) => replaced(responses, new Map(same.map((key) => [key, undefined])))
    return [
      { ...a, ...gone, responses: rest(before) },
      { ...b, ...gone, responses: rest(now) },
    ]
  }

  /** Whether two values are the same, with all that they refer to. */
  #isSame(a: unknown, b: unknown, holding: Parts): boolean {
    if (a === undefined && b === undefined) return true
    return this.#held(a, b, holding, this.#targets.wanting(), 0) && this.#targets.all()
  }

  #part(a: unknown, b: unknown, kind: Kind, wanted: Set<string>, depth: number): boolean {
    if (!isObject(a) || !isObject(b)) return kind === schema && typeof a === 'boolean' && a === b
    if (depth > MAX_DEPTH) return false
    const { $ref } = a
    if ($ref !== undefined && names.has(kind)) {
      if (typeof $ref !== 'string' || $ref !== b.$ref || !this.#refer($ref, kind, wanted)) return false
      if (kind !== schema) return true
    }
    if (kind === parameter && !this.#isParameter(a)) return false
    const isAlone = $ref !== undefined && kind === schema && !this.#countsBeside
    const { keys } = kind
    for (const key in a) {
      const holding = keys.get(key)
      if (holding === 'talk') continue
      if (holding === 'odd' || (isAlone && !isBeside(key))) return false
      const left = a[key]
      const right = b[key]
      if (holding !== undefined ? !this.#held(left, right, holding, wanted, depth + 1) : left !== right && !this.#data(left, right, wanted))
        return false
    }
    if (a !== b) for (const key in b) if (!Object.hasOwn(a, key) && keys.get(key) !== 'talk') return false
    return true
  }

  /** Wants that what a `$ref` leads to is the same; schemas that are no components are given names, in the order in which they are met. */
  #refer(reference: string, kind: Kind, wanted: Set<string>): boolean {
    if (kind !== schema) wanted.add(`${names.get(kind)} ${reference}`)
    else if (!this.#same.has(reference)) {
      if (!isComponent(reference)) return false
      wanted.add(reference)
    }
    return true
  }

  #held(a: unknown, b: unknown, { how, of }: Parts, wanted: Set<string>, depth: number): boolean {
    if (how === 'one') return this.#part(a, b, of, wanted, depth)
    if (how === 'list') {
      if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
      for (let index = 0; index < a.length; index++) if (!this.#part(a[index], b[index], of, wanted, depth)) return false
      return true
    }
    if (!isObject(a) || !isObject(b) || Object.hasOwn(a, '$ref')) return false
    let count = 0
    for (const key in a) {
      if (!Object.hasOwn(b, key) || (of === header && elsewhere.header.includes(key.toLowerCase()))) return false
      if (how === 'map') {
        if (!this.#part(a[key], b[key], of, wanted, depth)) return false
      } else {
        const reference = a[key]
        if (typeof reference !== 'string' || reference !== b[key] || !this.#refer(reference, of, wanted)) return false
      }
      count++
    }
    for (const _ in b) count--
    return count === 0
  }

  /** Data, which may refer to schemas as well: extensions do. */
  #data(a: unknown, b: unknown, wanted: Set<string>): boolean {
    return sameData(a, b, (key, value) => {
      if (key === '$ref') wanted.add(typeof value === 'string' && value.startsWith('#') ? value : NOWHERE)
    })
  }

  #isParameter({ in: where, name }: JsonObject): boolean {
    if (typeof name !== 'string' || this.#reader.placeOf(where) === false) return false
    return where !== 'header' || !elsewhere.parameter.includes(name.toLowerCase())
  }

  /** Whether what a `$ref` leads to is the same in both. */
  #target(key: string, wanted: Set<string>): boolean {
    if (key === NOWHERE) return false
    if (this.#same.has(key)) return true
    const at = key.startsWith('#') ? -1 : key.indexOf(' ')
    const kind = at < 0 ? schema : kinds.get(key.slice(0, at))!
    const reference = key.slice(at + 1)
    const [a, b] = kind === schema ? this.#components(reference) : this.#found(reference)
    // A `$ref` to a `$ref` may lead in a circle.
    return !isRef(a) && !isRef(b) && this.#part(a, b, kind, wanted, 0)
  }

  #components(reference: string): readonly unknown[] {
    const name = nameOf(reference)
    return name === undefined || name.includes('/') ? [] : this.#schemas.map((all) => own(all, name))
  }

  #found(reference: string): readonly unknown[] {
    try {
      return this.#sources.map(({ files }) => {
        const found = files.step(reference, [])
        return 'value' in found ? found.value : undefined
      })
    } catch (error) {
      if (error instanceof RefFault) return []
      throw error
    }
  }
}

const isComponent = (reference: string): boolean => nameOf(reference)?.includes('/') === false

const isStatus = (key: string): boolean => statusOf(key).class !== undefined || key.toLowerCase() === 'default'

/** Whether what is written alike in both means the same. */
const isComparable = (a: JsonObject, b: JsonObject): boolean =>
  !isSwagger(a) && !isSwagger(b) && countsBeside(a) === countsBeside(b) && sameData(a.security, b.security)

/**
 * Reads two versions, but for what is plainly the same.
 *
 * @throws SourceError as `modelOf` does.
 */
export const versionsOf = (old: Source, now: Source): Versions => {
  if (!isComparable(old.document, now.document)) return { old: modelOf(old), now: modelOf(now), ...unknown, unread: [] }
  const common = new Common(old, now)
  const same = common.schemas()
  const [before, after] = common.documents()
  const [gone, come] = [new Common(old, old, same), new Common(now, now, same)]
  const documents = [gone.lone(before, now.document.paths), come.lone(after, old.document.paths)] as const
  const reached = [gone.met(), come.met()] as const
  return {
    old: modelBut(gone.schemas(), { ...old, document: documents[0] }),
    now: modelBut(come.schemas(), { ...now, document: documents[1] }),
    same,
    reached,
    unread: [...common.unread, ...come.unread],
  }
}
