/**
 * The check: a user's spec, mapped key by key, with a sentence in the place of every guilty value.
 *
 * How it stays cheap: a status whose row asks for nothing is taken as it is (`PlainStatus`, one look for all of them), a sentence
 * is made only once it is needed, and nothing here walks the whole contract or distributes over all statuses.
 */
import type { classes } from '../src/registry/classes.js'
import type { Law } from '../src/registry/facts.js'
import type { Sentence } from '../src/rules/sentence.js'
import type { Empty } from './content.js'
import type { Get, KeysOf, MethodRow, Refusal, Refused, Refusing, Rules, StatusName } from './law.js'
import type { ParamNames } from './path.js'
import type { Basis, RuleWaivers, SpecKey } from './route.js'
import type { Input, ParamsInput } from './schema.js'

/** Columns of a status row that can refuse; a row without any of them is plain. */
type Asking = 'never' | 'needs' | 'contentRule' | 'requires' | 'forbids' | 'wants'

interface Strict {
  readonly strict: true
}

/** The statuses that any method with content may declare as it likes. Under a strict law none is plain, since fields may be called for. */
type PlainStatus<L extends Law> = L extends Strict
  ? never
  : { [C in keyof L['statuses']]: keyof L['statuses'][C] & Asking extends never ? C : never }[keyof L['statuses']]

/** A rule that speaks here: it refuses under this law, and the author does not waive it. */
type Live<L extends Law, S, Id> = Id extends Refusing<L> ? (Id extends KeysOf<S, 'waive'> ? never : Id) : never

/** The whole spec, checked. Keys are the user's own, so that every mistake is reported at its place. */
export type Check<in out L extends Law, in out M, in out P, in out S> = {
  readonly [K in keyof S]: K extends 'responses'
    ? CheckResponses<L, M, S, S[K]>
    : K extends 'body'
      ? CheckBody<L, M, S, S[K]>
      : K extends 'params'
        ? CheckParams<P, S[K]>
        : K extends 'headers'
          ? CheckFields<L, M, S, S[K]>
          : K extends 'idempotent'
            ? CheckClaim<L, M, S, S[K]>
            : K extends 'waive'
              ? CheckWaivers<S[K]>
              : K extends SpecKey
                ? S[K]
                : Refusal<'unknown-key', { name: K }>
}

/** A spec that keeps the law, or the sentences where it does not: the type of the parameter, for wrappers that take a whole spec too. */
export type Checked<L extends Law, M, P, S> =
  S extends Check<L, M, P, S> ? (S extends Complete<L, M, S> ? S : Complete<L, M, S>) : Check<L, M, P, S>

/** What is missing from a spec as a whole: the spec itself when nothing is, else the sentence. */
export type Complete<L extends Law, M, S> = 'responses' extends keyof S
  ? CompleteRequest<L, M, S>
  : OrRefuse<Live<L, S, 'contract-has-final-status'>, S, { method: M }>
type CompleteRequest<L extends Law, M, S> =
  MethodRow<L, M> extends { readonly content: 'expected'; readonly contentRule: infer Id }
    ? HasContent<S> extends true
      ? S
      : OrRefuse<Live<L, S, Id>, S, { method: M; cite: Get<MethodRow<L, M>, 'cite'> }>
    : MethodRow<L, M> extends { readonly wantsFields: infer Wanted }
      ? OrRefuse<
          Live<L, S, Missing<Wanted, S>>,
          S,
          { method: M; cite: Get<MethodRow<L, M>, 'cite'>; field: Exclude<keyof Wanted, SentFields<S>> }
        >
      : S

type HasContent<S> = S extends { readonly body: infer X } ? (X extends Empty<unknown> | undefined ? false : true) : false

/** The value as it is when no rule speaks, else the sentence of the rule. */
type OrRefuse<Id, X, Values> = [Id] extends [never] ? X : Refusal<Id, Values>

// --- responses ------------------------------------------------------------------------------------------------------------------

