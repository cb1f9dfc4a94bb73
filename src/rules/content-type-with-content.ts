import { rule } from './rule.js'
import { asked, eachMessage } from './traffic.js'

export const contentTypeWithContent = rule({
  id: 'content-type-with-content',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §8.3',
  words: 'content is sent without Content-Type',
  fix: 'name its media type: json(), text(), media()',
  plainFix: 'name its media type',
  summary: 'A message with content says its media type, where the sender knows it.',
  why: 'Without it the receiver guesses, and a wrong guess has turned downloads into scripts before.',
  bad: '> GET /todos\n< 200 OK\n<\n< id,title',
  good: '> GET /todos\n< 200 OK\n< content-type: text/csv\n<\n< id,title',
  ...eachMessage(function* ({ content, fields }, side, exchange) {
    if (content.present !== true || fields.has('content-type')) return
    // OPTIONS and QUERY have rules of their own for this.
    const method = side === 'request' ? asked(exchange) : undefined
    if (!method?.asterisk && method?.group !== 'query') yield { at: [side, 'content'] }
  }),
  messages: { fix: 'name its media type' },
})
