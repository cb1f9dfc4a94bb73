import { essenceOf } from './exchange.js'
import { rule } from './rule.js'
import { eachMessage, listed, placeOf } from './traffic.js'

export const contentEncodingAccurate = rule({
  id: 'content-encoding-accurate',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.4',
  words: 'Content-Encoding says <value>, and the content <name> as gzip does',
  fix: 'name the codings that were applied',
  summary: 'Content-Encoding lists the codings that were applied.',
  why: 'A recipient undoes what is listed: what is not listed stays coded, and what was not applied cannot be undone.',
  bad: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< content-type: text/plain\n< content-encoding: gzip\n<\n< hello',
  good: '> GET /todos HTTP/1.1\n> host: todos.example\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< content-type: text/plain\n<\n< hello',
  // Fetch undoes the codings and leaves the field, so that only octets off the wire tell.
  ...eachMessage(function* (message, side) {
    const { bytes } = message.content
    if (!message.lines || !bytes || bytes.length === 0) return
    const codings = listed(message, 'content-encoding')
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
    const outermost = codings.at(-1) === 'gzip' || codings.at(-1) === 'x-gzip'
    const isText = /^text\/|[/+](json|xml)$/.test(essenceOf(message))
    if (outermost && !isGzip) yield placeOf(side, 'content-encoding', { value: codings.join(', '), name: 'does not begin' })
    if (isGzip && codings.length === 0 && isText) yield placeOf(side, 'content-encoding', { value: 'nothing', name: 'begins' })
  }),
})
