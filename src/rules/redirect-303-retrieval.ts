import { rule } from './rule.js'

export const redirect303Retrieval = rule({
  id: 'redirect-303-retrieval',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.4.4',
  words: '<status> is followed by a retrieval, not by <method>',
  fix: 'get the address in Location',
  summary: 'A client follows a 303 with GET, or with HEAD if it sent one.',
  why: 'The request was handled; Location tells where its outcome can be read. Sending it again would do it again.',
  bad: '> POST /exports\n< 303 See Other\n< location: /exports/7\n> POST /exports/7',
  good: '> POST /exports\n< 303 See Other\n< location: /exports/7\n> GET /exports/7',
})
