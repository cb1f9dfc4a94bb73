import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const registeredStatus = rule({
  id: 'registered-status',
  level: 'bcp',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 9205 §4.6',
  words: '<code> is not a registered status',
  fix: 'use one, or add it: defineRegistry({ statuses: { <code>: … } })',
  plainFix: 'use a registered one',
  summary: 'An API uses status codes that are registered, or registers its own with its law.',
  why: 'A client handles a code that it does not know as the x00 of its class, so a private meaning reaches nobody.',
  bad: "get('/todos', { responses: { 200: json(Todos), 499: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 408: problem() } })",
  response(reply) {
    return /^[1-5]\d\d$/.test(reply.response.key) && !statusFacts(reply) ? [{ at: [] }] : none
  },
})
