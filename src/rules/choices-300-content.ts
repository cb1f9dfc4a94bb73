import { rule } from './rule.js'
import { explaining } from './shown.js'

export const choices300Content = rule({
  id: 'choices-300-content',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.4.1',
  words: '<status> has no content that lists the choices',
  fix: 'declare a list of representations',
  summary: 'A 300 lists the representations to choose from.',
  why: 'Without the list there is nothing that a user or a program could choose.',
  bad: "get('/report', { responses: { 300: empty() } })",
  good: "get('/report', { responses: { 300: json(z.array(Variant)) } })",
  response: explaining('choices-300-content'),
})
