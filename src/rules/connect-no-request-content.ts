import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const connectNoRequestContent = rule({
  id: 'connect-no-request-content',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.6',
  words: '<method> requests carry no content',
  fix: 'remove body',
  plainFix: 'remove the request content',
  summary: 'A CONNECT request is sent without content.',
  why: 'It asks for a tunnel; the bytes that follow belong to whoever listens at its other end.',
  bad: "route('CONNECT', 'example.com:443', { body: text(), responses: { 200: empty() } })",
  good: "route('CONNECT', 'example.com:443', { responses: { 200: empty() } })",
  operation: requestContent('connect-no-request-content'),
  exchange: 'declared',
  messages: {
    bad: '> CONNECT todos.example:443\n> content-type: text/plain\n>\n> hello\n< 200 OK',
    good: '> CONNECT todos.example:443\n< 200 OK',
  },
})
