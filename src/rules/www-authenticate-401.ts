import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const wwwAuthenticate401 = rule({
  id: 'www-authenticate-401',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.2',
  words: '<status> must send WWW-Authenticate',
  fix: "add headers: { 'www-authenticate': … }",
  summary: 'A 401 carries at least one challenge.',
  why: 'The challenge names the scheme; without it a client knows that it must authenticate, but not how.',
  bad: "get('/me', { responses: { 200: json(User), 401: problem() } })",
  good: "get('/me', { responses: { 200: json(User), 401: problem({ headers: { 'www-authenticate': z.string() } }) } })",
  response: requiresField('www-authenticate-401'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 401 Unauthorized',
    good: '> GET /todos\n< 401 Unauthorized\n< www-authenticate: Basic realm="todos"',
  },
})
