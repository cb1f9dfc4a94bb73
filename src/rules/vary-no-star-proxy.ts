import { rule } from './rule.js'

export const varyNoStarProxy = rule({
  id: 'vary-no-star-proxy',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §12.5.5',
  words: 'a proxy has made Vary: *',
  fix: 'name the fields',
  summary: 'A proxy does not generate Vary: *.',
  why: 'Only the origin can know that a response depends on more than the request.',
  bad: '# added by a proxy\n> GET /todos\n< 200 OK\n< vary: *',
  good: '# added by a proxy\n> GET /todos\n< 200 OK\n< vary: accept-encoding',
})
