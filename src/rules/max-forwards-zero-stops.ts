import { rule } from './rule.js'

export const maxForwardsZeroStops = rule({
  id: 'max-forwards-zero-stops',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §7.6.2',
  words: '<method> is forwarded with Max-Forwards: 0',
  fix: 'answer it',
  summary: 'An intermediary answers TRACE and OPTIONS with Max-Forwards: 0 itself.',
  why: 'The client has asked who stands there.',
  bad: '# what a proxy passes on\n> OPTIONS /todos\n> max-forwards: 0',
  good: '# what a proxy passes on\n> OPTIONS /todos\n> max-forwards: 2',
})
