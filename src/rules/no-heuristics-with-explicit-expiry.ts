import { rule } from './rule.js'

export const noHeuristicsWithExplicitExpiry = rule({
  id: 'no-heuristics-with-explicit-expiry',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §4.2.2',
  words: 'a lifetime is guessed, though one is given',
  fix: 'use the one that is given',
  summary: 'A cache guesses no lifetime where one is given.',
  why: 'The origin has said what it wants.',
  bad: '# a cache keeps it for a day\n> GET /todos\n< 200 OK\n< cache-control: max-age=60',
  good: '# a cache keeps it for a minute\n> GET /todos\n< 200 OK\n< cache-control: max-age=60',
})
