/** What a law says of one method answered with one status, before anything is declared: one cell of the method × status table. */
import { facets } from './facets.js'
import type { Law, RuleName } from './facts.js'

/**
 * The five verdicts: `allowed`; `conditional` on something that the route states or that happens; `odd`, which is meaningless but not
 * forbidden; `forbidden` by a requirement; `excluded` by a definition or a reservation.
 */
export type Verdict = 'allowed' | 'conditional' | 'odd' | 'forbidden' | 'excluded'

/** A verdict with what stands behind it. */
export interface Cell {
  readonly verdict: Verdict
  /** Why, in a sentence; empty for `allowed`. */
  readonly reason: string
  /** The rule that speaks, where one does. */
  readonly rule?: RuleName
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words)

/**
 * Reads the verdict on a status for a method off their rows.
 *
 * Explains a law cell by cell; whether a given route is right is for the rules to judge.
 *
 * @example verdict(rfc9110, 'POST', 304).rule //=> 'post-never-206-304-416'
 * @throws RangeError when the law does not hold the method or the status.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-15 | RFC 9110 §15}
 */
export const verdict = (law: Law, method: string, status: number): Cell => {
  const asked = Object.hasOwn(law.methods, method) ? law.methods[method] : undefined
  const answer = Object.hasOwn(law.statuses, status) ? law.statuses[status] : undefined
  if (!asked) throw new RangeError(`${law.name} holds no method ${method}`)
  if (!answer) throw new RangeError(`${law.name} holds no status ${status}`)
  const name = `${status} ${answer.phrase}`

  if (asked.group === 'reserved') return { verdict: 'excluded', reason: `${method} is reserved and never a request (${asked.cite}).` }
  if (answer.never) return { verdict: 'excluded', rule: answer.never, reason: `${name} answers no request (${answer.cite}).` }
  if (answer.needs) {
    const has = asked[answer.needs]
    const facet = facets[answer.needs]
    if (has !== true)
      return { verdict: facet.lacking, rule: has, reason: `${name} cannot answer ${method}, which ${facet.without} (${facet.cite}).` }
  }
  const odd = answer.odd?.[method]
  if (odd !== undefined) return { verdict: 'odd', reason: odd }
  if (answer.wants) {
    const { rule, fields, roles, validator } = answer.wants
    const wanted = [
      ...(fields ? [`${list(fields)} in the request`] : []),
      ...(roles ? [`a ${list(roles)} to answer`] : []),
      ...(validator ? ['a validator on the 200'] : []),
    ]
    return { verdict: 'conditional', rule, reason: `${name} wants ${wanted.join(' and ')} (${answer.cite}).` }
  }
  const given = answer.given?.[method]
  if (given !== undefined) return { verdict: 'conditional', reason: given }
  return { verdict: 'allowed', reason: '' }
}
