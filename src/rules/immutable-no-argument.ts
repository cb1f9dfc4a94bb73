import { rule } from './rule.js'
import { showing } from './shown.js'

export const immutableNoArgument = rule({
  id: 'immutable-no-argument',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 8246 §2',
  words: 'Cache-Control gives immutable an argument: <value>',
  fix: 'write immutable alone',
  summary: 'immutable takes no argument.',
  why: 'Any argument is ignored, so that what it was meant to say is lost.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('immutable=1') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('max-age=31536000, immutable') } }) } })",
  ...showing(['cache-control'], (value) => /(^|,)\s*immutable\s*=/i.test(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos.js\n< 200 OK\n< cache-control: max-age=60, immutable=1',
    good: '> GET /todos.js\n< 200 OK\n< cache-control: max-age=60, immutable',
  },
})
