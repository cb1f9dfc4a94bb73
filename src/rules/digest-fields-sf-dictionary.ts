import { rule } from './rule.js'
import { members, showing } from './shown.js'

export const digestFieldsSfDictionary = rule({
  id: 'digest-fields-sf-dictionary',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9530 §2',
  words: '<field> is a dictionary of byte sequences, not <value>',
  fix: 'write sha-256=:…:',
  summary: 'Content-Digest and Repr-Digest are dictionaries of algorithms and byte sequences.',
  why: 'A byte sequence stands between colons; the form of the old Digest field cannot be read here.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-digest': z.literal('sha-256=YWJj') } }) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo, { headers: { 'content-digest': z.literal('sha-256=:YWJj:') } }) } })",
  ...showing(['content-digest', 'repr-digest'], (value) =>
    members(value).some((member) => !/^[a-z*][a-z0-9_.*-]*=:[A-Za-z0-9+/]*={0,2}:$/.test(member)),
  ),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< content-digest: sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=',
    good: '> GET /todos\n< 200 OK\n< content-digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
  },
})
