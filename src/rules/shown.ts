/** What a description shows of the values on the wire and of the statuses it answers: the questions that judges share. */
import type { Facet, Law, StatusFacts } from '../registry/facts.js'
import type { Description, Field, MediaType, Operation, Response } from './description.js'
import { methodFacts, none } from './judges.js'
import { once } from './once.js'
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
  const values: string[] = []
  for (const value of field.examples) if (typeof value !== 'object' && value !== undefined) values.push(String(value))
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

/** A message, or what one shows, with its number in the order of the description. */
interface Shown<Thing> extends Place {
  readonly thing: Thing
  readonly number: number
}

/** Every request and every response with fields, or with content; what several of one status share by reference is there once. */
const messagesOf = once((description: Description) => {
  const messages = { fields: [] as Shown<Message>[], content: [] as Shown<Message>[] }
  const seen = new Map<object, unknown[]>()
  const add = (part: 'fields' | 'content', thing: Message, operation: Operation, response?: Response) => {
    const statuses = seen.get(thing[part])
    if (statuses?.includes(response?.status)) return
    if (statuses) statuses.push(response?.status)
    else seen.set(thing[part], [response?.status])
    messages[part].push({ thing, description, operation, response, number: messages[part].length })
  }
  description.operations.forEach((operation) => {
    if (operation.fields.size > 0) add('fields', operation, operation)
    if (operation.content.length > 0) add('content', operation, operation)
    operation.responses.forEach((response) => {
      if (response.fields.size > 0) add('fields', response, operation, response)
      if (response.content.length > 0) add('content', response, operation, response)
    })
  })
  return messages
})

/** Adds to the list under a name. */
const list = <Thing>(lists: Map<string, Thing[]>, name: string, thing: Thing): void => {
  const known = lists.get(name)
  if (known) known.push(thing)
  else lists.set(name, [thing])
}

/** Every message with a field, by the name of the field. */
const fieldsOf = once((description: Description) => {
  const byName = new Map<string, Shown<Message>[]>()
  messagesOf(description).fields.forEach((shown) => {
    shown.thing.fields.forEach((_, name) => {
      list(byName, name, shown)
    })
  })
  return byName
})

/** Every declared media type by its name. */
const mediaOf = once((description: Description) => {
  const byType = new Map<string, Shown<MediaType>[]>()
  let number = 0
  messagesOf(description).content.forEach(({ thing: { content }, operation, response }) => {
    content.forEach((thing) => {
      list(byType, thing.type, { thing, description, operation, response, number: number++ })
    })
  })
  return byType
})

const inOrder = <Thing>(found: Iterable<Shown<Thing>>): Shown<Thing>[] => [...found].sort((one, other) => one.number - other.number)

/** Offences, each with its place; what several messages share by reference is reported once. */
function* placed<Thing>(found: Iterable<Shown<Thing>>, judge: (thing: Thing, place: Place) => Iterable<Offence>): Generator<Offence> {
  const seen = new Set<string>()
  for (const one of found)
    for (const offence of judge(one.thing, one)) {
      const pointer = JSON.stringify(offence.pointer)
      if (seen.has(pointer)) continue
      seen.add(pointer)
      const { operation, response } = one
      yield { operation, ...(response && { response }), ...offence }
    }
}

/** Judges the fields of every request and every response that declares one of some names. */
export const everywhere =
  (names: readonly string[], judge: (fields: Message['fields'], place: Place) => Iterable<Offence>): Judge<Description> =>
  (description) => {
    const byName = fieldsOf(description)
    const found = new Set(names.flatMap((name) => byName.get(name) ?? []))
    return found.size === 0 ? none : placed(inOrder(found), ({ fields }, place) => judge(fields, place))
  }

/** Judges each field of every request and every response, where it is first met. */
export const everyField =
  (judge: (field: Field) => readonly Offence[]): Judge<Description> =>
  (description) => {
    const found = new Map<Field, Shown<Field>>()
    messagesOf(description).fields.forEach(({ thing: { fields }, operation, response }) => {
      fields.forEach((thing) => {
        if (!found.has(thing)) found.set(thing, { thing, description, operation, response, number: found.size })
      })
    })
    return placed(found.values(), judge)
  }

/** Judges the content of every request and every response that is of some types: few are named, thousands of times. */
export const everyMedia =
  (isJudged: (type: string) => boolean, judge: (media: MediaType, place: Place) => Iterable<Offence>): Judge<Description> =>
  (description) => {
    const found = [...mediaOf(description)].flatMap(([type, media]) => (isJudged(type) ? media : []))
    return placed(inOrder(found), judge)
  }

/** Judges the values that fields show, in requests and in responses: one offence for each field with a wrong one. */
export const showing = (names: readonly string[], wrong: (value: string) => boolean): { readonly description: Judge<Description> } => ({
  *description(description) {
    for (const name of names) {
      // One that several messages share by reference is judged once, where it is first met.
      const judged = new Set<Field>()
      for (const { thing, operation, response } of fieldsOf(description).get(name) ?? []) {
        const field = thing.fields.get(name)!
        if (judged.size === judged.add(field).size) continue
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
