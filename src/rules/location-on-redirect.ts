import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const locationOnRedirect = rule({
  id: 'location-on-redirect',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.4',
  words: '<status> should send Location',
  fix: 'add headers: { location: … }',
  summary: 'A 301, 302, 307 or 308 says where to go.',
  why: 'Nobody follows a redirect that has no address.',
  bad: "get('/old', { responses: { 301: empty() } })",
  good: "get('/old', { responses: { 301: empty({ headers: { location: z.string() } }) } })",
  response: requiresField('location-on-redirect'),
  exchange: 'declared',
  messages: {
    bad: '> GET /tasks\n< 301 Moved Permanently',
    good: '> GET /tasks\n< 301 Moved Permanently\n< location: /todos',
  },
})