// Distributes over R: while a spec is being written, R may be undefined too. Wide responses get no opinion.
type CheckResponses<L extends Law, M, S, R> = R extends object ? (string extends keyof R ? R : CheckAnswers<L, M, S, R>) : R
type CheckAnswers<L extends Law, M, S, R> =
  keyof R extends InterimKey<L>
    ? OrRefuse<Live<L, S, 'contract-has-final-status'>, R, { method: M }>
    : MethodRow<L, M> extends AnswersContent
      ? keyof R extends PlainStatus<L>
        ? R
        : { readonly [C in keyof R]: C extends PlainStatus<L> ? R[C] : CheckKey<L, M, S, C, R[C]> }
      : { readonly [C in keyof R]: CheckAnswer<L, M, S, C, R[C]> }

interface AnswersContent {
  readonly answers: 'content'
}

/** Keys that are no final response. */
type InterimKey<L extends Law> =
  | {
      [C in keyof L['statuses']]: L['statuses'][C] extends { readonly class: 'informational' } ? C | `${C & number}` : never
    }[keyof L['statuses']]
  | '1xx'

/** A key as it was written: a code, a code that a spread turned into a string, a range, or neither. Wide keys get no opinion. */
type CheckKey<L extends Law, M, S, C, X> = C extends keyof L['statuses']
  ? CheckStatus<L, M, S, C, X, L['statuses'][C]>
  : number extends C
    ? X
    : string extends C
      ? X
      : C extends keyof typeof classes | 'default'
        ? CheckRange<L, S, C, X>
        : C extends `${infer N extends number}`
          ? N extends keyof L['statuses']
            ? CheckStatus<L, M, S, N, X, L['statuses'][N]>
            : CheckUnknown<L, S, C, X>
          : CheckUnknown<L, S, C, X>

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type CheckUnknown<L extends Law, S, C, X> = `${C & (string | number)}` extends `${1 | 2 | 3 | 4 | 5}${Digit}${Digit}`
  ? OrRefuse<Live<L, S, 'registered-status'>, X, { status: C; code: C }>
  : OrRefuse<Live<L, S, 'status-code-range'>, X, { status: C; code: C }>

type CheckRange<L extends Law, S, C, X> = C extends keyof typeof classes
  ? (typeof classes)[C] extends { readonly contentRule: infer Id }
    ? X extends Empty<unknown>
      ? X
      : OrRefuse<Live<L, S, Id>, X, { status: C; code: C }>
    : X
  : X

/** The statuses that carry no content themselves: they speak before the method does. */
type StatusWithout<L extends Law> = {
  [C in keyof L['statuses']]: L['statuses'][C] extends { readonly content: 'never' } ? C : never
}[keyof L['statuses']]

/** Methods whose responses carry only fields (HEAD), or whose 2xx opens a tunnel (CONNECT). */
type CheckAnswer<L extends Law, M, S, C, X> =
  X extends Empty<unknown>
    ? CheckKey<L, M, S, C, X>
    : C extends StatusWithout<L>
      ? CheckKey<L, M, S, C, X>
      : MethodRow<L, M> extends { readonly answers: infer A; readonly answersRule: infer Id }
        ? A extends 'fields'
          ? [Live<L, S, Id>] extends [never]
            ? CheckKey<L, M, S, C, X>
            : Refusal<Id, { method: M; status: StatusName<L, C>; code: C }>
          : `${C & (string | number)}` extends `2${string}`
            ? [Live<L, S, Id>] extends [never]
              ? CheckKey<L, M, S, C, X>
              : Refusal<Id, { method: M; status: StatusName<L, C>; code: C }>
            : CheckKey<L, M, S, C, X>
        : CheckKey<L, M, S, C, X>

/** A status whose row asks for something: the first rule that speaks gives its sentence. Columns that a row does not have are not looked at. */
type CheckStatus<L extends Law, M, S, C, X, Row> = [Offence<L, M, S, X, Row, keyof Row & Asking>] extends [never]
  ? L extends Strict
    ? OrRefuse<Live<L, S, Unrecommended<L, M, C, X, Row> | Uncompleted<L, M, C, Row>>, X, StatusValues<L, M, C, X, Row>>
    : X
  : Refusal<FirstOffence<L, M, S, X, Row>, StatusValues<L, M, C, X, Row>>
