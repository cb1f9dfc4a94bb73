import { rule } from './rule.js'
import { brief } from './shown.js'
import { answered, isOf } from './traffic.js'

export const undeclaredStatus = rule({
  id: 'undeclared-status',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'Statute',
  words: '<status> is not declared for <name>',
  fix: 'declare it, or answer one of <names>',
  summary: 'A response has a status that its contract declares.',
  why: 'A client is written for the statuses that are declared; another one is a breach to it.',
  bad: '# the contract declares 200\n> GET /todos/7\n< 404 Not Found',
  good: '# the contract declares 200 and 404\n> GET /todos/7\n< 404 Not Found',
  *exchange(exchange) {
    const { promised, response, request, route = '' } = exchange
    if (!promised || promised.types || isOf(response, 'informational')) return
    // A 304 answers the condition of the call, whether the route describes it or not.
    const conditional = request.fields.has('if-none-match') || request.fields.has('if-modified-since')
    if (conditional && answered(exchange)?.needs === 'notModified') return
    yield { at: ['response', 'status'], values: { name: route, names: brief(promised.keys.join(', ')) } }
  },
})
