/**
 * What changed from one schema to another, for who sends it (request) or gets it (response).
 *
 * Two schemas are compared once for each direction, however many operations use them; what they have in common is a node, and what
 * stands below it are nodes too, so that schemas which hold themselves end.
 */
import type { Trail } from '../openapi/trail.js'
import { type ChangeId, changeKinds, levelOf } from '../rules/changes.js'
import { isObject, nameOf, type Place, type Schema } from './place.js'
import { type Sameness, sameData } from './same.js'
import type { Property, Union, View, Views } from './view.js'

export type Direction = 'request' | 'response'

export type Values = Readonly<Record<string, string | number>>

/** Something that changed, seen from the schema it stands in. */
export interface Found {
  readonly id: ChangeId
  /** The property it is about, where the schema itself is not. */
  readonly property?: string
  readonly values: Values
  readonly old: Trail | undefined
  readonly new: Trail | undefined
}

/** Two schemas, compared. */
export interface Node {
  readonly changes: Found[]
  readonly below: { readonly step: string; readonly node: Node }[]
}

/** How values are read besides: members of a union have had their null seen to; text on the wire has no numbers. */
interface Manner {
  readonly member?: boolean
  /** `whole` where all that is in it is text too, as in a form. */
  readonly text?: boolean | 'whole'
}

/** Where nothing changed. */
export const NOTHING: Node = { changes: [], below: [] }
const MOST = 5
const DEEPEST = 8

/** `a`, `b` and 3 more. */
export const list = (names: readonly string[]): string => {
  const shown = names.slice(0, MOST).map((name) => `\`${name}\``)
  const more = names.length - MOST
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'nothing')
}

const written = (value: unknown): string => {
  if (value === undefined) return 'none'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : written(value))

const typesText = (types: ReadonlySet<string> | undefined): string => (types ? [...types].sort().join(' or ') || 'nothing' : 'anything')

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => {
  for (const one of some) if (!all.has(one)) return false
  return true
}

/** Whether one type takes in another. */
const covers = (types: ReadonlySet<string>, type: string, text: boolean): boolean =>
  types.has(type) || (type === 'integer' && types.has('number')) || (text && types.has('string') && type !== 'object' && type !== 'array')

/** Whether one of some types is within the others. */
const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => [...some].some((type) => covers(others, type, false))

/** Formats that take in others. */
const wider: Readonly<Record<string, readonly string[]>> = { int32: ['int64'], float: ['double'], 'date-time': [], uuid: [] }

/** The end of a range: the number, and whether it is still in. */
interface End {
  readonly key: string
  readonly value: number
  readonly exclusive: boolean
}
const endOf = ({ bounds }: View, inclusive: string, exclusive: string): End | undefined => {
  const [one, other] = [bounds.get(inclusive), bounds.get(exclusive)]
  if (other !== undefined) return { key: exclusive, value: other, exclusive: true }
  return one === undefined ? undefined : { key: inclusive, value: one, exclusive: false }
}

/** Whether the second end lets less through (1), more (-1), or as much (0); `sign` is 1 for lower ends. */
const tighter = (a: End | undefined, b: End | undefined, sign: 1 | -1): number => {
  if (!a || !b) return Number(b !== undefined) - Number(a !== undefined)
  return Math.sign((b.value - a.value) * sign) || Number(b.exclusive) - Number(a.exclusive)
}

const ranges = [
  ['minimum', 'exclusiveMinimum', 1],
  ['maximum', 'exclusiveMaximum', -1],
  ['minLength', '', 1],
  ['maxLength', '', -1],
  ['minItems', '', 1],
  ['maxItems', '', -1],
  ['minProperties', '', 1],
  ['maxProperties', '', -1],
  ['minContains', '', 1],
  ['maxContains', '', -1],
  ['uniqueItems', '', 1],
] as const

/** The types that a bound speaks of. */
const about = (key: string): readonly string[] =>
  key.endsWith('Length') || key === 'pattern'
    ? ['string']
    : key.endsWith('Properties')
      ? ['object']
      : key.endsWith('Items') || key.endsWith('Contains')
        ? ['array']
        : ['integer', 'number']

/** A member of a union: what all of its parts let through. */
interface Member {
  readonly parts: readonly Place[]
  readonly label: string
  /** Whether the label is a name that somebody gave. */
  readonly named: boolean
  /** The value of the discriminator that a mapping names it by. */
  readonly mapped: string | undefined
  /** Properties that have one value each, with it. */
  readonly constants: ReadonlyMap<string, unknown>
  /** The names of its properties, in order: two members that differ in them are not the same. */
  readonly properties: string
  /** The value that stands for it where no mapping names one: what the component is called. */
  readonly implied: string | undefined
}

