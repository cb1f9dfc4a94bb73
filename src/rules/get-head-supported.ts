import { rule } from './rule.js'

export const getHeadSupported = rule({
  id: 'get-head-supported',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §9.1',
  words: 'a general-purpose server does not know <method>',
  fix: 'answer HEAD wherever GET is answered',
  summary: 'Every general-purpose server supports GET and HEAD; a resource may still refuse them with 405.',
  why: 'They are the two methods that a client may try on any URI without knowing anything about it.',
  bad: '> HEAD /todos\n< 501 Not Implemented',
  good: '> HEAD /todos\n< 200 OK\n< content-type: application/json',
})
