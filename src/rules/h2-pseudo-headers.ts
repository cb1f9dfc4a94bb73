import { rule } from './rule.js'
import { eachMessage, isBinary } from './traffic.js'

const isPseudo = (name: string): boolean => name.startsWith(':')

const misplaced = (names: readonly string[]) => {
  const firstField = names.findIndex((name) => !isPseudo(name))
  const late = names.find((name, index) => isPseudo(name) && firstField >= 0 && index > firstField)
  if (late !== undefined) return { name: late, value: 'after fields' }
  const twice = names.find((name, index) => isPseudo(name) && names.indexOf(name) !== index)
  return twice === undefined ? undefined : { name: twice, value: 'twice' }
}
const trailing = (names: readonly string[]) => {
  const found = names.find(isPseudo)
  return found === undefined ? undefined : { name: found, value: 'in trailers' }
}

export const h2PseudoHeaders = rule({
  id: 'h2-pseudo-headers',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9113 §8.3',
  words: '<name> stands <value>',
  fix: 'put it once, before all fields',
  summary: 'Fields that begin with a colon stand once each, before the others, and in no trailers.',
  why: 'A message that has them elsewhere is malformed.',
  bad: '> GET /todos HTTP/2\n> host: todos.example\n> :path: /todos\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  good: '> GET /todos HTTP/2\n> :path: /todos\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT',
  ...eachMessage(function* ({ lines = [], trailers = [] }, side, exchange) {
    if (!isBinary(exchange)) return
    const offence = misplaced(lines.map(([name]) => name)) ?? trailing(trailers.map(([name]) => name))
    if (offence) yield { at: [side, 'headers', offence.name], values: offence }
  }),
})
