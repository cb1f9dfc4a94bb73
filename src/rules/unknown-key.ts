import { rule } from './rule.js'

export const unknownKey = rule({
  id: 'unknown-key',
  level: 'must',
  kind: 'contradiction',
  cite: 'Statute',
  words: '<name> is no key of a route',
  fix: 'use params, query, headers, body, responses, idempotent, role, waive or deprecated',
  summary: 'A route has the keys that mean something, and no others.',
  why: 'A misspelt key would be ignored without a word, and with it what it was meant to say.',
  bad: "get('/todos', { decription: 'All of them', responses: { 200: json(Todos) } })",
  good: "get('/todos', { description: 'All of them', responses: { 200: json(Todos) } })",
  *operation({ operation }) {
    for (const name of operation.unknownKeys ?? []) yield { at: [name], values: { name } }
  },
})
