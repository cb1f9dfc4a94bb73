import { none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const securedWithout401 = rule({
  id: 'secured-without-401',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.2',
  words: '<method> <path> wants credentials, but has no <name>',
  fix: 'declare <name>',
  summary: 'An operation that wants credentials says what happens without them.',
  why: 'Tokens expire: every client meets this response, and should be made to handle it.',
  bad: "paths:\n  /me:\n    get:\n      security: [{ bearer: [] }]\n      responses: { '200': { description: who asks } }",
  good: "paths:\n  /me:\n    get:\n      security: [{ bearer: [] }]\n      responses: { '200': { description: who asks }, '401': { description: say who you are } }",
  operation({ operation, description: { law } }) {
    if (!operation.secured) return none
    const codes = Object.entries(law.statuses).filter(([, row]) => row.requires?.['www-authenticate'] !== undefined)
    const name = codes[0]?.[0]
    return name !== undefined && !codes.some(([code]) => answers(operation, Number(code))) ? [{ at: [], values: { name } }] : none
  },
})
