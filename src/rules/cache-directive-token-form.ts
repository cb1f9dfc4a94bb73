import { rule } from './rule.js'
import { directives, showing } from './shown.js'

const timed = ['max-age', 's-maxage', 'min-fresh', 'stale-while-revalidate', 'stale-if-error']

export const cacheDirectiveTokenForm = rule({
  id: 'cache-directive-token-form',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9111 §5.2.2.1',
  words: 'Cache-Control shows <value>: seconds are digits without quotes',
  fix: 'write max-age=60, say',
  summary: 'Directives that take seconds have them as digits without quotes.',
  why: 'Many caches read no other form and take the response for one without a lifetime.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('max-age=\"60\"') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'cache-control': z.literal('max-age=60') } }) } })",
  ...showing(['cache-control'], (value) =>
    [...directives(value)].some(([name, argument]) => timed.includes(name) && !/^\d+$/.test(argument)),
  ),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< cache-control: max-age="60"',
    good: '> GET /todos\n< 200 OK\n< cache-control: max-age=60',
  },
})