export class Schemas {
  readonly #old: Views
  readonly #new: Views
  readonly #sameness: Sameness
  readonly #nodes = new Map<string, Node>()
  readonly #numbers = new Map<object, number>()
  #count = 0

  constructor(old: Views, now: Views, sameness: Sameness) {
    this.#old = old
    this.#new = now
    this.#sameness = sameness
  }

  /** Compares what two lists of parts let through. */
  compare(a: readonly Place[], b: readonly Place[], direction: Direction, manner: Manner = {}): Node {
    return this.alike(a, b) ? NOTHING : this.unlike(a, b, direction, manner)
  }

  /** The same of what is known to differ. */
  unlike(a: readonly Place[], b: readonly Place[], direction: Direction, manner: Manner): Node {
    // Unions within unions of themselves would be taken apart for ever.
    if (Math.max(a.length, b.length) > DEEPEST) return NOTHING
    const key = `${direction}${manner.member ? 'm' : ''}${manner.text === 'whole' ? 'w' : manner.text ? 't' : ''} ${this.#key(a, this.#old)} ${this.#key(b, this.#new)}`
    const known = this.#nodes.get(key)
    if (known) return known
    const node: Node = { changes: [], below: [] }
    this.#nodes.set(key, node)
    new Comparison(this, this.#old, this.#new, a, b, direction, manner, node).run()
    return node
  }

  /** Whether two schemas were compared, in whatever direction and manner. */
  met(a: Place, b: Place): boolean {
    const pair = ` ${this.#key([a], this.#old)} ${this.#key([b], this.#new)}`
    return ['request', 'response'].some((direction) =>
      ['', 'm', 't', 'mt', 'w', 'mw'].some((manner) => this.#nodes.has(direction + manner + pair)),
    )
  }

  same(a: Place, b: Place): boolean {
    return this.#sameness.same(a.schema, b.schema)
  }

  /** Whether all parts are the same, one by one. */
  alike(a: readonly Place[], b: readonly Place[]): boolean {
    if (a.length !== b.length) return false
    for (let index = 0; index < a.length; index++) if (!this.same(a[index]!, b[index]!)) return false
    return true
  }

  #key(parts: readonly Place[], views: Views): string {
    if (parts.length === 1) return this.#number(views.side.resolve(parts[0]!).schema)
    return parts.map((part) => this.#number(views.side.resolve(part).schema)).join('&')
  }

  #number(schema: unknown): string {
    if (typeof schema !== 'object' || schema === null) return String(schema)
    let number = this.#numbers.get(schema)
    if (number === undefined) {
      number = this.#count++
      this.#numbers.set(schema, number)
    }
    return String(number)
  }

  /** Whether anything changed in a node or below. */
  changes(start: Node): boolean {
    const seen = new Set([start])
    for (const node of seen) {
      if (node.changes.length > 0) return true
      for (const { node: next } of node.below) seen.add(next)
    }
    return false
  }

  /** Whether a client breaks anywhere in a node or below. */
  breaks(start: Node): boolean {
    const seen = new Set([start])
    for (const node of seen) {
      for (const { id } of node.changes) {
        const level = levelOf(changeKinds[id])
        if (level === 'must' || level === 'should') return true
      }
      for (const { node: next } of node.below) seen.add(next)
    }
    return false
  }
}

/** One comparison: two views, one direction. */
class Comparison {
  readonly #schemas: Schemas
  readonly #oldViews: Views
  readonly #newViews: Views
  readonly #a: View
  readonly #b: View
  readonly #parts: readonly [readonly Place[], readonly Place[]]
  readonly #direction: Direction
  readonly #manner: Manner
  readonly #node: Node
  #scores: Map<Member, Map<Member, number>> | undefined

  constructor(
    schemas: Schemas,
    oldViews: Views,
    newViews: Views,
    a: readonly Place[],
    b: readonly Place[],
    direction: Direction,
    manner: Manner,
    node: Node,
  ) {
    this.#schemas = schemas
    this.#oldViews = oldViews
    this.#newViews = newViews
    this.#parts = [a, b]
    this.#a = oldViews.of(a)
    this.#b = newViews.of(b)
    this.#direction = direction
    this.#manner = manner
    this.#node = node
  }

  get #request(): boolean {
    return this.#direction === 'request'
  }

