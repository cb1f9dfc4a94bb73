import { rule } from './rule.js'

export const putValidatorOnlyIfVerbatim = rule({
  id: 'put-validator-only-if-verbatim',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.3.4',
  words: '<status> to <method> sends a validator, though the content was changed',
  fix: 'leave out ETag and Last-Modified',
  summary: 'An answer to PUT has a validator only where the content was stored as it came.',
  why: 'The client takes the validator for that of the octets it sent, and will write over a representation it has never seen.',
  bad: '# the server sorts the members before it stores them\n> PUT /todos/7\n< 204 No Content\n< etag: "v2"',
  good: '# the server sorts the members before it stores them\n> PUT /todos/7\n< 204 No Content',
})
