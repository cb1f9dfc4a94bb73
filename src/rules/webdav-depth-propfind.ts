import { wantsRequestField } from './judges.js'
import { rule } from './rule.js'

export const webdavDepthPropfind = rule({
  id: 'webdav-depth-propfind',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 4918 §9.1',
  words: '<method> must send Depth',
  fix: 'add headers: { depth: … }',
  summary: 'PROPFIND says how deep to look: 0, 1 or infinity.',
  why: 'Without it a server has to assume infinity, which on a large tree is refused or takes for ever.',
  bad: "route('PROPFIND', '/todos', { responses: { 207: media({ 'application/xml': Xml }) } })",
  good: "route('PROPFIND', '/todos', { headers: { depth: z.enum(['0', '1']) }, responses: { 207: media({ 'application/xml': Xml }) } })",
  operation: wantsRequestField('webdav-depth-propfind'),
  exchange: 'declared',
  messages: {
    bad: '> PROPFIND /todos\n< 207 Multi-Status\n< content-type: application/xml\n<\n< <multistatus xmlns="DAV:"/>',
    good: '> PROPFIND /todos\n> depth: 1\n< 207 Multi-Status\n< content-type: application/xml\n<\n< <multistatus xmlns="DAV:"/>',
  },
})
