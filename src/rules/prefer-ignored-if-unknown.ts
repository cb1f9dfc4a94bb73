import { rule } from './rule.js'

export const preferIgnoredIfUnknown = rule({
  id: 'prefer-ignored-if-unknown',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 7240 §2',
  words: '<status> refuses a preference that is not known',
  fix: 'go on without it',
  summary: 'A preference that the server does not know or cannot honour is ignored.',
  why: 'It is a wish; who wants to insist uses Expect.',
  bad: '# because of the preference\n> GET /todos\n> prefer: haste\n< 400 Bad Request',
  good: '# in spite of the preference\n> GET /todos\n> prefer: haste\n< 200 OK',
})
