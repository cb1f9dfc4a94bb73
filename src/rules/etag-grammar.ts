import { rule } from './rule.js'
import { showing } from './shown.js'

export const etagGrammar = rule({
  id: 'etag-grammar',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.8.3',
  words: 'ETag is a tag in double quotes, not <value>',
  fix: 'write "v1" or W/"v1"',
  summary: 'An entity tag is quoted, with W/ before it if it is weak.',
  why: 'Caches and clients send the tag back as it is; one without quotes is compared differently, or dropped, on the way.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.literal('v1') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.literal('\"v1\"') } }) } })",
  ...showing(['etag'], (value) => !/^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(value)),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/7\n< 200 OK\n< etag: v1',
    good: '> GET /todos/7\n< 200 OK\n< etag: W/"v1"',
  },
})
