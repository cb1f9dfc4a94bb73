import { impossible, isSuccessful, methodFacts, none, own, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const oddStatus = rule({
  id: 'odd-status',
  level: 'hint',
  kind: 'contradiction',
  cite: '<cite>',
  words: '<status> to <method>: <note>',
  fix: 'drop it',
  summary: 'A status is declared for methods that have a use for it.',
  why: 'Nothing forbids it; it only never makes sense, and every client must handle what is declared.',
  bad: "options('/todos', { responses: { 202: empty(), 204: empty({ headers: { allow: z.string() } }) } })",
  good: "options('/todos', { responses: { 204: empty({ headers: { allow: z.string() } }) } })",
  response(reply) {
    const { operation, response } = reply
    const facts = statusFacts(reply)
    const note = facts?.odd && own(facts.odd, operation.method)
    if (note === undefined || !facts || impossible(reply)) return none
    const method = methodFacts(reply)
    // A rule of its own says it better.
    const said =
      facts.deprecated ||
      (facts.effect && method?.safe) ||
      (facts.judgesContent && !operation.hasContent) ||
      (method?.completes && isSuccessful(response) && response.status !== undefined && !method.completes.with.includes(response.status))
    if (said) return none
    // A note ends with the section that it rests on.
    const [, words, cite] = /^(.*?)\.?(?: \(([^()]+)\))?\.?$/s.exec(note) ?? []
    return [{ at: [], values: { note: words ?? note, cite: cite ?? facts.cite } }]
  },
})
