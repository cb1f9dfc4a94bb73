import { requestContent } from './judges.js'
import { rule } from './rule.js'

export const patchDeclaresContent = rule({
  id: 'patch-declares-content',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 5789 §2',
  words: '<method> declares no patch document',
  fix: 'declare body with its type',
  plainFix: 'declare request content with its type',
  summary: 'A PATCH declares its patch document and the media type of it.',
  why: 'The changes stand in the content, and its media type says how to apply them; without them nothing is asked.',
  bad: "patch('/todos/:id', { responses: { 200: json(Todo) } })",
  good: "patch('/todos/:id', { body: json(Changes, { type: 'application/merge-patch+json' }), responses: { 200: json(Todo) } })",
  operation: requestContent('patch-declares-content'),
})
