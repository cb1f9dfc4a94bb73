import { rule } from './rule.js'
import { asked } from './traffic.js'

export const optionsContentNeedsType = rule({
  id: 'options-content-needs-type',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §9.3.7',
  words: '<method> content has no media type',
  fix: 'name it: json(), text(), media()',
  plainFix: 'name it, application/json say',
  summary: 'An OPTIONS request with content says its media type.',
  why: 'Content of OPTIONS has no common format, so only its Content-Type can tell what it is.',
  bad: '> OPTIONS /todos\n>\n> {"about":"filters"}\n< 204 No Content\n< allow: GET',
  good: '> OPTIONS /todos\n> content-type: application/json\n>\n> {"about":"filters"}\n< 204 No Content\n< allow: GET',
  *exchange(exchange) {
    const { content, fields } = exchange.request
    if (content.present === true && asked(exchange)?.asterisk && !fields.has('content-type')) yield { at: ['request', 'content'] }
  },
  messages: { fix: 'send content-type' },
})
