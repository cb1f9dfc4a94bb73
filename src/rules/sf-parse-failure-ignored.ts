import { rule } from './rule.js'

export const sfParseFailureIgnored = rule({
  id: 'sf-parse-failure-ignored',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9651 §4.2',
  words: 'part of a field that cannot be read is used',
  fix: 'ignore the whole field',
  summary: 'A Structured Field that does not parse is ignored as a whole.',
  why: 'What was meant cannot be known from the half that can be read.',
  bad: '# the client uses sha-256\n> GET /todos\n< 200 OK\n< content-digest: sha-256=:X48E:, ?',
  good: '# the client uses nothing of it\n> GET /todos\n< 200 OK\n< content-digest: sha-256=:X48E:, ?',
})
