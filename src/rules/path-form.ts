import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const pathForm = rule({
  id: 'path-form',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 3986 §3.3',
  words: '<method> binds to a path that starts with /',
  fix: "write '/todos/:id', without query or fragment (only OPTIONS may take *)",
  summary: 'A path begins with a slash and ends before any ? or #.',
  why: 'The query is declared under query, where its parameters have types; a fragment never reaches the server.',
  bad: "get('todos?done=true', { responses: { 200: json(Todos) } })",
  good: "get('/todos', { query: z.object({ done: z.stringbool() }), responses: { 200: json(Todos) } })",
  operation({ operation, description }) {
    if (description.source !== 'contract' || operation.path === '*') return none
    if (methodFacts({ operation, description })?.target === 'authority') return none
    return !/^\/[^\s?#]*$/.test(operation.path) ? [{ at: ['path'] }] : none
  },
})
