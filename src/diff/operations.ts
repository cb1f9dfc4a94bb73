/** What changed around the schemas: operations, parameters, content, responses, header fields, servers. */

import { elsewhere } from '../openapi/api.js'
import type { Api, ApiBody, ApiField, ApiMedia, ApiOperation, ApiParameter, ApiResponse, JsonSchema, Origin } from '../openapi/model.js'
import { type Trail, trail } from '../openapi/trail.js'
import type { ChangeId } from '../rules/changes.js'
import { mirrored as whenNotModified } from '../rules/not-modified-mirrors-200-fields.js'
import { mirrored as whenPartial } from '../rules/partial-mirrors-200-fields.js'
import { keywordsOf, type Place, Side } from './place.js'
import { Sameness, sameData } from './same.js'
import { type Direction, list, type Node, Schemas, type Values } from './schemas.js'
import { Securities } from './securities.js'
import { Views } from './view.js'

/** Where on the wire something is. */
export interface Spot {
  readonly method: string | null
  readonly path: string | null
  readonly operationId: string | null
  readonly status: string | null
  readonly mediaType: string | null
}

/** A change at one place. */
export interface Told {
  readonly id: ChangeId
  readonly values: Values
  readonly use: Spot
  /** What the way to it starts from: `body`, `query parameter …`. */
  readonly base: string
  readonly at: string
  readonly old: Origin | Trail | undefined
  readonly new: Origin | Trail | undefined
  /** The change of a schema that is met here, where it is one. */
  readonly source?: object
}

const NOWHERE: Spot = { method: null, path: null, operationId: null, status: null, mediaType: null }

/** A path with its parameters unnamed. */
const shapeOf = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}')
const namesOf = (path: string): string[] => Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name]) => name!)

/** What a media type is, whatever its parameters look like. */
const typeOf = (type: string): string =>
  type
    .toLowerCase()
    .replace(/\s*;\s*/g, ';')
    .trim()
const byType = (content: ReadonlyMap<string, ApiMedia>): ReadonlyMap<string, ApiMedia> =>
  new Map([...content].map(([type, media]) => [typeOf(type), media]))

/** `404`, `4xx`: statuses are compared as they are meant, not as they are written. */
const isSuccess = (status: string): boolean => status.startsWith('2')

const today = (): string => new Date().toISOString().slice(0, 10)
const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text))
const dayOf = (text: string): string => new Date(text).toISOString().slice(0, 10)

const repeated: Readonly<Record<string, readonly string[]>> = { 304: whenNotModified, 206: whenPartial }

export class Operations {
  readonly #old: Api
  readonly #new: Api
  readonly #sides: readonly [Side, Side]
  readonly #schemas: Schemas
  readonly #securities: Securities
  readonly #told: Told[] = []
  readonly #met = new Set<Node>()
  /** Pairs of which nothing is told, wherever they are used: most are components, which many operations share. */
  readonly #quiet = new Map<object, Set<object>>()
  #oldFile = ''
  #newFile = ''

  constructor(old: Api, now: Api) {
    this.#old = old
    this.#new = now
    this.#sides = [new Side(old), new Side(now)]
    this.#schemas = new Schemas(new Views(this.#sides[0]), new Views(this.#sides[1]), new Sameness(...this.#sides))
    this.#securities = new Securities(old, now)
  }

