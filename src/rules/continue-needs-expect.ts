import { wants } from './judges.js'
import { rule } from './rule.js'

export const continueNeedsExpect = rule({
  id: 'continue-needs-expect',
  level: 'bcp',
  kind: 'omission',
  refuses: true,
  cite: 'RFC 9110 §15.2.1',
  words: '<status> answers an Expect request',
  fix: 'declare headers: { expect: … } on the route',
  plainFix: 'declare the header parameter Expect',
  summary: 'A 100 answers a request with Expect: 100-continue.',
  why: 'A client that did not ask throws it away.',
  bad: "put('/film', { body: bytes(), responses: { 100: empty(), 204: empty() } })",
  good: "put('/film', { headers: { expect: z.literal('100-continue') }, body: bytes(), responses: { 100: empty(), 204: empty() } })",
  response: wants('continue-needs-expect'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Expect',
    bad: '> POST /todos\n> content-type: text/plain\n>\n> hello\n< 100 Continue\n< 204 No Content',
    good: '> POST /todos\n> expect: 100-continue\n> content-type: text/plain\n>\n> hello\n< 100 Continue\n< 204 No Content',
  },
})
