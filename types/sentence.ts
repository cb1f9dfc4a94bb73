/** Puts values in the place of `<placeholders>`; the type-level twin of `fill`. */
export type Fill<Words extends string, Values> = Words extends `${infer Before}<${infer Name}>${infer After}`
  ? Name extends keyof Values
    ? `${Before}${Values[Name] & (string | number)}${Fill<After, Values>}`
    : `${Before}<${Name}>${Fill<After, Values>}`
  : Words

interface Worded {
  readonly id: string
  readonly cite: string
  readonly words: string
  readonly fix: string
}

/** The whole sentence of a rule; the type-level twin of `sentence`. */
export type Sentence<R extends Worded, Values> = Fill<`${R['words']} (${R['cite']}): ${R['fix']} [${R['id']}]`, Values>

/** A sentence where a value should stand: nothing a user can type is assignable to it, because of the zero-width end. */
export type Refusal<R extends Worded, Values> = `${Sentence<R, Values>}\u200B`
