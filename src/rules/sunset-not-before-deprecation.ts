import { none } from './judges.js'
import { rule } from './rule.js'
import { brief, shownValues } from './shown.js'

export const sunsetNotBeforeDeprecation = rule({
  id: 'sunset-not-before-deprecation',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9745 §4',
  words: 'Sunset, <value>, comes before Deprecation',
  fix: 'let the sunset follow',
  summary: 'A resource does not go before it is deprecated.',
  why: 'The time between the two is what clients have for moving on.',
  bad: "get('/todos', { deprecated: { since: '2027-01-01', sunset: '2026-01-01' }, responses: { 200: json(Todos) } })",
  good: "get('/todos', { deprecated: { since: '2026-01-01', sunset: '2027-01-01' }, responses: { 200: json(Todos) } })",
  operation({ operation: { deprecated } }) {
    if (typeof deprecated !== 'object' || deprecated.since === undefined || deprecated.sunset === undefined) return none
    return Date.parse(deprecated.sunset) < Date.parse(deprecated.since)
      ? [{ at: ['deprecated'], values: { value: brief(deprecated.sunset) } }]
      : none
  },
  response({ response }) {
    const sunset = response.fields.get('sunset')
    if (!sunset) return none
    const [end] = shownValues(sunset)
    const [start] = shownValues(response.fields.get('deprecation'))
    if (end === undefined || !start?.startsWith('@')) return none
    return Date.parse(end) < Number(start.slice(1)) * 1000 ? [{ at: [], pointer: sunset.pointer, values: { value: brief(end) } }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< deprecation: @1767225600\n< sunset: Wed, 01 Jan 2025 00:00:00 GMT',
    good: '> GET /todos\n< 200 OK\n< deprecation: @1767225600\n< sunset: Fri, 01 Jan 2027 00:00:00 GMT',
  },
})
