import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const acceptEncoding415 = rule({
  id: 'accept-encoding-415',
  level: 'bcp',
  kind: 'omission',
  cite: 'RFC 9110 §12.5.3',
  words: '<status> does not say which content codings are supported',
  fix: "declare 'accept-encoding'",
  summary: 'Where a request may be coded, a 415 about the coding names those supported in Accept-Encoding.',
  why: 'The field is how a client tells a refused coding from a refused media type.',
  bad: "post('/todos', {\n  headers: { 'content-encoding': z.string() }, body: json(NewTodo),\n  responses: { 201: json(Todo), 415: problem() },\n})",
  good: "post('/todos', {\n  headers: { 'content-encoding': z.string() }, body: json(NewTodo),\n  responses: { 201: json(Todo), 415: problem({ headers: { 'accept-encoding': z.string().optional() } }) },\n})",
  response(reply) {
    const { response, operation } = reply
    if (statusFacts(reply)?.recommends?.accept !== 'accept-415') return none
    return operation.fields.has('content-encoding') && !response.fields.has('accept-encoding') ? [{ at: [] }] : none
  },
  exchange: 'declared',
  messages: {
    fix: 'send accept-encoding',
    bad: '> POST /todos\n> content-type: application/json\n> content-encoding: br\n< 415 Unsupported Media Type',
    good: '> POST /todos\n> content-type: application/json\n> content-encoding: br\n< 415 Unsupported Media Type\n< accept-encoding: gzip',
  },
})
