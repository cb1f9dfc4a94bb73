/** One sentence for compiler, run time, linter and pages: what was written, the law, the section, the fix, the id. */
import type { Rule } from './rule.js'

type Values = Readonly<Record<string, string | number>>
type Worded = Pick<Rule, 'id' | 'cite' | 'words' | 'fix'>

/** Puts values in the place of `<placeholders>`; the type-level twin of {@link fill}. */
export type Fill<Words extends string, V> = Words extends `${infer Before}<${infer Name}>${infer After}`
  ? Name extends keyof V
    ? `${Before}${V[Name] & (string | number)}${Fill<After, V>}`
    : `${Before}<${Name}>${Fill<After, V>}`
  : Words

/** The whole sentence of a rule; the type-level twin of {@link sentence}. The parts are inferred one by one, lest the compiler combine those of all rules. */
export type Sentence<R, V> = R extends {
  readonly id: infer Id extends string
  readonly cite: infer Cite extends string
  readonly words: infer Words extends string
  readonly fix: infer Fix extends string
}
  ? Fill<`${Words} (${Cite}): ${Fix} [${Id}]`, V>
  : never

/** Puts values in the place of `<placeholders>`; an unknown placeholder stays as it is. */
export const fill = <const Words extends string, const V extends Values>(words: Words, values: V): Fill<Words, V> => {
  let filled = ''
  let from = 0
  for (let open = words.indexOf('<'); open >= 0; open = words.indexOf('<', open + 1)) {
    const close = words.indexOf('>', open)
    const value = values[words.slice(open + 1, close)]
    if (value === undefined) continue
    filled += words.slice(from, open) + value
    from = close + 1
  }
  return (filled + words.slice(from)) as Fill<Words, V>
}

/** The whole sentence of a rule, as the compiler prints it. */
export const sentence = <const R extends Worded, const V extends Values>(rule: R, values: V): Sentence<R, V> =>
  fill(`${rule.words} (${rule.cite}): ${rule.fix} [${rule.id}]`, values) as Sentence<R, V>
