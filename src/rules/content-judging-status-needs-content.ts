import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const contentJudgingStatusNeedsContent = rule({
  id: 'content-judging-status-needs-content',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.5',
  words: '<status> judges request content, and none is declared',
  fix: 'declare body, or remove <code>',
  plainFix: 'declare request content, or remove <code>',
  summary: '411, 413, 415 and 422 are about the content of the request; a route without any has no use for them.',
  why: 'A client cannot fix content that it does not send. A wrong parameter is a 400 or a 404.',
  bad: "get('/todos', { responses: { 200: json(Todos), 422: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 400: problem() } })",
  response(reply) {
    return statusFacts(reply)?.judgesContent === 'content-judging-status-needs-content' && !reply.operation.hasContent ? [{ at: [] }] : none
  },
})
