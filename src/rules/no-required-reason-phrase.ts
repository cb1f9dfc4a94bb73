import { rule } from './rule.js'

export const noRequiredReasonPhrase = rule({
  id: 'no-required-reason-phrase',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9205 §4.6',
  words: 'the reason phrase <value> is relied upon',
  fix: 'rely on the code',
  summary: 'Nothing depends on the words after the status code.',
  why: 'HTTP/2 and HTTP/3 do not transmit them, and HTTP/1.1 lets any server or proxy change them.',
  bad: '# the client looks for "Payload Too Large"\n< 413 Content Too Large',
  good: '# the client looks for 413\n< 413',
})
