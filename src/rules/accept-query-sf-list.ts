import { rule } from './rule.js'
import { members, showing } from './shown.js'

const token = "[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*"
const string = '"[^"]*/[^"]*"'
/** A media range as token or string, with parameters of Structured Fields. */
const item = new RegExp(`^(${token}/${token}|${string})(\\s*;\\s*[a-z*][a-z0-9_.*-]*(=(${token}|"[^"]*"|-?\\d+(\\.\\d+)?|\\?[01]))?)*$`)

export const acceptQuerySfList = rule({
  id: 'accept-query-sf-list',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 10008 §3',
  words: 'Accept-Query is a list of media types as Structured Fields, not <value>',
  fix: 'write "application/sql", say',
  summary: 'Accept-Query is a list of Structured Fields whose members are media ranges.',
  why: 'A parser of Structured Fields drops a field that it cannot read as a whole.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'accept-query': z.literal('application/sql;charset=utf 8') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'accept-query': z.literal('application/sql;charset=\"utf-8\"') } }) } })",
  ...showing(['accept-query'], (value) => members(value).some((member) => !item.test(member))),
  exchange: 'declared',
  messages: {
    bad: '> OPTIONS /todos\n< 204 No Content\n< allow: GET, QUERY\n< accept-query: application/sql; application/json',
    good: '> OPTIONS /todos\n< 204 No Content\n< allow: GET, QUERY\n< accept-query: "application/sql", application/jsonpath',
  },
})
