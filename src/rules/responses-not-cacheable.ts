import { fieldPlace, methodFacts, none } from './judges.js'
import { rule } from './rule.js'

/** A Cache-Control value that gives a lifetime or invites shared caches. */
const lifetime = /(?:^|[\s,])(?:(?:s-maxage|max-age)="?0*[1-9]|public\b)/i

export const responsesNotCacheable = rule({
  id: 'responses-not-cacheable',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.2.3',
  words: '<method> responses are not cacheable, and <status> shows a lifetime',
  fix: 'drop cache-control',
  summary: 'Responses to PUT, DELETE, CONNECT, OPTIONS and TRACE are not stored for reuse.',
  why: 'Caches must not do it whatever the response says, so a lifetime there only misleads its readers.',
  bad: "del('/todos/:id', { responses: { 204: empty({ headers: { 'cache-control': z.literal('max-age=60') } }) } })",
  good: "del('/todos/:id', { responses: { 204: empty() } })",
  response(reply) {
    const field = reply.response.fields.get('cache-control')
    return field && methodFacts(reply)?.cacheable === 'no' && field.examples.some((value) => lifetime.test(String(value)))
      ? [fieldPlace(reply.description, field)]
      : none
  },
})
