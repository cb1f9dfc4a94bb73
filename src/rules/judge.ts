/** Runs every rule over a description. */
import type { Description, Field, MediaType, Operation, Pointer, Response } from './description.js'
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
    pointer: offence.pointer ?? [...base, ...offence.at],
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
    return judge(veiled)[Symbol.iterator]().next().done === true
  } catch (thrown) {
    if (thrown === HIDDEN) return false
    throw thrown
  }
}

/** A way to look at places: those for which `look` makes the same of them are the same as far as `cover` lets see. */
interface Look<Place> {
  readonly look: (place: Place) => number
  readonly cover: (place: Place) => Place
}

/** Places that look alike, by their number in the source. */
interface Group<Place> {
  readonly veiled: Place
  readonly places: number[]
  /** Those that look alike also when more of them is seen; made once a rule needs to see more. */
  parts: readonly Group<Place>[] | undefined
}

/** After how many groups about which a rule is not silent, none of the first being otherwise, the rest are not tried. */
const PATIENCE = 6

/** The places of a description, grouped by what is seen of them, each look showing more than the last. */
class Crowd<Place> {
  readonly #places: readonly Place[]
  readonly #looks: readonly Look<Place>[]
  #groups: readonly Group<Place>[] | undefined

  constructor(places: readonly Place[], looks: readonly Look<Place>[]) {
    this.#places = places
    this.#looks = looks
  }

  #group(numbers: Iterable<number>, { look, cover }: Look<Place>): readonly Group<Place>[] {
    const groups = new Map<number, Group<Place>>()
    for (const number of numbers) {
      const place = this.#places[number]!
      const key = look(place)
      const group = groups.get(key)
      if (group) group.places.push(number)
      else groups.set(key, { veiled: cover(place), places: [number], parts: undefined })
    }
    return [...groups.values()]
  }

  /** The places about which a rule may have something to say, in the order of the source. */
  heard(judge: Judge<Place>): readonly Place[] {
    this.#groups ??= this.#group(this.#places.keys(), this.#looks[0]!)
    let loud = this.#groups.filter(({ veiled }) => !isSilent(judge, veiled))
    for (const look of this.#looks.slice(1)) {
      if (loud.length === 0) break
      let tried = 0
      const next: Group<Place>[] = []
      for (const group of loud) {
        group.parts ??= this.#group(group.places, look)
        // A rule that has looked further in so many cases will look further in the others.
        for (const part of group.parts)
          if (tried >= PATIENCE) next.push(part)
          else if (isSilent(judge, part.veiled)) tried = Number.NEGATIVE_INFINITY
          else {
            tried++
            next.push(part)
          }
      }
      loud = next
    }
    const numbers = loud.flatMap(({ places }) => places)
    if (numbers.length === this.#places.length) return this.#places
    numbers.sort((one, other) => one - other)
    return numbers.map((number) => this.#places[number]!)
  }
}

/** What is made of a thing, once for each. */
const once = <Thing, Made>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const made = new Map<Thing, Made>()
  return (thing) => {
    let known = made.get(thing)
    if (known === undefined) {
      known = make(thing)
      made.set(thing, known)
    }
    return known
  }
}

/** Numbers things, the same for what is equal. */
const numbering = <Thing>(): ((thing: Thing) => number) => {
  const known = new Map<Thing, number>()
  return (thing) => {
    let number = known.get(thing)
    if (number === undefined) {
      number = known.size
      known.set(thing, number)
    }
    return number
  }
}

type Fields = Operation['fields']
type Content = Operation['content']

/** What few operations have. */
const isPlain = ({ idempotent, role, spec, unknownKeys, unknownWaivers, deprecated, waived }: Operation): boolean =>
  (idempotent ?? role ?? spec ?? unknownKeys ?? unknownWaivers) === undefined && deprecated === false && waived.size === 0

/** Three bits as a number. */
const digits = (one: boolean | undefined, two?: boolean, three?: boolean): number => (one ? 4 : 0) + (two ? 2 : 0) + (three ? 1 : 0)

