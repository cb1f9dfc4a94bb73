import { never } from './judges.js'
import { rule } from './rule.js'

export const alreadyReportedInside207 = rule({
  id: 'already-reported-inside-207',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 5842 §7.1',
  words: '<status> stands inside a 207, never for a whole response',
  fix: 'use 207 and list it there',
  summary: 'A 208 is an entry of a multistatus body, not the status of a message.',
  why: 'It says that a member was listed before in the same body; alone it has nothing to refer to.',
  bad: "route('PROPFIND', '/todos', { headers: { depth: z.string() }, responses: { 208: media({ 'application/xml': Xml }) } })",
  good: "route('PROPFIND', '/todos', { headers: { depth: z.string() }, responses: { 207: media({ 'application/xml': Xml }) } })",
  response: never('already-reported-inside-207'),
})
