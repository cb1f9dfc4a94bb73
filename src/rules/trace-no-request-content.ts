import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const traceNoRequestContent = rule({
  id: 'trace-no-request-content',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.8',
  words: '<method> requests carry no content',
  fix: 'remove body',
  plainFix: 'remove the request content',
  summary: 'A TRACE request is sent without content.',
  why: 'The request comes back as the content of the response; a loop-back test has nothing to upload.',
  bad: "trace('/', { body: text(), responses: { 200: bytes({ type: 'message/http' }) } })",
  good: "trace('/', { responses: { 200: bytes({ type: 'message/http' }) } })",
  operation: requestContent('trace-no-request-content'),
  exchange: 'declared',
  messages: {
    bad: '> TRACE /todos\n> content-type: text/plain\n>\n> hello\n< 405 Method Not Allowed\n< allow: GET',
    good: '> TRACE /todos\n< 405 Method Not Allowed\n< allow: GET',
  },
})
