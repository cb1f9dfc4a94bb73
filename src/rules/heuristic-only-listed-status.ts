import { rule } from './rule.js'

export const heuristicOnlyListedStatus = rule({
  id: 'heuristic-only-listed-status',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §4.2.2',
  words: 'a cache guesses how long <status> can be stored',
  fix: 'store it only if a lifetime is given',
  summary: 'A cache guesses a lifetime only for the statuses that are defined so.',
  why: 'What another status says may hold for this one request.',
  bad: '# a cache keeps it for a day\n> GET /todos\n< 302 Found\n< location: /tasks',
  good: '# a cache keeps it for a minute\n> GET /todos\n< 302 Found\n< location: /tasks\n< cache-control: max-age=60',
})
