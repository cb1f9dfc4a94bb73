import { rule } from './rule.js'
import { showing } from './shown.js'

export const deprecationSfDate = rule({
  id: 'deprecation-sf-date',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9745 §2.1',
  words: 'Deprecation is @ and seconds since 1970, not <value>',
  fix: 'write @1767225600, say',
  summary: 'Deprecation is a Structured Field Date: an at sign and a number of seconds.',
  why: 'Early drafts had a boolean and an HTTP-date; a recipient that follows the RFC ignores both.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { deprecation: z.literal('true') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { deprecation: z.literal('@1767225600') } }) } })",
  ...showing(['deprecation'], (value) => !/^@-?\d{1,15}$/.test(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< deprecation: true',
    good: '> GET /todos\n< 200 OK\n< deprecation: @1767225600',
  },
})
