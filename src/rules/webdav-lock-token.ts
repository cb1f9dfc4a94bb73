import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const webdavLockToken = rule({
  id: 'webdav-lock-token',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 4918 §9.10.1',
  words: '<status> to <method> must send Lock-Token',
  fix: "add headers: { 'lock-token': … }",
  summary: 'A LOCK that made a lock returns its token in Lock-Token.',
  why: 'The token is the key: without it not even its owner can write to the resource or unlock it.',
  bad: "route('LOCK', '/files/:name', {\n  body: text({ type: 'application/xml' }),\n  responses: { 201: text({ type: 'application/xml' }) },\n})",
  good: "route('LOCK', '/files/:name', {\n  body: text({ type: 'application/xml' }),\n  responses: { 201: text({ type: 'application/xml', headers: { 'lock-token': z.string() } }) },\n})",
  response: requiresField('webdav-lock-token'),
})
