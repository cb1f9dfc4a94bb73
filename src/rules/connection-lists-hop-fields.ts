import { rule } from './rule.js'
import { eachMessage, isBinary, listed, placeOf } from './traffic.js'

export const connectionListsHopFields = rule({
  id: 'connection-lists-hop-fields',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §7.6.1',
  words: '<field> is for the next hop alone, and Connection does not list it',
  fix: 'say connection: <field>',
  summary: 'A field that is meant for the next hop is listed in Connection.',
  why: 'Intermediaries pass on what is not listed, to somebody whom it does not concern.',
  bad: '> GET /todos\n> te: trailers\n< 200 OK',
  good: '> GET /todos\n> te: trailers\n> connection: te\n< 200 OK',
  ...eachMessage(function* (message, side, exchange) {
    if (isBinary(exchange)) return
    const options = listed(message, 'connection')
    // Connection that lists something else is judged by connection-upgrade-option.
    for (const field of ['te', 'upgrade', 'keep-alive'])
      if (message.fields.has(field) && !options.includes(field) && (field !== 'upgrade' || options.length === 0))
        yield placeOf(side, field, { field })
  }),
})
