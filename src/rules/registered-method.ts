import { isToken, methodFacts, miscased, none, place } from './judges.js'
import { rule } from './rule.js'

export const registeredMethod = rule({
  id: 'registered-method',
  level: 'bcp',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 9205 §4.5',
  words: '<method> is not a method for applications',
  fix: 'use a registered one, or defineRegistry({ methods: { … } })',
  plainFix: 'use a registered one',
  summary: 'An API uses methods that are registered and meant for use, or registers its own with its law.',
  why: 'Clients, proxies and firewalls know the registered ones; they block, or cannot judge, the rest. PRI and * are in the registry only so that nobody takes them.',
  bad: "route('PURGE', '/todos', { responses: { 204: empty() } })",
  good: "del('/todos', { responses: { 204: empty() } })",
  operation({ operation, description }) {
    const facts = methodFacts({ operation, description })
    const unknown = !facts && isToken(operation.method) && !miscased(operation, description)
    return unknown || facts?.group === 'reserved' ? [place(description, ['method'], operation.pointer)] : none
  },
})
