import { methodFacts } from './judges.js'
import { rule } from './rule.js'

export const idempotentClaimRedundant = rule({
  id: 'idempotent-claim-redundant',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.2.2',
  words: '<method> is idempotent by definition',
  fix: 'drop idempotent',
  summary: 'A method that is idempotent needs no claim.',
  why: 'The claim adds nothing, and makes the reader look for the reason of it.',
  bad: "put('/todos/:id', { idempotent: 'value-setting', body: json(Todo), responses: { 204: empty() } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 204: empty() } })",
  *operation({ operation, description }) {
    if (operation.idempotent !== undefined && methodFacts({ operation, description })?.idempotent) yield { at: ['idempotent'] }
  },
})
