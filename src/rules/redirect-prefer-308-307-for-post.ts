import { none, own, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const redirectPrefer308307ForPost = rule({
  id: 'redirect-prefer-308-307-for-post',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.2',
  words: '<status> may turn <method> into GET',
  fix: 'use 308 or 307 to keep it, 303 to change it',
  summary: 'A redirect of a POST says whether the method stays.',
  why: 'Clients differ in what they do after 301 and 302: some repeat the POST, most send a GET without content.',
  bad: "post('/orders', { body: json(Order), responses: { 301: empty({ headers: { location: z.string() } }) } })",
  good: "post('/orders', { body: json(Order), responses: { 308: empty({ headers: { location: z.string() } }) } })",
  response(reply) {
    const rewrites = statusFacts(reply)?.rewrites
    return rewrites && own(rewrites, reply.operation.method) === 'redirect-prefer-308-307-for-post' ? [{ at: [] }] : none
  },
})
