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

/** An object of which only some keys can be read, some of them with another value. */
const veil = <Whole extends object>(whole: Whole, seen: readonly (keyof Whole)[], instead: Partial<Whole> = {}): Whole => {
  const refuse = () => {
    throw HIDDEN
  }
  const get = (_: object, key: string | symbol): unknown => {
    if (Object.hasOwn(instead, key)) return instead[key as keyof Whole]
    return seen.includes(key as keyof Whole) ? whole[key as keyof Whole] : refuse()
  }
  return new Proxy<object>({}, { get, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse }) as Whole
}

/** Whether a rule is silent although it looked at nothing that the veil hides: then it is silent about all that look alike. */
const isSilent = <Place>(judge: Judge<Place>, veiled: Place): boolean => {
  try {
    return judge(veiled)[Symbol.iterator]().next().done === true
  } catch (thrown) {
    if (thrown === HIDDEN) return false
    throw thrown
  }
}

/** Places that look alike as far as a veil lets see, by their number in the source. */
interface Group<Place> {
  readonly veiled: Place
  readonly places: number[]
}

/** A way to group all places of a description. */
interface Tier<Place> {
  readonly groups: readonly Group<Place>[]
  /** The group of each place. */
  readonly of: readonly number[]
}

/** Groups places by what a veil lets see, once a rule asks. */
const tier = <Place>(places: readonly Place[], look: (place: Place) => string, cover: (place: Place) => Place): (() => Tier<Place>) => {
  let made: Tier<Place> | undefined
  return () => {
    if (made) return made
    const numbers = new Map<string, number>()
    const groups: Group<Place>[] = []
    const of = places.map((place, index) => {
      const key = look(place)
      let number = numbers.get(key)
      if (number === undefined) {
        number = groups.push({ veiled: cover(place), places: [] }) - 1
        numbers.set(key, number)
      }
      groups[number]!.places.push(index)
      return number
    })
    made = { groups, of }
    return made
  }
}

/** After how many groups about which a rule is not silent, none of the first being otherwise, the rest are not tried. */
const PATIENCE = 6

/** The places about which a rule may have something to say, in the order of the source: each tier of groups sees more than the last. */
const heard = <Place>(judge: Judge<Place>, [first, ...others]: readonly [() => Tier<Place>, ...(() => Tier<Place>)[]]): number[] => {
  let left = first().groups.flatMap(({ veiled, places }) => (isSilent(judge, veiled) ? [] : places))
  for (const next of others) {
    if (left.length === 0) break
    const { groups, of } = next()
    const silent: (boolean | undefined)[] = new Array(groups.length)
    let loud = 0
    left = left.filter((place) => {
      const group = of[place]!
      // A rule that has looked further in so many cases will look further in the others.
      if (loud >= PATIENCE) return true
      if (silent[group] === undefined) {
        silent[group] = isSilent(judge, groups[group]!.veiled)
        loud = silent[group] ? Number.NEGATIVE_INFINITY : loud + 1
      }
      return !silent[group]
    })
  }
  return left.sort((one, other) => one - other)
}

/** What is made of a thing, once for each. */
const once = <Thing extends object, Made>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    const known = made.get(thing)
    if (known !== undefined) return known
    const fresh = make(thing)
    made.set(thing, fresh)
    return fresh
  }
}

type Fields = Operation['fields']
type Content = Operation['content']

/** The names and media types of a message, which many messages share: what they show is hidden. */
const manyNames = once((fields: Fields): string =>
  Array.from(fields, ([name, { written, required }]) => `${name} ${written} ${required}`).join(),
)
const namesOf = (fields: Fields): string => (fields.size === 0 ? '' : manyNames(fields))
const typesOf = (content: Content): string => (content.length === 1 ? content[0]!.type : content.map(({ type }) => type).join())
const veiledFields = once(
  (fields: Fields): Fields => new Map(Array.from(fields, ([name, field]) => [name, veil(field, ['name', 'written', 'required'])])),
)
const veiledContent = once((content: Content): Content => content.map((media) => veil(media, ['type'])))

/** A response but for what it shows, and where. */
const shapeOf = ({ key, hasContent, content, fields, common }: Response): string =>
  `${key} ${hasContent} ${common} ${typesOf(content)} ${namesOf(fields)}`
