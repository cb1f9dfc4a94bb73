import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContent205 = rule({
  id: 'no-content-205',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.3.6',
  words: '<status> carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'A 205 asks the client to reset its form and gives it nothing to show.',
  why: 'The document on the screen stays; a new one in the response would contradict the request to reset the old.',
  bad: "post('/todos', { body: json(Todo), responses: { 205: text() } })",
  good: "post('/todos', { body: json(Todo), responses: { 205: empty() } })",
  response: noContent('no-content-205'),
  exchange: 'declared',
  messages: {
    bad: '> POST /form\n< 205 Reset Content\n<\n< again',
    good: '> POST /form\n< 205 Reset Content',
  },
})
