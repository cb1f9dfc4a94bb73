import { isSuccessful, methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { brief, invitesStoring, shownValues } from './shown.js'

export const postCacheableConditions = rule({
  id: 'post-cacheable-conditions',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.3.3',
  words: '<status> to <method> says <value>, but has no Content-Location',
  fix: "add 'content-location', or say no-store",
  summary: 'A response to POST or PATCH can be cached only with freshness and a Content-Location that is the target URI.',
  why: 'A cache must know that the content is what a GET of the same URI would bring; only Content-Location says so.',
  bad: "post('/search', { body: json(Filter), responses: { 200: json(Todos, { headers: { 'cache-control': z.literal('max-age=60') } }) } })",
  good: "query('/search', { body: json(Filter), responses: { 200: json(Todos, { headers: { 'cache-control': z.literal('max-age=60') } }) } })",
  response(reply) {
    const field = reply.response.fields.get('cache-control')
    const value = shownValues(field).find(invitesStoring)
    if (!field || value === undefined || !isSuccessful(reply.response) || reply.response.fields.has('content-location')) return none
    return methodFacts(reply)?.cacheable === 'conditional' ? [{ at: [], pointer: field.pointer, values: { value: brief(value) } }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> POST /search\n< 200 OK\n< cache-control: max-age=60',
    good: '> POST /search\n< 200 OK\n< cache-control: max-age=60\n< content-location: /search/7',
  },
})
