import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const connectNotAPathRoute = rule({
  id: 'connect-not-a-path-route',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.6',
  words: '<method> has no path, and <path> is one',
  fix: 'remove it from the paths',
  summary: 'CONNECT is not bound to a path.',
  why: 'Its target is a host and a port; a server that routes by path never sees one (extended CONNECT of RFC 8441 aside).',
  bad: "openapi: 3.2.0\npaths:\n  /tunnel:\n    additionalOperations:\n      CONNECT: { responses: { '200': { description: open } } }",
  good: "openapi: 3.2.0\npaths:\n  /tunnels:\n    post: { responses: { '201': { description: open } } }",
  operation({ operation, description }) {
    // In a contract the stronger connect-authority-form says it already.
    return description.source === 'openapi' && methodFacts({ operation, description })?.target === 'authority' ? [{ at: [] }] : none
  },
})
