import { methodFacts, none, place } from './judges.js'
import { rule } from './rule.js'

export const asteriskFormOptionsOnly = rule({
  id: 'asterisk-form-options-only',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §7.1',
  words: '<method> cannot address the whole server with *',
  fix: 'use options(), or name a path',
  plainFix: 'use OPTIONS, or name a path',
  summary: 'Only OPTIONS takes * as its target.',
  why: 'The other methods act on a resource, and * is none.',
  bad: "get('*', { responses: { 200: json(Todos) } })",
  good: "options('*', { responses: { 204: empty({ headers: { allow: z.string() } }) } })",
  operation({ operation, description }) {
    if (operation.path !== '*') return none
    const facts = methodFacts({ operation, description })
    return facts?.target === 'path' && !facts.asterisk ? [place(description, ['path'], operation.pointer)] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET *\n< 400 Bad Request',
    good: '> OPTIONS *\n< 204 No Content\n< allow: GET, HEAD, OPTIONS',
  },
})
