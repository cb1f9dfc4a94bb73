import { isSuccessful, methodFacts, none, place } from './judges.js'
import { rule } from './rule.js'

export const putCreated201 = rule({
  id: 'put-created-201',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.4',
  words: '<method> declares success without 201, which it must send when it creates',
  fix: 'add 201, if it can create',
  summary: 'A PUT that created the target answers 201.',
  why: 'The client cannot tell a new resource from a replaced one in any other way. Whether one was created is known only when it happens.',
  bad: "put('/todos/:id', { body: json(Todo), responses: { 200: json(Todo) } })",
  good: "put('/todos/:id', { body: json(Todo), responses: { 201: json(Todo), 200: json(Todo) } })",
  operation({ operation, description }) {
    const creates = methodFacts({ operation, description })?.creates
    if (creates?.rule !== 'put-created-201') return none
    const successful = operation.responses.filter(isSuccessful)
    // A range may hold it, and without any success the route has not said how it succeeds.
    const open = successful.length === 0 || successful.some(({ status }) => status === undefined || status === creates.code)
    return open ? none : [place(description, ['responses'], [...operation.pointer, 'responses'])]
  },
})
