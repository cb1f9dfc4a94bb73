/** One sentence for compiler, run time, linter and pages: what was written, the law, the section, the fix, the id. */
import type { Fill, Sentence } from '../../types/sentence.js'
import type { Rule } from './rule.js'

/** Puts values in the place of `<placeholders>`; an unknown placeholder stays as it is. */
export const fill = <const Words extends string, const Values extends Readonly<Record<string, string | number>>>(words: Words, values: Values): Fill<Words, Values> =>
  words.replace(/<(\w+)>/g, (whole, name: string) => String(values[name] ?? whole)) as Fill<Words, Values>

/** The whole sentence of a rule, as the compiler prints it. */
export const sentence = <const R extends Pick<Rule, 'id' | 'cite' | 'words' | 'fix'>, const Values extends Readonly<Record<string, string | number>>>(rule: R, values: Values): Sentence<R, Values> =>
  fill(`${rule.words} (${rule.cite}): ${rule.fix} [${rule.id}]`, values) as Sentence<R, Values>