  #emit(
    id: ChangeId,
    values: Values = {},
    places: { readonly property?: string; readonly old?: Trail | undefined; readonly new?: Trail | undefined } = {},
  ): void {
    const [a, b] = this.#parts
    const { property } = places
    const old = 'old' in places ? places.old : this.#oldViews.side.resolve(a[0] ?? NOWHERE).at
    const now = 'new' in places ? places.new : this.#newViews.side.resolve(b[0] ?? NOWHERE).at
    this.#node.changes.push(property === undefined ? { id, values, old, new: now } : { id, values, property, old, new: now })
  }

  #descend(step: string, a: readonly Place[], b: readonly Place[], manner: Manner = {}): void {
    const { text } = this.#manner
    if (this.#schemas.alike(a, b)) return
    // The items of a text are texts.
    const isText = text === 'whole' || (text && step.startsWith('['))
    const node = this.#schemas.unlike(a, b, this.#direction, isText ? { ...manner, text } : manner)
    if (node !== NOTHING) this.#node.below.push({ step, node })
  }

  run(): void {
    const a = this.#a
    const b = this.#b
    if (a.never || b.never) {
      if (a.never === b.never) return
      const values = { from: a.never ? 'nothing' : typesText(a.types), to: b.never ? 'nothing' : typesText(b.types) }
      if (b.never) this.#emit(this.#request ? 'request-type-narrowed' : 'response-type-narrowed', values)
      else this.#emit(this.#request ? 'request-type-widened' : 'response-type-widened', values)
      return
    }
    this.#nullability()
    if (a.unions.length !== b.unions.length && (a.unions.length === 0 || b.unions.length === 0)) {
      this.#unionAgainstOne()
      return
    }
    if (!this.#types()) return
    this.#default()
    this.#enums()
    if (!(a.values && b.values)) {
      this.#format()
      this.#bounds()
      this.#pattern()
    }
    if (this.#both('object')) this.#object()
    if (this.#both('array')) this.#array()
    this.#conditions()
    this.#unions()
  }

  #both(type: string): boolean {
    const has = ({ types }: View) => !types || types.has(type)
    return has(this.#a) && has(this.#b)
  }

  #nullability(): void {
    // Nothing that is text is null.
    if (this.#manner.member || this.#manner.text) return
    const a = this.#a
    const b = this.#b
    if (a.nullable === b.nullable) return
    // Anything goes on one side: that is a matter of types.
    if ((!a.types && a.nullable && !a.values && a.unions.length === 0) || (!b.types && b.nullable && !b.values && b.unions.length === 0))
      return
    if (b.nullable) this.#emit(this.#request ? 'request-null-taken' : 'response-null-sent')
    else this.#emit(this.#request ? 'request-null-refused' : 'response-null-ended')
  }

  /** Whether there is anything left to compare. */
  #types(): boolean {
    const a = this.#a.types
    const b = this.#b.types
    const text = Boolean(this.#manner.text)
    const id = (what: 'narrowed' | 'widened' | 'changed'): ChangeId =>
      this.#request ? (`request-type-${what}` as const) : (`response-type-${what}` as const)
    if (a === b || (a && b && isWithin(a, b) && isWithin(b, a))) return true
    const values = { from: typesText(a), to: typesText(b) }
    if (!a || !b) {
      // All that is text is a text.
      if (text && (a ?? b)?.has('string')) return true
      // A schema with a union of its own says in its members what it takes.
      if ((a ? this.#b : this.#a).unions.length > 0) return true
      // Values say what types there are.
      if (this.#a.values && this.#b.values) return true
      this.#emit(id(a ? 'widened' : 'narrowed'), values)
      return false
    }
    const added = [...b].filter((type) => !covers(a, type, text))
    const removed = [...a].filter((type) => !covers(b, type, text))
    if (added.length === 0 && removed.length === 0) return true
    this.#emit(id(added.length > 0 && removed.length > 0 ? 'changed' : added.length > 0 ? 'widened' : 'narrowed'), values)
    return [...a].some((type) => covers(b, type, text)) || [...b].some((type) => covers(a, type, text))
  }

  #default(): void {
    if (!this.#request) return
    const [a, b] = [this.#a.default ?? undefined, this.#b.default ?? undefined]
    if (!sameData(a, b)) this.#emit('request-default-changed', { from: written(a), to: written(b) })
  }

  #enums(): void {
    const a = this.#a.values
    const b = this.#b.values
    const names = (values: ReadonlyMap<string, unknown>) => list([...values.values()].map(textOf))
    this.#extensible()
    if (!a && !b) return
    if (!a || !b) {
      if (b) this.#emit(this.#request ? 'request-became-enum' : 'response-became-enum', { to: names(b) })
      else if (a) this.#emit(this.#request ? 'request-enum-ended' : 'response-enum-ended', { from: names(a) })
      return
    }
    const without = (values: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
      new Map([...values].filter(([value]) => !others.has(value)))
    const [added, removed] = [without(b, a), without(a, b)]
    if (!this.#request && a.size > 0 && removed.size === a.size && added.size > 0) {
      this.#emit('response-values-replaced', { from: names(a), to: names(b) })
      return
    }
    if (removed.size > 0) this.#emit(this.#request ? 'request-enum-value-removed' : 'response-enum-value-removed', { from: names(removed) })
    if (added.size > 0) this.#emit(this.#request ? 'request-enum-value-added' : 'response-enum-value-added', { to: names(added) })
  }

  /** Values that may become more at any time: clients were told, so that only those that go are worth a word. */
  #extensible(): void {
    const a = this.#a.extensible
    const b = this.#b.extensible
    if (!a || !b || !this.#request) return
    const removed = [...a].filter((value) => !b.has(value))
    if (removed.length > 0) this.#emit('request-enum-value-removed', { from: list(removed) })
  }

  #format(): void {
    const a = this.#a.format
    const b = this.#b.format
    if (a === b) return
    const values = { from: a === undefined ? 'any form' : `\`${a}\``, to: b === undefined ? 'any form' : `\`${b}\`` }
    const grows = b === undefined || (a !== undefined && wider[a]?.includes(b))
    const shrinks = a === undefined || (b !== undefined && wider[b]?.includes(a))
    if (grows) this.#emit(this.#request ? 'request-format-removed' : 'response-format-removed', values)
    else if (shrinks) this.#emit(this.#request ? 'request-format-added' : 'response-format-added', values)
    else this.#emit(this.#request ? 'request-format-changed' : 'response-format-changed', values)
  }

  #bound(key: string, from: unknown, to: unknown, tightened: boolean): void {
    const values = { key: `\`${key}\``, from: from === undefined ? 'none' : String(from), to: to === undefined ? 'none' : String(to) }
    const what = tightened ? 'tightened' : 'loosened'
    this.#emit(this.#request ? `request-constraint-${what}` : `response-constraint-${what}`, values)
  }

  #applies(key: string): boolean {
    return about(key).some((type) => this.#both(type))
  }

  #bounds(): void {
    const a = this.#a
    const b = this.#b
    if (a.bounds.size === 0 && b.bounds.size === 0) return
    for (const [inclusive, exclusive, sign] of ranges) {
      if (!this.#applies(inclusive)) continue
      const [one, other] = [endOf(a, inclusive, exclusive), endOf(b, inclusive, exclusive)]
      const way = tighter(one, other, sign)
      if (way === 0) continue
      const shown = (end: End | undefined) =>
        inclusive === 'uniqueItems' ? Boolean(end?.value) : end && (end.exclusive ? `${end.value} (exclusive)` : end.value)
      this.#bound(inclusive, shown(one), shown(other), way > 0)
    }
    const [one, other] = [a.bounds.get('multipleOf'), b.bounds.get('multipleOf')]
    if (one === other || !this.#applies('multipleOf')) return
    const within = (larger: number, smaller: number) => Math.abs(larger / smaller - Math.round(larger / smaller)) < 1e-9
    if (other === undefined || (one !== undefined && within(one, other))) this.#bound('multipleOf', one, other, false)
    else if (one === undefined || within(other, one)) this.#bound('multipleOf', one, other, true)
    else this.#bound('multipleOf', one, other, this.#request)
  }

  #pattern(): void {
    const a = this.#a.pattern
    const b = this.#b.pattern
    if (a === b || !this.#applies('pattern')) return
    if (a !== undefined && b !== undefined)
      this.#emit(this.#request ? 'request-pattern-changed' : 'response-pattern-changed', { from: `\`${a}\``, to: `\`${b}\`` })
    else this.#bound('pattern', a && `\`${a}\``, b && `\`${b}\``, b !== undefined)
  }

  // --- objects ------------------------------------------------------------------------------------------------------------------

  /** Whether a property is none in this direction: read-only in requests, write-only in responses. */
  #hidden(property: Property, views: Views): boolean {
    return isFlagged(property, this.#request ? 'readOnly' : 'writeOnly', views)
  }

  #object(): void {
    const a = this.#a
    const b = this.#b
    let kept = 0
    for (const name of a.properties.keys()) {
      const property = a.properties.get(name)!
      const other = b.properties.get(name)
      if (other) kept++
      // Most did not change.
      if (other && a.required.has(name) === b.required.has(name) && this.#schemas.alike(property, other)) continue
      if (!this.#hidden(property, this.#oldViews)) {
        if (!other) this.#removed(name, property)
        else if (this.#hidden(other, this.#newViews)) this.#withdrawn(name, property, other)
        else this.#kept(name, property, other)
      } else if (other && !this.#hidden(other, this.#newViews)) this.#added(name, other)
    }
    if (kept < b.properties.size)
      for (const [name, property] of b.properties)
        if (!a.properties.has(name) && !this.#hidden(property, this.#newViews)) this.#added(name, property)
    this.#others()
  }

  #removed(property: string, parts: Property): void {
    const places = { property, old: parts[0]?.at, new: this.#at('new') }
    if (this.#b.others.length > 0) this.#descend(`.${property}`, parts, this.#b.others)
    if (this.#request) this.#emit(this.#b.closed ? 'request-property-refused' : 'request-property-removed', {}, places)
    else this.#emit(this.#a.required.has(property) ? 'response-property-removed' : 'response-optional-property-removed', {}, places)
  }

  #withdrawn(property: string, one: Property, other: Property): void {
    this.#emit(
      this.#request ? 'request-property-became-read-only' : 'response-property-became-write-only',
      {},
      { property, old: one[0]?.at, new: other[0]?.at },
    )
  }

  #added(property: string, parts: Property): void {
    const places = { property, old: this.#at('old'), new: parts[0]?.at ?? this.#at('new') }
    const required = this.#b.required.has(property)
    if (this.#request) this.#emit(required ? 'request-property-added-required' : 'request-property-added', {}, places)
    else this.#emit(required ? 'response-property-added-required' : 'response-property-added', {}, places)
  }

  #kept(property: string, one: Property, other: Property): void {
    const said = (id: ChangeId) => {
      const [old, now] = [one[0]?.at ?? this.#at('old'), other[0]?.at ?? this.#at('new')]
      this.#emit(id, {}, { property, old, new: now })
    }
    const before = this.#a.required.has(property)
    const now = this.#b.required.has(property)
    if (now && !before) said(this.#request ? 'request-property-became-required' : 'response-property-became-required')
    if (before && !now) said(this.#request ? 'request-property-became-optional' : 'response-property-became-optional')
    if (isFlagged(other, 'deprecated', this.#newViews) && !isFlagged(one, 'deprecated', this.#oldViews)) said('property-deprecated')
    this.#descend(`.${property}`, one, other)
  }

  #at(which: 'old' | 'new'): Trail | undefined {
    const [place] = this.#parts[which === 'old' ? 0 : 1]
    return place && (which === 'old' ? this.#oldViews : this.#newViews).side.resolve(place).at
  }

  /** Properties that nobody named. */
  #others(): void {
    const a = this.#a
    const b = this.#b
    if (a.others.length > 0 && b.others.length > 0) {
      this.#descend('{}', a.others, b.others)
      return
    }
    const kind = ({ closed, others }: View) => (closed ? 'closed' : others.length > 0 ? 'map' : 'open')
    const change = `${kind(a)} ${kind(b)}`
    if (kind(a) === kind(b)) return
    if (this.#request) {
      if (b.closed) this.#emit('request-other-properties-refused')
      else if (change === 'open map') {
        // Where nothing is declared, the other properties are all there is.
        if (a.properties.size === 0) this.#descend('{}', [ANYTHING], b.others)
      } else this.#emit('request-other-properties-taken')
    } else if (change === 'map closed') this.#emit('response-map-ended', { from: typesText(this.#oldViews.of(a.others).types) })
    else if (change === 'open closed') this.#emit('response-other-properties-ended')
    else if (change === 'map open') this.#descend('{}', a.others, [ANYTHING])
    else if (change === 'open map') this.#descend('{}', [ANYTHING], b.others)
    else this.#emit('response-other-properties-sent')
  }

  #array(): void {
    const a = this.#a
    const b = this.#b
    for (let index = 0; index < Math.max(a.prefix.length, b.prefix.length); index++) {
      const at = (view: View) => view.prefix[index] ?? (view.items.length > 0 ? view.items : [ANYTHING])
      this.#descend(`[${index}]`, at(a), at(b))
    }
    if (a.items.length === 0 && b.items.length === 0) return
    this.#descend('[]', a.items.length > 0 ? a.items : [ANYTHING], b.items.length > 0 ? b.items : [ANYTHING])
  }

  #conditions(): void {
    const a = this.#a.conditions
    const b = this.#b.conditions
    if (a.size === 0 && b.size === 0) return
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      const [one = [], other = []] = [a.get(key), b.get(key)]
      if (one.length === other.length && one.every((value, index) => this.#sameCondition(key, value, other[index]))) continue
      const what = one.length === 0 ? 'added' : other.length === 0 ? 'removed' : 'changed'
      this.#emit(this.#request ? `request-condition-${what}` : `response-condition-${what}`, { key: `\`${key}\`` })
    }
  }

  #sameCondition(key: string, a: unknown, b: unknown): boolean {
    // As a schema of its own, so that `$ref`s in it are followed.
    return this.#schemas.same({ schema: { [key]: a }, at: [] }, { schema: { [key]: b }, at: [] })
  }

  // --- unions -------------------------------------------------------------------------------------------------------------------

  #unions(): void {
    const a = this.#a.unions
    const b = this.#b.unions
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
      const [one, other] = [a[index], b[index]]
      if (one && other) this.#union(one, other)
      else if (other) this.#emit(this.#request ? 'request-condition-added' : 'response-condition-added', { key: '`anyOf`' })
      else this.#emit(this.#request ? 'request-condition-removed' : 'response-condition-removed', { key: '`anyOf`' })
    }
    if (a.length === 0 && b.length === 0) this.#subtypes()
  }

  /**
   * A parent that names its children by a discriminator, without a union of them. One that comes or goes lets through what was let
   * through, as one of a union does; what its property holds is reported of that property.
   */
  #subtypes(): void {
    const a = this.#a.discriminator
    const b = this.#b.discriminator
    if (!a || !b) return
    if (a.property !== b.property) {
      this.#emit('discriminator-changed', { from: `\`${a.property}\``, to: `\`${b.property}\`` })
      return
    }
    const added = [...b.mapping.keys()].filter((tag) => !a.mapping.has(tag))
    const removed = [...a.mapping.keys()].filter((tag) => !b.mapping.has(tag))
    if (added.length > 0) this.#emit(this.#request ? 'request-member-added' : 'response-member-added', { to: list(added) })
    if (removed.length > 0) this.#emit(this.#request ? 'request-member-removed' : 'response-member-removed', { from: list(removed) })
  }

  #union(one: Union, other: Union): void {
    const [a, b] = [one.discriminator, other.discriminator]
    if (a && b && a.property !== b.property) this.#emit('discriminator-changed', { from: `\`${a.property}\``, to: `\`${b.property}\`` })
    const members = (union: Union, views: Views) => union.members.map((place) => memberOf([place], union, views))
    this.#match(members(one, this.#oldViews), members(other, this.#newViews))
  }

  /** A union on one side, something else on the other: that is a union of one, or of its types. */
  #unionAgainstOne(): void {
    const side = (which: 0 | 1): Member[] => {
      const view = which === 0 ? this.#a : this.#b
      const views = which === 0 ? this.#oldViews : this.#newViews
      const parts = this.#parts[which]
      const [union] = view.unions
      if (!union) return split(parts, view).map((one) => memberOf(one, undefined, views))
      const rest = parts
        .map((part) => without(views.side.resolve(part), ['anyOf', 'oneOf', 'discriminator']))
        .filter((part) => part !== undefined)
      return union.members.map((place) => memberOf([place, ...rest], union, views))
    }
    this.#match(side(0), side(1))
  }

  #match(a: readonly Member[], b: readonly Member[]): void {
    const pairs: [Member, Member][] = []
    const [left, right] = [new Set(a), new Set(b)]
    const pair = (one: Member, other: Member) => {
      pairs.push([one, other])
      left.delete(one)
      right.delete(other)
    }
    const matched = (alike: (one: Member, other: Member) => boolean) => {
      for (const one of [...left]) {
        const other = [...right].find((candidate) => alike(one, candidate))
        if (other) pair(one, other)
      }
    }
    const tags = tagsOf(a, b)
    const tagged = tags !== undefined
    const tagOf = (member: Member): string | undefined => tags?.get(member) ?? member.mapped
    const same = (one: Member, other: Member) =>
      one.properties === other.properties &&
      one.parts.length === 1 &&
      other.parts.length === 1 &&
      this.#schemas.same(one.parts[0]!, other.parts[0]!)
    if (tagged) matched((one, other) => tagOf(one) === tagOf(other) && same(one, other))
    if (tagged) matched((one, other) => tagOf(one) === tagOf(other))
    matched(same)
    // Members that let the same through, however they are written.
    if (!tagged && left.size * right.size <= MANY * MANY)
      matched(
        (one, other) =>
          this.#alikeness(one, other) > 0.5 &&
          !this.#hasOthers(one, other) &&
          !this.#schemas.changes(this.#schemas.compare(one.parts, other.parts, this.#direction, { ...this.#manner, member: true })),
      )
    // Members without a tag of their own may be called alike: a hint which of them belong together, never a difference.
    if (!tagged) matched((one, other) => one.label === other.label && one.named && this.#alikeness(one, other) > 0)
    for (;;) {
      let best: { readonly one: Member; readonly other: Member; readonly score: number } | undefined
      for (const one of left)
        for (const other of right) {
          if (tagged && !same(one, other)) continue
          const score = this.#alikeness(one, other)
          if (score >= 0.5 && score > (best?.score ?? 0)) best = { one, other, score }
        }
      if (!best) break
      pair(best.one, best.other)
    }
    for (const [one, other] of pairs) {
      // Two names of components are no difference; a name on one side and a mapping on the other are two values on the wire.
      const [mine, yours] = [tagOf(one), tagOf(other)]
      const [from, to] = mine === undefined && yours === undefined ? [] : [mine ?? one.implied, yours ?? other.implied]
      if (from !== undefined && to !== undefined && from !== to)
        this.#emit('discriminator-value-changed', { from: `\`${from}\``, to: `\`${to}\`` })
      const alone = a.length === 1 && b.length === 1
      this.#descend(alone ? '' : `(${one.label})`, one.parts, other.parts, { ...this.#manner, member: true })
    }
    // What fits into another member was there all along, or is taken still.
    const fits = (one: Member, others: readonly Member[]) =>
      others.some((other) => {
        const [from, to] = this.#request ? [one, other] : [other, one]
        return !this.#schemas.breaks(this.#schemas.compare(from.parts, to.parts, this.#direction, { ...this.#manner, member: true }))
      })
    const removed = [...left].filter((one) => !(this.#request && right.size + b.length <= MANY && fits(one, b)))
    const added = [...right].filter((one) => !(!this.#request && left.size + a.length <= MANY && fits(one, a)))
    const names = (members: readonly Member[]) => list(members.map(({ label }) => label))
    if (removed.length > 0) this.#emit(this.#request ? 'request-member-removed' : 'response-member-removed', { from: names(removed) })
    if (added.length > 0) this.#emit(this.#request ? 'request-member-added' : 'response-member-added', { to: names(added) })
  }

  /** Whether one of two objects has a property that the other has not, which is a change whatever else is. */
  #hasOthers(one: Member, other: Member): boolean {
    if (one.properties === other.properties) return false
    const a = this.#oldViews.of(one.parts)
    const b = this.#newViews.of(other.parts)
    if ([a, b].some(({ never, types, unions }) => never || unions.length > 0 || (types && !types.has('object')))) return false
    for (const [name, property] of a.properties) if (!b.properties.has(name) && !this.#hidden(property, this.#oldViews)) return true
    for (const [name, property] of b.properties) if (!a.properties.has(name) && !this.#hidden(property, this.#newViews)) return true
    return false
  }

  /** How alike two members are, asked once for each pair. */
  #alikeness(one: Member, other: Member): number {
    this.#scores ??= new Map()
    let scores = this.#scores.get(one)
    if (!scores) {
      scores = new Map()
      this.#scores.set(one, scores)
    }
    let score = scores.get(other)
    if (score === undefined) {
      score = this.#score(one, other)
      scores.set(other, score)
    }
    return score
  }

  /** From 0 to 1: what types they have, and the names of what they hold. */
  #score(one: Member, other: Member): number {
    const [a, b] = [this.#oldViews.of(one.parts), this.#newViews.of(other.parts)]
    // Where all is text, what a member takes no longer another may take.
    if (a.types && b.types && !meet(a.types, b.types) && (this.#manner.text || !meet(b.types, a.types))) return 0
    // A property of one value each tells members apart: another value is another member.
    for (const [name, mine] of one.constants) {
      const yours = other.constants.get(name)
      if (yours !== undefined && mine !== yours && JSON.stringify(mine) !== JSON.stringify(yours)) return 0
    }
    if (a.properties.size === 0 && b.properties.size === 0) return a.values && b.values ? overlap(a.values, b.values) || 0.5 : 0.6
    return overlap(a.properties, b.properties)
  }
}

const MANY = 60
const ANYTHING: Place = { schema: true, at: [] }
const NOWHERE: Place = { schema: true, at: [] }

/** What tells the members of two unions apart: a mapping, or a property that has another value in each. */
const tagsOf = (a: readonly Member[], b: readonly Member[]): ReadonlyMap<Member, string> | undefined => {
  const all = [...a, ...b]
  const distinct = (side: readonly Member[], of: (member: Member) => string | undefined) => new Set(side.map(of)).size === side.length
  const tell = (of: (member: Member) => string | undefined) =>
    all.every((member) => of(member) !== undefined) && distinct(a, of) && distinct(b, of)
  const mapped = ({ mapped: tag }: Member) => tag
  const properties = [...(all[0]?.constants.keys() ?? [])].map(
    (key) =>
      ({ constants }: Member) =>
        constants.has(key) ? textOf(constants.get(key)) : undefined,
  )
  const of = [mapped, ...properties].find(tell)
  return of && new Map(all.map((member) => [member, of(member)!]))
}

const overlap = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): number => {
  let both = 0
  for (const name of a.keys()) if (b.has(name)) both++
  return both / (a.size + b.size - both)
}

/** Whether a schema, or one that it is put together of, has a flag. */
const flagged = (given: Place, word: string, views: Views, depth = 0): boolean => {
  const own = given.schema
  if (isObject(own)) {
    if (own[word] === true) return true
    // It says what it says itself.
    if (own.$ref === undefined && own.allOf === undefined) return false
  }
  const { schema } = views.side.resolve(given)
  if (!isObject(schema) || depth > 5) return false
  if (schema[word] === true) return true
  if (schema.$ref !== undefined && flagged({ schema: { $ref: schema.$ref }, at: given.at }, word, views, depth + 1)) return true
  return Array.isArray(schema.allOf) && schema.allOf.some((part) => flagged({ schema: part, at: given.at }, word, views, depth + 1))
}

const isFlagged = (parts: Property, word: string, views: Views): boolean => {
  for (const part of parts) if (flagged(part, word, views)) return true
  return false
}

const slices = new WeakMap<Schema, Map<string, Schema>>()

/** A schema less some keywords, the same each time; `undefined` where nothing is left. */
const without = (place: Place, words: readonly string[]): Place | undefined => {
  const { schema } = place
  if (!isObject(schema)) return undefined
  const name = words.join()
  const own = slices.get(schema) ?? new Map<string, Schema>()
  slices.set(schema, own)
  const rest = own.get(name) ?? Object.fromEntries(Object.entries(schema).filter(([word]) => !words.includes(word)))
  own.set(name, rest)
  return Object.keys(rest).length > 0 ? { schema: rest, at: place.at } : undefined
}

/** A schema of several types as one for each. */
const split = (parts: readonly Place[], { types }: View): (readonly Place[])[] => {
  if (!types || types.size < 2) return [parts]
  return [...types].map((type) => [...parts, { schema: typed(type), at: parts[0]?.at ?? [] }])
}
const typedSchemas = new Map<string, Schema>()
const typed = (type: string): Schema => {
  const known = typedSchemas.get(type) ?? { type: [type, 'null'] }
  typedSchemas.set(type, known)
  return known
}

/** A member with what it is called, and the value that names it on the wire. */
const memberOf = (parts: readonly Place[], union: Union | undefined, views: Views): Member => {
  const [place] = parts
  const schema = place?.schema
  const view = views.of(parts)
  const name = place?.name ?? (isObject(schema) ? nameOf(schema.$ref) : undefined)
  const property = union?.discriminator?.property
  const mapped =
    name === undefined
      ? undefined
      : [...(union?.discriminator?.mapping ?? [])].find(([, target]) => nameOf(target) === name || target === name)?.[0]
  const single = (values: ReadonlyMap<string, unknown> | undefined) => (values?.size === 1 ? [...values.values()][0] : undefined)
  const constants = new Map<string, unknown>()
  const sorted = [...view.properties.keys()].sort()
  for (const key of sorted) {
    const value = single(views.valuesOf(view.properties.get(key)!))
    if (value !== undefined) constants.set(key, value)
  }
  const own = property === undefined ? undefined : view.properties.get(property)
  // Where the property lists its values, the name of the component is none of them.
  const told = own !== undefined && views.of(own).values !== undefined
  const title = isObject(schema) && typeof schema.title === 'string' ? schema.title : undefined
  const names = [...view.properties.keys()]
  const shape = view.values
    ? [...view.values.keys()].slice(0, 3).join(' or ')
    : names.length > 0
      ? `{ ${names.slice(0, 3).join(', ')} }`
      : typesText(view.types)
  const implied = property === undefined || told ? undefined : name
  return {
    parts,
    label: name ?? title ?? mapped ?? (Array.from(constants.values(), textOf).join(' ') || shape),
    named: (name ?? title) !== undefined,
    mapped: mapped || undefined,
    constants,
    properties: JSON.stringify(sorted),
    implied,
  }
}
