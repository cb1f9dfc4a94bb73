import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const postContentDeclared = rule({
  id: 'post-content-declared',
  level: 'bcp',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.3',
  words: '<method> <path> declares no request content',
  fix: 'declare what is posted',
  summary: 'A POST route says what it takes.',
  why: 'POST hands content to the resource for processing. A POST without any is legal, but a reader cannot tell it from a forgotten one.',
  bad: "post('/todos', { responses: { 201: json(Todo) } })",
  good: "post('/todos', { body: json(NewTodo), responses: { 201: json(Todo) } })",
  operation({ operation, description }) {
    const method = methodFacts({ operation, description })
    return method?.content === 'allowed' && method.cacheable === 'conditional' && !operation.hasContent ? [{ at: [] }] : none
  },
})