  compare(): readonly Told[] {
    this.#oldFile = this.#old.operations[0]?.origin.file ?? ''
    this.#newFile = this.#new.operations[0]?.origin.file ?? ''
    this.#servers()
    const left = new Map<string, ApiOperation[]>()
    const key = ({ method, path }: ApiOperation) => `${method} ${shapeOf(path)}`
    for (const operation of this.#old.operations) left.set(key(operation), [...(left.get(key(operation)) ?? []), operation])
    const added: ApiOperation[] = []
    const pairs: [ApiOperation, ApiOperation][] = []
    for (const operation of this.#new.operations) {
      const alike = left.get(key(operation)) ?? []
      const before = alike.find(({ path }) => path === operation.path) ?? alike[0]
      if (before) {
        pairs.push([before, operation])
        alike.splice(alike.indexOf(before), 1)
      } else added.push(operation)
    }
    for (const operation of [...left.values()].flat()) this.#removed(operation)
    for (const [before, operation] of pairs) this.#operation(before, operation)
    for (const operation of added) this.#tell('operation-added', spotOf(operation), {}, undefined, operation.origin)
    this.#told.push(...this.#securities.schemes())
    this.#unused()
    return this.#told
  }

  #tell(id: ChangeId, use: Spot, values: Values, old: Origin | Trail | undefined, now: Origin | Trail | undefined, base = 'body'): void {
    this.#told.push({ id, values, use, base, at: '', old, new: now })
  }

  /** Tells of a pair, but not again where there was nothing to tell. */
  #pair<Part extends object>(a: Part, b: Part, tell: () => void): void {
    const quiet = this.#quiet.get(a)
    if (quiet?.has(b)) return
    const { length } = this.#told
    tell()
    if (this.#told.length > length) return
    if (quiet) quiet.add(b)
    else this.#quiet.set(a, new Set([b]))
  }

  #servers(): void {
    const [a, b] = [this.#old.servers, this.#new.servers]
    for (const server of a)
      if (!b.includes(server))
        this.#tell(
          'server-removed',
          NOWHERE,
          { from: server },
          { file: this.#oldFile, pointer: ['servers'] },
          { file: this.#newFile, pointer: ['servers'] },
        )
    for (const server of b)
      if (!a.includes(server))
        this.#tell(
          'server-added',
          NOWHERE,
          { to: server },
          { file: this.#oldFile, pointer: ['servers'] },
          { file: this.#newFile, pointer: ['servers'] },
        )
  }

  #removed(operation: ApiOperation): void {
    const { deprecated, sunset, origin } = operation
    const gone = sunset !== undefined && isDate(sunset) && dayOf(sunset) <= today()
    const id =
      sunset !== undefined
        ? gone
          ? 'operation-removed-after-sunset'
          : 'operation-removed-before-sunset'
        : deprecated
          ? 'deprecated-operation-removed'
          : 'operation-removed'
    this.#tell(id, spotOf(operation), { from: sunset ?? '' }, origin, undefined)
  }

  #operation(a: ApiOperation, b: ApiOperation): void {
    const use = spotOf(b)
    const said = (id: ChangeId, from: string | undefined, to: string | undefined) =>
      this.#tell(id, use, { from: from ?? 'none', to: to ?? 'none' }, a.origin, b.origin)
    if (a.id !== undefined && b.id !== undefined && a.id !== b.id) said('operation-id-changed', `\`${a.id}\``, `\`${b.id}\``)
    if (b.deprecated && !a.deprecated) said('operation-deprecated', undefined, undefined)
    if (a.deprecated && !b.deprecated) said('operation-no-longer-deprecated', undefined, undefined)
    this.#sunset(a.sunset, b.sunset, said)
    for (const told of this.#securities.operation(a, b))
      this.#told.push({ ...told, use, base: 'body', at: '', old: a.origin, new: b.origin })
    this.#parameters(a, b, use)
    this.#body(a, b, use)
    this.#responses(a, b, use)
  }

  #sunset(
    a: string | undefined,
    b: string | undefined,
    said: (id: ChangeId, from: string | undefined, to: string | undefined) => void,
  ): void {
    if (a === b) return
    if (b !== undefined && !isDate(b)) said('sunset-unreadable', a, b)
    else if (b === undefined) said('sunset-removed', a, b)
    else if (a === undefined || !isDate(a)) said('sunset-added', a, b)
    else if (dayOf(b) !== dayOf(a)) said(dayOf(b) < dayOf(a) ? 'sunset-earlier' : 'sunset-later', a, b)
  }

  // --- parameters ---------------------------------------------------------------------------------------------------------------

