import { rule } from './rule.js'

export const redirectDropContentFields = rule({
  id: 'redirect-drop-content-fields',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4',
  words: '<method> after a redirect keeps <field> of content that is gone',
  fix: 'drop it',
  summary: 'A redirect that turns the method into GET drops the fields of the content.',
  why: 'They describe content that is no longer sent.',
  bad: '> POST /exports\n> content-type: text/csv\n< 303 See Other\n< location: /exports/7\n> GET /exports/7\n> content-type: text/csv',
  good: '> POST /exports\n> content-type: text/csv\n< 303 See Other\n< location: /exports/7\n> GET /exports/7',
})