interface StatusValues<L extends Law, M, C, X, Row> {
  readonly method: M
  readonly status: StatusName<L, C>
  readonly code: C
  readonly cite: Get<Row, 'cite'>
  readonly field: FirstField<X, Row>
}

/** The rules that speak about a column of the row. */
type Offence<L extends Law, M, S, X, Row, Column> = Column extends 'requires'
  ? Live<L, S, MissingField<Row, X>>
  : Column extends 'contentRule'
    ? Live<L, S, UnwantedContent<Row, X>>
    : Column extends 'wants'
      ? Live<L, S, UnstatedCondition<M, S, Row>>
      : Column extends 'needs'
        ? Live<L, S, UnmetFacet<L, M, Row>>
        : Column extends 'never'
          ? Live<L, S, Get<Row, 'never'>>
          : Column extends 'forbids'
            ? Live<L, S, ForbiddenField<Row, X>>
            : never
type FirstOffence<L extends Law, M, S, X, Row> = [Offence<L, M, S, X, Row, 'never'>] extends [never]
  ? [Offence<L, M, S, X, Row, 'needs'>] extends [never]
    ? [Offence<L, M, S, X, Row, 'contentRule'>] extends [never]
      ? [Offence<L, M, S, X, Row, 'requires'>] extends [never]
        ? [Offence<L, M, S, X, Row, 'forbids'>] extends [never]
          ? Offence<L, M, S, X, Row, 'wants'>
          : Offence<L, M, S, X, Row, 'forbids'>
        : Offence<L, M, S, X, Row, 'requires'>
      : Offence<L, M, S, X, Row, 'contentRule'>
    : Offence<L, M, S, X, Row, 'needs'>
  : Offence<L, M, S, X, Row, 'never'>

/** The fields a response declares. */
export type FieldNames<X> = X extends { readonly headers: infer H } ? keyof H : never

type UnmetFacet<L extends Law, M, Row> = Row extends { readonly needs: infer F } ? Exclude<Get<MethodRow<L, M>, F>, true> : never
type UnwantedContent<Row, X> = Row extends { readonly contentRule: infer Id } ? (X extends Empty<unknown> ? never : Id) : never
type MissingField<Row, X> = Row extends { readonly requires: infer Q }
  ? Row extends { readonly unlessType: infer T extends string }
    ? X extends { readonly type: `${T}${string}` }
      ? never
      : X extends { readonly types: infer Types }
        ? [Extract<keyof Types, `${T}${string}`>] extends [never]
          ? Missing<Q, X>
          : never
        : Missing<Q, X>
    : Missing<Q, X>
  : never
type Missing<Q, X> = { [F in keyof Q]: F extends SentFields<X> ? never : Q[F] }[keyof Q]
/** Declared fields that every such message carries: a schema that takes `undefined` in lets the field be absent. */
type SentFields<X> = X extends { readonly headers: infer H }
  ? { [F in keyof H]: undefined extends Input<H[F]> ? never : F }[keyof H]
  : never
type ForbiddenField<Row, X> = Row extends { readonly forbids: infer Q } ? Q[keyof Q & FieldNames<X>] : never
type UnstatedCondition<M, S, Row> = Row extends { readonly wants: infer W }
  ? M extends KeysOf<Row, 'odd'>
    ? never
    : W extends { readonly rule: infer Id }
      ? W extends { readonly fields: readonly (infer F)[] }
        ? [F & KeysOf<S, 'headers'>] extends [never]
          ? Id
          : never
        : W extends { readonly roles: readonly (infer R)[] }
          ? ('role' extends keyof S ? S['role' & keyof S] : 'origin') extends R
            ? never
            : Id
          : [('etag' | 'last-modified') & OkFields<S>] extends [never]
            ? Id
            : never
      : never
  : never
