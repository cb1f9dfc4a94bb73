import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { members, okOf, shownValues } from './shown.js'
import { asked, isOf, placeOf, varies } from './traffic.js'

export const varyWhenNegotiated = rule({
  id: 'vary-when-negotiated',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §12.5.5',
  words: '<status> is chosen by <names>, but Vary does not say so',
  fix: "declare 'vary'",
  summary: 'A cacheable response that request fields have selected names them in Vary.',
  why: 'A cache that does not know what the choice depended on gives one reader the variant of another.',
  bad: "get('/page', { headers: { 'accept-language': z.string() }, responses: { 200: text() } })",
  good: "get('/page', { headers: { 'accept-language': z.string() }, responses: { 200: text({ headers: { vary: z.literal('accept-language') } }) } })",
  operation({ operation, description }) {
    if (methodFacts({ operation, description })?.cacheable !== 'yes') return none
    const ok = okOf(operation)
    if (!ok || (operation.fields.size === 0 && ok.content.length < 2)) return none
    const asked = ['accept-language', 'accept-encoding', 'accept-charset'].filter((name) => operation.fields.has(name))
    const names = ok.content.length > 1 ? ['accept', ...asked] : asked
    if (names.length === 0) return none
    const vary = ok.fields.get('vary')
    const shown = shownValues(vary)
      .flatMap(members)
      .map((name) => name.toLowerCase())
    const said = (name: string) => vary !== undefined && (shown.length === 0 || shown.includes('*') || shown.includes(name))
    const unsaid = names.filter((name) => !said(name)).map((name) => description.law.fields[name]?.name ?? name)
    return unsaid.length > 0 ? [{ at: [], pointer: ok.pointer, response: ok, values: { names: unsaid.join(', ') } }] : none
  },
  // A coding is chosen by nothing else; a media type or a language may be the only one there is.
  *exchange(exchange) {
    const { request, response } = exchange
    if (asked(exchange)?.cacheable !== 'yes' || !isOf(response, 'successful')) return
    const coded = request.fields.has('accept-encoding') && response.fields.has('content-encoding')
    if (coded && !varies(response, 'accept-encoding')) yield placeOf('response', 'vary', { names: 'Accept-Encoding' })
  },
  messages: {
    fix: 'add vary: accept-encoding',
    bad: '> GET /todos\n> accept-encoding: gzip\n< 200 OK\n< content-encoding: gzip',
    good: '> GET /todos\n> accept-encoding: gzip\n< 200 OK\n< content-encoding: gzip\n< vary: accept-encoding',
  },
})
