import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'
import { answers } from './shown.js'

export const queryUnsupportedType415 = rule({
  id: 'query-unsupported-type-415',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 10008 §2.1',
  words: '<method> <path> has no 415 for a format it does not take',
  fix: 'declare 415',
  summary: 'A QUERY in a format that the resource does not take is answered by 415.',
  why: 'The client learns that the format is wrong and not the query, and with Accept-Query which one is right.',
  bad: "query('/todos', { body: json(Filter), responses: { 200: json(Todos) } })",
  good: "query('/todos', { body: json(Filter), responses: { 200: json(Todos), 415: problem({ headers: { 'accept-query': z.string() } }) } })",
  operation({ operation, description }) {
    return methodFacts({ operation, description })?.group === 'query' && operation.hasContent && !answers(operation, 415)
      ? [{ at: [] }]
      : none
  },
})
