import { rule } from './rule.js'

export const redirectLoopDetected = rule({
  id: 'redirect-loop-detected',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4',
  words: 'redirects lead back to where they began',
  fix: 'stop after some',
  summary: 'A client notices that redirects go round in circles.',
  why: 'It would ask for ever.',
  bad: '> GET /a\n< 302 Found\n< location: /b\n> GET /b\n< 302 Found\n< location: /a\n> GET /a',
  good: '> GET /a\n< 302 Found\n< location: /b\n> GET /b\n< 302 Found\n< location: /a\n# the client gives up',
})
