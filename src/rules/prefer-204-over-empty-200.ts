import { methodFacts, none, RETRIEVED } from './judges.js'
import { rule } from './rule.js'
import { okOf } from './shown.js'
import { asked } from './traffic.js'

export const prefer204OverEmpty200 = rule({
  id: 'prefer-204-over-empty-200',
  level: 'bcp',
  kind: 'omission',
  cite: 'RFC 9110 §15.3.1',
  words: '<status> to <method> declares no content',
  fix: 'declare it, or use 204',
  summary: 'A 200 carries content; 204 says that there is none.',
  why: 'A client that reads 200 expects something to parse. 204 tells it, in the status, that it should not even try.',
  bad: "del('/todos/:id', { responses: { 200: empty() } })",
  good: "del('/todos/:id', { responses: { 204: empty() } })",
  operation({ operation, description }) {
    const method = methodFacts({ operation, description })
    const ok = okOf(operation)
    if (!ok || ok.hasContent || method?.answers !== 'content' || method.completes?.rule === 'trace-reflects-request') return none
    return [{ at: [], pointer: ok.pointer, response: ok }]
  },
  *exchange(exchange) {
    const { content, status } = exchange.response
    const method = asked(exchange)
    // A representation may be empty; only the report of an action may as well be left out.
    if (content.present === false && status === RETRIEVED && method?.answers === 'content' && !method.safe)
      yield { at: ['response', 'content'] }
  },
  messages: {
    words: '<status> to <method> has no content',
    fix: 'tell what was done, or use 204',
    bad: '> DELETE /todos/7\n< 200 OK',
    good: '> DELETE /todos/7\n< 204 No Content',
  },
})
