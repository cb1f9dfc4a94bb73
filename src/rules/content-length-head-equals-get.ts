import { rule } from './rule.js'

export const contentLengthHeadEqualsGet = rule({
  id: 'content-length-head-equals-get',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.6',
  words: 'Content-Length in the answer to HEAD is not that of GET',
  fix: 'send the length that GET would have, or none',
  summary: 'Content-Length of an answer to HEAD is what GET would have sent.',
  why: 'A client asks by HEAD how much it would have to load, and plans by the answer.',
  bad: '> HEAD /todos/7\n< 200 OK\n< content-length: 0\n> GET /todos/7\n< 200 OK\n< content-length: 42',
  good: '> HEAD /todos/7\n< 200 OK\n< content-length: 42\n> GET /todos/7\n< 200 OK\n< content-length: 42',
})
