import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { okOf } from './shown.js'

const validators = ['etag', 'last-modified']

export const validatorsOn200Get = rule({
  id: 'validators-on-200-get',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §8.8.3.1',
  words: '<status> to <method> has no validator, but <names>',
  fix: "declare 'etag'",
  summary: 'A retrieval sends a validator, at the latest when requests on the same path are conditional.',
  why: 'A client can only send If-Match or If-None-Match with an entity tag that it was given.',
  bad: "contract({\n  read: get('/todos/:id', { responses: { 200: json(Todo) } }),\n  replace: put('/todos/:id', { headers: { 'if-match': z.string() }, body: json(Todo), responses: { 204: empty(), 412: problem() } }),\n})",
  good: "contract({\n  read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }) } }),\n  replace: put('/todos/:id', { headers: { 'if-match': z.string() }, body: json(Todo), responses: { 204: empty(), 412: problem() } }),\n})",
  // A 200 that is the condition of a declared 304 belongs to the rule of the 304.
  operation(deed) {
    const { operation, description } = deed
    if (operation.siblings.every(({ fields }) => fields.size === 0)) return none
    const method = methodFacts(deed)
    const ok = okOf(operation)
    if (!ok || method?.notModified !== true || method.answers !== 'content' || validators.some((name) => ok.fields.has(name))) return none
    if (operation.responses.some(({ status }) => description.law.statuses[status ?? 0]?.wants?.validator)) return none
    for (const sibling of operation.siblings) {
      const condition = [...sibling.fields.values()].find(({ name }) => /^if-(none-)?match$|^if-(un)?modified-since$/.test(name))
      if (!condition) continue
      return [{ at: [], pointer: ok.pointer, response: ok, values: { names: `${sibling.method} takes ${condition.written}` } }]
    }
    return none
  },
  exchange: 'declared',
  messages: {
    fix: 'send etag',
    bad: '> GET /todos/7\n> if-none-match: "v1"\n< 200 OK',
    good: '> GET /todos/7\n> if-none-match: "v1"\n< 200 OK\n< etag: "v2"',
  },
})
