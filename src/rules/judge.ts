/** Runs every rule over a description. */
import type { Description, Operation, Pointer, Response } from './description.js'
import { type Enforcement, enforcement } from './enforcement.js'
import type { Finding } from './finding.js'
import { rules as book } from './index.js'
import type { Offence, Rule } from './rule.js'
import { fill } from './sentence.js'

/** A status as sentences name it: `204 No Content`, or the key as written when the law does not hold it. */
export const statusName = (description: Description, response: Response): string => {
  const facts = response.status === undefined ? undefined : description.law.statuses[response.status]
  return facts ? `${response.status} ${facts.phrase}` : response.key
}

/** Whether a strict law refuses what breaks the rule; the other `should`s are reported under any law. */
const isStrict = (id: string): boolean =>
  Object.hasOwn(enforcement, id) && (enforcement as Readonly<Record<string, Enforcement>>)[id] === 'strict'

const find = (rule: Rule, offence: Offence, base: Pointer, description: Description, operation?: Operation): Finding => {
  const response = offence.response
  const values = {
    ...(operation && { method: operation.method, path: operation.path, name: operation.name }),
    ...(response && { status: statusName(description, response), code: response.key }),
    ...offence.values,
  }
  const waived = operation?.waived.get(rule.id)
  return {
    rule: rule.id,
    level: rule.level,
    kind: rule.kind,
    refuses: rule.refuses || (description.law.strict && isStrict(rule.id)),
    cite: fill(rule.cite, values),
    message: fill(rule.words, values),
    fix: fill(rule.fix, values),
    method: operation?.method ?? null,
    path: operation?.path ?? null,
    route: operation?.name ?? null,
    status: response ? (response.status ?? response.key) : null,
    pointer: offence.pointer ?? [...base, ...offence.at],
    ...(waived !== undefined && { waived }),
  }
}

/**
 * Judges a description by every rule, in the order of the rules.
 *
 * Nothing is filtered here: waived findings come with their reason, and levels are the reader's to choose.
 */
export function* judge(description: Description, rules: Iterable<Rule> = Object.values<Rule>(book)): Generator<Finding> {
  for (const rule of rules) {
    if (rule.description) for (const offence of rule.description(description)) yield find(rule, offence, [], description, offence.operation)
    if (!rule.operation && !rule.response) continue
    for (const operation of description.operations) {
      if (rule.operation)
        for (const offence of rule.operation({ operation, description }))
          yield find(rule, offence, operation.pointer, description, operation)
      if (rule.response)
        for (const response of operation.responses)
          for (const offence of rule.response({ response, operation, description }))
            yield find(rule, { response, ...offence }, response.pointer, description, operation)
    }
  }
}