type OkFields<S> = S extends { readonly responses: infer R } ? FieldNames<R[keyof R & (200 | '200')]> : never
/** What should be sent: the method's own say comes before the status's. A field that may be absent is declared all the same. */
type Unrecommended<L extends Law, M, C, X, Row> =
  | Undeclared<Recommended<L, M, C>, never, X>
  | Undeclared<Get<Row, 'recommends'>, keyof Recommended<L, M, C>, X>
type Recommended<L extends Law, M, C> = MethodRow<L, M> extends { readonly recommends: infer Q } ? (C extends keyof Q ? Q[C] : {}) : {}
type Undeclared<Q, Own, X> = [Q] extends [never] ? never : Q[Exclude<keyof Q, FieldNames<X> | Own>]
type Uncompleted<L extends Law, M, C, Row> = Row extends { readonly class: 'successful' }
  ? MethodRow<L, M> extends { readonly completes: { readonly with: readonly (infer Done)[]; readonly rule: infer Id } }
    ? C extends Done
      ? never
      : Id
    : never
  : never
/** The field that a generic rule names. */
type FirstField<X, Row> = Row extends { readonly requires: infer Q }
  ? Exclude<keyof Q, FieldNames<X>>
  : Row extends { readonly forbids: infer Q }
    ? keyof Q & FieldNames<X>
    : never

// --- request --------------------------------------------------------------------------------------------------------------------

type CheckBody<L extends Law, M, S, X> =
  MethodRow<L, M> extends { readonly content: 'never' | 'undefined'; readonly contentRule: infer Id }
    ? X extends Empty<unknown>
      ? X
      : OrRefuse<Live<L, S, Id>, X, { method: M; cite: Get<MethodRow<L, M>, 'cite'> }>
    : X

type CheckFields<L extends Law, M, S, H> =
  keyof H extends Exclude<keyof L['fields'], 'expect'>
    ? MethodRow<L, M> extends RefusesFields
      ? { readonly [F in keyof H]: CheckField<L, M, S, F, H[F]> }
      : H
    : { readonly [F in keyof H]: CheckField<L, M, S, F, H[F]> }

interface RefusesFields {
  readonly refusesFields: unknown
}

type CheckField<L extends Law, M, S, F, X> = OrRefuse<
  Live<L, S, FieldOffence<F>>,
  OrRefuse<Live<L, S, RequestFieldOffence<L, M, S, F>>, X, { method: M; field: F }>,
  { field: F }
>

type RequestFieldOffence<L extends Law, M, S, F> =
  | (MethodRow<L, M> extends { readonly refusesFields: infer Q } ? Get<Q, F> : never)
  | (F extends 'expect' ? (HasContent<S> extends true ? never : Expects<Get<Get<S, 'headers'>, F>>) : never)
/** A schema of any text may hold another expectation; only one that names this one is wrong. */
type Expects<X> = [Input<X>] extends [never] ? never : Input<X> extends '100-continue' | undefined ? 'expect-continue-needs-content' : never

/** A field's name is a token, in lower case. Wide names get no opinion. */
export type FieldOffence<F> = F extends string
  ? string extends F
    ? never
    : F extends '' | `${string}${Delimiter}${string}`
      ? 'field-name-token'
      : F extends Lowercase<F>
        ? never
        : 'h2-lowercase-names'
  : 'field-name-token'
type Delimiter =
  | ' '
  | '\t'
  | '\n'
  | '\r'
  | '"'
  | '('
  | ')'
  | ','
  | '/'
  | ':'
  | ';'
  | '<'
  | '='
  | '>'
  | '?'
  | '@'
  | '['
  | '\\'
  | ']'
  | '{'
  | '}'

/** Response fields of a maker, checked by name: the guilty name gets the sentence. */
export type CheckResponseFields<H> = {
  readonly [F in keyof H]: F extends 'early-data'
    ? Refusal<'early-data-not-in-response', { field: F }>
    : OrRefuse<FieldOffence<F>, H[F], { field: F }>
}

