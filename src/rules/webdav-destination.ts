import { wantsRequestField } from './judges.js'
import { rule } from './rule.js'

export const webdavDestination = rule({
  id: 'webdav-destination',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 4918 §9.8',
  words: '<method> must send Destination',
  fix: 'add headers: { destination: … }',
  summary: 'COPY and MOVE say where to, in Destination.',
  why: 'The target of the request is what is copied; the other half of the order stands in the field.',
  bad: "route('COPY', '/todos/:id', { responses: { 201: empty() } })",
  good: "route('COPY', '/todos/:id', { headers: { destination: z.string() }, responses: { 201: empty() } })",
  operation: wantsRequestField('webdav-destination'),
  exchange: 'declared',
  messages: {
    bad: '> MOVE /todos/7\n< 400 Bad Request',
    good: '> MOVE /todos/7\n> destination: /done/7\n< 204 No Content',
  },
})
