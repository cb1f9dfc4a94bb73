import { rule } from './rule.js'

export const unknownRangeUnitIgnored = rule({
  id: 'unknown-range-unit-ignored',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §14.2',
  words: '<status> answers a range unit that the server does not know',
  fix: 'ignore Range, and send the whole',
  summary: 'A Range in an unknown unit is ignored.',
  why: 'The client may ask everybody for parts; who does not know the unit sends the whole.',
  bad: '# the server knows bytes alone\n> GET /book\n> range: pages=1\n< 416 Range Not Satisfiable',
  good: '# the server knows bytes alone\n> GET /book\n> range: pages=1\n< 200 OK',
})
