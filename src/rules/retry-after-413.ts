import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const retryAfter413 = rule({
  id: 'retry-after-413',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.14',
  words: '<status> should send Retry-After if the limit is temporary',
  fix: "add headers: { 'retry-after': … }",
  summary: 'A 413 that will pass says when to try again.',
  why: 'Without the field a client takes the limit for a lasting one and gives up.',
  bad: "post('/films', { body: bytes(), responses: { 201: empty(), 413: problem() } })",
  good: "post('/films', { body: bytes(), responses: { 201: empty(), 413: problem({ headers: { 'retry-after': z.string().optional() } }) } })",
  response: requiresField('retry-after-413'),
  exchange: 'declared',
  messages: {
    bad: '> POST /todos\n< 413 Content Too Large',
    good: '> POST /todos\n< 413 Content Too Large\n< retry-after: 120',
  },
})
