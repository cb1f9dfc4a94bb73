import { rule } from './rule.js'
import { showing } from './shown.js'

export const hstsMaxAge = rule({
  id: 'hsts-max-age',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 6797 §6.1.1',
  words: 'Strict-Transport-Security has max-age once, not <value>',
  fix: 'write max-age=31536000, say',
  summary: 'Strict-Transport-Security has max-age exactly once.',
  why: 'A browser drops the whole field without it, and the site stays open to downgrades.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'strict-transport-security': z.literal('includeSubDomains') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'strict-transport-security': z.literal('max-age=31536000') } }) } })",
  ...showing(['strict-transport-security'], (value) => (value.match(/(^|;)\s*max-age\s*=\s*("\d+"|\d+)\s*(?=;|$)/gi) ?? []).length !== 1),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< strict-transport-security: includeSubDomains',
    good: '> GET /todos\n< 200 OK\n< strict-transport-security: max-age=31536000; includeSubDomains',
  },
})
