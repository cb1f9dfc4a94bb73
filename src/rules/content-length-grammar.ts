import { rule } from './rule.js'
import { showing } from './shown.js'

export const contentLengthGrammar = rule({
  id: 'content-length-grammar',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.6',
  words: 'Content-Length counts octets in digits, not <value>',
  fix: 'declare a non-negative integer',
  summary: 'Content-Length is a decimal number of octets: digits only, no sign, no list.',
  why: 'Recipients that read a malformed length differently disagree about where a message ends, which is how requests are smuggled.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-length': z.literal('-1') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-length': z.literal('42') } }) } })",
  ...showing(['content-length'], (value) => !/^\d+$/.test(value)),
  exchange: 'declared',
  messages: {
    fix: 'write a non-negative integer',
    bad: '> GET /todos\n< 200 OK\n< content-type: text/plain\n< content-length: +5',
    good: '> GET /todos\n< 200 OK\n< content-type: text/plain\n< content-length: 5\n<\n< hello',
  },
})
