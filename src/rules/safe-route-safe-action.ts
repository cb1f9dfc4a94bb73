import { rule } from './rule.js'

export const safeRouteSafeAction = rule({
  id: 'safe-route-safe-action',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §9.2.1',
  words: '<method> is safe and must not perform an unsafe action',
  fix: 'use post(), put() or del()',
  summary: 'What a URI makes happen is not done under a safe method.',
  why: 'Crawlers, previews and prefetchers follow every link; a link that deletes will be followed too.',
  bad: "get('/todos/:id', { query: z.object({ do: z.literal('delete') }), responses: { 204: empty() } })",
  good: "del('/todos/:id', { responses: { 204: empty() } })",
})
