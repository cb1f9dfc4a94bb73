import { methodFacts, requiresField } from './judges.js'
import { rule } from './rule.js'

const missing = requiresField('location-201-or-target')

export const location201OrTarget = rule({
  id: 'location-201-or-target',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §15.3.2',
  words: '<status> without Location names the target itself',
  fix: 'add headers: { location: … } if it is not so',
  summary: 'A 201 names what was created in Location, unless the target of the request is the new resource.',
  why: 'A client reads the absence of the field as: what you addressed now exists.',
  bad: "patch('/todos', { body: json(Changes), responses: { 201: json(Todo) } })",
  good: "patch('/todos', { body: json(Changes), responses: { 201: json(Todo, { headers: { location: z.string() } }) } })",
  *response(reply) {
    // A method that creates its target has said where the resource is.
    for (const offence of missing(reply)) if (methodFacts(reply)?.creates?.code !== reply.response.status) yield offence
  },
  exchange: 'declared',
  messages: {
    bad: '> OPTIONS /todos\n< 201 Created',
    good: '> POST /todos\n< 201 Created\n< location: /todos/8',
  },
})
