/** Operations as routes: what they take and answer, in the makers of a contract. */
import path from 'node:path'
import { classes } from '../../registry/classes.js'
import type { Law } from '../../registry/facts.js'
import { isPath } from '../../rules/path-form.js'
import type { ApiBody, ApiField, ApiMedia, ApiOperation, ApiParameter, ApiResponse, JsonSchema, Origin } from '../model.js'
import { isObject } from '../refs.js'
import { array, atom, type Code, call, keyOf, literal, type Member, object, string, zod } from './code.js'
import { lowerCamel, type Names } from './names.js'
import type { SchemaReader, Source } from './schema.js'
import { absent, bare, called, codeOf, isUnknown, leaf, type Scope, withMeta, type Zod } from './zod.js'

/** What a rule asks of a route, kept beside its code: a contract of stand-ins is judged before the real one is written. */
export interface Outline {
  readonly method: string
  readonly path: string
  readonly params: readonly string[]
  readonly fields: ReadonlyMap<string, OutlineField>
  readonly body: OutlineContent | undefined
  readonly responses: ReadonlyMap<string, OutlineContent>
}
export interface OutlineField {
  readonly isOptional: boolean
  readonly schema: JsonSchema | undefined
}
export interface OutlineContent {
  readonly types: readonly string[]
  readonly fields: ReadonlyMap<string, OutlineField>
}

/** A route, written but for its waivers. */
export interface Written {
  readonly operation: ApiOperation
  readonly outline: Outline
  readonly comments: readonly string[]
  readonly members: readonly Member[]
  readonly responses: ReadonlyMap<string, Answer>
  /** What the operation says besides. */
  readonly besides: Tree
}

/** Code by name, and below that again. */
export interface Tree {
  readonly [key: string]: Code | Tree
}

const isCode = (value: Code | Tree): value is Code => typeof value.kind === 'string'

/** A tree as the object that it is. */
export const objectOf = (tree: Tree): Code =>
  object(Object.entries(tree).map(([key, value]) => ({ key: keyOf(key), value: isCode(value) ? value : objectOf(value) })))

const isEmpty = (value: object): boolean => Object.keys(value).length === 0

/** The members that say something. */
const said = (tree: Readonly<Record<string, Code | Tree | undefined>>): Tree =>
  Object.fromEntries(
    Object.entries(tree).filter(
      (entry): entry is [string, Code | Tree] => entry[1] !== undefined && (isCode(entry[1]) || !isEmpty(entry[1])),
    ),
  )

/** A response, and what it says in comments. */
export interface Answer {
  readonly code: Code
  readonly comments: readonly string[]
}

/** The function of each method; others are written with `route`. */
export const makers: Readonly<Record<string, string>> = {
  GET: 'get',
  HEAD: 'head',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
  OPTIONS: 'options',
  TRACE: 'trace',
  QUERY: 'query',
}

