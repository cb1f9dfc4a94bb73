/** Reads the parts of an operation – parameters, content, responses – and remembers what it could not read. */
import type { Field, MediaType, Pointer, Response } from '../rules/description.js'
import { kind, quote, SourceError } from './error.js'
import { type Found, follow, isObject, isRef, type JsonObject, RefFault } from './refs.js'
import { ShownField, ShownMedia } from './shown.js'
import type { Source } from './source.js'

/** Something the reader left out, said aloud. */
export interface Remark {
  readonly message: string
  readonly pointer: Pointer
}

/** The content of a message. */
export interface Content {
  readonly content: readonly MediaType[]
  readonly hasContent: boolean
}

/** The content of a request, and where it is declared. */
export interface Sent extends Content {
  readonly pointer: Pointer
}

/** An object, and where it stands. */
export interface Part {
  readonly value: JsonObject
  readonly pointer: Pointer
}

/** The parameters of an operation, by where they go; `complete` unless some stand in another file. */
export interface Parameters {
  readonly path: ReadonlyMap<string, Field>
  readonly query: ReadonlyMap<string, Field>
  readonly header: ReadonlyMap<string, Field>
  /** Those that are request content, which only OpenAPI 2.0 has, by `in` and name. */
  readonly content: ReadonlyMap<string, Part>
  readonly complete: boolean
}

type Fields = ReadonlyMap<string, Field>
type Answer = Content & Pick<Response, 'fields' | 'summary'>

/** How many responses and parameters a document may stand for: `$ref`s multiply, and a few kilobytes could mean billions. */
const MAX_PARTS = 500_000

const NO_FIELDS: Fields = new Map()
const NO_CONTENT: Content = { content: [], hasContent: false }
const NO_ANSWER: Answer = { ...NO_CONTENT, fields: NO_FIELDS, summary: '' }
const NO_PARAMETERS: Parameters = { path: NO_FIELDS, query: NO_FIELDS, header: NO_FIELDS, content: new Map(), complete: true }

/** The keys of an object that are not extensions (`x-…`). */
export const keysOf = (object: JsonObject): string[] => Object.keys(object).filter((key) => !key.startsWith('x-'))

/** The keys under which a Path Item Object of OpenAPI 3 holds operations; `query` came with OpenAPI 3.2. */
export const operationKeys = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/** Where a parameter may be. A cookie parameter is part of the one field Cookie, about which no rule asks. */
const places: ReadonlyMap<unknown, keyof Parameters | undefined> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['querystring', 'query'],
  ['header', 'header'],
  ['cookie', undefined],
] as const)

export class Reader {
  /** The keys under which a Path Item Object holds operations. */
  readonly operationKeys: readonly string[] = operationKeys
  /** The other keys of a Path Item Object. */
  readonly otherKeys: readonly string[] = ['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']
  readonly remarks: Remark[] = []
  /** Responses and operations that are partly in another file: nobody can say what they leave out. */
  readonly unseen: Pointer[] = []
  protected readonly source: Source
  readonly #reached = new Map<unknown, Found>()
  readonly #outside = new Map<string, Pointer[]>()
  // Shared by identity: most documents answer every operation with the same few components.
  readonly #answers = new Map<string, Map<JsonObject, Answer>>()
  readonly #parameters = new Map<JsonObject, Field>()
  #parts = 0

  constructor(source: Source) {
    this.source = source
  }

  protected refuse(reason: string, pointer: Pointer): SourceError {
    return new SourceError(reason, this.source.locate([pointer])[0]!)
  }

  /** Adds up what was read. */
  count(more: number): void {
    this.#parts += more
    if (this.#parts <= MAX_PARTS) return
    const most = MAX_PARTS.toLocaleString('en')
    throw new SourceError(`stands for more than ${most} responses and parameters once its $refs are followed`, { file: this.source.file })
  }

  /** The object that must stand here; YAML's empty value counts as an empty object. */
  object(value: unknown, pointer: Pointer): JsonObject {
    if (isObject(value)) return value
    if (value === undefined || value === null) return {}
    const [holder, key] = pointer.slice(-2)
    const name = typeof key === 'number' ? `item ${key} of ${quote(holder)}` : quote(pointer.at(-1))
    throw this.refuse(`${name} is an object in OpenAPI, not ${kind(value)}`, pointer)
  }

  /** The object behind a `$ref`, or `undefined` when it is in another file (which is remarked). */
  reach(value: unknown, pointer: Pointer): { readonly value: JsonObject; readonly pointer: Pointer } | undefined {
    if (!isRef(value)) return { value: this.object(value, pointer), pointer }
    let found = this.#reached.get(value.$ref)
    if (!found) {
      try {
        found = follow(this.source.document, value, pointer)
      } catch (error) {
        if (error instanceof RefFault) throw this.refuse(error.message, [...pointer, '$ref'])
        throw error
      }
      this.#reached.set(value.$ref, found)
    }
    if (!('outside' in found)) return { value: this.object(found.value, found.pointer), pointer: found.pointer }
    const places = this.#outside.get(found.outside)
    if (places) places.push(pointer)
    else this.#outside.set(found.outside, [pointer])
    return undefined
  }

  content(value: unknown, pointer: Pointer): Content {
    if (value === undefined) return NO_CONTENT
    const map = this.object(value, pointer)
    const content = keysOf(map).map((type): MediaType => {
      const at = [...pointer, type]
      const found = this.reach(map[type], at)
      return new ShownMedia(this.source.document, found?.value ?? {}, type.toLowerCase(), found?.pointer ?? at)
    })
    return { content, hasContent: content.length > 0 }
  }

  /** The content of a request; a body in another file is content all the same. */
  sent(operation: JsonObject, pointer: Pointer, _parameters: Parameters): Sent {
    const { requestBody } = operation
    if (requestBody === undefined || requestBody === null) return { ...NO_CONTENT, pointer }
    const at = [...pointer, 'requestBody']
    const found = this.reach(requestBody, at)
    const sent = found ? this.content(found.value.content, [...found.pointer, 'content']) : { ...NO_CONTENT, hasContent: true }
    return { ...sent, pointer: sent.hasContent ? at : pointer }
  }

  /** The media types that an operation gives to its responses from outside of them: none since OpenAPI 3. */
  protected produced(_operation: JsonObject, _pointer: Pointer): readonly string[] {
    return []
  }

  /** The content of a response. */
  protected answered({ value, pointer }: Part, _types: readonly string[]): Content {
    return this.content(value.content, [...pointer, 'content'])
  }

  /** What describes a parameter or a header, with its `schema`. */
  protected described(value: JsonObject): JsonObject {
    return value
  }

  /** Whether something is a key of a Responses Object. Rules speak about those of OpenAPI 3. */
  protected remarkKey(_key: string, _pointer: Pointer): void {}

  /** The kind of parameters that an `in` names, `undefined` for a kind about which no rule asks; `false` if it names none. */
  protected placeOf(where: unknown): keyof Parameters | undefined | false {
    return places.has(where) ? places.get(where) : false
  }

  #headers(value: unknown, pointer: Pointer): Fields {
    if (value === undefined) return NO_FIELDS
    const map = this.object(value, pointer)
    const fields = new Map<string, Field>()
    for (const written of Object.keys(map)) {
      const at = [...pointer, written]
      const found = this.reach(map[written], at)
      const name = written.toLowerCase()
      fields.set(name, new ShownField(this.source.document, this.described(found?.value ?? {}), written, name, found?.pointer ?? at))
    }
    return fields
  }

