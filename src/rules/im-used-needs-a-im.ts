import { facet, requiresField, wants } from './judges.js'
import { rule } from './rule.js'

const judges = [facet('im-used-needs-a-im'), wants('im-used-needs-a-im'), requiresField('im-used-needs-a-im')]

export const imUsedNeedsAIm = rule({
  id: 'im-used-needs-a-im',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 3229 §10.4.1',
  words: '<status> answers a GET with A-IM, and carries ETag',
  fix: "use get() with headers: { 'a-im': … } and an etag",
  plainFix: 'use GET with A-IM and an etag',
  summary: 'A 226 answers a GET that sent A-IM, and carries ETag.',
  why: 'A delta is sent only to a client that asked for one, and helps only if both sides know from which instance it leads to which.',
  bad: "get('/todos', { responses: { 200: json(Todos), 226: json(Operations) } })",
  good: "get('/todos', {\n  headers: { 'a-im': z.string() },\n  responses: { 200: json(Todos), 226: json(Operations, { headers: { etag: z.string(), im: z.string() } }) },\n})",
  *response(reply) {
    // One sentence says all three, so the first that fails speaks for the others.
    for (const judge of judges) for (const offence of judge(reply)) return yield offence
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /feed\n< 226 IM Used\n< etag: "v2"',
    good: '> GET /feed\n> a-im: diffe\n< 226 IM Used\n< im: diffe\n< etag: "v2"',
  },
})