const text: Zod = leaf(zod('string'), 'z.ZodString', 'string')
const isToken = (name: string): boolean => /^[!#$%&'*+\-.^_`|~\da-z]+$/.test(name)
const essence = (type: string): string => type.split(';', 1)[0]!.trim().toLowerCase()
const isJson = (type: string): boolean => /[/+]json$/.test(essence(type))
const isText = (type: string): boolean => /^text\/|[/+]xml$/.test(essence(type))
const isForm = (type: string): boolean => /^(application\/x-www-form-urlencoded|multipart\/form-data)$/.test(essence(type))

/** The name of what stands in `components`, or by itself in a file or at its top: several operations may use it. */
const sharedName = ({ file, pointer }: Origin, kinds: readonly string[]): string | undefined => {
  const [first, second, third] = pointer
  if (pointer.length === 0) return path.basename(file).replace(/\.[^.]*$/, '')
  if (pointer.length === 1) return String(first)
  if (first === 'components' && kinds.includes(String(second)) && pointer.length === 3) return String(third)
  return kinds.includes(String(first)) && pointer.length === 2 && typeof second === 'string' ? second : undefined
}

/** How a field is written, where that is not the usual way and makes a difference. */
const written = ({
  schema,
  style,
  explode,
  type,
  ...field
}: ApiField & Partial<Pick<ApiParameter, 'in' | 'allowEmptyValue'>>): Member[] => {
  const empty: Member[] = field.allowEmptyValue ? [{ key: 'allowEmptyValue', value: literal(true) }] : []
  if (type !== undefined) return [...empty, { key: 'media', value: string(type) }]
  if (isObject(schema) && typeof schema.type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(schema.type)) return empty
  const usual = field.in === 'query' || field.in === 'cookie' ? 'form' : 'simple'
  const own = style ?? usual
  return [
    ...empty,
    ...(own === usual ? [] : [{ key: 'style', value: string(own) }]),
    ...(explode === undefined || explode === (own === 'form') ? [] : [{ key: 'explode', value: literal(explode) }]),
  ]
}

/** What a message is said to mean, as a maker takes it. */
const saying = (description: string | undefined): Member[] =>
  description?.trim() ? [{ key: 'description', value: string(description.trim()) }] : []

/** The examples of a field, and of its schema. */
const examplesOf = ({ schema, examples }: ApiField): readonly unknown[] => {
  const own = isObject(schema) && Array.isArray(schema.examples) ? schema.examples : []
  const known = new Set(examples.map((one) => JSON.stringify(one)))
  return [...examples, ...own.filter((one) => !known.has(JSON.stringify(one)))]
}

/** In OpenAPI 2.0 what is shared takes the media types of each operation. */
const kindOf = (kind: string, content: ReadonlyMap<string, ApiMedia>): string => [kind, ...content.keys()].join(' ')

/** A path as a contract has it, with what each of its parameters is made of. */
export interface Path {
  readonly path: string
  /** By the name in the contract: the pieces of the segment, each a parameter of the document or plain text. */
  readonly params: ReadonlyMap<string, readonly { readonly name?: string; readonly text?: string }[]>
}

/** `/todos/{id}` as `/todos/:id`. A parameter is a whole segment; one that is only a part of it takes the rest of the segment along. */
export const pathOf = (template: string): Path => {
  const params = new Map<string, readonly { readonly name?: string; readonly text?: string }[]>()
  const segments = template.split('/').map((segment) => {
    const pieces = segment
      .split(/(\{[^{}]*\})/)
      .filter(Boolean)
      .map((piece) => (/^\{[^{}]*\}$/.test(piece) ? { name: piece.slice(1, -1) } : { text: piece }))
    if (!pieces.some((piece) => 'name' in piece)) return segment.startsWith(':') ? `%3A${segment.slice(1)}` : segment
    const name = pieces.map((piece) => ('name' in piece ? piece.name : piece.text)).join('')
    params.set(name, pieces)
    return `:${name}`
  })
  const path = segments.join('/')
  return { path: path.startsWith('/') ? path : `/${path}`, params }
}

/** How much JSON stands in the middle of a route. */
const LONG = 200

/** Writes operations. */
export class OperationWriter {
  readonly #reader: SchemaReader
  readonly #scope: Scope
  readonly #names: Names
  readonly #law: Law
  readonly #uses = new Map<string, number>()
  readonly #hoisted = new Map<string, { readonly name: string; readonly comments: readonly string[] }>()
  /** Examples that would hide a route. */
  readonly examples: { readonly name: string; readonly code: Code; readonly comments: readonly string[] }[] = []
  readonly #exampleNames = new Map<string, string>()
  /** What the operation that is written is called. */
  #called = ''
  /** What several operations use. */
  readonly declarations: { readonly name: string; readonly code: Code; readonly comments: readonly string[] }[] = []

  constructor(reader: SchemaReader, scope: Scope, names: Names, law: Law) {
    this.#reader = reader
    this.#scope = scope
    this.#names = names
    this.#law = law
  }

  /** Counts what operations share, so that it is declared once. */
  announce(operations: readonly ApiOperation[]): void {
    const count = (kind: string, origin: Origin) => {
      const key = this.#keyOf(kind, origin)
      this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1)
    }
    const once = new Set<ApiResponse>()
    for (const { parameters, body, responses } of operations) {
      for (const parameter of parameters) count(parameter.in, parameter.origin)
      if (body) count(kindOf('body', body.content), body.origin)
      for (const [key, response] of responses) {
        count(this.#kindOf(key, response), response.origin)
        if (once.has(response)) continue
        once.add(response)
        for (const field of response.headers.values()) count('field', field.origin)
      }
    }
  }

  #keyOf(kind: string, { file, pointer }: Origin): string {
    return JSON.stringify([kind, file, ...pointer])
  }

  /** A declaration of its own for what several operations use; the code itself for the rest. */
  #once(
    kind: string,
    origin: Origin,
    name: string | undefined,
    write: () => { readonly value: Code; readonly comments: readonly string[] },
  ): Answer {
    const key = this.#keyOf(kind, origin)
    const known = this.#hoisted.get(key)
    if (known) return { code: atom(known.name), comments: [] }
    if (name === undefined || (this.#uses.get(key) ?? 0) < 2) {
      const { value, comments } = write()
      return { code: value, comments }
    }
    const { value, comments } = write()
    const identifier = this.#names.give(
      lowerCamel(name),
      kind.startsWith('response') ? 'Response' : kind.startsWith('body') ? 'Body' : 'Field',
    )
    this.#hoisted.set(key, { name: identifier, comments })
    this.declarations.push({ name: identifier, code: value, comments })
    return { code: atom(identifier), comments: [] }
  }

  write(operation: ApiOperation): Written {
    const place = `${operation.method} ${operation.path}`
    this.#called = operation.id || place
    const { value, comments } = this.#reader.at(place, () => this.#write(operation))
    return { ...value, comments }
  }

  #write(operation: ApiOperation): Omit<Written, 'comments'> {
    const { method, summary, description, tags, deprecated, sunset, parameters, body, responses } = operation
    const { path, params } = this.#path(operation)
    const of = (kind: ApiParameter['in']) => parameters.filter((parameter) => parameter.in === kind)
    const fields = this.#requestFields(of('header'))
    for (const _ of of('cookie')) this.#note('cookies are written, and neither sent nor checked: a contract has no place for them')
    for (const _ of of('querystring')) this.#note('a whole query string as one value is written, and neither sent nor checked')
    const sent = body && this.#body(body)
    const answers = new Map([...responses].map(([key, response]) => [key, this.#response(key, response)] as const))
    const taken = this.#params(operation, params)
    const asked = this.#query(of('query'))
    const members: Member[] = []
    const say = (key: string, value: Code | undefined) => value && members.push({ key, value })
    say('summary', summary?.trim() ? string(summary) : undefined)
    say('description', description?.trim() ? string(description) : undefined)
    say('tags', tags.length > 0 ? literal(tags) : undefined)
    say('deprecated', sunset ? object([{ key: 'sunset', value: string(sunset) }]) : deprecated ? atom('true') : undefined)
    say('params', taken && zod('object', object(taken)))
    say('query', asked.length > 0 ? zod('object', object(asked)) : undefined)
    say('headers', fields.members.length > 0 ? object(fields.members) : undefined)
    if (sent) members.push({ key: 'body', value: sent.code, comments: sent.comments })
    return {
      operation,
      members,
      besides: this.#besides(operation),
      responses: answers,
      outline: {
        method,
        path,
        params: [...params.keys()],
        fields: fields.outline,
        body: sent && { types: sent.types, fields: new Map() },
        responses: new Map([...answers].map(([key, { types, fields: has }]) => [key, { types, fields: has }])),
      },
    }
  }

  /** What a route has no place for, as the operation of the document says it. */
  #besides({ parameters, body, responses }: ApiOperation): Tree {
    const extra = parameters.filter(({ in: where }) => where === 'cookie' || where === 'querystring')
    const content = (media: ReadonlyMap<string, ApiMedia>): Tree =>
      said(Object.fromEntries([...media].map(([type, one]) => [type, this.#mediaBesides(type, one)])))
    const isOptionalOctets = body && !body.required && [...body.content.keys()].every((type) => this.#isOctets(type))
    return said({
      parameters: extra.length > 0 ? array(extra.map((one) => objectOf(this.#parameterBesides(one)))) : undefined,
      requestBody: body && said({ required: isOptionalOctets ? literal(false) : undefined, content: content(body.content) }),
      responses: said(Object.fromEntries([...responses].map(([key, one]) => [key, said({ content: content(one.content) })]))),
    })
  }

  #parameterBesides({
    name,
    in: where,
    required,
    deprecated,
    description,
    allowEmptyValue,
    style,
    explode,
    schema,
    type,
  }: ApiParameter): Tree {
    const made = codeOf(this.#reader.read(schema ?? true), this.#scope)
    return said({
      name: string(name),
      in: string(where),
      description: description?.trim() ? string(description) : undefined,
      required: required ? literal(true) : undefined,
      deprecated: deprecated ? literal(true) : undefined,
      allowEmptyValue: allowEmptyValue ? literal(true) : undefined,
      style: style === undefined ? undefined : string(style),
      explode: explode === undefined ? undefined : literal(explode),
      ...(type === undefined ? { schema: made } : { content: { [type]: { schema: made } } }),
    })
  }

  #mediaBesides(type: string, { schema, itemSchema, encoding }: ApiMedia): Tree {
    const read = (one: JsonSchema) => codeOf(this.#reader.read(one), this.#scope)
    return said({
      schema:
        this.#isOctets(type) && schema !== undefined && (type.startsWith('*') || !this.#saysOctets(schema)) ? read(schema) : undefined,
      itemSchema: itemSchema === undefined ? undefined : read(itemSchema),
      encoding: encoding && Object.keys(encoding).length > 0 ? literal(encoding) : undefined,
    })
  }

  /** Whether content of a type is octets in a contract. */
  #isOctets(type: string): boolean {
    return !isJson(type) && !isForm(type) && !isText(type)
  }

  /** Whether a schema says no more than that something is octets. */
  #saysOctets(schema: JsonSchema): boolean {
    if (!isObject(schema)) return schema
    const whole = this.#reader.resolved(schema)
    return (
      isEmpty(schema) ||
      (whole.type === 'string' &&
        [whole.format, whole.contentEncoding].every((one) => one === undefined || one === 'binary') &&
        Object.keys(whole).every((key) => ['type', 'format', 'description', 'examples', 'title', 'contentEncoding'].includes(key)))
    )
  }

  #note(message: string, detail?: string): void {
    this.#reader.note(message, detail)
  }

  #path({ path: template }: ApiOperation): Path {
    const path = pathOf(template)
    if (!template.startsWith('/')) this.#note('a path without its first slash is given one', `The document has the path ${template}.`)
    if (!isPath(path.path))
      this.#note('a path with a query, a fragment or what is no character of URIs is written as it is', 'A path ends before any ? or #.')
    return path
  }

  // --- parameters and fields -------------------------------------------------------------------------------------------------------

  /** The schema of a value that comes as text. */
  #field(field: ApiField, isOptional: boolean): Zod {
    const { schema, description, deprecated } = field
    this.#lessShown(field)
    const own = isObject(schema) ? schema : {}
    const shown = examplesOf(field)
    const whole = {
      ...own,
      ...(description?.trim() && { description }),
      ...(deprecated && { deprecated: true }),
      ...(shown.length > 0 && { examples: shown }),
    }
    const { zod: made } = this.#reader.property(whole, isOptional, 'text')
    const known = isUnknown(made) ? text : made
    return absent(withMeta(known, written(field)), isOptional)
  }

  #member(kind: string, field: ApiField, isOptional: boolean, write: () => Zod = () => this.#field(field, isOptional)): Member {
    const name = sharedName(field.origin, ['parameters', 'headers'])
    const { code, comments } = this.#once(kind, field.origin, name, () => {
      const { value, comments } = this.#reader.at(this.#reader.place, () => codeOf(write(), this.#scope))
      return { value, comments }
    })
    const key = keyOf(field.name)
    return code.kind === 'atom' && code.text === key ? { key, comments } : { key, value: code, comments }
  }

  #params(operation: ApiOperation, params: Path['params']): Member[] | undefined {
    const declared = new Map(operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]))
    const names = new Set([...params.values()].flatMap((pieces) => pieces.flatMap(({ name }) => name ?? [])))
    for (const name of declared.keys())
      if (!names.has(name)) this.#note('a path parameter that is not in the path is left out', `The document has a path parameter ${name}.`)
    if (params.size === 0) return undefined
    const members = [...params].map(([name, pieces]): Member => {
      const [only] = pieces
      const field = pieces.length === 1 && only?.name !== undefined ? declared.get(only.name) : undefined
      if (field) return this.#member('path', field, false)
      if (pieces.length === 1) {
        this.#note('a path parameter that the document does not describe is any text')
        return { key: keyOf(name), value: zod('string') }
      }
      return { key: keyOf(name), value: this.#segment(pieces, declared) }
    })
    const isPlain = members.every(
      ({ value, comments }) =>
        value?.kind === 'chain' && value.base === 'z' && value.calls.length === 1 && value.calls[0]!.name === 'string' && !comments?.length,
    )
    return isPlain ? undefined : members
  }

  /** A segment that is not all parameter. */
  #segment(pieces: readonly { readonly name?: string; readonly text?: string }[], declared: ReadonlyMap<string, ApiParameter>): Code {
    this.#note('a parameter that is a part of a segment is written as the whole segment')
    const parts = pieces.map(({ name, text: plain }) => {
      if (plain !== undefined) return string(plain)
      const field = declared.get(name!)
      const { schema } = field ?? {}
      const types = [...(this.#reader.facts.types(schema ?? true) ?? [])].join()
      // Formats that zod checks are not all patterns, of which a segment is made.
      const isPattern = isObject(schema) && schema.$ref === undefined && !['uri', 'url', 'hostname', 'byte'].includes(String(schema.format))
      if (isPattern && (types === 'string' || types === 'number')) {
        const { default: _, ...rest } = schema
        return codeOf(this.#reader.read(rest), this.#scope)
      }
      return zod(types === 'number' ? 'number' : 'string')
    })
    const lines = pieces.flatMap(({ name }) => {
      const description = name === undefined ? undefined : declared.get(name)?.description
      return description ? [`${name}: ${description}`] : []
    })
    const made = zod('templateLiteral', { kind: 'array', items: parts })
    return lines.length > 0
      ? codeOf(called(leaf(made, 'z.ZodTemplateLiteral', 'string'), 'describe', string(lines.join('\n'))), this.#scope)
      : made
  }

  #query(fields: readonly ApiParameter[]): Member[] {
    return fields.flatMap((field): Member[] => {
      const isOptional = !field.required
      const types = this.#reader.facts.types(field.schema ?? true)
      const style = field.style ?? 'form'
      if (field.type !== undefined) {
        this.#note('a query parameter with content of its own is taken as text', `${field.name} is text in ${field.type}.`)
        return [this.#member('query', field, isOptional, () => this.#text(field, isOptional))]
      }
      if (types?.has('array') && (field.explode === false || (style !== 'form' && style !== 'deepObject'))) {
        const separator = style === 'pipeDelimited' ? 'bars' : style === 'spaceDelimited' ? 'spaces' : 'commas'
        this.#note('a list in one query field is taken as text', `${field.name} is a list, separated by ${separator}.`)
        return [this.#member('query', field, isOptional, () => this.#text(field, isOptional))]
      }
      if (types?.has('object') || style === 'deepObject')
        this.#note(
          'an object in the query is written as it is; a client sends text, numbers, booleans and lists of them',
          `${field.name} is an object or a list in brackets.`,
        )
      return [this.#member('query', field, isOptional)]
    })
  }

  /** A parameter as the text that it is sent as, with what it stands for. */
  #text(field: ApiField, isOptional: boolean): Zod {
    const { schema, description, deprecated } = field
    this.#lessShown(field)
    const shown = this.#reader.shown(field.examples)
    const means = schema === undefined ? [] : [{ key: 'means', value: codeOf(this.#reader.read(schema), this.#scope) }]
    const more = [
      ...(description?.trim() ? [{ key: 'description', value: string(description) }] : []),
      ...(deprecated ? [{ key: 'deprecated', value: literal(true) }] : []),
      ...(shown.length > 0 ? [{ key: 'examples', value: literal(shown) }] : []),
    ]
    return absent(withMeta(text, [...more, ...means, ...written(field)]), isOptional)
  }

  #requestFields(fields: readonly ApiParameter[]): { readonly members: Member[]; readonly outline: ReadonlyMap<string, OutlineField> } {
    const members: Member[] = []
    const outline = new Map<string, OutlineField>()
    for (const field of fields) {
      if (!this.#isName(field)) continue
      members.push(this.#member('header', field, !field.required))
      outline.set(field.name, { isOptional: !field.required, schema: field.schema })
    }
    return { members, outline }
  }

  #isName({ name }: ApiField): boolean {
    if (isToken(name)) return true
    this.#note('a header whose name is no token is left out', `The document has a header ${name}.`)
    return false
  }

  // --- content ---------------------------------------------------------------------------------------------------------------------

  #maker(name: string, ...args: readonly (Code | undefined)[]): Code {
    return call(name, ...args.filter((arg) => arg !== undefined))
  }

  #body({ content, origin, required, description }: ApiBody): Answer & Pick<OutlineContent, 'types'> {
    const name = sharedName(origin, ['requestBodies'])
    const made = this.#once(kindOf('body', content), origin, name, () =>
      this.#reader.at(this.#reader.place, () => this.#content(content, name ?? `${this.#called} body`, saying(description), !required)),
    )
    return { code: made.code, comments: made.comments, types: [...content.keys()] }
  }

  #response(key: string, response: ApiResponse): Answer & OutlineContent {
    const headers = [...response.headers.values()].filter((field) => this.#isName(field) && field.name !== 'early-data')
    const fields = new Map(
      headers.map((field): [string, OutlineField] => [field.name, { isOptional: !field.required, schema: field.schema }]),
    )
    const types = [...response.content.keys()]
    const name = sharedName(response.origin, ['responses'])
    const said = this.#isSaying(key, response.description) ? response.description : undefined
    const made = this.#once(this.#kindOf(key, response), response.origin, name, () =>
      this.#reader.at(this.#reader.place, () => {
        const members = headers.map((field) => this.#member('field', field, !field.required))
        const withHeaders = members.length > 0 ? [{ key: 'headers', value: object(members) }] : []
        return this.#content(response.content, name ?? `${this.#called} ${key}`, [...saying(said), ...withHeaders], undefined)
      }),
    )
    return { code: made.code, comments: made.comments, types, fields }
  }

  /** What one status need not say, another may. */
  #kindOf(key: string, { content, description }: ApiResponse): string {
    return kindOf(this.#isSaying(key, description) ? `response, saying ${description}` : 'response', content)
  }

  /** Whether a description says more than the status. */
  #isSaying(key: string, description: string): boolean {
    const said = description.trim().toLowerCase().replace(/\.$/, '')
    return (
      said !== '' &&
      ![this.#phraseOf(key), key, 'response', 'ok', 'success', 'default response'].some((word) => word.toLowerCase() === said)
    )
  }

  #phraseOf(key: string): string {
    return this.#law.statuses[Number(key)]?.phrase ?? (Object.hasOwn(classes, key) ? classes[key as keyof typeof classes].name : key)
  }

  /** Examples are taken for their values. */
  #lessShown({ aboutExamples }: ApiField | ApiMedia): void {
    for (let count = 0; count < aboutExamples; count++) this.#note('what is said of an example, or where else its value is, is left out')
  }

  /** Examples where they are shown; long ones under a name, the same ones once. */
  #examples(shown: readonly unknown[], of: string): Code {
    const text = JSON.stringify(shown)
    if (text.length <= LONG) return literal(shown)
    const known = this.#exampleNames.get(text)
    if (known !== undefined) return atom(known)
    const name = this.#names.give(lowerCamel(`${of} examples`))
    this.#exampleNames.set(text, name)
    this.examples.push({ name, code: literal(shown), comments: [] })
    return atom(name)
  }

  /** The maker of a message's content; whether it can be left out is asked of requests alone. */
  #content(content: ReadonlyMap<string, ApiMedia>, name: string, more: readonly Member[], isOptional: boolean | undefined): Code {
    const [only, ...others] = content
    const shown = only && others.length === 0 ? this.#reader.shown(only[1].examples) : []
    const examples = shown.length > 0 ? [{ key: 'examples', value: this.#examples(shown, name) }] : []
    const options = (...members: readonly (Member | undefined)[]): Code | undefined => {
      const all = [...members.filter((member) => member !== undefined), ...more, ...examples]
      return all.length > 0 ? object(all) : undefined
    }
    for (const media of content.values()) this.#lessShown(media)
    if (!only) return this.#maker('empty', options())
    if (others.length === 0) return this.#single(only[0], only[1], options, isOptional)
    for (const { examples } of content.values())
      for (const _ of examples) this.#note('examples of content of several media types are left out')
    const types = object([...content].map(([type, media]) => ({ key: keyOf(type), value: this.#schemaOrOctets(type, media, isOptional) })))
    return this.#maker('media', types, options())
  }

  #single(
    type: string,
    media: ApiMedia,
    options: (...members: readonly (Member | undefined)[]) => Code | undefined,
    isOptional: boolean | undefined,
  ): Code {
    const typed = (own: string): Member | undefined => (type === own ? undefined : { key: 'type', value: string(type) })
    const { schema } = media
    if (essence(type) === 'application/problem+json' && type === essence(type))
      return this.#maker(
        'problem',
        options(schema === undefined ? undefined : { key: 'schema', value: this.#schema(media, 'json', isOptional) }),
      )
    if (isJson(type)) return this.#maker('json', this.#schema(media, 'json', isOptional), options(typed('application/json')))
    if (type === 'application/x-www-form-urlencoded') return this.#maker('form', this.#schema(media, 'text', isOptional), options())
    if (type === 'multipart/form-data') return this.#maker('multipart', this.#schema(media, 'parts', isOptional), options())
    if (isText(type)) {
      const made = this.#textSchema(type, media, isOptional)
      return this.#maker('text', options(typed('text/plain'), made && { key: 'schema', value: made }))
    }
    if (isOptional) this.#note('content in octets that may be left out is written as if it could not', 'The content may be left out.')
    this.#octets(type, media)
    return this.#maker('bytes', options(typed('application/octet-stream')))
  }

  #schemaOrOctets(type: string, media: ApiMedia, isOptional: boolean | undefined): Code {
    if (isJson(type)) return this.#schema(media, 'json', isOptional)
    if (isForm(type)) return this.#schema(media, essence(type) === 'multipart/form-data' ? 'parts' : 'text', isOptional)
    if (isText(type))
      return this.#textSchema(type, media, isOptional) ?? (isOptional ? codeOf({ kind: 'optional', of: text }, this.#scope) : zod('string'))
    this.#octets(type, media)
    return atom('octets')
  }

  #schema({ schema, itemSchema, encoding }: ApiMedia, source: Source, isOptional: boolean | undefined): Code {
    if (itemSchema !== undefined) this.#note('itemSchema is written and not checked')
    if (encoding && !isEmpty(encoding)) this.#note('encoding of parts is written and not heeded')
    const read = this.#reader.read(schema ?? true, source)
    // Content that may be anything must be there all the same.
    const made = isOptional === false && isUnknown(bare(read)) ? called(read, 'nonoptional') : read
    return codeOf(isOptional ? { kind: 'optional', of: made } : made, this.#scope)
  }

  /** The schema of text, where it says more than that it is text. */
  #textSchema(type: string, media: ApiMedia, isOptional: boolean | undefined): Code | undefined {
    if (media.itemSchema !== undefined) this.#note('itemSchema is written and not checked')
    const { schema } = media
    const types = this.#reader.facts.types(schema ?? true)
    const isOfText = types !== undefined && [...types].every((one) => one === 'string')
    if (!isOfText && isObject(schema) && !isEmpty(schema)) {
      this.#note(`a schema of ${essence(type)} that is no string is written and not checked`)
      const means = withMeta(text, [{ key: 'means', value: codeOf(this.#reader.read(schema), this.#scope) }])
      return codeOf(isOptional ? { kind: 'optional', of: means } : means, this.#scope)
    }
    const isPlain =
      !isOfText || (isObject(schema) && Object.keys(schema).every((key) => ['type', 'examples', 'example', 'title'].includes(key)))
    if (isPlain) return isOptional ? codeOf({ kind: 'optional', of: text }, this.#scope) : undefined
    return this.#schema(media, 'text', isOptional)
  }

  /** Octets have no schema: what the document says of them is remarked, unless it says only that they are octets. */
  #octets(type: string, { schema, itemSchema, encoding }: ApiMedia): void {
    if (encoding) this.#note('encoding of parts is written and not heeded')
    if (itemSchema !== undefined) this.#note('itemSchema is written and not checked')
    if (schema !== undefined && !this.#saysOctets(schema))
      this.#note(`a schema of ${essence(type)}, which is octets here, is written and not checked`)
  }
}
