import { rule } from './rule.js'
import { asked, isOf } from './traffic.js'

export const queryContentTypePresent = rule({
  id: 'query-content-type-present',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 10008 §2.1',
  words: '<method> content has no media type',
  fix: 'name it: json(), text(), media()',
  plainFix: 'name it, application/json say',
  summary: 'A QUERY without a fitting Content-Type fails with a 4xx.',
  why: 'The media type is half of the query; guessing it would run a query that nobody wrote.',
  bad: '> QUERY /todos\n>\n> {"done":true}\n< 200 OK',
  good: '> QUERY /todos\n> content-type: application/json\n>\n> {"done":true}\n< 200 OK',
  *exchange(exchange) {
    const { content, fields } = exchange.request
    if (content.present !== true || asked(exchange)?.group !== 'query' || fields.has('content-type')) return
    if (!isOf(exchange.response, 'client error')) yield { at: ['request', 'content'] }
  },
  messages: { fix: 'answer 400, or 415' },
})
