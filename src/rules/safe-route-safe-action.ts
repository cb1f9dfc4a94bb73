import { rule } from './rule.js'

export const safeRouteSafeAction = rule({
  id: 'safe-route-safe-action',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.2.1',
  words: '<method> is safe and must not perform an unsafe action',
  fix: 'use post(), put() or del()',
  plainFix: 'use POST, PUT or DELETE',
  summary: 'What a URI makes happen is not done under a safe method.',
  why: 'Crawlers, previews and prefetchers follow every link; a link that deletes will be followed too.',
  bad: '> GET /todos/7?do=delete\n< 204 No Content\n> GET /todos/7\n< 404 Not Found',
  good: '> DELETE /todos/7\n< 204 No Content\n> GET /todos/7\n< 404 Not Found',
})
