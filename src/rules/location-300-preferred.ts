import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const location300Preferred = rule({
  id: 'location-300-preferred',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.4.1',
  words: '<status> should send Location if it has a preferred choice',
  fix: 'add headers: { location: … }',
  summary: 'A 300 from a server that prefers one of the choices names it in Location.',
  why: 'User agents may then follow the preferred choice without asking.',
  bad: "get('/report', { responses: { 300: json(z.array(Variant)) } })",
  good: "get('/report', { responses: { 300: json(z.array(Variant), { headers: { location: z.string().optional() } }) } })",
  response: requiresField('location-300-preferred'),
  exchange: 'declared',
  messages: {
    bad: '> GET /report\n< 300 Multiple Choices',
    good: '> GET /report\n< 300 Multiple Choices\n< location: /report.pdf',
  },
})
