import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const locationOn303 = rule({
  id: 'location-on-303',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.4.4',
  words: '<status> must send Location',
  fix: 'add headers: { location: … }',
  summary: 'A 303 carries the address of the other resource.',
  why: 'The status means: see there. Without a there it says nothing.',
  bad: "post('/exports', { responses: { 303: empty() } })",
  good: "post('/exports', { responses: { 303: empty({ headers: { location: z.string() } }) } })",
  response: requiresField('location-on-303'),
  exchange: 'declared',
  messages: {
    bad: '> POST /exports\n< 303 See Other',
    good: '> POST /exports\n< 303 See Other\n< location: /exports/7',
  },
})
