/** Exhaustive matching over replies: ts-pattern's at run time, with types of its own where a pattern is no more than a status. */
import type { match, P } from 'ts-pattern'
import type { AnyMatcher, Matcher, OrP } from 'ts-pattern/types'
import type { classes } from '../src/registry/classes.js'

/** What can be matched: a union whose members are told apart by `status`. */
export interface WithStatus {
  readonly status: PropertyKey
}

/** The members of a union by their status. */
export type ByStatus<R extends WithStatus> = { [Member in R as Member['status']]: Member }

/** A class of statuses, written as a range. */
export type ClassName = keyof typeof classes

/** Of statuses or of replies those of a class: the first digit says it, of a range such as `4xx` too. @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export type OfClass<Class extends ClassName, Value> = Value extends WithStatus
  ? Text<Value['status']> extends Leading<Class>
    ? Value
    : never
  : Text<Value> extends Leading<Class>
    ? Value
    : never
type Leading<Class> = Class extends `${infer Digit}xx` ? `${Digit}${string}` : never
type Text<Status> = `${Status & (number | string)}`

/** A pattern for a class, of a reply or of its status. Wherever ts-pattern takes a pattern it takes this one, and narrows by it. */
export interface ClassPattern<Class extends ClassName = ClassName> extends Matcher<unknown, Classed<Class>> {
  readonly range: Class
}
/** The statuses of a class, those that nobody has registered too, and whatever has one. */
type Classed<Class extends ClassName> = StatusIn<Class> | { readonly status: StatusIn<Class> }
type StatusIn<Class> = Class | (Class extends `${infer First}xx` ? Parsed<`${First}${Digit}${Digit}`> : never)
type Parsed<Code> = Code extends `${infer N extends number}` ? N : never
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/**
 * A pattern for a status alone: nothing else may stand in it. That never rests on the check for excess properties, so a constant
 * that says more is not taken for one.
 *
 * What is and `Nothing` admits no value; it tells functions and patterns within a pattern what they may ask for. Of the status that
 * is exact. Of the rest it says anything goes: what a reply holds would have to be carried through every step, at twice the cost.
 */
interface JustStatus<Status, All> {
  readonly status: Status | (Matcher<All, unknown> & Nothing)
  readonly [other: string]: NoInfer<Status> | (AnyMatcher & Nothing)
  readonly [P.matcher]?: AnyMatcher[typeof P.matcher] & Nothing
}
/** What no pattern is. */
interface Nothing {
  readonly [nothing]: never
}
declare const nothing: unique symbol

// What follows asks ts-pattern for its own answers: of `with` for a pattern, what its handler takes and what is left.

type Asked<R> = ReturnType<typeof match<R>>
/** ts-pattern's own matching, and its `with` for one pattern. */
type Asking<R, D extends P.Pattern<R>, V extends Narrowed<R, D>> = (asked: Asked<R>) => typeof asked.with<D, never, V>
type With<R, D extends P.Pattern<R>, V extends Narrowed<R, D>> = ReturnType<Asking<R, D, V>>
type Over<Asked> = Asked extends { narrow(): { otherwise(handler: (value: infer R) => never): unknown } } ? R : never

/** What ts-pattern narrows a value to. */
type Narrowed<R, D extends P.Pattern<R>> = [P.narrow<R, D>] extends [never] ? R : P.narrow<R, D>
/** What a handler gets first: what the pattern selects, or else the value. */
type Selected<R, D extends P.Pattern<R>, V extends Narrowed<R, D>> = Parameters<Parameters<With<R, D, V>>[1]>[0]
/** What a pattern leaves over. */
type Left<R, D extends P.Pattern<R>, V extends Narrowed<R, D>> = Over<ReturnType<With<R, D, V>>>

/** What a guard tells of a value. */
type Guarded<G> = G extends Guard<infer V> ? V : G extends (value: infer V) => unknown ? V : never
/** What a guard leaves over: everything, if all it gives is a boolean. */
type Unguarded<R, G> = G extends Guard<infer V> ? Exclude<R, V> : R
/** A type guard, whatever it takes. */
type Guard<V> = { guard(value: unknown): value is V }['guard']

/** A matching that goes on over what is left of a union. */
type Onward<R, Given, Result> = [R] extends [WithStatus] ? Matching<ByStatus<R>, R['status'], never, Given, Result> : never

/**
 * A matching under way: of `All` statuses some are `Handled`, and `Result` is what the handlers give.
 *
 * Patterns for a status alone come first and cost next to nothing; for those that say more, ts-pattern is asked.
 */
