import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { isFixdate } from './shown.js'
import { placeOf } from './traffic.js'

export const lastModifiedNotInFuture = rule({
  id: 'last-modified-not-in-future',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §8.8.2.1',
  words: 'Last-Modified, <value>, is later than Date',
  fix: 'send that of Date',
  summary: 'Last-Modified is not later than Date.',
  why: 'A date to come would hide every change that is made before it.',
  bad: '> GET /todos/7\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< last-modified: Sat, 31 Jan 2026 13:00:00 GMT',
  good: '> GET /todos/7\n< 200 OK\n< date: Sat, 31 Jan 2026 12:00:00 GMT\n< last-modified: Sat, 31 Jan 2026 11:00:00 GMT',
  *exchange({ response }) {
    const [made, modified] = ['date', 'last-modified'].map((name) => fieldValue(response, name) ?? '') as [string, string]
    if (isFixdate(made) && isFixdate(modified) && Date.parse(modified) > Date.parse(made))
      yield placeOf('response', 'last-modified', { value: modified })
  },
})
