import { requiresField } from './judges.js'
import { rule } from './rule.js'
import { asked } from './traffic.js'

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
  *exchange(exchange) {
    const { request, response } = exchange
    const wanted = Object.entries(asked(exchange)?.recommends?.[response.status] ?? {}).filter(([, rule]) => rule === 'webdav-lock-token')
    // Without content a LOCK renews one that the client has.
    for (const [field] of wanted)
      if (request.content.present === true && !response.fields.has(field)) yield { at: ['response', 'headers'], values: { field } }
  },
  messages: {
    bad: '> LOCK /todos/7\n> content-type: application/xml\n>\n> <lockinfo xmlns="DAV:"/>\n< 201 Created\n< location: /todos/7\n< content-type: application/xml\n<\n< <prop xmlns="DAV:"/>',
    good: '> LOCK /todos/7\n> content-type: application/xml\n>\n> <lockinfo xmlns="DAV:"/>\n< 201 Created\n< location: /todos/7\n< content-type: application/xml\n< lock-token: <urn:uuid:e71d4fae>\n<\n< <prop xmlns="DAV:"/>',
  },
})
