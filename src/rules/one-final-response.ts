import { rule } from './rule.js'
import { answered, isOf } from './traffic.js'

export const oneFinalResponse = rule({
  id: 'one-final-response',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15',
  words: '<method> is answered by <value> final responses',
  fix: 'send one',
  summary: 'A request has one final response, after any number of interim ones.',
  why: 'A client waits until the final one comes, and takes a second for the answer to its next request.',
  bad: '> GET /todos\n< 103 Early Hints',
  good: '> GET /todos\n< 103 Early Hints\n< 200 OK',
  *exchange(exchange) {
    const { responses } = exchange
    // A switch of protocol is the last that HTTP says.
    const finals = responses.filter((each) => !isOf(each, 'informational') || answered(exchange, each)?.requires?.upgrade)
    if (finals.length !== 1) yield { at: ['response', 'status'], values: { value: finals.length } }
  },
})
