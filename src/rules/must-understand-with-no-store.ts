import { rule } from './rule.js'
import { directives, showing } from './shown.js'

export const mustUnderstandWithNoStore = rule({
  id: 'must-understand-with-no-store',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9111 §5.2.2.3',
  words: 'Cache-Control shows must-understand without no-store: <value>',
  fix: 'add no-store',
  summary: 'must-understand comes with no-store.',
  why: 'Caches that do not know the directive must not store; those that do ignore the no-store beside it.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('must-understand, max-age=9') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('must-understand, no-store, max-age=9') } }) } })",
  ...showing(['cache-control'], (value) => directives(value).has('must-understand') && !directives(value).has('no-store')),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< cache-control: must-understand, max-age=60',
    good: '> GET /todos\n< 200 OK\n< cache-control: must-understand, no-store, max-age=60',
  },
})
