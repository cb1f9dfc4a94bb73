import { essenceOf, fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { answered } from './traffic.js'

/** The header sections of the parts of a multipart body; its octets are read as characters, since only ASCII is looked for. */
const headersOfParts = (bytes: Uint8Array, type: string): string[] => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return []
  const text = `\n${new TextDecoder('latin1').decode(bytes)}`
  const parts = text.split(`\n--${boundary}`).slice(1)
  return parts.filter((part) => !part.startsWith('--')).map((part) => part.split(/\r?\n\r?\n/, 1)[0]!)
}

export const partContentRange = rule({
  id: 'part-content-range',
  level: 'must',
  kind: 'omission',
  refuses: false,
  cite: 'RFC 9110 §15.3.7.2',
  words: 'a part of multipart/byteranges has no Content-Range',
  fix: 'say in each part which one it is',
  summary: 'Each part of multipart/byteranges has Content-Range.',
  why: 'Parts may come in any order and be merged; without the field nobody knows where one belongs.',
  bad: '> GET /films/7\n> range: bytes=0-1,8-9\n< 206 Partial Content\n< content-type: multipart/byteranges; boundary=x\n<\n< --x\n< content-type: video/mp4\n<\n< 01\n< --x--',
  good: '> GET /films/7\n> range: bytes=0-1,8-9\n< 206 Partial Content\n< content-type: multipart/byteranges; boundary=x\n<\n< --x\n< content-range: bytes 0-1/500\n<\n< 01\n< --x--',
  *exchange(exchange) {
    const { response } = exchange
    const type = answered(exchange)?.unlessType
    if (type === undefined || !essenceOf(response).startsWith(type) || !response.content.bytes) return
    const parts = headersOfParts(response.content.bytes, fieldValue(response, 'content-type') ?? '')
    if (parts.some((headers) => !/^content-range[\t ]*:/im.test(headers))) yield { at: ['response', 'content'] }
  },
})
