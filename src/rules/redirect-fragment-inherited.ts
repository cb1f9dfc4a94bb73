import { rule } from './rule.js'

export const redirectFragmentInherited = rule({
  id: 'redirect-fragment-inherited',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §10.2.2',
  words: 'the fragment is lost in a redirect',
  fix: 'keep that of the first address',
  summary: 'A Location without a fragment inherits the one of the target.',
  why: 'The fragment says which place in the page the user wanted.',
  bad: '# the user asked for /a#notes and is shown /b\n> GET /a\n< 301 Moved Permanently\n< location: /b',
  good: '# the user asked for /a#notes and is shown /b#notes\n> GET /a\n< 301 Moved Permanently\n< location: /b',
})
