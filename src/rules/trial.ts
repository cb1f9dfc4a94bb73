/** Runs every rule that one exchange can show. */
import type { Law } from '../registry/facts.js'
import type { Description } from './description.js'
import { described, type Exchange, type Message, pathOf } from './exchange.js'
import type { Finding } from './finding.js'
import { rules as book } from './index.js'
import { own } from './judges.js'
import type { Offence, Rule } from './rule.js'
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

const offences = (rule: Rule, exchange: Exchange, description: Description): Iterable<Offence> =>
  rule.exchange === 'declared' ? declared(rule, description) : (rule.exchange?.(exchange) ?? [])

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
    fix: fill(rule.messages?.fix ?? rule.plainFix ?? rule.fix, values),
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

/** Judges an exchange by each of some rules. */
export const tryEach = (exchange: Exchange, rules: readonly Rule[]): Finding[] => {
  const description = described(exchange)
  const findings: Finding[] = []
  for (const rule of rules) for (const offence of offences(rule, exchange, description)) findings.push(find(rule, offence, exchange))
  return findings
}

/** Thrown by what a veil hides. */
const HIDDEN = Symbol('hidden')
const hide = (): never => {
  throw HIDDEN
}
/** Values of which nothing can be told but that they are there. */
const hidden = new Proxy([] as string[], { get: hide, has: hide, ownKeys: hide })

/** A message of which the names of its fields are seen, and their values are not; its media type is. */
const veiled = <M extends Message>(message: M): M => ({
  ...message,
  fields: new Map([...message.fields].map(([name, values]) => [name, name === 'content-type' ? values : hidden])),
})

const whole = '*'
/** As much of an exchange as is the same for many. */
const veil = (exchange: Exchange): Exchange => {
  const responses = exchange.responses.map(veiled)
  const target = exchange.request.target === whole ? whole : '/'
  return { ...exchange, request: { ...veiled(exchange.request), target }, responses, response: responses.at(-1)! }
}

/** Whether nothing of a message is known that differs from one to the next, besides the values of its fields. */
const isPlain = ({ lines, trailers, content }: Message): boolean => !lines && !trailers && !content.bytes
const lookOf = ({ fields, content }: Message): string =>
  `${[...fields.keys()].join()} ${fields.get('content-type')?.join() ?? ''} ${content.present} ${content.length}`
/** What the veil lets see; nothing where an exchange is one of a kind. */
const look = ({ request, responses, version, role, promised, routed }: Exchange): string | undefined =>
  promised || routed || !isPlain(request) || !responses.every(isPlain)
    ? undefined
    : [
        `${request.method} ${request.target === whole} ${request.secure} ${version} ${role} ${lookOf(request)}`,
        ...responses.map((response) => `${response.status} ${lookOf(response)}`),
      ].join('\n')

/** Whether a rule is silent although it looked at nothing that the veil hides: then it is silent about all that look alike. */
const isSilent = (rule: Rule, exchange: Exchange, description: Description): boolean => {
  try {
    for (const _ of offences(rule, exchange, description)) return false
    return true
  } catch (thrown) {
    if (thrown === HIDDEN) return false
    throw thrown
  }
}

/** Looks that are remembered; who sends field names at random does not fill the memory. */
const mostLooks = 500
const remembered = new WeakMap<readonly Rule[], WeakMap<Law, Map<string, readonly Rule[]>>>()
const looksOf = (rules: readonly Rule[], law: Law): Map<string, readonly Rule[]> => {
  const byLaw = remembered.get(rules) ?? new WeakMap<Law, Map<string, readonly Rule[]>>()
  remembered.set(rules, byLaw)
  const looks = byLaw.get(law) ?? new Map<string, readonly Rule[]>()
  byLaw.set(law, looks)
  return looks
}

/** The rules that may have something to say about an exchange, by what it looks like. */
const loud = (exchange: Exchange, rules: readonly Rule[]): readonly Rule[] => {
  const key = look(exchange)
  if (key === undefined) return rules
  const looks = looksOf(rules, exchange.law)
  const known = looks.get(key)
  if (known) return known
  const seen = veil(exchange)
  const description = described(seen)
  const speaking = rules.filter((rule) => !isSilent(rule, seen, description))
  if (looks.size >= mostLooks) looks.clear()
  looks.set(key, speaking)
  return speaking
}

/**
 * Judges an exchange by every rule that it can show, in the order of the rules.
 *
 * Most rules need no more than method, status and the names of fields to be silent. Asked once for all exchanges that look alike, they
 * cost a server that judges each of its answers next to nothing.
 */
export const tryExchange = (exchange: Exchange, rules: Iterable<Rule> = all): Finding[] => tryEach(exchange, loud(exchange, heard(rules)))
