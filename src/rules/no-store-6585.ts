import { none } from './judges.js'
import { rule } from './rule.js'
import { brief, each, invitesStoring, shownValues } from './shown.js'

export const noStore6585 = rule({
  id: 'no-store-6585',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 6585 §3',
  words: '<status> must not be stored, but Cache-Control says <value>',
  fix: 'say no-store',
  summary: 'A 428, 429, 431 or 511 is never stored by a cache.',
  why: 'They speak of one client at one moment; a stored one would be given to others, or to the same client when it no longer holds.',
  bad: "get('/todos', { responses: { 200: json(Todos), 429: problem({ headers: { 'cache-control': z.literal('max-age=60') } }) } })",
  good: "get('/todos', { responses: { 200: json(Todos), 429: problem({ headers: { 'cache-control': z.literal('no-store') } }) } })",
  response({ response, description: { law } }) {
    const field = response.fields.get('cache-control')
    const value = shownValues(field).find(invitesStoring)
    return field && value !== undefined && each(response, law, (row) => row.neverStored === 'no-store-6585')
      ? [{ at: [], pointer: field.pointer, values: { value: brief(value) } }]
      : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 429 Too Many Requests\n< cache-control: max-age=60',
    good: '> GET /todos\n< 429 Too Many Requests\n< cache-control: no-store',
  },
})
