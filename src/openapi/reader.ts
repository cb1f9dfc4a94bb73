/** Reads the parts of an operation – parameters, content, responses – and remembers what it could not read. */
import type { Field, Operation, Pointer, Response } from '../rules/description.js'
import { kind, quote, SourceError } from './error.js'
import { type Files, isElsewhere } from './files.js'
import { type Found as Followed, isObject, isRef, type JsonObject, RefFault } from './refs.js'
import { ShownField, ShownMedia } from './shown.js'
import type { Source } from './source.js'
import { namesOf, shapeOf } from './template.js'
import { pointerOf, type Trail, trail } from './trail.js'

/** Something the reader left out, said aloud. */
export interface Remark {
  readonly message: string
  readonly pointer: Pointer
}

/** The content of a message. */
export interface Content {
  readonly content: readonly ShownMedia[]
  readonly hasContent: boolean
}

/** The content of a request, and where it is declared. */
export interface Sent extends Content {
  readonly pointer: Pointer
  readonly required: boolean
  readonly description: unknown
}

/** An object, and where it stands. */
export interface Part {
  readonly value: JsonObject
  readonly pointer: Pointer
}

/** A part whose pointer is made when asked for: most are never asked. */
export class Reached implements Part {
  #pointer: Pointer | undefined
  constructor(
    readonly value: JsonObject,
    readonly place: Trail,
  ) {}

  get pointer(): Pointer {
    this.#pointer ??= pointerOf(this.place)
    return this.#pointer
  }
}

/** The parameters of an operation, by where they go; `complete` unless some could not be reached. */
export interface Parameters {
  readonly path: ReadonlyMap<string, Field>
  readonly query: ReadonlyMap<string, Field>
  readonly header: ReadonlyMap<string, Field>
  /** All of them, as they stand, by `in` and name: also cookies, and the request content of OpenAPI 2.0. Made when asked for. */
  readonly all: () => ReadonlyMap<string, Part>
  readonly complete: boolean
}

/** What a Parameter Object says, and the field that rules see in it. */
interface Listed {
  readonly where: unknown
  readonly called: string
  readonly holds: Place
  readonly part: Part
  readonly field: ShownField
}

/** What all operations of one path have in common. */
export interface Route extends Pick<Operation, 'path' | 'shape' | 'pathNames'> {
  readonly item: Part
  /** The path item behind the `$ref` of `item`. */
  readonly behind: Part | undefined
  readonly parameters: Parameters
}

/** An operation as it stands. */
export interface Found extends Part {
  readonly route: Route
  /** In capitals, but as written under `additionalOperations`. */
  readonly method: string
  /** Whether it could be reached. */
  readonly seen: boolean
  readonly parameters: Parameters
}

/** Is told of each operation as it is read. */
type Visit = (found: Found) => void

type Fields = ReadonlyMap<string, ShownField>

/** What a response says, and where it really stands. */
interface Answer extends Content {
  readonly fields: Fields
  readonly summary: string
  readonly part: Part | undefined
}

/** A response of an operation. */
export class Answered implements Response {
  readonly status: Response['status']
  readonly class: Response['class']
  readonly content: readonly ShownMedia[]
  readonly hasContent: boolean
  readonly fields: Fields

  constructor(
    readonly key: string,
    readonly answer: Answer,
    /** Where the responses of the operation stand. */
    readonly holder: Trail,
  ) {
    const said = statusOf(key)
    this.status = said.status
    this.class = said.class
    this.content = answer.content
    this.hasContent = answer.hasContent
    this.fields = answer.fields
  }

  get summary(): string {
    return this.answer.summary
  }

  get pointer(): Pointer {
    return pointerOf(trail(this.holder, this.key))
  }
}

/** How many responses and parameters a document may stand for: `$ref`s multiply, and a few kilobytes could mean billions. */
const MAX_PARTS = 500_000

const NOTHING: JsonObject = {}
const NO_FIELDS: Fields = new Map()
const NO_CONTENT: Content = { content: [], hasContent: false }
const NO_ANSWER: Answer = { ...NO_CONTENT, fields: NO_FIELDS, summary: '', part: undefined }
const NO_PARAMETERS: Parameters = { path: NO_FIELDS, query: NO_FIELDS, header: NO_FIELDS, all: () => new Map(), complete: true }

