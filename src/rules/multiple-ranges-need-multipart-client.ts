import { rule } from './rule.js'

export const multipleRangesNeedMultipartClient = rule({
  id: 'multiple-ranges-need-multipart-client',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.2',
  words: 'several ranges are asked for by a client that reads one',
  fix: 'ask for one range',
  summary: 'A client asks for several ranges only if it can read multipart/byteranges.',
  why: 'The answer to several may come in parts.',
  bad: '# the client cannot read multipart\n> GET /films/7\n> range: bytes=0-1,5-6',
  good: '# the client cannot read multipart\n> GET /films/7\n> range: bytes=0-1',
})
