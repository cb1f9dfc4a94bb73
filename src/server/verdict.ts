/** The judge itself, with every rule: loaded when it is first asked, so that a server that never asks does not carry them. */
import type { Contract } from '../../types/route.js'
import { lawOf } from '../contract/route.js'
import type { Law, Role } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import type { Finding } from '../rules/finding.js'
import type { Rule } from '../rules/rule.js'
import { tryExchange } from '../rules/trial.js'
import { exchangeOf, type Known, type RequestParts, type ResponseParts } from './exchange.js'

/** What {@link judge} may be told. */
export interface JudgeOptions extends Known {
  /** What the exchange is held to besides the law: its status, media type and fields are those that the route declares. */
  readonly contract?: Contract
  /** The name of the contract's route, where it is known; it is found by method and path otherwise. */
  readonly route?: string
  /** The law to judge by; that of the contract, or RFC 9110, if nothing is said. */
  readonly law?: Law
  /** The rules to judge by; all that one exchange can show, if nothing is said. */
  readonly rules?: Iterable<Rule>
  /** Who answers. */
  readonly role?: Role
}

/** Judges one exchange at once; `judge` loads it. */
export const verdict = (request: Request | RequestParts, response: Response | ResponseParts, options: JudgeOptions = {}): Finding[] => {
  const law = options.law ?? (options.contract && lawOf(options.contract)) ?? rfc9110
  return tryExchange(exchangeOf(request, response, options, { law, role: options.role }), options.rules)
}
