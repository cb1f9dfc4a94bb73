import { rule } from './rule.js'
import { answered } from './traffic.js'

export const notAcceptableNeedsNegotiation = rule({
  id: 'not-acceptable-needs-negotiation',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.5.7',
  words: '<status> answers a request that states no preference',
  fix: 'send what there is',
  summary: 'A 406 answers a request with Accept or one of its kin.',
  why: 'Who states no preference accepts everything.',
  bad: '> GET /todos\n< 406 Not Acceptable',
  good: '> GET /todos\n> accept: text/csv\n< 406 Not Acceptable',
  *exchange(exchange) {
    const states = [...exchange.request.fields.keys()].some(
      (name) => name.startsWith('accept') || name === 'prefer' || name === 'negotiate',
    )
    if (answered(exchange)?.explains === 'list-406-content' && !states) yield { at: ['response', 'status'] }
  },
})
