import { rule } from './rule.js'

export const waiveUnknownRule = rule({
  id: 'waive-unknown-rule',
  level: 'must',
  kind: 'contradiction',
  cite: 'Statute',
  words: "waive names '<name>', which is no rule",
  fix: 'use an id that a message ends with, or remove it',
  summary: 'A waiver names a rule that exists.',
  why: 'A misspelt waiver waives nothing, and nobody notices until the rule it meant speaks again.',
  bad: "get('/todos', { waive: { 'www-authenticate': 'the gateway adds it' }, responses: { 200: json(Todo) } })",
  good: "get('/todos', { waive: { 'validators-on-200-get': 'never cached' }, responses: { 200: json(Todo) } })",
  *operation({ operation }) {
    for (const name of operation.unknownWaivers ?? []) yield { at: ['waive', name], values: { name } }
  },
})
