import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const proxyAuthenticate407 = rule({
  id: 'proxy-authenticate-407',
  level: 'must',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.8',
  words: '<status> must send Proxy-Authenticate',
  fix: "add headers: { 'proxy-authenticate': … }",
  summary: 'A 407 carries at least one challenge for the proxy.',
  why: 'The client has to learn which scheme the proxy speaks before it can try again.',
  bad: "get('/', { role: 'proxy', responses: { 200: text(), 407: problem() } })",
  good: "get('/', { role: 'proxy', responses: { 200: text(), 407: problem({ headers: { 'proxy-authenticate': z.string() } }) } })",
  response: requiresField('proxy-authenticate-407'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 407 Proxy Authentication Required',
    good: '> GET /todos\n< 407 Proxy Authentication Required\n< proxy-authenticate: Basic realm="proxy"',
  },
})