const responseKeys = ['key', 'status', 'class', 'hasContent', 'common'] as const
const veiledShape = (response: Response): Response =>
  veil(response, responseKeys, { content: veiledContent(response.content), fields: veiledFields(response.fields) })

/** What few operations have. */
const rare = ['idempotent', 'role', 'spec', 'unknownKeys', 'unknownWaivers', 'deprecated', 'waived'] as const
const isPlain = ({ idempotent, role, spec, unknownKeys, unknownWaivers, deprecated, waived }: Operation): boolean =>
  (idempotent ?? role ?? spec ?? unknownKeys ?? unknownWaivers) === undefined && deprecated === false && waived.size === 0

const lookAtOperation = (operation: Operation): string =>
  `${operation.method} ${operation.hasContent} ${operation.fields.size === 0} ${isPlain(operation)} ${operation.deprecated}`

/** The keys of an operation that the shortest look tells. */
const operationKeys = (operation: Operation): readonly (keyof Operation)[] => [
  'method',
  'hasContent',
  // Fields are seen where there are none, which is nearly everywhere.
  ...(operation.fields.size === 0 ? (['fields'] as const) : []),
  ...(isPlain(operation) ? rare : []),
]

/** The ways to look at operations: at next to nothing; at requests and responses. */
const deedTiers = (deeds: readonly Deed[], seen: Description) => {
  const shape = ({ content, fields, responses, secured }: Operation) =>
    `${typesOf(content)} ${namesOf(fields)} ${secured} ${responses.map(shapeOf).join('|')}`
  return [
    tier(
      deeds,
      ({ operation }) => lookAtOperation(operation),
      ({ operation }) => ({ description: seen, operation: veil(operation, operationKeys(operation)) }),
    ),
    tier(
      deeds,
      ({ operation }) => `${lookAtOperation(operation)} ${shape(operation)}`,
      ({ operation }) => ({
        description: seen,
        operation: veil(operation, [...operationKeys(operation), 'secured'], {
          content: veiledContent(operation.content),
          fields: veiledFields(operation.fields),
          responses: operation.responses.map(veiledShape),
        }),
      }),
    ),
  ] as const
}

/** The ways to look at responses: at the status and the method; at names and media types too. */
const replyTiers = (replies: readonly Reply[], seen: Description) =>
  [
    tier(
      replies,
      ({ operation, response: { key, hasContent, fields, common } }) =>
        `${operation.method} ${key} ${hasContent} ${common} ${fields.size === 0}`,
      ({ operation, response }) => ({
        description: seen,
        operation: veil(operation, ['method']),
        response: veil(response, [...responseKeys, ...(response.fields.size === 0 ? (['fields'] as const) : [])]),
      }),
    ),
    tier(
      replies,
      ({ operation, response }) => `${operation.method} ${operation.hasContent} ${namesOf(operation.fields)} ${shapeOf(response)}`,
      ({ operation, response }) => ({
        description: seen,
        operation: veil(operation, ['method', 'hasContent'], { fields: veiledFields(operation.fields) }),
        response: veiledShape(response),
      }),
    ),
  ] as const

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
  const seen = veil(description, ['source', 'law'])
  const deeds = description.operations.map((operation): Deed => ({ operation, description }))
  const replies = deeds.flatMap(({ operation }) => operation.responses.map((response): Reply => ({ response, operation, description })))
  const ofDeeds = deedTiers(deeds, seen)
  const ofReplies = replyTiers(replies, seen)
  for (const rule of rules) {
    const { operation: judgeDeed, response: judgeReply } = rule
    if (rule.description)
      for (const offence of rule.description(description)) findings.push(find(rule, offence, [], description, offence.operation))
    if (judgeDeed)
      for (const number of heard(judgeDeed, ofDeeds)) {
        const deed = deeds[number]!
        for (const offence of judgeDeed(deed)) findings.push(find(rule, offence, deed.operation.pointer, description, deed.operation))
      }
    if (judgeReply)
      for (const number of heard(judgeReply, ofReplies)) {
        const reply = replies[number]!
        for (const offence of judgeReply(reply))
          findings.push(find(rule, { response: reply.response, ...offence }, reply.response.pointer, description, reply.operation))
      }
  }
  return findings
}
