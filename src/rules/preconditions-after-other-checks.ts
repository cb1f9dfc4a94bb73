import { rule } from './rule.js'

export const preconditionsAfterOtherChecks = rule({
  id: 'preconditions-after-other-checks',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.2.1',
  words: '<status> answers a precondition of a request that would fail anyway',
  fix: 'answer as without it',
  summary: 'Preconditions count only where the answer would be a 2xx or a 412 without them.',
  why: 'Whoever is refused for another reason has to learn that reason.',
  bad: '# there is no todo 8\n> GET /todos/8\n> if-none-match: "v1"\n< 304 Not Modified',
  good: '# there is no todo 8\n> GET /todos/8\n> if-none-match: "v1"\n< 404 Not Found',
})