/** The ways to look at the operations and at the responses of a description: at next to nothing; at names and media types too. */
const looksAt = ({ source, law }: Description): { readonly deeds: readonly Look<Deed>[]; readonly replies: readonly Look<Reply>[] } => {
  const description = veil<Description>({ source, law })
  const text = numbering<string>()
  const pairs = numbering<number>()
  const pair = (one: number, other: number): number => pairs(one * 2 ** 26 + other)

  // Many messages share their fields and content; what those show is hidden.
  const manyNames = once((fields: Fields): number =>
    text(Array.from(fields, ([name, { written, required }]) => `${name} ${written} ${required}`).join()),
  )
  const names = (fields: Fields): number => (fields.size === 0 ? 0 : manyNames(fields) + 1)
  const types = (content: Content): number => text(content.length === 1 ? content[0]!.type : content.map(({ type }) => type).join())
  const veiledFields = once(
    (fields: Fields): Fields =>
      new Map(Array.from(fields, ([key, { name, written, required }]) => [key, veil<Field>({ name, written, required })])),
  )
  const veiledContent = (content: Content): Content => content.map(({ type }) => veil<MediaType>({ type }))

  const glance = ({ key, status, class: digit, hasContent, common, fields }: Response): Seen<Response> => {
    const seen: Seen<Response> = { key, status, class: digit, hasContent, common }
    // Fields are seen where there are none, which is nearly everywhere.
    if (fields.size === 0) seen.fields = fields
    return seen
  }
  const shape = once(({ key, hasContent, content, fields, common }: Response): number =>
    pair(pair(text(key), types(content)), names(fields) * 8 + digits(hasContent, common)),
  )
  const shapes = new Map<number, Response>()
  const shaped = (response: Response): Response => {
    const number = shape(response)
    const known = shapes.get(number)
    if (known) return known
    const { content, fields } = response
    const seen = glance(response)
    seen.content = veiledContent(content)
    seen.fields = veiledFields(fields)
    const made = veil<Response>(seen)
    shapes.set(number, made)
    return made
  }

  const glanceAt = (operation: Operation): Seen<Operation> => {
    const { method, hasContent, fields } = operation
    const seen: Seen<Operation> = { method, hasContent }
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
  return {
    deeds: [
      {
        look: ({ operation }) => text(operation.method) * 8 + digits(operation.hasContent, operation.fields.size === 0, isPlain(operation)),
        cover: ({ operation }) => ({ description, operation: veil<Operation>(glanceAt(operation)) }),
      },
      {
        look: ({ operation: { content, fields, responses, secured } }) =>
          responses.reduce(
            (sum, response) => pair(sum, shape(response)),
            pair(types(content), names(fields) * 8 + digits(secured, secured === undefined)),
          ),
        cover: ({ operation }) => {
          const { content, fields, responses, secured } = operation
          const seen = glanceAt(operation)
          seen.content = veiledContent(content)
          seen.fields = veiledFields(fields)
          seen.responses = responses.map(shaped)
          seen.secured = secured
          return { description, operation: veil<Operation>(seen) }
        },
      },
    ],
    replies: [
      {
        look: ({ response: { key, hasContent, fields, common } }) => text(key) * 8 + digits(hasContent, common, fields.size === 0),
        cover: ({ response }) => ({ description, operation: veil<Operation>({}), response: veil<Response>(glance(response)) }),
      },
      {
        look: ({ operation: { method, hasContent, fields }, response }) =>
          pair(pair(text(method), names(fields) * 8 + digits(hasContent)), shape(response)),
        cover: ({ operation: { method, hasContent, fields }, response }) => ({
          description,
          operation: veil<Operation>({ method, hasContent, fields: veiledFields(fields) }),
          response: shaped(response),
        }),
      },
    ],
  }
}

/**
 * Judges a description by every rule, in the order of the rules.
 *
 * Nothing is filtered here: waived findings come with their reason, and levels are the reader's to choose.
 *
 * Most rules need no more than the method and the status to be silent, or names and media types besides. Asked once for all places
 * that look alike so far, they make a large document many times as fast.
 */
export const judge = (description: Description, rules: Iterable<Rule> = Object.values<Rule>(book)): Finding[] => {
  const findings: Finding[] = []
  const deeds = description.operations.map((operation): Deed => ({ operation, description }))
  const replies: Reply[] = []
  for (const operation of description.operations)
    for (const response of operation.responses) replies.push({ response, operation, description })
  const looks = looksAt(description)
  const ofDeeds = new Crowd(deeds, looks.deeds)
  const ofReplies = new Crowd(replies, looks.replies)
  for (const rule of rules) {
    const { operation: judgeDeed, response: judgeReply } = rule
    if (rule.description)
      for (const offence of rule.description(description)) findings.push(find(rule, offence, [], description, offence.operation))
    if (judgeDeed)
      for (const deed of ofDeeds.heard(judgeDeed))
        for (const offence of judgeDeed(deed)) findings.push(find(rule, offence, deed.operation.pointer, description, deed.operation))
    if (judgeReply)
      for (const reply of ofReplies.heard(judgeReply))
        for (const offence of judgeReply(reply))
          findings.push(find(rule, { response: reply.response, ...offence }, reply.response.pointer, description, reply.operation))
  }
  return findings
}
