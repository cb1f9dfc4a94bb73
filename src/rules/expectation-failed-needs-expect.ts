import { wants } from './judges.js'
import { rule } from './rule.js'

export const expectationFailedNeedsExpect = rule({
  id: 'expectation-failed-needs-expect',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.18',
  words: '<status> answers an Expect request',
  fix: 'declare headers: { expect: … } on the route',
  plainFix: 'declare the header parameter Expect',
  summary: 'A 417 is possible where the request can carry Expect.',
  why: 'It says that an expectation was not met. Without one, a 400 or 422 is meant.',
  bad: "post('/todos', { body: json(Todo), responses: { 200: json(Todo), 417: problem() } })",
  good: "post('/todos', { headers: { expect: z.string().optional() }, body: json(Todo), responses: { 200: json(Todo), 417: problem() } })",
  response: wants('expectation-failed-needs-expect'),
  exchange: 'declared',
  messages: {
    fix: 'use another status: the request has no Expect',
    bad: '> POST /todos\n> content-type: text/plain\n>\n> hello\n< 417 Expectation Failed',
    good: '> POST /todos\n> content-type: text/plain\n> expect: 200-ok\n>\n> hello\n< 417 Expectation Failed',
  },
})
