import { rule } from './rule.js'

export const contentLengthWhenKnown = rule({
  id: 'content-length-when-known',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §8.6',
  words: 'content of a known size is sent without Content-Length',
  fix: 'send content-length',
  summary: 'A sender that knows the size of content says it.',
  why: 'The recipient can show progress, and the connection can be used again.',
  bad: '# the server knows that the file has 42 octets\n> GET /todos.csv\n< 200 OK\n< content-type: text/csv',
  good: '# the server knows that the file has 42 octets\n> GET /todos.csv\n< 200 OK\n< content-type: text/csv\n< content-length: 42',
})
