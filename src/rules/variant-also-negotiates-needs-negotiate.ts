import { wants } from './judges.js'
import { rule } from './rule.js'

export const variantAlsoNegotiatesNeedsNegotiate = rule({
  id: 'variant-also-negotiates-needs-negotiate',
  level: 'should',
  kind: 'omission',
  refuses: true,
  cite: 'RFC 2295 §8.1',
  words: '<status> answers transparent negotiation',
  fix: 'declare negotiate in headers',
  summary: 'A 506 reports a fault in transparent content negotiation, which the request asks for in Negotiate.',
  why: 'It says that a variant chosen by negotiation negotiates in turn. Without negotiation there is no variant.',
  bad: "get('/page', { responses: { 200: text(), 506: problem() } })",
  good: "get('/page', { headers: { negotiate: z.string().optional() }, responses: { 200: text(), 506: problem() } })",
  response: wants('variant-also-negotiates-needs-negotiate'),
})
