import { fieldFacts, fieldPlace } from './judges.js'
import { rule } from './rule.js'

export const earlyDataNotInResponse = rule({
  id: 'early-data-not-in-response',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 8470 §5.1',
  words: '<field> is a request field',
  fix: 'remove it from the response headers',
  summary: 'Early-Data stands in requests only.',
  why: 'It tells the origin that the request came before the handshake was done; a response has nothing like it to say.',
  bad: "get('/todos', { responses: { 200: json(Todos, { headers: { 'early-data': z.string() } }) } })",
  good: "get('/todos', { headers: { 'early-data': z.string().optional() }, responses: { 200: json(Todos), 425: problem() } })",
  *response({ response, description }) {
    for (const field of response.fields.values()) {
      const facts = fieldFacts(description, field.name)
      if (facts?.inRule === 'early-data-not-in-response' && facts.in === 'request') yield fieldPlace(description, field)
    }
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos\n< 200 OK\n< early-data: 1',
    good: '> GET /todos\n> early-data: 1\n< 200 OK',
  },
})
