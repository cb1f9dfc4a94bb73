import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { answered, asked, eachMessage, placeOf } from './traffic.js'

export const contentLengthTrue = rule({
  id: 'content-length-true',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.6',
  words: 'Content-Length says <value>, and there are <name> octets',
  fix: 'count the octets that are sent',
  summary: 'Content-Length is the number of octets of content.',
  why: 'A recipient reads as many octets as it is told: too few are an incomplete message, those left over are read as the next one.',
  bad: '> GET /todos\n< 200 OK\n< content-type: text/plain\n< content-length: 7\n<\n< hello',
  good: '> GET /todos\n< 200 OK\n< content-type: text/plain\n< content-length: 5\n<\n< hello',
  ...eachMessage(function* (message, side, exchange) {
    const { length } = message.content
    const said = fieldValue(message, 'content-length')
    if (length === undefined || said === undefined || !/^\d+$/.test(said) || Number(said) === length) return
    // Without content the field tells of the content that there would have been.
    const isSilent = side === 'response' && (asked(exchange)?.answers === 'fields' || answered(exchange)?.content === 'never')
    if (!isSilent) yield placeOf(side, 'content-length', { value: said, name: length })
  }),
})
