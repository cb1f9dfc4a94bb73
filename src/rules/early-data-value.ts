import { rule } from './rule.js'
import { showing } from './shown.js'

export const earlyDataValue = rule({
  id: 'early-data-value',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8470 §5.1',
  words: 'Early-Data is 1, not <value>',
  fix: 'write 1',
  summary: 'Early-Data has the value 1.',
  why: 'It only says that the request was sent as early data; there is no other case to tell.',
  bad: "get('/todos/:id', { headers: { 'early-data': z.literal('0') }, responses: { 200: json(Todo) } })",
  good: "get('/todos/:id', { headers: { 'early-data': z.literal('1') }, responses: { 200: json(Todo) } })",
  ...showing(['early-data'], (value) => value !== '1'),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n> early-data: true\n< 200 OK',
    good: '> GET /todos\n> early-data: 1\n< 200 OK',
  },
})
