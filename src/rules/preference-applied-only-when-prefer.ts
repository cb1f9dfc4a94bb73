import { none } from './judges.js'
import { rule } from './rule.js'

export const preferenceAppliedOnlyWhenPrefer = rule({
  id: 'preference-applied-only-when-prefer',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 7240 §3',
  words: '<status> sends Preference-Applied, but <method> takes no Prefer',
  fix: 'declare prefer',
  summary: 'Preference-Applied answers a request with Prefer.',
  why: 'It tells a client which of its preferences was honoured; a client that stated none learns nothing.',
  bad: "get('/todos', { responses: { 200: json(Todos, { headers: { 'preference-applied': z.string() } }) } })",
  good: "get('/todos', {\n  headers: { prefer: z.string().optional() },\n  responses: { 200: json(Todos, { headers: { 'preference-applied': z.string().optional(), vary: z.string() } }) },\n})",
  response({ response, operation }) {
    const field = response.fields.get('preference-applied')
    return field && !operation.fields.has('prefer') ? [{ at: [], pointer: field.pointer }] : none
  },
  exchange: 'declared',
  messages: {
    fix: 'leave it out',
    bad: '> GET /todos\n< 200 OK\n< preference-applied: return=minimal\n< vary: prefer',
    good: '> GET /todos\n> prefer: return=minimal\n< 200 OK\n< preference-applied: return=minimal\n< vary: prefer',
  },
})
