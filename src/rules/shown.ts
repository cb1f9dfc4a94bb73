/** What a description shows of the values on the wire and of the statuses it answers: the questions that judges share. */
import type { Facet, Law, StatusFacts } from '../registry/facts.js'
import type { Description, Field, MediaType, Operation, Response } from './description.js'
import { methodFacts, none } from './judges.js'
import type { Judge, Offence, Reply } from './rule.js'

/** Where a message stands; a request has no response. */
export interface Place {
  readonly description: Description
  readonly operation: Operation
  readonly response: Response | undefined
}

/** A JSON object, as far as rules look into one. */
export type Members = { readonly [name: string]: unknown }
export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The types that a JSON schema allows, or none where it does not say. */
export const schemaTypes = (schema: unknown): readonly unknown[] => {
  const type = isMembers(schema) ? schema.type : undefined
  return Array.isArray(type) ? type.filter((name) => name !== 'null') : type === undefined ? [] : [type]
}

/** The values that a field shows, as they would stand on the wire; a `format` that fixes the syntax of all of them counts as one. */
export const shownValues = (field: Field | undefined): string[] => {
  if (!field) return []
  const format = isMembers(field.schema) ? field.schema.format : undefined
  const values = field.examples.flatMap((value) => (typeof value === 'object' || value === undefined ? [] : [String(value)]))
  return format === 'date-time' || format === 'date' ? [...values, `format: ${format}`] : values
}

/** The members of a list-based field; a comma inside quotes separates nothing. */
export const members = (value: string): string[] => value.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((member) => member.trim())

/** Whether a media type is one of problem details (RFC 9457). */
export const isProblem = (type: string): boolean => type.startsWith('application/problem+')

/** A value short enough for a sentence. */
export const brief = (value: string): string => {
  const line = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** The part of an operation or of a response that shows values. */
type Message = Pick<Operation | Response, 'fields' | 'content'>

/** Something that is the same whenever it is looked up of a thing: made once for each. */
export const once = <Thing extends object, Made extends object>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    let known = made.get(thing)
    if (!known) {
      known = make(thing)
      made.set(thing, known)
    }
    return known
  }
}

/** Every request and every response with fields, or with content; what several of one status share by reference is there once. */
const messagesOf = once((description: Description) => {
  const messages = { fields: [] as { message: Message; place: Place }[], content: [] as { message: Message; place: Place }[] }
  const seen = new Map<object, unknown[]>()
  const add = (part: 'fields' | 'content', message: Message, operation: Operation, response?: Response) => {
    const statuses = seen.get(message[part])
    if (statuses?.includes(response?.status)) return
    if (statuses) statuses.push(response?.status)
    else seen.set(message[part], [response?.status])
    messages[part].push({ message, place: { description, operation, response } })
  }
  for (const operation of description.operations) {
    if (operation.fields.size > 0) add('fields', operation, operation)
    if (operation.content.length > 0) add('content', operation, operation)
    for (const response of operation.responses) {
      if (response.fields.size > 0) add('fields', response, operation, response)
      if (response.content.length > 0) add('content', response, operation, response)
    }
  }
  return messages
})

/** Every declared field by its name, and where it is first met; one that several messages share by reference is there once. */
const fieldsOf = once((description: Description) => {
  const byName = new Map<string, Map<Field, Place>>()
  for (const { message, place } of messagesOf(description).fields)
    for (const [name, field] of message.fields) {
      const places = byName.get(name) ?? new Map<Field, Place>()
      byName.set(name, places)
      if (!places.has(field)) places.set(field, place)
    }
  return byName
})

/** Offences, each with its place; what several messages share by reference is reported once. */
function* placed<Found extends { readonly place: Place }>(
  found: Iterable<Found>,
  judge: (found: Found) => Iterable<Offence>,
): Generator<Offence> {
  const seen = new Set<string>()
  for (const one of found)
    for (const offence of judge(one)) {
      const pointer = JSON.stringify(offence.pointer)
      if (seen.has(pointer)) continue
      seen.add(pointer)
      const { operation, response } = one.place
      yield { operation, ...(response && { response }), ...offence }
    }
}

/** Judges the fields of every request and every response, where one of some names is declared anywhere. */
export const everywhere =
  (names: readonly string[], judge: (fields: Message['fields'], place: Place) => Iterable<Offence>): Judge<Description> =>
  (description) =>
    names.some((name) => fieldsOf(description).has(name))
      ? placed(messagesOf(description).fields, ({ message, place }) => judge(message.fields, place))
      : none

/** Judges each field of every request and every response. */
export const everyField =
  (judge: (field: Field) => readonly Offence[]): Judge<Description> =>
  (description) =>
    placed(messagesOf(description).fields, ({ message }) => [...message.fields.values()].flatMap(judge))

/** Every declared media type by its name, with its number in the order of the description. */
const mediaOf = once((description: Description) => {
  const byType = new Map<string, { media: MediaType; place: Place; number: number }[]>()
  let number = 0
  for (const { message, place } of messagesOf(description).content)
    for (const media of message.content) {
      const known = byType.get(media.type)
      const one = { media, place, number: number++ }
      if (known) known.push(one)
      else byType.set(media.type, [one])
    }
  return byType
})

