import type { MediaType } from './description.js'
import { isRedirection, isSuccessful, none, place } from './judges.js'
import { once } from './once.js'
import { rule } from './rule.js'

/** The problem documents of a content; many responses share their content. */
const problemsOf = once((content: readonly MediaType[]) => content.filter(({ type }) => /^application\/problem\+(?:json|xml)\b/.test(type)))

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
    const problems = isSuccessful(response) || isRedirection(response) ? problemsOf(response.content) : []
    if (problems.length === 0) return none
    return problems.map(({ type, pointer }) => ({ ...place(description, [], pointer), values: { type } }))
  },
})
