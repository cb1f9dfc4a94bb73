import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { leads } from './shown.js'

/** Whether segments have the characters of URIs, but for letters of other scripts, which are encoded; a parameter may be called by more. */
export const isPath = (path: string): boolean =>
  /^(?:\/(?::[^\s/?#{}<>"\\^`|]*|[^\s:/?#{}<>"\\^`|[\]][^\s/?#{}<>"\\^`|[\]]*)?)+$/.test(path)

/** What nearly every path of a document is. */
const PLAIN = /^(?:\/(?:[\w.-]+|\{[\w-]+\})?)+$/

export const pathForm = rule({
  id: 'path-form',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 3986 §3.3',
  words: '<method> binds to a path of URI characters starting with /',
  fix: "write '/todos/:id', without query or fragment (only OPTIONS may take *)",
  plainFix: "write '/todos/{id}', and encode what is no parameter",
  summary: 'A path begins with a slash, ends before any ? or #, and between has what URIs have; a parameter is :name.',
  why: 'The query is declared under query, where its parameters have types; a fragment never reaches the server. What other routers take for a parameter, {id} or [id], is text here that no request has.',
  bad: "get('todos?done=true', { responses: { 200: json(Todos) } })",
  good: "get('/todos', { query: z.object({ done: z.stringbool() }), responses: { 200: json(Todos) } })",
  operation({ operation, description }) {
    const { path } = operation
    if (path === '*' || methodFacts({ operation, description })?.target === 'authority') return none
    if (description.source === 'contract') return isPath(path) ? none : [{ at: ['path'] }]
    if (PLAIN.test(path)) return none
    // In a document a parameter is {name}, and `path-has-query-or-fragment` speaks of what follows.
    const text = path.replace(/[?#].*/s, '').replace(/\{[^{}]+\}/g, 'name')
    return isPath(text) || !leads(operation) ? none : [{ at: [] }]
  },
})
