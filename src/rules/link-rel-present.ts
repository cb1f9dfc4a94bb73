import { rule } from './rule.js'
import { showing } from './shown.js'

/** The links of a value, each with its parameters; text that has no link at all shows none. */
const links = (value: string): string[] => value.match(/<[^>]*>[^<]*/g) ?? []

export const linkRelPresent = rule({
  id: 'link-rel-present',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 8288 §3.3',
  words: 'Link shows a link without a relation: <value>',
  fix: 'add rel="…"',
  summary: 'Each link in Link has one rel.',
  why: 'Without its relation a link is an address that nobody knows what to do with.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { link: z.literal('</todos?page=2>') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { link: z.literal('</todos?page=2>; rel=\"next\"') } }) } })",
  ...showing(['link'], (value) => links(value).some((link) => !/;\s*rel\s*\*?\s*=/i.test(link))),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< link: </todos?page=2>',
    good: '> GET /todos\n< 200 OK\n< link: </todos?page=2>; rel="next"',
  },
})
