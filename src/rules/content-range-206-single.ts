import { essenceOf } from './exchange.js'
import { none, statusFacts } from './judges.js'
import { rule } from './rule.js'
import { answered } from './traffic.js'

export const contentRange206Single = rule({
  id: 'content-range-206-single',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.1',
  words: '<status> with a single part, <type>, lacks Content-Range',
  fix: "declare 'content-range'",
  summary: 'A 206 with one part says by Content-Range which part it is.',
  why: 'The client may have asked for one range and get another; without the field it would put the octets at the wrong place.',
  bad: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: media({ 'multipart/byteranges': Parts, 'video/mp4': Film }) },\n})",
  good: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: media({ 'multipart/byteranges': Parts, 'video/mp4': Film }, { headers: { 'content-range': z.string().optional() } }) },\n})",
  // Where nothing is multipart, `content-range-or-multipart-206` has spoken already.
  response(reply) {
    const several = statusFacts(reply)?.unlessType
    if (several === undefined) return none
    const { content, fields } = reply.response
    if (fields.has('content-range')) return none
    const single = content.find(({ type }) => !type.startsWith(several))
    return single && content.some(({ type }) => type.startsWith(several)) ? [{ at: [], values: { type: single.type } }] : none
  },
  *exchange(exchange) {
    const { response } = exchange
    const several = answered(exchange)?.unlessType
    const type = essenceOf(response)
    if (several !== undefined && !response.fields.has('content-range') && !type.startsWith(several))
      yield { at: ['response', 'headers'], values: { type: type || 'without a type' } }
  },
  messages: {
    fix: 'send content-range',
    bad: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-type: video/mp4',
    good: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-type: video/mp4\n< content-range: bytes 0-9/500',
  },
})
