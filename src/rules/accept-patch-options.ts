import { isSuccessful, methodFacts, none, own } from './judges.js'
import { rule } from './rule.js'
import { asked, isOf, listed } from './traffic.js'

export const acceptPatchOptions = rule({
  id: 'accept-patch-options',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 5789 §3.1',
  words: '<status> to <method> should send Accept-Patch, since <path> has PATCH',
  fix: "add headers: { 'accept-patch': … }",
  summary: 'OPTIONS names the patch formats of a resource that has PATCH.',
  why: 'PATCH has no format of its own; a client has to learn from somewhere which ones are understood.',
  bad: "contract({\n  rename: patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo) } }),\n  ask: options('/todos/:id', { responses: { 204: empty({ headers: { allow: z.string() } }) } }),\n})",
  good: "contract({\n  rename: patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo) } }),\n  ask: options('/todos/:id', { responses: { 204: empty({ headers: { allow: z.string(), 'accept-patch': z.string() } }) } }),\n})",
  response(reply) {
    const { response, operation, description } = reply
    if (!methodFacts(reply)?.asterisk || !isSuccessful(response) || response.fields.has('accept-patch')) return none
    return operation.siblings.some((sibling) => methodFacts({ operation: sibling, description })?.group === 'patch') ? [{ at: [] }] : none
  },
  *exchange(exchange) {
    const { response, law } = exchange
    if (!asked(exchange)?.asterisk || !isOf(response, 'successful') || response.fields.has('accept-patch')) return
    const patches = (name: string) => own(law.methods, name.toUpperCase())?.group === 'patch'
    if (listed(response, 'allow').some(patches)) yield { at: ['response', 'headers'] }
  },
  messages: {
    bad: '> OPTIONS /todos/7\n< 204 No Content\n< allow: GET, PATCH',
    good: '> OPTIONS /todos/7\n< 204 No Content\n< allow: GET, PATCH\n< accept-patch: application/merge-patch+json',
  },
})
