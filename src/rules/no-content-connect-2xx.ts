import { noContent } from './judges.js'
import { rule } from './rule.js'

export const noContentConnect2xx = rule({
  id: 'no-content-connect-2xx',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §9.3.6',
  words: '<status> to <method> opens the tunnel and carries no content',
  fix: 'use empty()',
  plainFix: 'remove the content',
  summary: 'A 2xx to CONNECT ends with its header section; what follows is the tunnel.',
  why: 'After the blank line every byte belongs to the two ends of the tunnel, so the proxy has no place to write content.',
  bad: "route('CONNECT', 'example.com:443', { responses: { 200: text() } })",
  good: "route('CONNECT', 'example.com:443', { responses: { 200: empty() } })",
  response: noContent('no-content-connect-2xx'),
  exchange: 'declared',
  messages: {
    bad: '> CONNECT todos.example:443\n< 200 OK\n<\n< hello',
    good: '> CONNECT todos.example:443\n< 200 OK',
  },
})