const statuses = new Map<string, Pick<Response, 'status' | 'class'>>()

/** What a key under `responses` says; few keys are used, thousands of times. */
export const statusOf = (key: string): Pick<Response, 'status' | 'class'> => statuses.get(key) ?? readStatus(key)

const readStatus = (key: string): Pick<Response, 'status' | 'class'> => {
  const [whole, code] = /^([1-9]\d\d)$|^[1-9]xx$/i.exec(key) ?? []
  const made = { status: code ? Number(code) : undefined, class: whole ? Number(whole[0]) : undefined }
  // Keys of other people's documents are not kept for ever.
  if (whole) statuses.set(key, made)
  return made
}

const isExtension = (key: string): boolean => key.startsWith('x-')

/** The keys of an object that are not extensions (`x-…`). */
export const keysOf = (object: JsonObject): readonly string[] => {
  const keys = Object.keys(object)
  return keys.some(isExtension) ? keys.filter((key) => !isExtension(key)) : keys
}

/** The keys under which a Path Item Object of OpenAPI 3 holds operations; `query` came with OpenAPI 3.2. */
export const operationKeys = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** Whether rules ask about a parameter, and as what. */
export type Place = 'path' | 'query' | 'header' | undefined

/** Where a parameter may be. A cookie parameter is part of the one field Cookie, about which no rule asks. */
const places: ReadonlyMap<unknown, Place> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['querystring', 'query'],
  ['header', 'header'],
  ['cookie', undefined],
] as const)

/** Where a document has its webhooks. */
export const webhooksKey = (document: object): 'webhooks' | 'x-webhooks' => ('webhooks' in document ? 'webhooks' : 'x-webhooks')

/** What is made of the objects at many places, once of each: most documents answer every operation with the same few components. */
class Known<Made> {
  readonly #reader: Reader
  readonly #files: Files
  readonly #make: (part: Reached, place: Trail) => Made | null
  readonly #byObject = new Map<JsonObject, Made>()
  readonly #byReference = new Map<unknown, Made>()

  /** `make` returns `null` where nothing can be made of an object, which is then asked for at each place. */
  constructor(reader: Reader, make: (part: Reached, place: Trail) => Made | null) {
    this.#reader = reader
    this.#files = reader.source.files
    this.#make = make
  }

  /** What is made of a value, or of what its `$ref` leads to: `undefined` where that is not followed. */
  of(value: unknown, up: Trail, key: string | number): Made | null | undefined {
    // Where all is in one file, the same `$ref` always leads to the same.
    const known = isRef(value) && this.#files.isOne ? this.#byReference.get(value.$ref) : undefined
    return known ?? this.#find(value, trail(up, key))
  }

  #find(value: unknown, place: Trail): Made | null | undefined {
    const part = this.#reader.reach(value, place)
    if (!part) return undefined
    const made = this.#byObject.get(part.value) ?? this.#make(part, place)
    if (made === null) return null
    this.#byObject.set(part.value, made)
    if (isRef(value) && this.#files.isOne) this.#byReference.set(value.$ref, made)
    return made
  }
}

export class Reader {
  /** The keys under which a Path Item Object holds operations. */
  readonly operationKeys: readonly string[] = operationKeys
  /** The other keys of a Path Item Object. */
  readonly otherKeys: readonly string[] = ['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']
  readonly remarks: Remark[] = []
  /** Responses and operations that are partly where the reader does not go: nobody can say what they leave out. */
  readonly unseen: Pointer[] = []
  readonly source: Source
  readonly #outside = new Map<string, Trail[]>()
  readonly #answers = new Map<string, Known<Answer>>()
  readonly #parameters: Known<Listed>
  #parts = 0

  constructor(source: Source) {
    this.source = source
    this.#parameters = new Known<Listed>(this, (part, place) => this.#parameter(part, place))
  }

  refuse(reason: string, place: Trail): SourceError {
    return new SourceError(reason, this.source.files.locate([pointerOf(place)])[0]!)
  }

