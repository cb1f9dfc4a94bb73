import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { asked } from './traffic.js'

/** Host and port: `example.com:443`, `[::1]:8443`. */
const isAuthority = (target: string): boolean => {
  const port = /^(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:[\]]+):(\d{1,5})$/.exec(target)?.[1]
  return port !== undefined && Number(port) > 0 && Number(port) <= 65_535
}

export const connectAuthorityForm = rule({
  id: 'connect-authority-form',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.6',
  words: '<method> names a host and a port, not a path',
  fix: "write 'example.com:443'",
  summary: 'The target of CONNECT is a host and an explicit port.',
  why: 'It asks for a tunnel to a machine, not for a resource, and there is no default port to fall back on.',
  bad: "route('CONNECT', '/tunnel', { responses: { 200: empty() } })",
  good: "route('CONNECT', 'example.com:443', { responses: { 200: empty() } })",
  operation({ operation, description }) {
    if (description.source !== 'contract' || methodFacts({ operation, description })?.target !== 'authority') return none
    return !isAuthority(operation.path) ? [{ at: ['path'] }] : none
  },
  // Extended CONNECT (RFC 8441) opens a stream to a resource, which has a path.
  *exchange(exchange) {
    const { target, lines } = exchange.request
    const isExtended = lines?.some(([name]) => name === ':protocol') === true
    if (asked(exchange)?.target === 'authority' && !isExtended && !isAuthority(target)) yield { at: ['request', 'target'] }
  },
  messages: {
    bad: '> CONNECT /todos\n< 400 Bad Request',
    good: '> CONNECT todos.example:443\n< 200 OK',
  },
})
