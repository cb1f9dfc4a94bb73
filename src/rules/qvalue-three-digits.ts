import { rule } from './rule.js'
import { showing } from './shown.js'

export const qvalueThreeDigits = rule({
  id: 'qvalue-three-digits',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §12.4.2',
  words: '<field> shows a weight that is none: <value>',
  fix: 'use 0 to 1 with up to three decimals',
  summary: 'A weight is between 0 and 1 and has at most three decimals.',
  why: 'A recipient that cannot read the weight drops the preference, or the whole field.',
  bad: "get('/todos/:id', { headers: { accept: z.literal('text/html;q=0.3333') }, responses: { 200: json(Todo) } })",
  good: "get('/todos/:id', { headers: { accept: z.literal('text/html;q=0.333') }, responses: { 200: json(Todo) } })",
  ...showing(['accept', 'accept-encoding', 'accept-language', 'accept-charset', 'te'], (value) =>
    (value.match(/;\s*q\s*=[^;,]*/gi) ?? []).some((weight) => !/^;\s*q=(0(\.\d{0,3})?|1(\.0{0,3})?)\s*$/i.test(weight)),
  ),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n> accept: text/csv;q=0.1234\n< 200 OK',
    good: '> GET /todos\n> accept: text/csv;q=0.123\n< 200 OK',
  },
})
