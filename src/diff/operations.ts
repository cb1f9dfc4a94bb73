/** What changed around the schemas: operations, parameters, content, responses, header fields, servers. */

import { elsewhere } from '../openapi/api.js'
import type {
  Api,
  ApiBody,
  ApiField,
  ApiMedia,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  ApiWebhook,
  JsonSchema,
  Origin,
} from '../openapi/model.js'
import { namesOf, shapeOf } from '../openapi/template.js'
import { type Trail, trail } from '../openapi/trail.js'
import { type ChangeId, inWebhook } from '../rules/changes.js'
import { mirrored as whenNotModified } from '../rules/not-modified-mirrors-200-fields.js'
import { mirrored as whenPartial } from '../rules/partial-mirrors-200-fields.js'
import { keywordsOf, nameOf, Side, silent } from './place.js'
import { Sameness, sameData } from './same.js'
import { type Direction, list, NOTHING, type Node, Schemas, type Values } from './schemas.js'
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

/** What is known of two versions before they are compared. */
export interface Known {
  /** Components that are the same, with all that they refer to. */
  readonly same: ReadonlySet<string>
  /** Components of each that messages carry which are not in it any more. */
  readonly reached: readonly [ReadonlySet<string>, ReadonlySet<string>]
}

export const unknown: Known = { same: new Set(), reached: [new Set(), new Set()] }

const NOWHERE: Spot = { method: null, path: null, operationId: null, status: null, mediaType: null }

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

/** Whether a response of a status is compared with another one besides, the 200. */
export const mirrors = (status: string): boolean => Object.hasOwn(repeated, status)

export class Operations {
  readonly #old: Api
  readonly #new: Api
  readonly #known: Known
  readonly #sides: readonly [Side, Side]
  readonly #schemas: Schemas
  readonly #securities: Securities
  readonly #told: Told[] = []
  readonly #met = new Set<Node>()
  /** Pairs of which nothing is told, wherever they are used: most are components, which many operations share. */
  readonly #quiet = new Map<object, Set<object>>()
  /** Whether it is the API that sends the request: then what is said of the two messages is said of the other one. */
  #sent = false
  /** Changes of schemas as they are met there. */
  readonly #mirrored = new Map<object, object>()

  constructor(old: Api, now: Api, known: Known) {
    this.#old = old
    this.#new = now
    this.#known = known
    this.#sides = [new Side(old), new Side(now)]
    this.#schemas = new Schemas(new Views(this.#sides[0]), new Views(this.#sides[1]), new Sameness(...this.#sides, known.same))
    this.#securities = new Securities(old, now)
  }

