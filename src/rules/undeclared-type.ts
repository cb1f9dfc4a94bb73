import { essenceOf } from './exchange.js'
import { rule } from './rule.js'
import { brief } from './shown.js'
import { placeOf } from './traffic.js'

export const undeclaredType = rule({
  id: 'undeclared-type',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'Statute',
  words: '<status> of <name> is sent as <type>',
  fix: 'send one of <names>, or declare it',
  summary: 'Content has a media type that its contract declares.',
  why: 'A client reads content by the schema of its media type, and has none for another.',
  bad: '# the contract declares application/json\n> GET /todos/7\n< 200 OK\n< content-type: text/html',
  good: '# the contract declares application/json\n> GET /todos/7\n< 200 OK\n< content-type: application/json',
  *exchange(exchange) {
    const { promised, response, route = '' } = exchange
    if (!promised?.types?.length || promised.covered) return
    // Without content the type says nothing, and without a type content-type-with-content speaks.
    const type = essenceOf(response)
    if (response.content.present !== true || type === '') return
    yield placeOf('response', 'content-type', { name: route, type, names: brief(promised.types.join(', ')) })
  },
})