/** Judges the content of every request and every response that is of some types: few are named, thousands of times. */
export const everyMedia =
  (isJudged: (type: string) => boolean, judge: (media: MediaType, place: Place) => Iterable<Offence>): Judge<Description> =>
  (description) => {
    const found = [...mediaOf(description)].flatMap(([type, media]) => (isJudged(type) ? media : []))
    return placed(
      found.sort((one, other) => one.number - other.number),
      ({ media, place }) => judge(media, place),
    )
  }

/** Judges the values that fields show, in requests and in responses: one offence for each field with a wrong one. */
export const showing = (names: readonly string[], wrong: (value: string) => boolean): { readonly description: Judge<Description> } => ({
  *description(description) {
    for (const name of names)
      for (const [field, { operation, response }] of fieldsOf(description).get(name) ?? []) {
        const value = shownValues(field).find(wrong)
        if (value !== undefined)
          yield {
            at: [],
            pointer: field.pointer,
            operation,
            ...(response && { response }),
            values: { field: field.written, value: brief(value) },
          }
      }
  },
})

/** Whether an HTTP-date is in the one form that may be generated (RFC 9110 §5.6.7). */
export const isFixdate = (value: string): boolean =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)

/** The rows that a response stands for: one, those of its class, or, for `default`, all. */
export const rowsOf = (response: Response, law: Law): StatusFacts[] => {
  const row = response.status === undefined ? undefined : law.statuses[response.status]
  if (response.status !== undefined) return row ? [row] : []
  const rows = Object.entries(law.statuses)
  return rows.filter(([code]) => response.class === undefined || code.startsWith(String(response.class))).map(([, facts]) => facts)
}

/** Whether everything that a response stands for passes. */
export const each = (response: Response, law: Law, test: (row: StatusFacts) => boolean): boolean => {
  const rows = rowsOf(response, law)
  return rows.length > 0 && rows.every(test)
}

const isDefault = (response: Response): boolean => response.key === 'default'

/** Whether an operation has a response for a code: its own, its range, or `default`. */
export const answers = (operation: Operation, code: number): boolean =>
  operation.responses.some(
    (response) =>
      isDefault(response) || (response.status === undefined ? response.class === Math.floor(code / 100) : response.status === code),
  )

/** The 200 of an operation, by which its 206 and its 304 are measured. */
export const okOf = (operation: Operation): Response | undefined => operation.responses.find((response) => response.status === 200)

/** Whether the first of a path's operations is judged: what concerns the path is said once. */
export const leads = (operation: Operation): boolean => operation.siblings.find((sibling) => sibling.path === operation.path) === operation

/** Judges responses that should carry content and have none; each row says which rule speaks, the general one where it names none. */
export const explaining =
  (id: string): Judge<Reply> =>
  (reply) => {
    const { response, description } = reply
    if (response.hasContent) return none
    const rules = new Set(
      rowsOf(response, description.law).map((row) => (row.content === 'should' ? (row.explains ?? 'error-content-explains') : undefined)),
    )
    const speaks = rules.size === 1 ? rules.has(id) : id === 'error-content-explains' && rules.size > 0 && !rules.has(undefined)
    return speaks && (methodFacts(reply)?.answers ?? 'content') === 'content' ? [{ at: [] }] : none
  }

/**
 * Judges a status that has to repeat fields of the 200.
 *
 * Only documents are judged: in a contract the fields of the 200 are declared once, for both.
 */
export const repeating =
  (facet: Facet, names: readonly string[]): Judge<Reply> =>
  ({ response, operation, description }) => {
    if (description.source === 'contract') return none
    const missing = unrepeated(facet, names, response, operation, description.law)
    return missing.length > 0 ? [{ at: [], values: { field: missing.map(({ written }) => written).join(', ') } }] : none
  }

/** Those of some fields that the 200 declares and a response does not, although what makes it possible asks for them. */
export const unrepeated = (facet: Facet, names: readonly string[], response: Response, operation: Operation, law: Law): Field[] =>
  each(response, law, (row) => row.needs === facet && row.class !== 'client error')
    ? [...(okOf(operation)?.fields.values() ?? [])].filter(({ name }) => names.includes(name) && !response.fields.has(name))
    : []

/** The directives of a Cache-Control value, by name in lower case; a directive without argument has an empty one. */
export const directives = (value: string): Map<string, string> =>
  new Map(
    members(value).map((member) => {
      const [name = '', argument = ''] = member.split(/\s*=\s*(.*)/s)
      return [name.toLowerCase(), argument]
    }),
  )

/** Whether a Cache-Control value invites caches to store the response. */
export const invitesStoring = (value: string): boolean => {
  const found = directives(value)
  const fresh = ['max-age', 's-maxage'].some((name) => Number(found.get(name)?.replaceAll('"', '') ?? 0) > 0)
  return !found.has('no-store') && (fresh || found.has('public') || found.has('immutable'))
}
