/** Runs every rule over a description. */
import type { Description, Operation, Pointer, Response } from './description.js'
import { type Enforcement, enforcement } from './enforcement.js'
import type { Finding } from './finding.js'
import { rules as book } from './index.js'
import { none } from './judges.js'
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

/** Pointers of places are made when they are asked for. */
const find = (
  rule: Rule,
  offence: Offence,
  base: { readonly pointer: Pointer } | undefined,
  description: Description,
  operation: Operation | undefined,
  response = offence.response,
): Finding => {
  const values: Record<string, string | number> = {}
  if (operation) {
    values.method = operation.method
    values.path = operation.path
    values.name = operation.name
  }
  if (response) {
    values.status = statusName(description, response)
    values.code = response.key
  }
  Object.assign(values, offence.values)
  const finding: Finding = {
    rule: rule.id,
    level: rule.level,
    kind: rule.kind,
    refuses: rule.refuses || (description.law.strict && isStrict(rule.id)),
    cite: fill(rule.cite, values),
    message: fill(rule.words, values),
    fix: fill(description.source === 'contract' ? rule.fix : (rule.plainFix ?? rule.fix), values),
    method: operation?.method ?? null,
    path: operation?.path ?? null,
    route: operation?.name ?? null,
    status: response ? (response.status ?? response.key) : null,
    pointer: offence.pointer ?? (base?.pointer ?? []).concat(offence.at),
  }
  const waived = operation?.waived.get(rule.id)
  return waived === undefined ? finding : { ...finding, waived }
}

/** Thrown by what a veil hides. */
const HIDDEN = Symbol('hidden')
const refuse = (): never => {
  throw HIDDEN
}

/** Asked for every key that a veil does not have itself; what it has is read as fast as from any object. */
const hiding: object = new Proxy({}, { get: refuse, has: refuse })

/** Some keys of a whole, set one by one: an object spread into another is made twenty times as slowly. */
type Seen<Whole> = { -readonly [Key in keyof Whole]?: Whole[Key] | undefined }

/** An object of which only some keys can be read. */
const veil = <Whole extends object>(seen: Seen<Whole>): Whole =>
  // It refuses to be spread: the copy would lack what is hidden, and not say so.
  Object.setPrototypeOf(Object.defineProperty(seen, HIDDEN, { get: refuse, enumerable: true }), hiding)

/** Whether a rule is silent although it looked at nothing that the veil hides: then it is silent about all that look alike. */
const isSilent = <Place>(judge: Judge<Place>, veiled: Place): boolean => {
  try {
    const offences = judge(veiled)
    return offences === none || offences[Symbol.iterator]().next().done === true
  } catch (thrown) {
    if (thrown === HIDDEN) return false
    throw thrown
  }
}

/** A way to look at places: those for which `look` makes the same of them are the same as far as `cover` lets see. */
interface Look<Place> {
  readonly look: (place: Place) => string
  readonly cover: (place: Place) => Place
}

/** Places that look alike, by their number in the source. */
interface Group<Place> {
  readonly veiled: Place
  readonly numbers: number[]
}

/** The places of a description, those together that look alike. */
class Crowd<Place> {
  readonly #places: readonly Place[]
  readonly #groups: readonly Group<Place>[]

  constructor(places: readonly Place[], { look, cover }: Look<Place>) {
    this.#places = places
    const groups = new Map<string, Group<Place>>()
    for (let number = 0; number < places.length; number++) {
      const place = places[number]!
      const key = look(place)
      const group = groups.get(key)
      if (group) group.numbers.push(number)
      else groups.set(key, { veiled: cover(place), numbers: [number] })
    }
    this.#groups = [...groups.values()]
  }

  /** The places about which a rule may have something to say, in the order of the source. */
  #heard(judge: Judge<Place>): readonly Place[] {
    const loud = this.#groups.filter(({ veiled }) => !isSilent(judge, veiled))
    if (loud.length === this.#groups.length) return this.#places
    const numbers = new Uint32Array(loud.flatMap(({ numbers }) => numbers)).sort()
    return Array.from(numbers, (number) => this.#places[number]!)
  }

  /** Tells all that a rule finds, in the order of the source. */
  judge(judge: Judge<Place>, tell: (place: Place, offence: Offence) => void): void {
    this.#heard(judge).forEach((place) => {
      const offences = judge(place)
      if (offences !== none) for (const offence of offences) tell(place, offence)
    })
  }
}

