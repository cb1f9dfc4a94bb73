import { rule } from './rule.js'
import { brief } from './shown.js'
import { placeOf } from './traffic.js'

export const fieldSchema = rule({
  id: 'field-schema',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'Statute',
  words: '<status> of <name> breaks what is declared of <field>: <value>',
  fix: 'send what the schema takes',
  summary: 'The fields of a response are those that its contract declares.',
  why: 'A client relies on a field that is declared, and on its value.',
  bad: '# the contract declares etag\n> GET /todos/7\n< 200 OK',
  good: '# the contract declares etag\n> GET /todos/7\n< 200 OK\n< etag: "v1"',
  *exchange({ promised, route = '' }) {
    for (const { name, why } of promised?.broken ?? []) yield placeOf('response', name, { name: route, field: name, value: brief(why) })
  },
})
