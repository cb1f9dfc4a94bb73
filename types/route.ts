/** Routes and contracts: what a user writes, and what a route is once it is declared. */
import type { classes } from '../src/registry/classes.js'
import type { Law, Role } from '../src/registry/facts.js'
import type { Sentence } from '../src/rules/sentence.js'
import type { CheckCommon, Checked } from './check.js'
import type { Body, Fields } from './content.js'
import type { MethodName, Refused, Rfc9110, RuleId, Rules } from './law.js'
import type { Schema } from './schema.js'

/** Why repeating a request is harmless although its method is not idempotent. */
export type Basis = 'precondition' | 'value-setting' | 'idempotency-key'

/** Reasons by rule id, for what an author knowingly leaves unkept. */
export type RuleWaivers = {
  // The empty string stands beside `string`, so that an empty reason keeps its literal type and can be refused.
  readonly [Id in RuleId]?: '' | (string & {})
}

/** When a route was deprecated and when it goes, as dates (`2026-12-31`); see RFC 9745 and RFC 8594. */
export interface Deprecation {
  readonly since?: string
  readonly sunset?: string
}

/** Responses by status; a range (`'4xx'`) or `default` covers what no code names. */
export type Responses<L extends Law = Rfc9110> = { readonly [C in keyof L['statuses']]?: Body } & {
  readonly [Range in keyof typeof classes]?: Body
} & {
  /** Any status that no other key names. */
  readonly default?: Body
  readonly [key: string | number]: unknown
}

/** The parts of a route. */
export interface SpecParts<L extends Law = Rfc9110> {
  /** Path parameters; the names must be those of the path. Without it, every parameter is a string. */
  readonly params?: Schema
  /** Query parameters. */
  readonly query?: Schema
  /** Request header fields by lower-case name. */
  readonly headers?: Fields<'request'>
  /** Request content. A bare schema means `json(schema)`. */
  readonly body?: Body
  /** What may be answered. */
  readonly responses?: Responses<L>
  /** The claim that this route is idempotent although its method is not, with the reason. */
  readonly idempotent?: Basis | (string & {}) | boolean
  /** Who answers: the origin (when left out), a gateway, or a proxy. */
  readonly role?: Role
  /** Rules that are knowingly not kept here, each with the reason. */
  readonly waive?: RuleWaivers & { readonly [rule: string]: string }
  readonly deprecated?: boolean | Deprecation
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** What the operation of an OpenAPI document says besides: `operationId`, `security`, cookies among `parameters`. */
  readonly openapi?: object
}
/** The keys that a route may have. */
export type SpecKey = keyof SpecParts

/** What a route declares. Other keys and missing ones are refused in words, by the check. */
export interface Spec<L extends Law = Rfc9110> extends SpecParts<L> {
  readonly [key: string]: unknown
}

/** A declared route. */
export interface Route<M extends string = string, P = string, S = Spec> {
  readonly method: M
  readonly path: P
  readonly spec: S
}

/** What a route of the method binds to; anything else is refused in words. */
export type PathOf<L extends Law, M> = M extends keyof L['methods']
  ? L['methods'][M] extends { readonly target: 'authority' }
    ? `${string}:${number}` | Refused<Sentence<Rules['connect-authority-form'], { method: M }>>
    : L['methods'][M] extends { readonly asterisk: true }
      ? `/${string}` | '*' | Refused<Sentence<Rules['path-form'], { method: M }>>
      : `/${string}` | Refused<Sentence<Rules['path-form'], { method: M }>>
  : string

/** The signature of `get`, `post` and their kin. */
export type Define<in out L extends Law, in out M extends string> = <const P extends PathOf<L, M>, const S extends Spec<L>>(
  path: P,
  spec: Checked<L, M, P, S>,
) => Route<M, P, S>

/** The signature of `route`, which takes the method too. */
export type DefineRoute<in out L extends Law> = <
  const M extends MethodName<L> | (string & {}),
  const P extends PathOf<L, M>,
  const S extends Spec<L>,
>(
  method: M extends MethodName<L> ? M : CheckMethod<L, M>,
  path: P,
  spec: Checked<L, M, P, S>,
) => Route<M, P, S>

type CheckMethod<L extends Law, M> = string extends M
  ? M
  : M extends string
    ? Uppercase<M> extends MethodName<L>
      ? Refused<Sentence<Rules['method-case-sensitive'], { method: M; name: Uppercase<M> }>>
      : M extends '' | `${string}${' ' | '/' | ':' | '(' | ')' | ','}${string}`
        ? Refused<Sentence<Rules['method-token'], { method: M }>>
        : Refused<Sentence<Rules['registered-method'], { method: M }>>
    : never

/** Routes by name; groups nest. */
export interface Routes {
  readonly [name: string]: Route<string, unknown, unknown> | Routes | Contract
}

/** What holds for every route of a contract. */
export interface ContractOptions<L extends Law = Rfc9110> {
  /** Responses that any route may give; a route's own declaration of the same status wins. */
  readonly common?: Responses<L>
  readonly role?: Role
  readonly waive?: RuleWaivers & { readonly [rule: string]: string }
  readonly name?: string
  /** What an OpenAPI document says besides: `info`, `servers`, `securitySchemes`, `security`, `tags`. */
  readonly openapi?: object
}

/** A declared contract. */
export interface Contract<R = unknown, O = unknown> {
  readonly routes: R
  readonly options: O
}

/** The signature of `contract`. */
export type DefineContract<in out L extends Law> = <const R extends Routes, const O extends ContractOptions<L> = ContractOptions<L>>(
  routes: R,
  options?: O extends CheckCommon<L, O> ? O : CheckCommon<L, O>,
) => Contract<R, ContractOptions<L> extends O ? {} : O>
