import { rule } from './rule.js'
import { everywhere } from './shown.js'

export const contentLengthXorTransferEncoding = rule({
  id: 'content-length-xor-transfer-encoding',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §6.2',
  words: 'Content-Length stands beside Transfer-Encoding',
  fix: 'keep one of them',
  summary: 'A message has Content-Length or Transfer-Encoding, never both.',
  why: 'Two statements about where a message ends are how one request is smuggled inside another.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'transfer-encoding': z.string(), 'content-length': z.string() } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'transfer-encoding': z.string() } }) } })",
  description: everywhere(['transfer-encoding'], function* (fields, { description }) {
    const both = ['content-length', 'transfer-encoding'].map((name) => fields.get(name))
    // In a contract, optional fields may exclude each other; in a document fields are optional unless it says otherwise.
    const either = description.source === 'contract' && both.some((field) => field?.required === false)
    if (both[0] && both[1] && !either) yield { at: [], pointer: both[0].pointer }
  }),
  exchange: 'declared',
  messages: {
    bad: '> POST /todos\n> content-type: text/plain\n> content-length: 5\n> transfer-encoding: chunked\n>\n> hello\n< 204 No Content',
    good: '> POST /todos\n> content-type: text/plain\n> content-length: 5\n>\n> hello\n< 204 No Content',
  },
})
