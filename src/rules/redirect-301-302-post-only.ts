import { rule } from './rule.js'

export const redirect301302PostOnly = rule({
  id: 'redirect-301-302-post-only',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.2',
  words: '<status> may turn POST into GET, but not <method>',
  fix: 'repeat <method> at the new address',
  summary: 'A client that follows a 301 or 302 may change POST to GET, and no other method.',
  why: 'The exception is historic: browsers did it to forms before anybody wrote it down.',
  bad: '> PUT /todos/7\n< 301 Moved Permanently\n< location: /tasks/7\n> GET /tasks/7',
  good: '> PUT /todos/7\n< 301 Moved Permanently\n< location: /tasks/7\n> PUT /tasks/7',
})