  #answer(value: unknown, pointer: Pointer, types: readonly string[], known: Map<JsonObject, Answer>): Answer | undefined {
    const found = this.reach(value, pointer)
    if (!found) return undefined
    const before = known.get(found.value)
    if (before) return before
    const { headers, description, summary } = found.value
    const said = summary ?? description
    const answer: Answer = {
      ...this.answered(found, types),
      fields: this.#headers(headers, [...found.pointer, 'headers']),
      summary: typeof said === 'string' ? said : '',
    }
    known.set(found.value, answer)
    return answer
  }

  responses(operation: JsonObject, holder: Pointer): Response[] {
    const pointer = [...holder, 'responses']
    const map = this.object(operation.responses, pointer)
    const keys = keysOf(map)
    this.count(keys.length)
    const types = this.produced(operation, holder)
    const alike = types.join('\n')
    const known = this.#answers.get(alike) ?? new Map<JsonObject, Answer>()
    this.#answers.set(alike, known)
    return keys.map((key) => {
      const at = [...pointer, key]
      this.remarkKey(key, at)
      const answer = this.#answer(map[key], at, types, known)
      if (!answer) this.unseen.push(at)
      const { content, hasContent, fields, summary } = answer ?? NO_ANSWER
      const [whole, code] = /^([1-9]\d\d)$|^[1-9]xx$/i.exec(key) ?? []
      return {
        key,
        status: code ? Number(code) : undefined,
        class: whole ? Number(whole[0]) : undefined,
        content,
        hasContent,
        fields,
        summary,
        pointer: at,
      }
    })
  }

  /** Parameters, over those that the path item shares with all its operations. */
  parameters(value: unknown, pointer: Pointer, inherited: Parameters = NO_PARAMETERS): Parameters {
    if (value === undefined || value === null) return inherited
    if (!Array.isArray(value)) throw this.refuse(`"parameters" is an array in OpenAPI, not ${kind(value)}`, pointer)
    if (value.length === 0) return inherited
    this.count(value.length)
    const path = new Map(inherited.path)
    const query = new Map(inherited.query)
    const header = new Map(inherited.header)
    const content = new Map(inherited.content)
    let complete = inherited.complete
    for (const [index, parameter] of value.entries()) {
      const at = [...pointer, index]
      const found = this.reach(parameter, at)
      if (!found) {
        complete = false
        continue
      }
      const { in: where, name } = found.value
      if (typeof name !== 'string') {
        this.remarks.push({ message: 'a parameter without a name is not read', pointer: at })
        continue
      }
      let field = this.#parameters.get(found.value)
      if (!field) {
        const called = where === 'header' ? name.toLowerCase() : name
        field = new ShownField(this.source.document, this.described(found.value), name, called, found.pointer)
        this.#parameters.set(found.value, field)
      }
      const place = this.placeOf(where)
      if (place === 'header') header.set(field.name, field)
      else if (place === 'path') path.set(name, field)
      else if (place === 'query') query.set(name, field)
      else if (place === 'content') content.set(`${where} ${name}`, found)
      else if (place === false) {
        const found = where === undefined ? 'missing' : quote(where)
        this.remarks.push({ message: `the parameter ${quote(name)} is not read: its "in" is ${found}`, pointer: at })
      }
    }
    return { path, query, header, content, complete }
  }

  /** Says, once for each, which `$ref`s lead to other files. */
  remarkOutside(): void {
    for (const [reference, places] of this.#outside) {
      const often = places.length > 1 ? ` (${places.length} places)` : ''
      this.remarks.push({ message: `the $ref ${quote(reference)} leads to another file and is not followed${often}`, pointer: places[0]! })
    }
  }
}