export interface Matching<M, All extends keyof M, Handled, Given, Result> {
  /** Handles what matches a pattern: statuses alone, a class, or anything that ts-pattern can say, which handles what it provably covers. */
  with<S extends All, Q extends Given, V = M[S]>(
    pattern: JustStatus<S, All>,
    handler: (reply: NoInfer<V>) => Q,
  ): Matching<M, All, Handled | S, Given, Result | Q>
  with<Class extends ClassName, Q extends Given, V = M[OfClass<Class, Exclude<All, Handled>>]>(
    pattern: ClassPattern<Class> | JustStatus<ClassPattern<Class>, All>,
    handler: (reply: NoInfer<V>) => Q,
  ): Matching<M, All, Handled | OfClass<Class, All>, Given, Result | Q>
  with<const Ss extends readonly unknown[], Q extends Given, V = M[Ss[number] & All]>(
    pattern: Ss extends readonly All[] ? JustStatus<OrP<never, Ss>, All> : never,
    handler: (reply: NoInfer<V>) => Q,
  ): Matching<M, All, Handled | Ss[number], Given, Result | Q>
  with<S extends All, T extends All, Q extends Given, V = M[S | T]>(
    pattern: JustStatus<S, All>,
    other: JustStatus<T, All>,
    handler: (reply: NoInfer<V>) => Q,
  ): Matching<M, All, Handled | S | T, Given, Result | Q>
  with<S extends All, T extends All, U extends All, Q extends Given, V = M[S | T | U]>(
    pattern: JustStatus<S, All>,
    other: JustStatus<T, All>,
    another: JustStatus<U, All>,
    handler: (reply: NoInfer<V>) => Q,
  ): Matching<M, All, Handled | S | T | U, Given, Result | Q>
  with<
    const D extends P.Pattern<M[Exclude<All, Handled>]>,
    G extends (reply: Narrowed<M[Exclude<All, Handled>], D>) => unknown,
    V extends Guarded<G>,
    Q extends Given,
  >(pattern: D, guard: G, handler: (reply: V) => Q): Onward<Unguarded<M[Exclude<All, Handled>], G>, Given, Result | Q>
  with<
    const Ds extends readonly [
      P.Pattern<M[Exclude<All, Handled>]>,
      P.Pattern<M[Exclude<All, Handled>]>,
      ...P.Pattern<M[Exclude<All, Handled>]>[],
    ],
    V extends Narrowed<M[Exclude<All, Handled>], Ds[number]>,
    Q extends Given,
  >(...args: [...patterns: Ds, handler: (reply: V) => Q]): Onward<Left<M[Exclude<All, Handled>], Ds[number], V>, Given, Result | Q>
  with<S extends Exclude<All, Handled>, const D extends P.Pattern<M[S]>, V extends Narrowed<M[S], D>, Q extends Given>(
    pattern: { readonly status: S } & D,
    handler: (selected: Selected<M[S], D, V>, reply: V) => Q,
  ): Onward<M[Exclude<All, Handled | S>] | Left<M[S], D, V>, Given, Result | Q>
  with<const D extends P.Pattern<M[Exclude<All, Handled>]>, V extends Narrowed<M[Exclude<All, Handled>], D>, Q extends Given>(
    pattern: D,
    handler: (selected: Selected<M[Exclude<All, Handled>], D, V>, reply: V) => Q,
  ): Onward<Left<M[Exclude<All, Handled>], D, V>, Given, Result | Q>

  /** Handles what a predicate says yes to: for good only if it is a type guard. */
  when<G extends (reply: M[Exclude<All, Handled>]) => unknown, V extends Guarded<G>, Q extends Given>(
    predicate: G,
    handler: (reply: V) => Q,
  ): Onward<Unguarded<M[Exclude<All, Handled>], G>, Given, Result | Q>

  /** Says what every handler must give; before the first of them. */
  returnType<T>(): Matching<M, All, Handled, T, never>

  /** The result, by this handler for whatever is left. */
  otherwise<Q extends Given>(handler: (reply: M[Exclude<All, Handled>]) => Q): Outcome<Given, Result | Q>

  /** The result, once every status is handled; until then this is no function, and its type says which are missing. */
  readonly exhaustive: [All] extends [Handled] ? Exhaustive<Outcome<Given, Result>> : NotHandled<Missing<Exclude<All, Handled>>>

  /** The result, whether or not every status is handled. */
  run(): Outcome<Given, Result>

  /** The matching as it is: what is handled is left out at every step. */
  narrow(): this
}

/** What `returnType` says, or else what the handlers give. */
type Outcome<Given, Result> = unknown extends Given ? Result : Given

/** Ends a matching. */
interface Exhaustive<Result> {
  (): Result
  /** The fallback is for a reply that no type foresaw. */
  <Q>(fallback: (unexpected: unknown) => Q): Result | Q
}

/** Stands where a matching cannot end yet; the words are for whoever reads the compiler's message. */
export interface NotHandled<Words> {
  readonly notHandled: Words
}

/** The statuses that are missing, and what to write: codes in order, then ranges and names, the same in every compiler. */
type Missing<Pending> = [...Sorted<Text<Pending>>, ...Named<'default', Pending>, ...Named<'breach', Pending>] extends readonly [
  infer First extends string,
  ...infer More extends readonly string[],
]
  ? `${Joined<First, More>} – add .with({ status: ${Quoted<First, Pending>} }, …)`
  : 'what is left has no name – end with .otherwise(…)'

type Joined<First extends string, More extends readonly string[]> = More extends readonly [
  infer Next extends string,
  ...infer Others extends readonly string[],
]
  ? Joined<`${First}, ${Next}`, Others>
  : First
type Quoted<Status extends string, Pending> = Status extends Pending ? `'${Status}'` : Status
type Named<Name extends string, Pending> = [Extract<Pending, Name>] extends [never] ? [] : [Name]
/** Texts that are written with digits, sorted: one character after the other. */
type Sorted<Texts extends string, Prefix extends string = '', Next = Characters> = Next extends readonly [
  infer Character extends string,
  ...infer Others,
]
  ? [...Starting<Extract<Texts, `${Prefix}${Character}${string}`>, `${Prefix}${Character}`>, ...Sorted<Texts, Prefix, Others>]
  : []
type Starting<Texts extends string, Prefix extends string> = [Texts] extends [never]
  ? []
  : [Texts] extends [Prefix]
    ? [Prefix]
    : Sorted<Texts, Prefix>
type Characters = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'x']
