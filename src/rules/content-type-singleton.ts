import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { brief, members } from './shown.js'
import { eachMessage, placeOf } from './traffic.js'

export const contentTypeSingleton = rule({
  id: 'content-type-singleton',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.3',
  words: 'Content-Type is one media type, not <value>',
  fix: 'send one',
  summary: 'Content-Type is a single media type.',
  why: 'Recipients disagree which member of a list counts, and what one of them takes for text another runs as a script.',
  bad: '> GET /todos\n< 200 OK\n< content-type: text/html, application/json',
  good: '> GET /todos\n< 200 OK\n< content-type: application/json',
  ...eachMessage(function* (message, side) {
    const value = fieldValue(message, 'content-type')
    if (value !== undefined && members(value).length > 1) yield placeOf(side, 'content-type', { value: brief(value) })
  }),
})
