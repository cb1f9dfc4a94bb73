import { rule } from './rule.js'
import { answered } from './traffic.js'

export const preconditionRequiredNeedsUnconditional = rule({
  id: 'precondition-required-needs-unconditional',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 6585 §3',
  words: '<status> answers a request with <field>',
  fix: 'answer 412 if it does not hold',
  summary: 'A 428 answers a request without preconditions.',
  why: 'It asks for what the client has already sent.',
  bad: '> PUT /todos/7\n> if-match: "v1"\n< 428 Precondition Required',
  good: '> PUT /todos/7\n> if-match: "v1"\n< 412 Precondition Failed',
  *exchange(exchange) {
    const { fields } = exchange.request
    const field = ['if-match', 'if-unmodified-since', 'if-none-match'].find((name) => fields.has(name))
    if (answered(exchange)?.explains === 'explain-428' && field) yield { at: ['response', 'status'], values: { field } }
  },
})
