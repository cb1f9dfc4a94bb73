import { rule } from './rule.js'
import { brief, everywhere, members, shownValues } from './shown.js'

export const connectionUpgradeOption = rule({
  id: 'connection-upgrade-option',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §7.8',
  words: 'Connection says <value>, which does not announce Upgrade',
  fix: 'say upgrade in Connection',
  summary: 'A message with Upgrade lists upgrade in Connection.',
  why: 'Upgrade is for the next hop only; Connection is what keeps intermediaries from passing it on.',
  bad: "get('/chat', {\n  headers: { upgrade: z.string() },\n  responses: { 101: empty({ headers: { upgrade: z.string(), connection: z.literal('keep-alive') } }), 200: text() },\n})",
  good: "get('/chat', {\n  headers: { upgrade: z.string() },\n  responses: { 101: empty({ headers: { upgrade: z.string(), connection: z.literal('upgrade') } }), 200: text() },\n})",
  description: everywhere(['connection'], function* (fields) {
    const connection = fields.get('connection')
    const wrong = shownValues(connection).find((value) => !members(value.toLowerCase()).includes('upgrade'))
    if (fields.has('upgrade') && connection && wrong !== undefined)
      yield { at: [], pointer: connection.pointer, values: { value: brief(wrong) } }
  }),
  exchange: 'declared',
  messages: {
    bad: '> GET /chat\n> connection: keep-alive\n> upgrade: websocket\n< 200 OK',
    good: '> GET /chat\n> connection: keep-alive, upgrade\n> upgrade: websocket\n< 200 OK',
  },
})
