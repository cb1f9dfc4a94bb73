import { rule } from './rule.js'
import { answered, asked } from './traffic.js'

export const undeclaredContent = rule({
  id: 'undeclared-content',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'Statute',
  words: '<status> of <name> has content, and none is declared',
  fix: 'leave it out, or declare it',
  summary: 'A response has content only where its contract declares some.',
  why: 'A client does not read content that nobody has described.',
  bad: '# the contract declares empty()\n> GET /todos/7\n< 404 Not Found\n< content-type: text/plain\n<\n< gone',
  good: '# the contract declares empty()\n> GET /todos/7\n< 404 Not Found',
  *exchange(exchange) {
    const { promised, response, route = '' } = exchange
    const isSilent = answered(exchange)?.content === 'never' || asked(exchange)?.answers === 'fields'
    if (promised?.types?.length === 0 && response.content.present === true && !isSilent)
      yield { at: ['response', 'content'], values: { name: route } }
  },
})
