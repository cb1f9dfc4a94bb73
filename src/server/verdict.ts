/** The judge itself, with every rule: loaded when it is first asked, so that a server that never asks does not carry them. */
import type { Contract } from '../../types/route.js'
import { lawOf } from '../contract/route.js'
import type { Law, Role } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import { fieldValue, pathOf } from '../rules/exchange.js'
import type { Finding } from '../rules/finding.js'
import type { Rule } from '../rules/rule.js'
import { tryExchange } from '../rules/trial.js'
import { exchangeOf, type Known, type RequestParts, type ResponseParts } from './exchange.js'
import { Promises, promisedBy } from './promise.js'

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

/** Contracts that exchanges have been held to, each read once for a law. */
const read = new WeakMap<Contract, Map<Law, Promises>>()
const promisesOf = (contract: Contract, law: Law): Promises => {
  const byLaw = read.get(contract) ?? new Map<Law, Promises>()
  read.set(contract, byLaw)
  const promises = byLaw.get(law) ?? new Promises(contract, law)
  byLaw.set(law, promises)
  return promises
}

/** Judges one exchange; `judge` loads it. */
export const verdict = async (
  request: Request | RequestParts,
  response: Response | ResponseParts,
  options: JudgeOptions = {},
): Promise<Finding[]> => {
  const { contract, rules } = options
  const law = options.law ?? (contract && lawOf(contract)) ?? rfc9110
  const exchange = exchangeOf(request, response, options, { law, role: options.role })
  if (!contract) return tryExchange(exchange, rules)
  const promises = promisesOf(contract, law)
  const path = pathOf(exchange.request)
  const methods = promises.methodsAt(path)
  const routed = methods.length > 0 ? methods : undefined
  const route = promises.routeOf(exchange.request.method, path, options.route)
  if (!route) return tryExchange({ ...exchange, ...(routed && { routed }) }, rules)
  const promised = await promisedBy(route, response, (name) => fieldValue(exchange.response, name))
  const { name, waived, role } = route
  return tryExchange({ ...exchange, route: name, waived, role: options.role ?? role, promised, ...(routed && { routed }) }, rules)
}
