import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContentHead = rule({
  id: 'no-content-head',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.2',
  words: '<status> to <method> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'An answer to HEAD has header fields only, whatever its status.',
  why: 'HEAD asks what GET would say without transferring it; errors are answered the same way.',
  bad: "head('/todos/:id', { responses: { 200: json(Todo) } })",
  good: "head('/todos/:id', { responses: { 200: empty() } })",
  response: noContent('no-content-head'),
  exchange: 'declared',
  messages: {
    bad: '> HEAD /todos\n< 200 OK\n< content-type: text/plain\n<\n< hello',
    good: '> HEAD /todos\n< 200 OK\n< content-type: text/plain',
  },
})
