import { needsRoute, none } from './judges.js'
import { rule } from './rule.js'

export const commonNeedsRoute = rule({
  id: 'common-needs-route',
  level: 'must',
  kind: 'contradiction',
  cite: 'Statute',
  words: '<status> depends on the method or on a request field',
  fix: 'declare it on the routes that give it, not under common',
  summary: 'A response that only some requests can get is declared where those requests are.',
  why: 'Under common it would stand on every route, also on those that can never give it, and clients would have to handle it there.',
  bad: "contract({ list: get('/todos', { responses: { 200: json(Todos) } }) }, { common: { 412: problem() } })",
  good: "contract({\n  replace: put('/todos/:id', { headers: { 'if-match': z.string() }, body: json(Todo), responses: { 204: empty(), 412: problem() } }),\n}, { common: { 500: problem() } })",
  response(reply) {
    return needsRoute(reply) ? [{ at: [] }] : none
  },
})
