import { rule } from './rule.js'
import { members } from './shown.js'
import { answered, placeOf } from './traffic.js'

export const allowExcludesRefusedMethod = rule({
  id: 'allow-excludes-refused-method',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.5.6',
  words: '<status> refuses <method>, and Allow lists it',
  fix: 'leave it out of Allow',
  summary: 'Allow of a 405 does not list the method that was refused.',
  why: 'A method cannot be supported and refused; clients would try it again.',
  bad: '> PUT /todos\n< 405 Method Not Allowed\n< allow: GET, PUT',
  good: '> PUT /todos\n< 405 Method Not Allowed\n< allow: GET',
  *exchange(exchange) {
    const { request, response } = exchange
    const allowed = (response.fields.get('allow') ?? []).flatMap(members)
    if (answered(exchange)?.requires?.allow && allowed.includes(request.method)) yield placeOf('response', 'allow')
  },
})
