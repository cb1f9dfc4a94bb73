import { methodFacts, none, statusFacts } from './judges.js'
import { rule } from './rule.js'

export const accept415 = rule({
  id: 'accept-415',
  level: 'hint',
  kind: 'omission',
  cite: 'RFC 9110 §15.5.16',
  words: '<status> does not say which media types are supported',
  fix: "declare 'accept'",
  summary: 'A 415 may name the media types that would have been taken, in Accept.',
  why: 'The client learns from the refusal what to send instead, without reading the documentation.',
  bad: "post('/todos', { body: json(NewTodo), responses: { 201: json(Todo), 415: problem() } })",
  good: "post('/todos', { body: json(NewTodo), responses: { 201: json(Todo), 415: problem({ headers: { accept: z.string() } }) } })",
  response(reply) {
    const { response, operation } = reply
    if (statusFacts(reply)?.recommends?.accept !== 'accept-415' || !operation.hasContent) return none
    // A method may have a field of its own for this, such as Accept-Patch.
    const method = methodFacts(reply)
    const own = method?.group === 'query' || method?.recommends?.[response.status ?? 0] !== undefined
    return !own && ![...response.fields.keys()].some((name) => name.startsWith('accept')) ? [{ at: [] }] : none
  },
  exchange: 'declared',
  messages: {
    fix: 'send accept',
    bad: '> POST /todos\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type',
    good: '> POST /todos\n> content-type: text/csv\n>\n> id,title\n< 415 Unsupported Media Type\n< accept: application/json',
  },
})
