import { rule } from './rule.js'
import { answered, placeOf } from './traffic.js'

export const noTransferEncoding1xx204 = rule({
  id: 'no-transfer-encoding-1xx-204',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9112 §6.1',
  words: '<status> must not send Transfer-Encoding',
  fix: 'remove it',
  summary: 'A 1xx and a 204 have no Transfer-Encoding.',
  why: 'There is no content to encode; a recipient that waits for chunks waits for ever, or takes the next response for them.',
  bad: '> DELETE /todos/7\n< 204 No Content\n< transfer-encoding: chunked',
  good: '> DELETE /todos/7\n< 204 No Content',
  // The rows that forbid Content-Length are those that frame nothing.
  *exchange(exchange) {
    for (const response of exchange.responses)
      if (answered(exchange, response)?.forbids?.['content-length'] && response.fields.has('transfer-encoding'))
        yield {
          ...placeOf('response', 'transfer-encoding'),
          values: { status: `${response.status} ${answered(exchange, response)?.phrase}` },
        }
  },
})
