import { none } from './judges.js'
import { rule } from './rule.js'
import { leads } from './shown.js'

export const pathTemplatesCollide = rule({
  id: 'path-templates-collide',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'OpenAPI 3.1 Paths Object',
  words: '<method> <path> has the same shape as <other>',
  fix: 'keep one of them',
  summary: 'No two routes of a method, and no two templates of a document, differ only in the names of their parameters.',
  why: 'A request fits both; which one answers is left to chance.',
  bad: "contract({\n  read: get('/todos/:id', { responses: { 200: json(Todo) } }),\n  find: get('/todos/:title', { responses: { 200: json(Todo) } }),\n})",
  good: "contract({\n  read: get('/todos/:id', { responses: { 200: json(Todo) } }),\n  find: get('/todos/by-title/:title', { responses: { 200: json(Todo) } }),\n})",
  operation({ operation, description }) {
    if (operation.siblings[0] === operation) return none
    const earlier = operation.siblings.slice(0, operation.siblings.indexOf(operation))
    const other =
      earlier.find(({ method }) => method === operation.method) ??
      (description.source === 'openapi' && leads(operation) ? earlier.find(({ path }) => path !== operation.path) : undefined)
    return other ? [{ at: [], values: { other: `${other.method} ${other.path}` } }] : none
  },
})
