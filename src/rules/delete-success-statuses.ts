import { isSuccessful, methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const deleteSuccessStatuses = rule({
  id: 'delete-success-statuses',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.5',
  words: '<method> should not succeed with <status>',
  fix: 'use 200, 202 or 204',
  summary: 'A DELETE succeeds with 202 (not yet done), 204 (done) or 200 (done, and here is a report).',
  why: 'Those three cover what a client can do next; others make it guess whether the resource is gone.',
  bad: "del('/todos/:id', { responses: { 201: json(Todo) } })",
  good: "del('/todos/:id', { responses: { 200: json(Todo) } })",
  response(reply) {
    const { status } = reply.response
    if (status === undefined || !isSuccessful(reply.response)) return none
    const completes = methodFacts(reply)?.completes
    return completes?.rule === 'delete-success-statuses' && !completes.with.includes(status) ? [{ at: [] }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos/7\n< 201 Created\n< location: /todos/7',
    good: '> DELETE /todos/7\n< 204 No Content',
  },
})
