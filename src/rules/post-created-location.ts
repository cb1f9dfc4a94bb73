import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const postCreatedLocation = rule({
  id: 'post-created-location',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.3',
  words: '<status> to <method> should send Location',
  fix: 'add headers: { location: … }',
  summary: 'A POST that created something says where it is.',
  why: 'The target of the POST is the collection; without Location the client does not learn the address of what it made.',
  bad: "post('/todos', { body: json(Todo), responses: { 201: json(Todo) } })",
  good: "post('/todos', { body: json(Todo), responses: { 201: json(Todo, { headers: { location: z.string() } }) } })",
  response: requiresField('post-created-location'),
  exchange: 'declared',
  messages: {
    bad: '> POST /todos\n< 201 Created',
    good: '> POST /todos\n< 201 Created\n< location: /todos/8',
  },
})
