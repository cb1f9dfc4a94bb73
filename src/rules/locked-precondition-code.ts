import { rule } from './rule.js'
import { explaining } from './shown.js'

export const lockedPreconditionCode = rule({
  id: 'locked-precondition-code',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 4918 §11.3',
  words: '<status> has no content with the code of the precondition',
  fix: 'declare the error element',
  summary: 'A 423 carries the condition that the lock made fail.',
  why: 'The status does not say which resource is locked; the condition in the content does, and names the token that would open it.',
  bad: "put('/files/:name', { body: bytes(), responses: { 204: empty(), 423: empty() } })",
  good: "put('/files/:name', { body: bytes(), responses: { 204: empty(), 423: text({ type: 'application/xml' }) } })",
  response: explaining('locked-precondition-code'),
})
