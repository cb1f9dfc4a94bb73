import { rule } from './rule.js'
import { members, showing } from './shown.js'

export const noEmptyListElements = rule({
  id: 'no-empty-list-elements',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §5.6.1',
  words: '<field> shows a list with an empty member: <value>',
  fix: 'remove the comma',
  summary: 'A list in a field has no empty members when it is sent.',
  why: 'Recipients have to bear them, yet many count or index members and go wrong.',
  bad: "get('/todos', { responses: { 200: json(Todos), 405: problem({ headers: { allow: z.literal('GET,,PUT') } }) } })",
  good: "get('/todos', { responses: { 200: json(Todos), 405: problem({ headers: { allow: z.literal('GET, PUT') } }) } })",
  ...showing(
    [
      'accept',
      'accept-encoding',
      'accept-language',
      'accept-patch',
      'accept-ranges',
      'allow',
      'cache-control',
      'connection',
      'content-encoding',
      'content-language',
      'vary',
    ],
    (value) => value !== '' && members(value).includes(''),
  ),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n> accept: application/json,,text/csv\n< 200 OK',
    good: '> GET /todos\n> accept: application/json, text/csv\n< 200 OK',
  },
})
