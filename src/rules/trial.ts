/** Runs every rule that one exchange can show. */
import type { Description } from './description.js'
import { described, type Exchange, pathOf } from './exchange.js'
import type { Finding } from './finding.js'
import { rules as book } from './index.js'
import { own } from './judges.js'
import type { Judge, Offence, Rule } from './rule.js'
import { fill } from './sentence.js'

/** What a declaration of these messages would be found guilty of. */
function* declared(rule: Rule, description: Description): Generator<Offence> {
  if (rule.description) yield* rule.description(description)
  for (const operation of description.operations) {
    if (rule.operation)
      for (const offence of rule.operation({ operation, description })) yield { ...offence, pointer: offence.pointer ?? operation.pointer }
    if (rule.response)
      for (const response of operation.responses)
        for (const offence of rule.response({ response, operation, description }))
          yield { response, ...offence, pointer: offence.pointer ?? response.pointer }
  }
}

const find = (rule: Rule, offence: Offence, { law, request, response, waived: waivers, route }: Exchange): Finding => {
  const path = pathOf(request)
  const status = offence.response?.status ?? response.status
  const phrase = own(law.statuses as Readonly<Record<string, { readonly phrase: string }>>, String(status))?.phrase
  const values = {
    method: request.method,
    path,
    name: route ?? '',
    status: phrase ? `${status} ${phrase}` : String(status),
    code: status,
    ...offence.values,
  }
  const waived = waivers?.get(rule.id)
  return {
    rule: rule.id,
    level: rule.messages?.level ?? rule.level,
    kind: rule.kind,
    refuses: rule.refuses,
    cite: fill(rule.cite, values),
    message: fill(rule.messages?.words ?? rule.words, values),
    fix: fill(rule.messages?.fix ?? rule.fix, values),
    method: request.method,
    path,
    route: route ?? null,
    status,
    pointer: offence.pointer ?? offence.at,
    ...(waived !== undefined && { waived }),
  }
}

/** The rules of a book that one exchange can show, each book asked once. */
const audible = new WeakMap<object, readonly Rule[]>()
const heard = (rules: Iterable<Rule>): readonly Rule[] => {
  const known = audible.get(rules) ?? [...rules].filter(({ exchange }) => exchange !== undefined)
  audible.set(rules, known)
  return known
}
const all: readonly Rule[] = Object.values<Rule>(book)

/** Judges an exchange by every rule that it can show, in the order of the rules. */
export const tryExchange = (exchange: Exchange, rules: Iterable<Rule> = all): Finding[] => {
  const description = described(exchange)
  const findings: Finding[] = []
  for (const rule of heard(rules)) {
    const judge: Judge<Exchange> = rule.exchange === 'declared' ? () => declared(rule, description) : rule.exchange!
    for (const offence of judge(exchange)) findings.push(find(rule, offence, exchange))
  }
  return findings
}
