import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const ifModifiedSinceGetHead = rule({
  id: 'if-modified-since-get-head',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §13.1.3',
  words: '<method> ignores If-Modified-Since',
  fix: 'use If-Unmodified-Since or If-Match',
  summary: 'If-Modified-Since counts in GET and HEAD only.',
  why: 'It asks not to send what the client has; a method that changes something is to be stopped by If-Match or If-Unmodified-Since.',
  bad: "put('/todos/:id', { headers: { 'if-modified-since': z.string() }, body: json(Todo), responses: { 204: empty() } })",
  good: "put('/todos/:id', { headers: { 'if-unmodified-since': z.string() }, body: json(Todo), responses: { 204: empty() } })",
  operation({ operation, description }) {
    const field = operation.fields.get('if-modified-since')
    const method = methodFacts({ operation, description })
    return field && method && method.notModified !== true ? [{ at: [], pointer: field.pointer }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> DELETE /todos/7\n> if-modified-since: Sat, 31 Jan 2026 12:00:00 GMT\n< 204 No Content',
    good: '> DELETE /todos/7\n> if-unmodified-since: Sat, 31 Jan 2026 12:00:00 GMT\n< 204 No Content',
  },
})