/** The names are read off zod's own shape where there is one: computing the whole input of an object costs a third of a route. */
type CheckParams<P, Q> = CheckNames<P, Q, ParamsInput<Q>, ParamNames<P>>
type CheckNames<P, Q, I, Names> = keyof I extends Names
  ? [Names] extends [keyof I]
    ? I[keyof I] extends string
      ? Q
      : [Textless<I>] extends [never]
        ? Q
        : Refusal<'params-text', { name: Textless<I>; path: P }>
    : OtherNames<P, Q, keyof I, Names>
  : OtherNames<P, Q, keyof I, Names>
type OtherNames<P, Q, Given, Names> = {} extends { [K in P & string]: 1 }
  ? Q
  : string extends Given
    ? Q
    : ParamsRefusal<P, Exclude<Names, Given>, Exclude<Given, Names>>
/** Parameters whose schema takes no text. */
type Textless<I> = { [N in keyof I]: [I[N] & string] extends [never] ? N : never }[keyof I]
type ParamsRefusal<P, Lacking, Extra> = [Extra] extends [never]
  ? Refusal<'params-missing', { path: P; name: Lacking }>
  : [Lacking] extends [never]
    ? Refusal<'params-extra', { path: P; name: Extra }>
    : Refusal<'params-wrong', { path: P; field: Extra; name: Lacking }>

/** A claim says why: a precondition or key that every request carries, or a format that only sets values. */
type CheckClaim<L extends Law, M, S, B> = B extends Basis
  ? MethodRow<L, M> extends { readonly idempotent: true }
    ? B
    : B extends 'precondition'
      ? [('if-match' | 'if-unmodified-since') & SentFields<S>] extends [never]
        ? Baseless<L, M, S, B>
        : B
      : B extends 'idempotency-key'
        ? ['idempotency-key' & SentFields<S>] extends [never]
          ? Baseless<L, M, S, B>
          : B
        : S extends { readonly body: { readonly type: `application/json-patch+json${string}` } }
          ? Baseless<L, M, S, B>
          : B
  : Baseless<L, M, S, B>
// A string stands here, so the sentence is not one: editors would offer it.
type Baseless<L extends Law, M, S, B> = [Live<L, S, 'patch-idempotent-claim-needs-basis'>] extends [never]
  ? B
  : Refused<Sentence<Rules['patch-idempotent-claim-needs-basis'], { method: M }>>

type CheckWaivers<W> = {
  readonly [Id in keyof W]: string extends Id
    ? W[Id]
    : Id extends keyof RuleWaivers
      ? W[Id] extends ''
        ? Refusal<'waive-reason', { name: Id }>
        : W[Id]
      : Refusal<'waive-unknown-rule', { name: Id }>
}

// --- common responses of a contract -----------------------------------------------------------------------------------------------

/** The options of a contract. What depends on the method or the request is declared on its routes, not in common. */
export type CheckCommon<L extends Law, O> = {
  readonly [K in keyof O]: K extends 'common' ? CheckShared<L, O, O[K]> : K extends 'waive' ? CheckWaivers<O[K]> : O[K]
}
type CheckShared<L extends Law, O, R> = { readonly [C in keyof R]: C extends PlainStatus<L> ? R[C] : CheckCommonKey<L, O, C, R[C]> }
type CheckCommonKey<L extends Law, O, C, X> = C extends keyof L['statuses']
  ? CheckCommonStatus<L, O, C, X, L['statuses'][C]>
  : C extends `${infer N extends keyof L['statuses'] & number}`
    ? CheckCommonStatus<L, O, N, X, L['statuses'][N]>
    : CheckKey<L, '', O, C, X>
type CheckCommonStatus<L extends Law, O, C, X, Row> = Row extends
  | { readonly needs: unknown }
  | { readonly wants: { readonly fields: unknown } | { readonly validator: unknown } }
  ? Refusal<'common-needs-route', { status: StatusName<L, C>; code: C }>
  : CheckStatus<L, '', O, C, X, Row>
