import { none } from './judges.js'
import { rule } from './rule.js'
import { each } from './shown.js'

export const contentRangeOnly206416 = rule({
  id: 'content-range-only-206-416',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §14.4',
  words: '<status> gives Content-Range no meaning',
  fix: 'use 206, or another field',
  summary: 'Content-Range means something on 206 and 416 only.',
  why: 'On any other status recipients have to ignore it, so that whatever it was to say, of a page of a list for instance, is not said.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-range': z.string() } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { link: z.string() } }) } })",
  response({ response, description: { law } }) {
    const field = response.fields.get('content-range')
    return field && each(response, law, (row) => row.needs !== 'range' && row.needs !== 'notModified')
      ? [{ at: [], pointer: field.pointer }]
      : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /films/7\n< 200 OK\n< content-range: bytes 0-9/500',
    good: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-range: bytes 0-9/500',
  },
})
