/** What judges of exchanges share: the rows of what passed, and where it stands. */
import { classes } from '../registry/classes.js'
import type { ClassFacts, MethodFacts, StatusClass, StatusFacts } from '../registry/facts.js'
import type { Answered, Exchange, Line, Message } from './exchange.js'
import { own } from './judges.js'
import type { Judge, Offence } from './rule.js'
import { brief, members } from './shown.js'

export type Side = 'request' | 'response'

/** The row of the method. */
export const asked = ({ law, request }: Exchange): MethodFacts | undefined => own(law.methods, request.method)

/** The row of a status. */
export const answered = ({ law, response }: Exchange, { status } = response): StatusFacts | undefined => law.statuses[status]

/** Whether a response is of a class, registered or not (RFC 9110 §15). */
export const isOf = ({ status }: Answered, ...names: readonly StatusClass[]): boolean => {
  const facts = own<ClassFacts>(classes, `${Math.floor(status / 100)}xx`)
  return facts !== undefined && names.includes(facts.name)
}

/** Whether the version frames messages in a binary layer, which takes the place of fields about the connection. */
export const isBinary = ({ version }: Exchange): boolean => version === '2' || version === '3'

/** Every message of the exchange, with its side. */
export const sides = ({ request, responses }: Exchange): readonly (readonly [Side, Message])[] => [
  ['request', request],
  ...responses.map((response) => ['response', response] as const),
]

/** The members of a list-based field in lower case; none where it is not sent. */
export const listed = ({ fields }: Message, name: string): string[] =>
  (fields.get(name) ?? []).flatMap((value) => members(value.toLowerCase())).filter((member) => member !== '')

/** The place of a field. */
export const placeOf = (side: Side, name: string, values?: Offence['values']): Offence => ({
  at: [side, 'headers', name],
  ...(values && { values }),
})

/** Judges each message by itself. */
export const eachMessage = (
  judge: (message: Message, side: Side, exchange: Exchange) => Iterable<Offence>,
): { readonly exchange: Judge<Exchange> } => ({
  *exchange(exchange) {
    for (const [side, message] of sides(exchange)) yield* judge(message, side, exchange)
  },
})

/** Judges a field line as it stood on the wire: the first wrong one of each message. */
export const eachLine = (wrong: (line: Line, message: Message) => boolean): { readonly exchange: Judge<Exchange> } =>
  eachMessage(function* (message, side) {
    const found = message.lines?.find((line) => wrong(line, message))
    if (found) yield placeOf(side, found[0].trim().toLowerCase(), { field: found[0].trim(), value: brief(found[1]) })
  })

/** Judges a field that must not stand in some messages. */
export const without = (
  name: string,
  applies: (exchange: Exchange, message: Message, side: Side) => boolean,
): { readonly exchange: Judge<Exchange> } =>
  eachMessage(function* (message, side, exchange) {
    const value = message.fields.get(name)?.join(', ')
    if (value !== undefined && applies(exchange, message, side)) yield placeOf(side, name, { field: name, value: brief(value) })
  })

/** Whether Vary says that the response depends on a request field. */
export const varies = (response: Message, name: string): boolean =>
  listed(response, 'vary').some((member) => member === name || member === '*')