/** What few operations have. */
const isPlain = ({ idempotent, role, spec, unknownKeys, unknownWaivers, deprecated, waived }: Operation): boolean =>
  (idempotent ?? role ?? spec ?? unknownKeys ?? unknownWaivers) === undefined && deprecated === false && waived.size === 0

/** What is seen of an operation and of a response at a glance; fields where there are none, which is nearly everywhere. */
const glanceAt = (operation: Operation): Seen<Operation> => {
  const { method, hasContent, fields, secured } = operation
  const seen: Seen<Operation> = { method, hasContent, secured }
  if (fields.size === 0) seen.fields = fields
  if (!isPlain(operation)) return seen
  seen.idempotent = operation.idempotent
  seen.role = operation.role
  seen.spec = operation.spec
  seen.unknownKeys = operation.unknownKeys
  seen.unknownWaivers = operation.unknownWaivers
  seen.deprecated = operation.deprecated
  seen.waived = operation.waived
  return seen
}
const glanceAtResponse = ({ key, status, class: digit, hasContent, common, fields }: Response): Seen<Response> => {
  const seen: Seen<Response> = { key, status, class: digit, hasContent, common }
  if (fields.size === 0) seen.fields = fields
  return seen
}

/** How to look at operations. */
const looksAtDeeds = (description: Description): Look<Deed> => ({
  look: ({ operation }) => {
    const { method, hasContent, fields, secured } = operation
    return `${method} ${secured} ${(hasContent ? 4 : 0) + (fields.size > 0 ? 2 : 0) + (isPlain(operation) ? 1 : 0)}`
  },
  cover: ({ operation }) => ({ description, operation: veil<Operation>(glanceAt(operation)) }),
})

/** How to look at responses, and at the requests that they answer. */
const looksAtReplies = (description: Description): Look<Reply> => ({
  look: ({ operation, response }) => {
    const { key, hasContent, common, fields } = response
    const { method } = operation
    // A document may have any text for a method and for a key: the length says where one ends.
    return `${method.length} ${method}${key} ${(hasContent ? 4 : 0) + (common ? 2 : 0) + (fields.size > 0 ? 1 : 0)}`
  },
  cover: ({ operation: { method }, response }) => ({
    description,
    operation: veil<Operation>({ method }),
    response: veil<Response>(glanceAtResponse(response)),
  }),
})

/**
 * Judges a description by every rule, in the order of the rules.
 *
 * Nothing is filtered here: waived findings come with their reason, and levels are the reader's to choose.
 *
 * Most rules need no more than the method and the status to be silent. Asked once for all places that look alike so far, they make a
 * large document many times as fast.
 */
export const judge = (description: Description, rules: Iterable<Rule> = Object.values<Rule>(book)): Finding[] => {
  const findings: Finding[] = []
  const deeds = description.operations.map((operation): Deed => ({ operation, description }))
  const replies = description.operations.flatMap((operation) =>
    operation.responses.map((response): Reply => ({ response, operation, description })),
  )
  const seen = veil<Description>({ source: description.source, law: description.law })
  const ofDeeds = new Crowd(deeds, looksAtDeeds(seen))
  const ofReplies = new Crowd(replies, looksAtReplies(seen))
  for (const rule of rules) {
    if (rule.description)
      for (const offence of rule.description(description)) findings.push(find(rule, offence, undefined, description, offence.operation))
    if (rule.operation)
      ofDeeds.judge(rule.operation, ({ operation }, offence) => findings.push(find(rule, offence, operation, description, operation)))
    if (rule.response)
      ofReplies.judge(rule.response, ({ response, operation }, offence) =>
        findings.push(find(rule, offence, response, description, operation, offence.response ?? response)),
      )
  }
  return findings
}