  compare(): readonly Told[] {
    this.#servers()
    const { pairs, removed, added } = paired(this.#old.operations, this.#new.operations, (a, b) => a.path === b.path)
    for (const operation of removed) this.#removed(operation)
    for (const [before, operation] of pairs) this.#operation(before, operation)
    for (const operation of added) this.#tell('operation-added', spotOf(operation), {}, undefined, operation.origin)
    this.#sent = true
    this.#webhooks(new Set(pairs.flat()))
    this.#sent = false
    this.#told.push(...this.#securities.schemes())
    this.#unused()
    return this.#told
  }

  #tell(id: ChangeId, use: Spot, values: Values, old: Origin | Trail | undefined, now: Origin | Trail | undefined, base = 'body'): void {
    this.#told.push({ id: this.#sent ? inWebhook(id) : id, values, use, base, at: '', old, new: now })
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
          { file: this.#old.file, pointer: ['servers'] },
          { file: this.#new.file, pointer: ['servers'] },
        )
    for (const server of b)
      if (!a.includes(server))
        this.#tell(
          'server-added',
          NOWHERE,
          { to: server },
          { file: this.#old.file, pointer: ['servers'] },
          { file: this.#new.file, pointer: ['servers'] },
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
    this.#tell(id, spotOf(operation), { from: sunset ?? '', what: kindOf(operation) }, origin, undefined)
  }

  #operation(a: ApiOperation, b: ApiOperation): void {
    const use = spotOf(b)
    this.#itself(a, b, use)
    this.#parameters(a, b, use)
    this.#body(a, b, use)
    this.#responses(a, b, use)
  }

  /** What is said of an operation as a whole. */
  #itself(a: ApiOperation, b: ApiOperation, use: Spot): void {
    const said = (id: ChangeId, from: string | undefined, to: string | undefined) =>
      this.#tell(id, use, { from: from ?? 'none', to: to ?? 'none' }, a.origin, b.origin)
    if (a.id !== undefined && b.id !== undefined && a.id !== b.id) said('operation-id-changed', `\`${a.id}\``, `\`${b.id}\``)
    if (b.deprecated && !a.deprecated) said('operation-deprecated', undefined, undefined)
    if (a.deprecated && !b.deprecated) said('operation-no-longer-deprecated', undefined, undefined)
    this.#sunset(a.sunset, b.sunset, said)
    for (const { id, values } of this.#securities.operation(a, b)) this.#tell(id, use, values, a.origin, b.origin)
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

  // --- requests that the API sends ----------------------------------------------------------------------------------------------

  #webhooks(operations: ReadonlySet<ApiOperation>): void {
    // Callbacks come and go with their operation, which is told.
    const stays = ({ of }: ApiWebhook) => !of || operations.has(of)
    const { pairs, removed, added } = paired(this.#old.webhooks.filter(stays), this.#new.webhooks.filter(stays), (a, b) => a.url === b.url)
    for (const [before, webhook] of pairs) this.#webhook(before, webhook)
    for (const webhook of removed) {
      const other = added.find((candidate) => this.#isRenamed(webhook, candidate))
      if (!other) this.#removed(webhook)
      else {
        added.splice(added.indexOf(other), 1)
        const name = ({ path }: ApiWebhook) => `\`${path.replace(/^webhook /, '')}\``
        this.#tell('webhook-renamed', spotOf(other), { from: name(webhook), to: name(other) }, webhook.origin, other.origin)
      }
    }
    for (const webhook of added) this.#tell('webhook-added', spotOf(webhook), { what: kindOf(webhook) }, undefined, webhook.origin)
  }

  #webhook(a: ApiWebhook, b: ApiWebhook): void {
    const use = spotOf(b)
    this.#itself(a, b, use)
    if (a.url !== b.url) this.#tell('callback-url-changed', use, { from: `\`${a.url}\``, to: `\`${b.url}\`` }, a.origin, b.origin)
    const [one, other] = [bodyOf(a), bodyOf(b)]
    if (one && other && one.required !== other.required)
      this.#tell(`webhook-request-body-became-${other.required ? 'required' : 'optional'}`, use, {}, one.origin, other.origin)
    this.#response(gotIn(a), gotIn(b), use, undefined)
    for (const [status, before] of a.responses) {
      const now = b.responses.get(status)
      const at = { ...use, status }
      if (now) {
        const [sent, taken] = [sentIn(before, a), sentIn(now, b)]
        this.#parameters(sent, taken, at)
        this.#body(sent, taken, at)
      } else
        this.#tell(
          isSuccess(status) ? 'webhook-response-success-status-removed' : 'webhook-response-status-removed',
          at,
          { from: `\`${status}\`` },
          before.origin,
          b.origin,
        )
    }
    for (const [status, now] of b.responses)
      if (!a.responses.has(status))
        this.#tell('webhook-response-status-added', { ...use, status }, { to: `\`${status}\`` }, a.origin, now.origin)
  }

  /** Whether a webhook is what another one was, under another name: nobody can tell on the wire. */
  #isRenamed(a: ApiWebhook, b: ApiWebhook): boolean {
    if (a.of || b.of || a.method !== b.method || a.id !== b.id || (a.id === undefined && !bodyOf(a) && a.parameters.length === 0))
      return false
    const { length } = this.#told
    this.#webhook(a, b)
    const isSame = this.#told.length === length
    this.#told.length = length
    return isSame
  }

  // --- parameters ---------------------------------------------------------------------------------------------------------------

  #parameters(a: ApiOperation, b: ApiOperation, use: Spot): void {
    if (a.parameters.length === 0 && b.parameters.length === 0) return
    const described = (operation: ApiOperation) => this.#described(parametersOf(operation), 'parameter')
    const [before, now] = [described(a), described(b)]
    const added = new Map([...now].filter(([key]) => !before.has(key)))
    for (const [key, one] of before) {
      const other = now.get(key)
      const base = this.#base(other ?? one, 'request')
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
          this.#base(parameter, 'request'),
        )
  }

