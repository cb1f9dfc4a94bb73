import { requiresField } from './judges.js'
import { rule } from './rule.js'

export const acceptPatch415 = rule({
  id: 'accept-patch-415',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 5789 §2.2',
  words: '<status> to <method> should send Accept-Patch',
  fix: "add headers: { 'accept-patch': … }",
  summary: 'A 415 to PATCH names the patch formats that the resource takes.',
  why: 'Patch formats are many; the client needs to know which one to write.',
  bad: "patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo), 415: problem() } })",
  good: "patch('/todos/:id', { body: json(Changes), responses: { 200: json(Todo), 415: problem({ headers: { 'accept-patch': z.string() } }) } })",
  response: requiresField('accept-patch-415'),
  exchange: 'declared',
  messages: {
    bad: '> PATCH /todos/7\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type',
    good: '> PATCH /todos/7\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type\n< accept-patch: application/merge-patch+json',
  },
})
