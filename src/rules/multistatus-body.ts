import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const multistatusBody = rule({
  id: 'multistatus-body',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 4918 §13',
  words: '<status> carries <type>, not a multistatus in XML',
  fix: 'use application/xml, or 200',
  summary: 'A 207 carries the multistatus element of WebDAV.',
  why: 'Clients that know the status look for that element; a list of results in another format is a 200 of its own kind.',
  bad: "post('/todos', { body: json(Todos), responses: { 207: json(Todos) } })",
  good: "post('/todos', { body: json(Todos), responses: { 200: json(Todos) } })",
  response(reply) {
    const facts = statusFacts(reply)
    const { response } = reply
    // WebDAV's own success: what it means is in the content.
    if (facts?.group !== 'webdav' || facts.class !== 'successful' || facts.never) return none
    return response.hasContent && !response.content.some(({ type }) => /[/+]xml\b|\*/.test(type))
      ? [{ at: [], values: { type: response.content[0]?.type ?? 'content' } }]
      : none
  },
  exchange: 'declared',
  messages: {
    bad: '> PROPFIND /todos\n> depth: 1\n< 207 Multi-Status\n< content-type: application/json\n<\n< {}',
    good: '> PROPFIND /todos\n> depth: 1\n< 207 Multi-Status\n< content-type: application/xml\n<\n< <multistatus xmlns="DAV:"/>',
  },
})
