import { rule } from './rule.js'

export const contentLength304Equals200 = rule({
  id: 'content-length-304-equals-200',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.6',
  words: 'Content-Length of a 304 is not that of the 200',
  fix: 'leave it out',
  summary: 'Content-Length of a 304 is what the 200 would have sent.',
  why: 'The field describes the representation that the client has, not the empty answer; caches update what they store by it.',
  bad: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< content-length: 0',
  good: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"',
})
