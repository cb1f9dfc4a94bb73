import { rule } from './rule.js'

export const authorizationSharedCache = rule({
  id: 'authorization-shared-cache',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §3.5',
  words: 'a shared cache uses what Authorization had been needed for',
  fix: 'store it only if Cache-Control says public',
  summary: 'A shared cache uses the answer to a request with Authorization again only where the origin has said so.',
  why: 'It was for one user, and the next may have no right to it.',
  bad: '> GET /me\n> authorization: Bearer a\n< 200 OK\n# a shared cache gives it to somebody else\n> GET /me\n> authorization: Bearer b',
  good: '> GET /me\n> authorization: Bearer a\n< 200 OK\n# a shared cache asks the origin\n> GET /me\n> authorization: Bearer b',
})
