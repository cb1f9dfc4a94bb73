import { rule } from './rule.js'
import { showing } from './shown.js'

export const authenticationChallengeQuoting = rule({
  id: 'authentication-challenge-quoting',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §11.5',
  words: '<field> shows a realm without quotes: <value>',
  fix: 'write realm="…"',
  summary: 'The realm of a challenge is a quoted string.',
  why: 'Old clients read it in no other form.',
  bad: "get('/me', { responses: { 200: json(User), 401: problem({ headers: { 'www-authenticate': z.literal('Basic realm=x') } }) } })",
  good: "get('/me', { responses: { 200: json(User), 401: problem({ headers: { 'www-authenticate': z.literal('Basic realm=\"x\"') } }) } })",
  ...showing(['www-authenticate', 'proxy-authenticate'], (value) => /\brealm\s*=\s*(?!["\s])/i.test(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 401 Unauthorized\n< www-authenticate: Basic realm=todos',
    good: '> GET /todos\n< 401 Unauthorized\n< www-authenticate: Basic realm="todos"',
  },
})
