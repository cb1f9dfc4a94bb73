import { essenceOf } from './exchange.js'
import { rule } from './rule.js'
import { eachLine } from './traffic.js'

export const noObsFold = rule({
  id: 'no-obs-fold',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §5.2',
  words: '<field> is folded over several lines',
  fix: 'write it on one',
  summary: 'A field value stands on one line.',
  why: 'Folding is obsolete; recipients that do not know it read the rest as another field.',
  bad: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< x-note: one\\r\\n two',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< x-note: one two',
  ...eachLine(([, value], message) => /\r?\n[\t ]/.test(value) && essenceOf(message) !== 'message/http'),
})
