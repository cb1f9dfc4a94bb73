import { none } from './judges.js'
import { rule } from './rule.js'
import { each } from './shown.js'

export const noContentRangeMultipart206 = rule({
  id: 'no-content-range-multipart-206',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.2',
  words: '<status> as multipart/byteranges has no Content-Range of its own',
  fix: 'leave it to the parts',
  summary: 'A multipart 206 has Content-Range in its parts, not in its header section.',
  why: 'One field cannot describe several ranges, and a recipient that believed it would place the whole multipart as one part.',
  bad: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: bytes({ type: 'multipart/byteranges', headers: { 'content-range': z.string() } }) },\n})",
  good: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: bytes({ type: 'multipart/byteranges' }) },\n})",
  response({ response, description: { law } }) {
    const field = response.fields.get('content-range')
    if (!field || !each(response, law, (row) => row.needs === 'range' && row.class === 'successful')) return none
    return response.hasContent && response.content.every(({ type }) => type.startsWith('multipart/byteranges'))
      ? [{ at: [], pointer: field.pointer }]
      : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /films/7\n> range: bytes=0-1,8-9\n< 206 Partial Content\n< content-type: multipart/byteranges; boundary=x\n< content-range: bytes 0-9/500\n<\n< --x--',
    good: '> GET /films/7\n> range: bytes=0-1\n< 206 Partial Content\n< content-type: video/mp4\n< content-range: bytes 0-1/500\n<\n< 01',
  },
})