  /** Adds up what was read. */
  count(more: number): void {
    this.#parts += more
    if (this.#parts > MAX_PARTS) throw this.#refuseParts()
  }

  #refuseParts(): SourceError {
    const most = MAX_PARTS.toLocaleString('en')
    return new SourceError(`stands for more than ${most} responses and parameters once its $refs are followed`, { file: this.source.file })
  }

  /** The object that must stand here; YAML's empty value counts as an empty object. */
  object(value: unknown, place: Trail): JsonObject {
    if (isObject(value)) return value
    if (value === undefined || value === null) return {}
    throw this.#refuseValue(value, place)
  }

  #refuseValue(value: unknown, place: Trail): SourceError {
    const pointer = pointerOf(place)
    const [holder, key] = pointer.slice(-2)
    const name = typeof key === 'number' ? `item ${key} of ${quote(holder)}` : quote(pointer.at(-1))
    return this.refuse(`${name} is an object in OpenAPI, not ${kind(value)}`, pointer)
  }

  /** What `$ref`s lead to; `whole` are all of them, else the first. */
  #followed(
    value: { readonly $ref: unknown },
    place: Trail,
    whole: boolean,
  ): { readonly value: unknown; readonly pointer: Pointer } | undefined {
    let found: Followed
    try {
      found = whole ? this.source.files.follow(value, place) : this.source.files.step(value.$ref, place)
    } catch (error) {
      if (error instanceof RefFault) throw this.refuse(error.message, trail(place, '$ref'))
      throw error
    }
    if (!('outside' in found)) return found
    const places = this.#outside.get(found.outside)
    if (places) places.push(place)
    else this.#outside.set(found.outside, [place])
    return undefined
  }

  /** What stands at a place. */
  at(pointer: Pointer): unknown {
    return this.source.files.at(pointer)
  }

  /** What one `$ref` leads to, or `undefined` where it is not followed (which is remarked). */
  step(reference: unknown, pointer: Pointer): { readonly value: unknown; readonly pointer: Pointer } | undefined {
    return this.#followed({ $ref: reference }, pointer, false)
  }

  /** The object behind a `$ref`, or `undefined` where it is not followed (which is remarked). */
  reach(value: unknown, place: Trail): Reached | undefined {
    if (!isRef(value)) return new Reached(this.object(value, place), place)
    const found = this.#followed(value, place, true)
    return found && new Reached(this.object(found.value, found.pointer), found.pointer)
  }

  content(value: unknown, place: Trail): Content {
    if (value === undefined) return NO_CONTENT
    const map = this.object(value, place)
    const content = keysOf(map).map((type) => {
      const at = trail(place, type)
      const found = this.reach(map[type], at)
      return new ShownMedia(this.source.files, found?.value ?? {}, type, found?.place ?? at)
    })
    return { content, hasContent: content.length > 0 }
  }

  /** The content of a request; a body in another file is content all the same. */
  sent(operation: JsonObject, pointer: Pointer, _parameters: Parameters): Sent {
    const { requestBody } = operation
    if (requestBody === undefined || requestBody === null)
      return { content: NO_CONTENT.content, hasContent: false, pointer, required: false, description: undefined }
    const at = pointer.concat('requestBody')
    const found = this.reach(requestBody, at)
    if (!found) return { content: NO_CONTENT.content, hasContent: true, pointer: at, required: false, description: undefined }
    const { required, description, content: media } = found.value
    const { content, hasContent } = this.content(media, trail(found.place, 'content'))
    return { content, hasContent, pointer: hasContent ? at : pointer, required: required === true, description }
  }

  /** The media types that an operation gives to its responses from outside of them: none since OpenAPI 3. */
  protected produced(_operation: JsonObject, _pointer: Pointer): readonly string[] {
    return []
  }

  /** The content of a response. */
  protected answered({ value, place }: Reached, _types: readonly string[]): Content {
    return this.content(value.content, trail(place, 'content'))
  }

  /** What describes a parameter or a header, with its `schema`. */
  described(value: JsonObject): JsonObject {
    return value
  }

  /** Remarks what is no key of a Responses Object. Rules speak about those of OpenAPI 3. */
  protected remarkKeys(_keys: readonly string[], _place: Trail): void {}

  /** The kind of parameters that an `in` names, `undefined` for a kind about which no rule asks; `false` if it names none. */
  placeOf(where: unknown): Place | false {
    return places.has(where) ? places.get(where) : false
  }

  #headers(value: unknown, place: Trail): Fields {
    const map = this.object(value, place)
    const fields = new Map<string, ShownField>()
    for (const written of Object.keys(map)) {
      const at = trail(place, written)
      const found = this.reach(map[written], at)
      const name = written.toLowerCase()
      fields.set(name, new ShownField(this.source.files, this.described(found?.value ?? {}), written, name, found?.place ?? at))
    }
    return fields
  }

  #answer(part: Reached, types: readonly string[]): Answer {
    const { headers, description, summary } = part.value
    const said = summary ?? description
    const { content, hasContent } = this.answered(part, types)
    return {
      content,
      hasContent,
      fields: headers === undefined ? NO_FIELDS : this.#headers(headers, trail(part.place, 'headers')),
      summary: typeof said === 'string' ? said : '',
      part,
    }
  }

  /** What is made of responses whose content is of some media types. */
  #answersOf(types: readonly string[]): Known<Answer> {
    const alike = types.join('\n')
    const known = this.#answers.get(alike) ?? new Known<Answer>(this, (part) => this.#answer(part, types))
    this.#answers.set(alike, known)
    return known
  }

  responses(operation: JsonObject, holder: Pointer): Answered[] {
    const place = trail(holder, 'responses')
    const map = this.object(operation.responses, place)
    const keys = keysOf(map)
    this.count(keys.length)
    const known = this.#answersOf(this.produced(operation, holder))
    this.remarkKeys(keys, place)
    return keys.map((key) => {
      const answer = known.of(map[key], place, key)
      if (!answer) this.unseen.push(pointerOf(trail(place, key)))
      return new Answered(key, answer ?? NO_ANSWER, place)
    })
  }

  /** The parameters of what stands at a place, over those that the path item shares with all its operations. */
  parameters(value: unknown, holder: Trail, inherited: Parameters = NO_PARAMETERS): Parameters {
    if (!Array.isArray(value)) {
      if (value === undefined || value === null) return inherited
      throw this.refuse(`"parameters" is an array in OpenAPI, not ${kind(value)}`, trail(holder, 'parameters'))
    }
    this.count(value.length)
    const place = trail(holder, 'parameters')
    const listed = value.map((one: unknown, index) => this.#parameters.of(one, place, index))
    return this.#over(inherited, listed, inherited.complete && !listed.includes(undefined))
  }

  #over(inherited: Parameters, listed: readonly (Listed | null | undefined)[], complete: boolean): Parameters {
    // Most operations add to one of these; the others stay those of the path.
    const fields: Partial<Record<'path' | 'query' | 'header', Map<string, Field>>> = {}
    for (let index = 0; index < listed.length; index++) {
      const one = listed[index]
      if (!one?.holds) continue
      fields[one.holds] ??= new Map(inherited[one.holds])
      fields[one.holds]!.set(one.called, one.field)
    }
    const all = () =>
      new Map([...inherited.all(), ...listed.flatMap((one) => (one ? [[`${one.where} ${one.called}`, one.part] as const] : []))])
    const { path, query, header } = inherited
    return { path: fields.path ?? path, query: fields.query ?? query, header: fields.header ?? header, all, complete }
  }

  /** A parameter, or `null` where it is not read, which is remarked. */
  #parameter(part: Reached, at: Trail): Listed | null {
    const { in: where, name } = part.value
    if (typeof name !== 'string') {
      this.remarks.push({ message: 'a parameter without a name is not read', pointer: pointerOf(at) })
      return null
    }
    const holds = this.placeOf(where)
    if (holds === false) {
      const written = where === undefined ? 'missing' : quote(where)
      this.remarks.push({ message: `the parameter ${quote(name)} is not read: its "in" is ${written}`, pointer: pointerOf(at) })
      return null
    }
    const called = where === 'header' ? name.toLowerCase() : name
    const field = new ShownField(this.source.files, this.described(part.value), name, called, part.place)
    return { where, called, holds, part, field }
  }

  #operation(route: Route, method: string, value: unknown, place: Pointer): Found {
    // OpenAPI has no $ref for a whole operation, but documents of many files do, and tools follow it.
    const found = this.reach(value, place)
    if (!found) this.unseen.push(place)
    const { value: operation, pointer }: Part = found ?? { value: {}, pointer: place }
    const parameters = this.parameters(operation.parameters, pointer, route.parameters)
    if (!parameters.complete) this.unseen.push(pointer)
    this.count(1)
    return { value: operation, pointer, route, method, seen: found !== undefined, parameters }
  }

  /** Visits the operations of a path item, but those that another one hides. */
  #item(route: Route, { value: item, pointer }: Part, hiding: JsonObject, visit: Visit): void {
    for (const key of keysOf(item)) {
      const at = [...pointer, key]
      if (this.operationKeys.includes(key)) {
        if (!Object.hasOwn(hiding, key)) visit(this.#operation(route, key.toUpperCase(), item[key], at))
      } else this.#beside(route, key, item[key], at, visit)
    }
  }

  /** Visits what a path item has besides its operations. */
  #beside(route: Route, key: string, value: unknown, at: Pointer, visit: Visit): void {
    if (!this.otherKeys.includes(key))
      this.remarks.push({ message: `${quote(key)} is no method key of OpenAPI and is not read`, pointer: at })
    else if (key === 'additionalOperations') {
      const more = this.object(value, at)
      for (const method of keysOf(more)) visit(this.#operation(route, method, more[method], [...at, method]))
    }
  }

  /** Visits the operations of a path, or of what is called otherwise and has none. */
  #path(path: string, value: unknown, pointer: Pointer, isTemplate: boolean, visit: Visit): void {
    const item = { value: this.object(value, pointer), pointer }
    // Keys beside the $ref of a path item stand, and hide those behind it.
    const behind = isRef(item.value) ? this.reach(item.value, pointer) : undefined
    const inherited = behind && this.parameters(behind.value.parameters, behind.pointer)
    const route: Route = {
      path,
      shape: shapeOf(path),
      pathNames: isTemplate ? namesOf(path) : [],
      item,
      behind,
      parameters: this.parameters(item.value.parameters, pointer, inherited),
    }
    if (behind) this.#item(route, behind, item.value, visit)
    this.#item(route, item, NOTHING, visit)
  }

  /** Visits every operation of the document, with its parameters; those of one path follow one another. */
  operations(visit: Visit): void {
    const paths = this.object(this.source.document.paths, ['paths'])
    for (const path of keysOf(paths)) this.#path(path, paths[path], ['paths', path], true, visit)
  }

  /**
   * Visits the requests that the API sends by itself: `webhooks` since OpenAPI 3.1, which documents of older versions call `x-webhooks`.
   */
  webhooks(visit: Visit): void {
    const { document } = this.source
    const key = webhooksKey(document)
    // An extension may be anything.
    const webhooks = key === 'webhooks' || isObject(document[key]) ? this.object(document[key], [key]) : NOTHING
    for (const name of keysOf(webhooks)) this.#path(`webhook ${name}`, webhooks[name], [key, name], false, visit)
  }

  /** Visits the requests that the API sends because of an operation, each with the expression of where to. */
  callbacks({ route, method, value, pointer }: Found, visit: (callback: Found & { readonly url: string }) => void): void {
    if (value.callbacks === undefined) return
    const callbacks = this.object(value.callbacks, [...pointer, 'callbacks'])
    for (const name of keysOf(callbacks)) {
      const found = this.reach(callbacks[name], [...pointer, 'callbacks', name])
      const called = `callback ${name} of ${method} ${route.path}`
      for (const url of found ? keysOf(found.value) : [])
        this.#path(called, found!.value[url], [...found!.pointer, url], false, (callback) => visit({ ...callback, url }))
    }
  }

  /** Says, once for each, which `$ref`s are not followed. */
  remarkOutside(): void {
    for (const [reference, places] of this.#outside) {
      const often = places.length > 1 ? ` (${places.length} places)` : ''
      const where = isElsewhere(reference) ? 'the network' : 'another file'
      this.remarks.push({
        message: `the $ref ${quote(reference)} leads to ${where} and is not followed${often}`,
        pointer: pointerOf(places[0]!),
      })
    }
  }
}
