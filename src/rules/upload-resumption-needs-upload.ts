import { wants } from './judges.js'
import { rule } from './rule.js'

export const uploadResumptionNeedsUpload = rule({
  id: 'upload-resumption-needs-upload',
  level: 'should',
  kind: 'omission',
  refuses: true,
  cite: 'draft-ietf-httpbis-resumable-upload',
  words: '<status> answers an upload',
  fix: "declare 'upload-complete' in headers",
  summary: 'A 104 answers an upload that can be resumed.',
  why: 'It tells where to go on after a break; only a request that announced itself as resumable can use that. The code is registered for a time only.',
  bad: "put('/film', { body: bytes(), responses: { 104: empty(), 204: empty() } })",
  good: "put('/film', { headers: { 'upload-complete': z.string() }, body: bytes(), responses: { 104: empty(), 204: empty() } })",
  response: wants('upload-resumption-needs-upload'),
})
