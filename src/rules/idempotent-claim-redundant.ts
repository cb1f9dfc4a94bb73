import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const idempotentClaimRedundant = rule({
  id: 'idempotent-claim-redundant',
  level: 'hint',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.2.2',
  words: '<method> is idempotent already<note>',
  fix: 'drop idempotent',
  summary: 'A method that is idempotent needs no claim.',
  why: 'The claim adds nothing, and makes the reader look for the reason of it.',
  bad: "put('/todos/:id', { idempotent: 'value-setting', body: json(Todo), responses: { 204: empty() } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 204: empty() } })",
  operation({ operation, description }) {
    const facts = methodFacts({ operation, description })
    if (operation.idempotent === undefined || !facts?.idempotent) return none
    // Where the registry says so against the RFC, the message says that too.
    return [{ at: ['idempotent'], values: { note: facts.departs === undefined ? '' : ` by the registry ${description.law.name}` } }]
  },
})
