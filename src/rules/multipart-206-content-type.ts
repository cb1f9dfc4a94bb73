import { rule } from './rule.js'
import { each } from './shown.js'

export const multipart206ContentType = rule({
  id: 'multipart-206-content-type',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.2',
  words: '<status> sends several parts as <type>',
  fix: 'use multipart/byteranges',
  summary: 'A 206 with several parts is multipart/byteranges.',
  why: 'Only that media type gives each part its own Content-Range; in any other the parts cannot be placed.',
  bad: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: media({ 'multipart/mixed': Parts, 'video/mp4': Film }, { headers: { 'content-range': z.string() } }) },\n})",
  good: "get('/film', {\n  headers: { range: z.string() },\n  responses: { 206: media({ 'multipart/byteranges': Parts, 'video/mp4': Film }, { headers: { 'content-range': z.string() } }) },\n})",
  *response({ response, description: { law } }) {
    if (!each(response, law, (row) => row.needs === 'range' && row.class === 'successful')) return
    for (const media of response.content)
      if (/^multipart\/(?!byteranges\b|\*)/.test(media.type)) yield { at: [], pointer: media.pointer, values: { type: media.type } }
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /films/7\n> range: bytes=0-1,8-9\n< 206 Partial Content\n< content-type: multipart/mixed; boundary=x\n< content-range: bytes 0-9/500\n<\n< --x',
    good: '> GET /films/7\n> range: bytes=0-9\n< 206 Partial Content\n< content-type: video/mp4\n< content-range: bytes 0-9/500\n<\n< 0123456789',
  },
})
