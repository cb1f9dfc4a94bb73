import { essenceOf } from './exchange.js'
import { rule } from './rule.js'
import { answered, listed, placeOf } from './traffic.js'

export const noMultipartForSingleRange = rule({
  id: 'no-multipart-for-single-range',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.2',
  words: '<status> sends <type> for a single range',
  fix: 'send the part as it is, with Content-Range',
  summary: 'One range that was asked for is not sent as multipart/byteranges.',
  why: 'A client that asks for one part need not know how to read several.',
  bad: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-type: multipart/byteranges; boundary=x',
  good: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-type: video/mp4\n< content-range: bytes 0-9/500',
  *exchange(exchange) {
    const { request, response } = exchange
    const several = answered(exchange)?.unlessType
    const type = essenceOf(response)
    if (several !== undefined && type.startsWith(several) && listed(request, 'range').length === 1)
      yield placeOf('response', 'content-type', { type })
  },
})
