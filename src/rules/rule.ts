/**
 * What a rule is: one row of words and one verdict.
 *
 * The words are the product: the compiler, the run time, the linter and the pages print the same sentence, made from the same row.
 */
import type { Description, Operation, Pointer, Response } from './description.js'
import type { Exchange } from './exchange.js'

/** How strongly the law speaks: BCP 14's MUST and SHOULD, best current practice, or a hint worth a look. */
export type Level = 'must' | 'should' | 'bcp' | 'hint'

/** Whether what is written contradicts the law, or leaves out what the law asks for. */
export type Kind = 'contradiction' | 'omission'

/** What a judge found: where, and the values for the words. */
export interface Offence {
  /** Path of keys from the place judged to the guilty key: `['responses', '204']` in an operation. */
  readonly at: readonly (string | number)[]
  /** The guilty place from the root of the source; it goes before `at`. */
  readonly pointer?: Pointer
  /** The values for `<placeholders>` of words and fix. */
  readonly values?: Readonly<Record<string, string | number>>
  /** The response it is about, if it is about one. */
  readonly response?: Response
  /** The operation it is about, where a judge of the whole description names one. */
  readonly operation?: Operation
}

/** A rule's verdict over the place it judges; it yields an offence for each guilty key. */
export type Judge<Place> = (place: Place) => Iterable<Offence>

/** A response together with the operation that it answers. */
export interface Reply {
  readonly response: Response
  readonly operation: Operation
  readonly description: Description
}
/** An operation together with its document. */
export interface Deed {
  readonly operation: Operation
  readonly description: Description
}

/** One rule. `Id`, `Cite`, `Words` and `Fix` stay literal, because the compiler prints them; the prose does not. */
export interface Rule<
  Id extends string = string,
  Lvl extends Level = Level,
  Cite extends string = string,
  Words extends string = string,
  Fix extends string = string,
  Refuses extends boolean = boolean,
> {
  /** Its public name, in every message and report. */
  readonly id: Id
  readonly level: Lvl
  /** Where the law is written: `RFC 9110 §15.3.5`. */
  readonly cite: Cite
  /** What is wrong, with `<placeholders>`: `<status> carries no content`. */
  readonly words: Words
  /** What to do, as an imperative. */
  readonly fix: Fix
  /** The same in HTTP's own words, for documents and messages, where `fix` speaks of functions and keys that only a contract has. */
  readonly plainFix?: string
  readonly kind: Kind
  /** Whether a declaration that breaks it does not compile. True for `must`; stated for the few others. */
  readonly refuses: Refuses
  /** One sentence: the rule itself. */
  readonly summary: string
  /** Why the law is so. */
  readonly why: string
  /** What is refused or reported: a declaration, a document or messages (see `languageOf`). */
  readonly bad: string
  /** The same, put right. */
  readonly good: string
  /** Judges each response, each operation, or the whole description. Absent where a declaration cannot show the offence. */
  readonly response?: Judge<Reply>
  readonly operation?: Judge<Deed>
  readonly description?: Judge<Description>
  /**
   * Judges one request with what answered it. `'declared'`: as a declaration of exactly these messages would be judged. Absent where one
   * exchange cannot show the offence.
   */
  readonly exchange?: Judge<Exchange> | 'declared'
  /** The rule in messages. */
  readonly messages?: Messages
}

/** A rule shown in messages, and its words where those for declarations do not fit. */
export interface Messages {
  /** The level, where a declaration cannot know that the law speaks more strongly. */
  readonly level?: Level
  readonly words?: string
  readonly fix?: string
  /** An exchange that breaks it, as in `bad`; absent where that is one already. */
  readonly bad?: string
  readonly good?: string
}

/** What a rule file writes. `refuses` is stated only where it is not what the level says: a `must` refuses, the others do not. */
export interface RuleRow<
  Id extends string,
  Lvl extends Level,
  Cite extends string,
  Words extends string,
  Fix extends string,
  Refuses extends boolean,
> extends Omit<Rule<Id, Lvl, Cite, Words, Fix>, 'refuses'> {
  readonly refuses?: Refuses
}

/** Declares a rule. */
export const rule = <
  const Id extends string,
  const Lvl extends Level,
  const Cite extends string,
  const Words extends string,
  const Fix extends string,
  const Refuses extends boolean = Lvl extends 'must' ? true : false,
>(
  row: RuleRow<Id, Lvl, Cite, Words, Fix, Refuses>,
): Rule<Id, Lvl, Cite, Words, Fix, Refuses> => ({ ...row, refuses: row.refuses ?? ((row.level === 'must') as Refuses) })
