/** The law as types ask it: rows of methods and statuses, and the rules that speak when they are not obeyed. */
import type { Facet, Law, Role } from '../src/registry/facts.js'
import type { Rfc9110 } from '../src/registry/rfc9110.js'
import type { enforcement } from '../src/rules/enforcement.js'
import type { rules } from '../src/rules/index.js'
import type { Sentence } from '../src/rules/sentence.js'

/** The law that stands when no other is named. */
export type { Rfc9110 } from '../src/registry/rfc9110.js'

/** Every rule, by id. */
export type Rules = typeof rules
/** The id of a rule: what `waive` takes, what messages end with. */
export type RuleId = keyof Rules

/** The names of a law's methods that a route can use. */
export type MethodName<L extends Law = Rfc9110> = {
  [M in keyof L['methods']]: L['methods'][M] extends { readonly group: 'reserved' } ? never : M
}[keyof L['methods']] &
  string
/** The codes that a law holds. */
export type StatusCode<L extends Law = Rfc9110> = keyof L['statuses'] & number

/** Rules that refuse under any law. */
type RefusingAlways = { [Id in RuleId]: Rules[Id] extends { readonly refuses: true } ? Id : never }[RuleId]
/** Rules that refuse under a strict law only. */
type RefusingStrictly = {
  [Id in keyof typeof enforcement]: (typeof enforcement)[Id] extends 'strict' ? Id : never
}[keyof typeof enforcement]

/** Rules that refuse under a law: those that say so, and under a strict law those that `enforcement` calls strict. */
export type Refusing<L extends Law> = L extends { readonly strict: true } ? RefusingAlways | RefusingStrictly : RefusingAlways

/** A sentence where a value should stand: nothing that can be typed is assignable to it, because of its zero-width end. */
export type Refusal<Id, Values> = Id extends RuleId ? `${Sentence<Rules[Id], Values>}\u200B` : never

/** The same for places where editors would offer a string as a completion. */
export interface Refused<Words> {
  readonly [refused]: Words
}
declare const refused: unique symbol

/** A status as sentences name it: `204 No Content`. */
export type StatusName<L extends Law, Code> = Code extends keyof L['statuses']
  ? `${Code & number} ${Get<L['statuses'][Code], 'phrase'> & string}`
  : `${Code & (string | number)}`

/** The method's rows, or nothing for a name that the law does not hold. */
export type MethodRow<L extends Law, M> = M extends keyof L['methods'] ? L['methods'][M] : never

/** A property's type, or nothing where there is no such property. */
export type Get<T, K> = K extends keyof T ? T[K] : never

/** The keys of a property, none when the property is absent (`keyof never` would be all). */
export type KeysOf<T, K> = K extends keyof T ? keyof T[K] : never

export type { Facet, Law, Role }
