import { rule } from './rule.js'

export const redirect307308KeepMethod = rule({
  id: 'redirect-307-308-keep-method',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.4.8',
  words: '<status> keeps the method, and the client changed it',
  fix: 'repeat <method> at the new address',
  summary: 'A client that follows a 307 or 308 sends the same method again.',
  why: 'Both exist because 301 and 302 lost the method on the way.',
  bad: '> POST /todos\n< 307 Temporary Redirect\n< location: /tasks\n> GET /tasks',
  good: '> POST /todos\n< 307 Temporary Redirect\n< location: /tasks\n> POST /tasks',
})
