import { rule } from './rule.js'
import { explaining } from './shown.js'

export const list406Content = rule({
  id: 'list-406-content',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.7',
  words: '<status> has no content that lists what is available',
  fix: 'declare a list of representations',
  summary: 'A 406 lists the representations that could have been had.',
  why: 'The client asked for something that does not exist; only the list tells it what to ask for instead.',
  bad: "get('/report', { responses: { 200: text({ type: 'text/csv' }), 406: empty() } })",
  good: "get('/report', { responses: { 200: text({ type: 'text/csv' }), 406: json(z.array(z.string())) } })",
  response: explaining('list-406-content'),
})
