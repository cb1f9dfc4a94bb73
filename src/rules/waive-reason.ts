import { rule } from './rule.js'

export const waiveReason = rule({
  id: 'waive-reason',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 2119 §3',
  words: '<name> is waived without a reason',
  fix: "write why: waive: { '<name>': '…' }",
  summary: 'A waiver says why.',
  why: 'Whoever departs from the law has weighed what follows; the next reader needs to know what was found.',
  bad: "get('/me', { waive: { 'www-authenticate-401': '' }, responses: { 200: json(User), 401: problem() } })",
  good: "get('/me', { waive: { 'www-authenticate-401': 'the gateway adds it' }, responses: { 200: json(User), 401: problem() } })",
  *operation({ operation }) {
    for (const [name, reason] of operation.waived) if (reason.trim() === '') yield { at: ['waive', name], values: { name } }
  },
})