  #parameters(a: ApiOperation, b: ApiOperation, use: Spot): void {
    const described = (operation: ApiOperation) => this.#described(parametersOf(operation), 'parameter')
    const [before, now] = [described(a), described(b)]
    const added = new Map([...now].filter(([key]) => !before.has(key)))
    for (const [key, one] of before) {
      const other = now.get(key)
      const base = parameterBase(other ?? one)
      if (other) this.#pair(one, other, () => this.#parameter(one, other, use))
      else if (one.in !== 'path') {
        const [moved, to] =
          [...added].find(
            ([, { name, in: where }]) => name.toLowerCase() === one.name.toLowerCase() && where !== one.in && where !== 'path',
          ) ?? []
        if (moved !== undefined && to) {
          added.delete(moved)
          this.#tell('request-parameter-moved', use, { from: one.in, to: to.in }, one.origin, to.origin, base)
        } else this.#tell('request-parameter-removed', use, {}, one.origin, b.origin, base)
      }
    }
    for (const parameter of added.values())
      if (parameter.in !== 'path')
        this.#tell(
          parameter.required ? 'request-parameter-added-required' : 'request-parameter-added',
          use,
          {},
          a.origin,
          parameter.origin,
          parameterBase(parameter),
        )
  }

  #parameter(a: ApiParameter, b: ApiParameter, use: Spot): void {
    const base = parameterBase(b)
    const said = (id: ChangeId, values: Values = {}) => this.#tell(id, use, values, a.origin, b.origin, base)
    if (b.required && !a.required && b.in !== 'path') said('request-parameter-became-required')
    if (a.required && !b.required && b.in !== 'path') said('request-parameter-became-optional')
    if (b.deprecated && !a.deprecated) said('request-parameter-deprecated')
    const [from, to] = [styleOf(a, a.in), styleOf(b, b.in)]
    // A value without parts is written alike, exploded or not.
    const alike = !isCompound(a) && !isCompound(b) && a.type === b.type && nameOfStyle(a, a.in) === nameOfStyle(b, b.in)
    if (from !== to && !alike) said('request-parameter-style-changed', { from, to })
    this.#schema(a.schema, b.schema, a.origin, b.origin, 'request', use, base, b.type === undefined)
  }

  /** Less what later versions say elsewhere than among the fields, where 2.0 is compared with one of them. */
  #described<T extends ApiField & { readonly in?: string }>(fields: ReadonlyMap<string, T>, of: keyof typeof elsewhere): Map<string, T> {
    const isOld = ({ openapi }: Api) => openapi.startsWith('2')
    if (isOld(this.#old) === isOld(this.#new)) return new Map(fields)
    return new Map(
      [...fields].filter(([, { name, in: where = 'header' }]) => where !== 'header' || !elsewhere[of].includes(name.toLowerCase())),
    )
  }

  // --- content ------------------------------------------------------------------------------------------------------------------

  #body(a: ApiOperation, b: ApiOperation, use: Spot): void {
    const [one, other] = [bodyOf(a), bodyOf(b)]
    if (!one && !other) return
    if (!one || !other) {
      if (other) this.#tell(other.required ? 'request-body-added-required' : 'request-body-added', use, {}, a.origin, other.origin)
      else this.#tell('request-body-removed', use, {}, one?.origin, b.origin)
      return
    }
    if (other.required && !one.required) this.#tell('request-body-became-required', use, {}, one.origin, other.origin)
    if (one.required && !other.required) this.#tell('request-body-became-optional', use, {}, one.origin, other.origin)
    this.#content(one.content, other.content, one.origin, other.origin, 'request', use)
  }

  #content(
    a: ReadonlyMap<string, ApiMedia>,
    b: ReadonlyMap<string, ApiMedia>,
    from: Origin,
    to: Origin,
    direction: Direction,
    use: Spot,
  ): void {
    const [before, now] = [byType(a), byType(b)]
    const request = direction === 'request'
    // A range of types takes its types in.
    const covered = (type: string, types: ReadonlyMap<string, unknown>) => types.has('*/*') || types.has(type.replace(/\/.*$/, '/*'))
    for (const [type, media] of before) {
      const other =
        now.get(type) ?? (before.size === 1 && now.size === 1 && sameBase(type, [...now.keys()][0]!) ? [...now.values()][0] : undefined)
      if (other) this.#media(media, other, direction, { ...use, mediaType: type })
      else if (!covered(type, now) || !request)
        this.#tell(
          request ? 'request-media-type-removed' : 'response-media-type-removed',
          { ...use, mediaType: type },
          { from: `\`${type}\`` },
          media.origin,
          to,
        )
    }
    for (const [type, media] of now) {
      const known = before.has(type) || (before.size === 1 && now.size === 1 && sameBase(type, [...before.keys()][0]!))
      if (known || (covered(type, before) && !request)) continue
      this.#tell(
        request ? 'request-media-type-added' : 'response-media-type-added',
        { ...use, mediaType: type },
        { to: `\`${type}\`` },
        from,
        media.origin,
      )
    }
  }

  #media(a: ApiMedia, b: ApiMedia, direction: Direction, use: Spot): void {
    const text = isForm(use.mediaType ?? '') ? 'whole' : /^text\/|[/+]xml\b/.test(use.mediaType ?? '')
    const said = (side: Side, schema: JsonSchema | undefined) =>
      schema !== undefined && isOctets(use.mediaType ?? '') && saysOctets(side.resolve({ schema, at: [] }).schema) ? undefined : schema
    const [one, other] = [said(this.#sides[0], a.schema), said(this.#sides[1], b.schema)]
    this.#schema(one, other, a.origin, b.origin, direction, use, 'body', text)
    if (a.itemSchema !== undefined || b.itemSchema !== undefined)
      this.#schema(a.itemSchema, b.itemSchema, a.origin, b.origin, direction, use, 'body', false, 'itemSchema')
    if (!sameData(a.encoding ?? {}, b.encoding ?? {}) && direction === 'request')
      this.#tell('request-encoding-changed', use, { name: `\`${use.mediaType}\`` }, a.origin, b.origin)
  }

  // --- responses ----------------------------------------------------------------------------------------------------------------

  #responses(a: ApiOperation, b: ApiOperation, use: Spot): void {
    const ok = a.responses.get('200')
    const ordered = (responses: ReadonlyMap<string, ApiResponse>) =>
      [...responses].map(([status, response]) => [status.toLowerCase(), response] as const)
    const [before, now] = [new Map(ordered(a.responses)), new Map(ordered(b.responses))]
    for (const [status, one] of before) {
      const other = now.get(status)
      const at = { ...use, status }
      if (other && repeated[status]) this.#response(one, other, at, ok)
      else if (other) this.#pair(one, other, () => this.#response(one, other, at, ok))
      else
        this.#tell(
          isSuccess(status) ? 'response-success-status-removed' : 'response-status-removed',
          at,
          { from: `\`${status}\`` },
          one.origin,
          b.origin,
        )
    }
    for (const [status, other] of now)
      if (!before.has(status)) this.#tell('response-status-added', { ...use, status }, { to: `\`${status}\`` }, a.origin, other.origin)
  }

  #response(a: ApiResponse, b: ApiResponse, use: Spot, ok: ApiResponse | undefined): void {
    if (a.content.size > 0 && b.content.size === 0) this.#tell('response-content-removed', use, {}, a.origin, b.origin)
    else if (a.content.size === 0 && b.content.size > 0)
      this.#tell('response-content-added', use, { to: list([...b.content.keys()]) }, a.origin, b.origin)
    else this.#content(a.content, b.content, a.origin, b.origin, 'response', use)
    const lower = (headers: ReadonlyMap<string, ApiField>) =>
      this.#described(new Map([...headers].map(([name, field]) => [name.toLowerCase(), field])), 'header')
    const [before, now] = [lower(a.headers), lower(b.headers)]
    // What a response repeats by law need not be said to be there.
    const repeats = repeated[use.status ?? '']
    for (const [name, one] of before) {
      const other = now.get(name)
      const base = `response header \`${name}\``
      if (!other) {
        this.#tell(one.required ? 'response-header-removed' : 'response-optional-header-removed', use, {}, one.origin, b.origin, base)
        continue
      }
      const said = (id: ChangeId, values: Values = {}) => this.#tell(id, use, values, one.origin, other.origin, base)
      if (one.required && !other.required) said('response-header-became-optional')
      if (other.required && !one.required) said('response-header-became-required')
      if (other.deprecated && !one.deprecated) this.#tell('property-deprecated', use, {}, one.origin, other.origin, `header \`${name}\``)
      const [from, to] = [styleOf(one, 'header'), styleOf(other, 'header')]
      if (from !== to && (isCompound(one) || isCompound(other))) said('response-header-style-changed', { from, to })
      this.#schema(one.schema, other.schema, one.origin, other.origin, 'response', use, `header \`${name}\``, other.type === undefined)
    }
    for (const [name, other] of now)
      if (!before.has(name) && !(repeats?.includes(name) && ok?.headers.has(name) && !other.required))
        this.#tell(
          other.required ? 'response-header-added-required' : 'response-header-added',
          use,
          {},
          a.origin,
          other.origin,
          `response header \`${name}\``,
        )
  }

  // --- schemas ------------------------------------------------------------------------------------------------------------------

  #schema(
    a: JsonSchema | undefined,
    b: JsonSchema | undefined,
    from: Origin,
    to: Origin,
    direction: Direction,
    use: Spot,
    base: string,
    text: boolean | 'whole',
    key = 'schema',
  ): void {
    if (a === undefined && b === undefined) return
    const place = (schema: JsonSchema | undefined, origin: Origin): Place => ({
      schema: schema ?? true,
      at: trail(origin.pointer, key),
    })
    const root = this.#schemas.compare([place(a, from)], [place(b, to)], direction, text ? { text } : {})
    this.#walk(root, base, use)
  }

  /** Everything below a pair of schemas, each node by the shortest way to it. */
  #walk(root: Node, base: string, use: Spot): void {
    const seen = new Set([root])
    const pending: { readonly node: Node; readonly at: string }[] = [{ node: root, at: '' }]
    for (const { node, at } of pending) {
      this.#met.add(node)
      for (const change of node.changes) {
        const { id, values, property, old, new: now } = change
        const whole = property === undefined ? at : `${at}.${property}`
        this.#told.push({ id, values, use, base, at: whole.replace(/^\./, ''), old, new: now, source: change })
      }
      for (const { step, node: next } of node.below)
        if (!seen.has(next)) {
          seen.add(next)
          pending.push({ node: next, at: at + step })
        }
    }
  }

  /** Components that no message carries, by their names: nobody on the wire can tell, but the document changed. */
  #unused(): void {
    const [a, b] = this.#sides
    const left = [...this.#old.schemas.keys()].filter((name) => {
      const [one, other] = [a.component(name), b.component(name)]
      return one && other && !this.#schemas.same(one, other) && !this.#schemas.met(one, other)
    })
    if (left.length === 0) return
    const reached = [reachable(this.#old), reachable(this.#new)] as const
    for (const name of left) {
      if (reached[0].has(name) || reached[1].has(name)) continue
      const [one, other] = [a.component(name)!, b.component(name)!]
      const root = this.#schemas.compare([one], [other], 'response')
      const found: { readonly at: string; readonly id: ChangeId; readonly node: Node }[] = []
      const seen = new Set([root])
      const pending = [{ node: root, at: '' }]
      for (const { node, at } of pending) {
        if (this.#met.has(node)) continue
        for (const { id, property } of node.changes)
          found.push({ at: `${at}${property === undefined ? '' : `.${property}`}`.replace(/^\./, ''), id, node })
        for (const { step, node: next } of node.below)
          if (!seen.has(next)) {
            seen.add(next)
            pending.push({ node: next, at: at + step })
          }
      }
      if (found.length > 0) {
        const places = [...new Set(found.map(({ at }) => at || 'itself'))]
        this.#tell('unused-schema-changed', NOWHERE, { name: `\`${name}\``, to: list(places) }, one.at, other.at)
      }
    }
  }
}

const spotOf = ({ method, path, id }: ApiOperation): Spot => ({ ...NOWHERE, method, path, operationId: id ?? null })

/** Parameters by where they are and what they are called; those of the path by their place in it. */
const parametersOf = ({ path, parameters }: ApiOperation): ReadonlyMap<string, ApiParameter> => {
  const names = namesOf(path)
  return new Map(
    parameters.map((parameter) => {
      const { name, in: where } = parameter
      const key = where === 'path' ? String(names.indexOf(name)) : where === 'header' ? name.toLowerCase() : name
      return [`${where} ${key}`, parameter]
    }),
  )
}

const parameterBase = ({ name, in: where }: ApiParameter): string =>
  where === 'querystring' ? 'query string' : `${where} parameter \`${name}\``

/** Whether a value has parts, so that it matters how they are put together. */
const isCompound = ({ schema }: ApiField): boolean =>
  typeof schema === 'object' && !(typeof schema.type === 'string' && ['string', 'integer', 'number', 'boolean'].includes(schema.type))

const nameOfStyle = ({ style }: ApiField, where: string): string => style ?? (where === 'query' || where === 'cookie' ? 'form' : 'simple')

/** How a value is written, defaults filled in. */
const styleOf = (field: ApiField, where: string): string => {
  const { explode, type } = field
  if (type !== undefined) return `content in \`${type}\``
  const own = nameOfStyle(field, where)
  return `\`${own}${(explode ?? own === 'form') ? ', exploded' : ''}\``
}

const sameBase = (a: string, b: string): boolean => a.replace(/;.*$/, '') === b.replace(/;.*$/, '')

/** Forms have texts, and no null. */
const isForm = (type: string): boolean => /^(?:application\/x-www-form-urlencoded|multipart\/)/.test(type)
/** Types whose content is no text, as far as the type tells. */
const isOctets = (type: string): boolean => !isForm(type) && !/^text\/|[/+](?:json|xml|yaml)\b|^\*/.test(type)
/** Whether a schema says only that something is octets: OpenAPI 3.0 does, later versions leave it to the media type. */
const saysOctets = (schema: JsonSchema): boolean =>
  typeof schema === 'object' &&
  schema.type === 'string' &&
  keywordsOf(schema).every(
    (key) =>
      key === 'type' ||
      (key === 'format' && schema.format === 'binary') ||
      key === 'contentMediaType' ||
      (key === 'contentEncoding' && schema.contentEncoding === 'binary'),
  )

/** A body that takes nothing is none. */
const bodyOf = ({ body }: ApiOperation): ApiBody | undefined => (body && body.content.size > 0 ? body : undefined)

/** The components that some message carries. */
const reachable = ({ operations, schemas }: Api): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (value: unknown, named = false): void => {
    if (typeof value !== 'object' || value === null) return
    const reference = (value as { readonly $ref?: unknown }).$ref
    if (typeof reference === 'string') {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1]
      if (name !== undefined && !names.has(name)) {
        names.add(name)
        visit(schemas.get(name))
      }
    }
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key]
      // Most of a document is texts and examples.
      if (typeof inner !== 'object' || inner === null) continue
      if (named || (key !== 'enum' && key !== 'examples' && key !== 'example')) visit(inner, !named && key === 'properties')
    }
  }
  const visitContent = (content: ReadonlyMap<string, ApiMedia> | undefined): void => {
    for (const media of content?.values() ?? []) {
      visit(media.schema)
      visit(media.itemSchema)
    }
  }
  // Many operations share them.
  for (const { schema } of new Set(operations.flatMap(({ parameters }) => parameters))) visit(schema)
  for (const { body } of operations) visitContent(body?.content)
  for (const { content, headers } of new Set(operations.flatMap(({ responses }) => [...responses.values()]))) {
    visitContent(content)
    for (const { schema } of headers.values()) visit(schema)
  }
  return names
}
