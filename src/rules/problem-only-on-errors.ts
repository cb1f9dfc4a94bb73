import { isRedirection, isSuccessful, none, place } from './judges.js'
import { rule } from './rule.js'

const problem = /^application\/problem\+(?:json|xml)\b/

export const problemOnlyOnErrors = rule({
  id: 'problem-only-on-errors',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9457 §1',
  words: '<status> is no error and carries a problem document',
  fix: 'use json(), or an error status',
  plainFix: 'use application/json, or an error status',
  summary: 'Problem details describe errors, so they come with 4xx and 5xx.',
  why: 'A success that looks like a problem makes clients treat it as one.',
  bad: "get('/todos', { responses: { 200: problem() } })",
  good: "get('/todos', { responses: { 200: json(Todos), 404: problem() } })",
  response({ response, description }) {
    if (!isSuccessful(response) && !isRedirection(response)) return none
    const problems = response.content.filter(({ type }) => problem.test(type))
    return problems.map(({ type, pointer }) => ({ ...place(description, [], pointer), values: { type } }))
  },
})
