/**
 * Whether two schemas say the same, word for word but for names of components, order of keys, and what only talks.
 *
 * Most of two versions is the same, and this finds out without making anything. Components may refer to themselves: two are the same
 * unless something under them differs, so that pairs are held for the same until one is found that is not.
 */
import { type JsonSchema, refTo } from '../openapi/model.js'
import { shapes } from '../openapi/schemas.js'
import { Held } from './held.js'
import { isAnnotation, isObject, nameOf, type Schema, type Side } from './place.js'

/** Whether two plain values are the same, whatever the order of their keys; `meet` is told what stands under each key. */
export const sameData = (a: unknown, b: unknown, meet?: (key: string, value: unknown) => void): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    for (let index = 0; index < a.length; index++) if (a[index] !== b[index] && !sameData(a[index], b[index], meet)) return false
    return true
  }
  const one = a as Schema
  const other = b as Schema
  let count = 0
  for (const key in one) {
    if (!Object.hasOwn(other, key) || !sameData(one[key], other[key], meet)) return false
    meet?.(key, one[key])
    count++
  }
  for (const _ in other) count--
  return count === 0
}

/** Lists whose order says nothing. */
const isSet = (key: string): boolean => key === 'required' || key === 'enum' || key === 'type'

const sameSet = (a: readonly unknown[], b: unknown): boolean => {
  if (!Array.isArray(b) || a.length !== b.length) return false
  if (sameData(a, b)) return true
  const key = (value: unknown) => JSON.stringify(value)
  const values = new Set(b.map(key))
  return a.every((value) => values.has(key(value)))
}

/** Pairs of components that have to be the same, by `old\0new`. */
type Wanted = Set<string>

/** Compares schemas of two APIs. */
export class Sameness {
  readonly #old: Side
  readonly #new: Side
  /** Components that are known to be the same, by their names and by what refers to them. */
  readonly #same: ReadonlySet<string>
  readonly #sameRefs: ReadonlySet<unknown>
  /** Pairs of components, by `old\0new`. */
  readonly #components = new Held((pair, wanted) => this.#bodies(pair, wanted))

  constructor(old: Side, now: Side, same: ReadonlySet<string>) {
    this.#old = old
    this.#new = now
    this.#same = same
    this.#sameRefs = new Set(Array.from(same, refTo))
  }

  same(a: JsonSchema, b: JsonSchema): boolean {
    return this.#schemas(a, b, this.#components.wanting()) && this.#components.all()
  }

  #bodies(pair: string, wanted: Wanted): boolean {
    const [from = '', to = ''] = pair.split('\0')
    if (from === to && this.#same.has(from)) return true
    const [a, b] = [this.#old.component(from), this.#new.component(to)]
    // What leads nowhere is the same as what leads nowhere.
    if (!a || !b) return !a && !b && from === to
    return this.#schemas(a.schema, b.schema, wanted)
  }

  #schemas(a: unknown, b: unknown, wanted: Wanted): boolean {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
    if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && this.#lists(a, b, wanted)
    const one = a as Schema
    const other = b as Schema
    if (sameWords(one, other)) return this.#within(one, other, wanted)
    // They may be written in different words.
    const left = this.#old.level(one) as Schema
    const right = this.#new.level(other) as Schema
    return (left !== one || right !== other) && sameWords(left, right) && this.#within(left, right, wanted)
  }

  /** The schemas that stand in two which say the same besides. */
  #within(a: Schema, b: Schema, wanted: Wanted): boolean {
    for (const key in a) {
      const left = a[key]
      const right = b[key]
      if (key === '$ref') {
        if (left === right && this.#sameRefs.has(left)) continue
        const from = nameOf(left)
        const to = nameOf(right)
        if (from !== undefined && to !== undefined) wanted.add(`${from}\0${to}`)
        else if (left !== right) return false
        continue
      }
      if (left === right && typeof left !== 'object') continue
      const shape = shapes.get(key)
      if (shape === undefined) continue
      if (!(shape === 'map' && isObject(left) && isObject(right) ? this.#maps(left, right, wanted) : this.#schemas(left, right, wanted)))
        return false
    }
    return true
  }

  #lists(a: readonly unknown[], b: readonly unknown[], wanted: Wanted): boolean {
    if (a.length !== b.length) return false
    for (let index = 0; index < a.length; index++) if (!this.#schemas(a[index], b[index], wanted)) return false
    return true
  }

  #maps(a: Schema, b: Schema, wanted: Wanted): boolean {
    let count = 0
    for (const key in a) {
      if (!Object.hasOwn(b, key) || !this.#schemas(a[key], b[key], wanted)) return false
      count++
    }
    for (const _ in b) count--
    return count === 0
  }
}

const talks = (key: string): boolean => isAnnotation(key) && key !== 'deprecated'

/** Whether two schemas say the same, but for those that stand in them, and those that they refer to. */
const sameWords = (a: Schema, b: Schema): boolean => {
  for (const key in a) {
    const left = a[key]
    const right = b[key]
    if (left === right || talks(key)) continue
    if (right === undefined) return false
    if (key === '$ref' || shapes.has(key)) continue
    if (!(Array.isArray(left) && isSet(key) ? sameSet(left, right) : sameData(left, right))) return false
  }
  for (const key in b) if (!Object.hasOwn(a, key) && !talks(key)) return false
  return true
}
