import { effect } from './judges.js'
import { rule } from './rule.js'

export const resetNotForRetrieval = rule({
  id: 'reset-not-for-retrieval',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.3.6',
  words: '<status> to <method>, which submitted no form',
  fix: 'use 200 or 204',
  summary: 'A safe method is not answered 205.',
  why: 'The status resets the form that the user sent; a retrieval sent none.',
  bad: "get('/form', { responses: { 205: empty() } })",
  good: "post('/form', { body: form(Order), responses: { 205: empty() } })",
  response: effect('reset-not-for-retrieval'),
})
