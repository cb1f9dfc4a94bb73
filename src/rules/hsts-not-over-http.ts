import { rule } from './rule.js'
import { placeOf } from './traffic.js'

export const hstsNotOverHttp = rule({
  id: 'hsts-not-over-http',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 6797 §7.2',
  words: 'Strict-Transport-Security is sent over an insecure connection',
  fix: 'send it over https alone',
  summary: 'Strict-Transport-Security is sent over secure transport only.',
  why: 'Anybody on the way could have added it, so that user agents ignore it there.',
  bad: '> GET http://todos.example/ HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< strict-transport-security: max-age=31536000',
  good: '> GET https://todos.example/ HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< strict-transport-security: max-age=31536000',
  *exchange({ request, response }) {
    if (request.secure === false && response.fields.has('strict-transport-security')) yield placeOf('response', 'strict-transport-security')
  },
})
