import { rule } from './rule.js'

export const earlyHintsHintOnly = rule({
  id: 'early-hints-hint-only',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8297 §2',
  words: 'fields of a 103 are taken for those of the final response',
  fix: 'read those of the final response',
  summary: 'Fields of a 103 are hints, and say nothing about the final response.',
  why: 'The server may know better by the time it answers.',
  bad: '# the client reads text/html\n> GET /todos\n< 103 Early Hints\n< content-type: text/html\n< 200 OK\n< content-type: text/csv',
  good: '# the client reads text/csv\n> GET /todos\n< 103 Early Hints\n< content-type: text/html\n< 200 OK\n< content-type: text/csv',
})
