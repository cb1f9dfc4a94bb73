import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { members, okOf, shownValues } from './shown.js'
import { asked, placeOf, varies } from './traffic.js'

export const varyOnPrefer = rule({
  id: 'vary-on-prefer',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 7240 §2',
  words: '<status> depends on Prefer, but Vary does not say so',
  fix: "declare 'vary'",
  summary: 'A cacheable response that honours Prefer names it in Vary, whether or not the preference was applied.',
  why: 'A cache would otherwise serve the shortened answer of one client to another that wants all of it.',
  bad: "get('/todos', { headers: { prefer: z.string().optional() }, responses: { 200: json(Todos) } })",
  good: "get('/todos', { headers: { prefer: z.string().optional() }, responses: { 200: json(Todos, { headers: { vary: z.literal('prefer') } }) } })",
  operation({ operation, description }) {
    if (!operation.fields.has('prefer') || methodFacts({ operation, description })?.cacheable !== 'yes') return none
    const ok = okOf(operation)
    if (!ok) return none
    const vary = ok.fields.get('vary')
    const shown = shownValues(vary)
      .flatMap(members)
      .map((name) => name.toLowerCase())
    const said = vary && (shown.length === 0 || shown.includes('prefer') || shown.includes('*'))
    return said ? none : [{ at: [], pointer: ok.pointer, response: ok }]
  },
  *exchange(exchange) {
    const { response } = exchange
    if (asked(exchange)?.cacheable === 'yes' && response.fields.has('preference-applied') && !varies(response, 'prefer'))
      yield placeOf('response', 'vary')
  },
  messages: {
    fix: 'add vary: prefer',
    bad: '> GET /todos\n> prefer: return=minimal\n< 200 OK\n< preference-applied: return=minimal',
    good: '> GET /todos\n> prefer: return=minimal\n< 200 OK\n< preference-applied: return=minimal\n< vary: prefer',
  },
})
