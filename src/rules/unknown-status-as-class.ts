import { rule } from './rule.js'

export const unknownStatusAsClass = rule({
  id: 'unknown-status-as-class',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15',
  words: '<code> is unknown and not handled as its class',
  fix: 'handle it as the x00 of its class',
  summary: 'A client treats a status that it does not know as the x00 of its class.',
  why: 'Codes are added over the years; a client that stops at a new one breaks with the next release of the server.',
  bad: '# the client fails: it has no case for 499\n< 499',
  good: '# the client handles it as it handles 400\n< 499',
})
