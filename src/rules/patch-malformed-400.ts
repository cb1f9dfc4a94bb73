import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const patchMalformed400 = rule({
  id: 'patch-malformed-400',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 5789 §2.2',
  words: '<method> <path> has no 400 for a malformed patch document',
  fix: 'declare 400',
  summary: 'A patch document that cannot be read is answered by 400.',
  why: 'It tells a broken document (400) from one that cannot be applied (409, 422).',
  bad: "patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo) } })",
  good: "patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo), 400: problem() } })",
  operation({ operation, description }) {
    return methodFacts({ operation, description })?.group === 'patch' && operation.hasContent && !answers(operation, 400)
      ? [{ at: [] }]
      : none
  },
})
