/** Runs every rule over a description. */
import type { Description, Operation, Pointer, Response } from './description.js'
import { type Enforcement, enforcement } from './enforcement.js'
import type { Finding } from './finding.js'
import { rules as book } from './index.js'
import type { Deed, Judge, Offence, Reply, Rule } from './rule.js'
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

/** Thrown by what a veil hides. */
const HIDDEN = Symbol('hidden')

/** An object of which only some keys can be read. */
const veil = <Whole extends object>(whole: Whole, seen: readonly (keyof Whole)[]): Whole => {
  const veiled = { ...whole }
  for (const key of Object.keys(whole) as (keyof Whole)[])
    if (!seen.includes(key))
      Object.defineProperty(veiled, key, {
        get: () => {
          throw HIDDEN
        },
      })
  return veiled
}

/** Places that look alike as far as the veil lets see. */
interface Group<Place> {
  readonly veiled: Place
  readonly places: Place[]
}

/** The places about which a rule may have something to say, in the order of the source. */
const heard = <Place>(judge: Judge<Place>, groups: readonly Group<Place>[], order: ReadonlyMap<Place, number>): Place[] => {
  const loud = groups.filter(({ veiled }) => !isSilent(judge, veiled)).flatMap(({ places }) => places)
  return loud.sort((one, other) => order.get(one)! - order.get(other)!)
}

/** Groups places by what a veil lets see. */
const grouped = <Place>(places: readonly Place[], look: (place: Place) => string, cover: (place: Place) => Place): Group<Place>[] => {
  const groups = new Map<string, Group<Place>>()
  for (const place of places) {
    const key = look(place)
    const group = groups.get(key)
    if (group) group.places.push(place)
    else groups.set(key, { veiled: cover(place), places: [place] })
  }
  return [...groups.values()]
}

/** Whether a rule is silent although it looked at nothing that the veil hides: then it is silent about the whole group. */
const isSilent = <Place>(judge: Judge<Place>, veiled: Place): boolean => {
  try {
    for (const _ of judge(veiled)) return false
    return true
  } catch (thrown) {
    if (thrown === HIDDEN) return false
    throw thrown
  }
}

/**
 * Judges a description by every rule, in the order of the rules.
 *
 * Nothing is filtered here: waived findings come with their reason, and levels are the reader's to choose.
 *
 * Most rules need no more than the method and the status to be silent. Asked once for each pair of them instead of once for
 * each response, they make a large document four times as fast.
 */
export const judge = (description: Description, rules: Iterable<Rule> = Object.values<Rule>(book)): Finding[] => {
  const findings: Finding[] = []
  const seen = veil(description, ['source', 'law'])
  const deeds = description.operations.map((operation): Deed => ({ operation, description }))
  const replies = deeds.flatMap(({ operation }) => operation.responses.map((response): Reply => ({ response, operation, description })))
  // Fields are seen where there are none, which is nearly everywhere.
  const operationKeys = ({ fields }: Operation): (keyof Operation)[] => [
    'method',
    'hasContent',
    ...(fields.size === 0 ? (['fields'] as const) : []),
  ]
  const responseKeys = ({ fields }: Response): (keyof Response)[] => [
    ...(['key', 'status', 'class', 'hasContent'] as const),
    ...(fields.size === 0 ? (['fields'] as const) : []),
  ]
  const look = ({ method, hasContent, fields }: Operation): string => `${method} ${hasContent} ${fields.size === 0}`
  const deedGroups = grouped(
    deeds,
    ({ operation }) => look(operation),
    ({ operation }) => ({ description: seen, operation: veil(operation, operationKeys(operation)) }),
  )
  const replyGroups = grouped(
    replies,
    ({ operation, response: { key, hasContent, fields } }) => `${operation.method} ${key} ${hasContent} ${fields.size === 0}`,
    ({ operation, response }) => ({
      description: seen,
      operation: veil(operation, ['method']),
      response: veil(response, responseKeys(response)),
    }),
  )
  const deedOrder = new Map(deeds.map((deed, index) => [deed, index]))
  const replyOrder = new Map(replies.map((reply, index) => [reply, index]))
  for (const rule of rules) {
    const { operation: judgeDeed, response: judgeReply } = rule
    if (rule.description)
      for (const offence of rule.description(description)) findings.push(find(rule, offence, [], description, offence.operation))
    if (judgeDeed)
      for (const deed of heard(judgeDeed, deedGroups, deedOrder))
        for (const offence of judgeDeed(deed)) findings.push(find(rule, offence, deed.operation.pointer, description, deed.operation))
    if (judgeReply)
      for (const reply of heard(judgeReply, replyGroups, replyOrder))
        for (const offence of judgeReply(reply))
          findings.push(find(rule, { response: reply.response, ...offence }, reply.response.pointer, description, reply.operation))
  }
  return findings
}
