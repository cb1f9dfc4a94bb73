import { fieldFacts, fieldPlace, own } from './judges.js'
import { rule } from './rule.js'
import { listed, placeOf } from './traffic.js'

export const expectContinueNeedsContent = rule({
  id: 'expect-continue-needs-content',
  level: 'must',
  kind: 'contradiction',
  cite: 'RFC 9110 §10.1.1',
  words: '<method> expects 100-continue and has no content',
  fix: 'declare body, or drop expect',
  plainFix: 'declare request content, or drop Expect',
  summary: 'Expect: 100-continue is sent with content to come.',
  why: 'It asks whether the content may follow. Without content the client waits for an answer to no question.',
  bad: "get('/todos', { headers: { expect: z.literal('100-continue') }, responses: { 200: json(Todos) } })",
  good: "put('/film', { headers: { expect: z.literal('100-continue') }, body: bytes(), responses: { 204: empty() } })",
  *operation({ operation, description }) {
    if (operation.hasContent) return
    for (const field of operation.fields.values()) {
      const named = fieldFacts(description, field.name)?.needsContent === 'expect-continue-needs-content'
      // A field of any text may hold another expectation; only one that names this one is wrong.
      if (named && field.examples.some((value) => /^100-continue$/i.test(String(value)))) yield fieldPlace(description, field)
    }
  },
  *exchange({ request, law }) {
    if (request.content.present !== false) return
    for (const name of request.fields.keys())
      if (own(law.fields, name)?.needsContent === 'expect-continue-needs-content' && listed(request, name).includes('100-continue'))
        yield placeOf('request', name)
  },
  messages: {
    fix: 'send content, or no Expect',
    bad: '> POST /todos\n> expect: 100-continue\n< 204 No Content',
    good: '> POST /todos\n> expect: 100-continue\n> content-type: text/plain\n>\n> hello\n< 204 No Content',
  },
})