  #parameter(a: ApiParameter, b: ApiParameter, use: Spot): void {
    const base = this.#base(b, 'request')
    const said = (id: ChangeId, values: Values = {}) => this.#tell(id, use, values, a.origin, b.origin, base)
    if (b.required && !a.required && b.in !== 'path') said('request-parameter-became-required')
    if (a.required && !b.required && b.in !== 'path') said('request-parameter-became-optional')
    if (b.deprecated && !a.deprecated) said('request-parameter-deprecated')
    if (a.allowEmptyValue && !b.allowEmptyValue) said('request-parameter-empty-refused')
    if (b.allowEmptyValue && !a.allowEmptyValue) said('request-parameter-empty-taken')
    const [from, to] = [styleOf(a, a.in), styleOf(b, b.in)]
    // A value without parts is written alike, exploded or not.
    const alike = !isCompound(a) && !isCompound(b) && a.type === b.type && nameOfStyle(a, a.in) === nameOfStyle(b, b.in)
    if (from !== to && !alike) said('request-parameter-style-changed', { from, to })
    this.#schema(a.schema, b.schema, a.origin, b.origin, 'request', use, base.replace(/^response /, ''), b.type === undefined)
  }

  /** What a parameter or a header of a message that a client sends or gets is called. */
  #base(field: ApiField & { readonly in?: ApiParameter['in'] }, direction: Direction): string {
    return this.#isRequest(direction) ? parameterBase(field) : `response header \`${field.name}\``
  }

  /** Whether what a client sends (request) or gets (response) is a request on the wire. */
  #isRequest(direction: Direction): boolean {
    return (direction === 'request') !== this.#sent
  }

  /** Less what later versions say elsewhere than among the fields, where 2.0 is compared with one of them. */
  #described<T extends ApiField & { readonly in?: string }>(
    fields: ReadonlyMap<string, T>,
    of: keyof typeof elsewhere,
  ): ReadonlyMap<string, T> {
    const isOld = ({ openapi }: Api) => openapi.startsWith('2')
    if (isOld(this.#old) === isOld(this.#new)) return fields
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
    if (this.#isRequest(direction) && !sameData(a.encoding ?? {}, b.encoding ?? {}))
      this.#tell(
        this.#sent ? 'webhook-request-encoding-changed' : 'request-encoding-changed',
        use,
        { name: `\`${use.mediaType}\`` },
        a.origin,
        b.origin,
      )
  }

  // --- responses ----------------------------------------------------------------------------------------------------------------

  #responses(a: ApiOperation, b: ApiOperation, use: Spot): void {
    const ok = a.responses.get('200')
    const before = a.responses
    const now = b.responses
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
    const [before, now] = [this.#described(a.headers, 'header'), this.#described(b.headers, 'header')]
    // What a response repeats by law need not be said to be there.
    const repeats = repeated[use.status ?? '']
    for (const [name, one] of before) {
      const other = now.get(name)
      const base = this.#base(other ?? one, 'response')
      const within = base.replace(/^response /, '')
      if (!other) {
        this.#tell(one.required ? 'response-header-removed' : 'response-optional-header-removed', use, {}, one.origin, b.origin, base)
        continue
      }
      const said = (id: ChangeId, values: Values = {}) => this.#tell(id, use, values, one.origin, other.origin, base)
      if (one.required && !other.required) said('response-header-became-optional')
      if (other.required && !one.required) said('response-header-became-required')
      if (other.deprecated && !one.deprecated) this.#tell('property-deprecated', use, {}, one.origin, other.origin, within)
      const [from, to] = [styleOf(one, placeOf(one)), styleOf(other, placeOf(other))]
      if (from !== to && (isCompound(one) || isCompound(other))) said('response-header-style-changed', { from, to })
      this.#schema(one.schema, other.schema, one.origin, other.origin, 'response', use, within, other.type === undefined)
    }
    for (const [name, other] of now)
      if (!before.has(name) && !(repeats?.includes(name) && ok?.headers.has(name) && !other.required))
        this.#tell(
          other.required ? 'response-header-added-required' : 'response-header-added',
          use,
          {},
          a.origin,
          other.origin,
          this.#base(other, 'response'),
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
    const one = [{ schema: a ?? true, at: trail(from.pointer, key) }]
    const other = [{ schema: b ?? true, at: trail(to.pointer, key) }]
    const root = this.#schemas.compare(one, other, direction, text ? { text } : {})
    if (root !== NOTHING) this.#walk(root, base, use)
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
        const [told, source] = this.#sent ? [inWebhook(id), this.#mirror(change)] : [id, change]
        this.#told.push({ id: told, values, use, base, at: whole.replace(/^\./, ''), old, new: now, source })
      }
      for (const { step, node: next } of node.below)
        if (!seen.has(next)) {
          seen.add(next)
          pending.push({ node: next, at: at + step })
        }
    }
  }

  /** A change of a schema where the API sends the request, which is told in other words than elsewhere. */
  #mirror(change: object): object {
    const known = this.#mirrored.get(change)
    if (known) return known
    const made = {}
    this.#mirrored.set(change, made)
    return made
  }

  /** Components that no message carries, by their names: nobody on the wire can tell, but the document changed. */
  #unused(): void {
    const [a, b] = this.#sides
    // What the comparison came by is carried by some message.
    const asked = new Set([...a.asked(), ...b.asked()])
    const left = [...new Set([...this.#old.components.keys(), ...this.#old.schemas.keys()])].filter((name) => {
      if (asked.has(name) || this.#known.same.has(name)) return false
      const [one, other] = [a.component(name), b.component(name)]
      return one && other && !this.#schemas.same(one, other) && !this.#schemas.met(one, other)
    })
    const { same, reached } = this.#known
    for (const name of unreached(a, unreached(b, left, reached[1], same), reached[0], same)) {
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

const spotOf = ({ method, path, id }: ApiOperation): Spot => ({ method, path, operationId: id ?? null, status: null, mediaType: null })

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

const kindOf = ({ path }: ApiOperation): string => path.replace(/ .*$/s, '')

/** Operations that belong together, by method and path; the rest was removed, or added. */
const paired = <One extends ApiOperation>(
  old: readonly One[],
  now: readonly One[],
  alike: (a: One, b: One) => boolean,
): { readonly pairs: readonly (readonly [One, One])[]; readonly removed: readonly One[]; readonly added: One[] } => {
  const left = new Map<string, One[]>()
  const key = ({ method, path }: One) => `${method} ${shapeOf(path)}`
  for (const operation of old) left.set(key(operation), [...(left.get(key(operation)) ?? []), operation])
  const added: One[] = []
  const pairs: [One, One][] = []
  for (const operation of now) {
    const candidates = left.get(key(operation)) ?? []
    const isAnothers = (one: One) => now.some((other) => other !== operation && key(other) === key(one) && alike(one, other))
    const before = candidates.find((candidate) => alike(candidate, operation)) ?? candidates.find((candidate) => !isAnothers(candidate))
    if (before) {
      pairs.push([before, operation])
      candidates.splice(candidates.indexOf(before), 1)
    } else added.push(operation)
  }
  return { pairs, removed: [...left.values()].flat(), added }
}

/** What a client gets in a webhook, as the response that it would be. */
const gotIn = (webhook: ApiWebhook): ApiResponse => ({
  description: '',
  headers: new Map(webhook.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])),
  content: bodyOf(webhook)?.content ?? new Map(),
  origin: webhook.body?.origin ?? webhook.origin,
})

/** What a client answers to a webhook, as the request that it would be. */
const sentIn = ({ headers, content, origin }: ApiResponse, webhook: ApiWebhook): ApiOperation => ({
  ...webhook,
  parameters: Array.from(headers.values(), (field) => ({ ...field, in: 'header', allowEmptyValue: false })),
  body: { required: true, description: undefined, content, origin },
  origin,
})

/** Where a field stands: a header, unless it is a parameter. */
const placeOf = ({ in: where = 'header' }: ApiField & { readonly in?: ApiParameter['in'] }): string => where

const parameterBase = ({ name, in: where }: ApiField & { readonly in?: ApiParameter['in'] }): string =>
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

/** Those of some components that no message carries. */
const unreached = (side: Side, names: readonly string[], known: ReadonlySet<string>, same: ReadonlySet<string>): readonly string[] => {
  const left = new Set(names.filter((name) => !known.has(name)))
  if (left.size === 0) return []
  const operations = [...side.api.operations, ...side.api.webhooks]
  // Most references are to the same few.
  const seen = new Set<unknown>()
  const refer = (reference: unknown): void => {
    if (seen.size === seen.add(reference).size) return
    const name = nameOf(reference)
    if (name === undefined) return
    left.delete(name)
    // What is the same refers to nothing that changed.
    if (!same.has(name)) visit(side.component(name)?.schema)
  }
  const visit = (value: unknown, named = false): void => {
    if (typeof value !== 'object' || value === null || left.size === 0) return
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key]
      // Most of a document is texts and examples.
      if (typeof inner === 'object') {
        if (named || (key !== 'enum' && !silent.has(key))) visit(inner, !named && key === 'properties')
      } else if (key === '$ref') refer(inner)
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
  return [...left]
}
