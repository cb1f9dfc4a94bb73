import { methodFacts, none } from './judges.js'
import { rule } from './rule.js'

export const patchConditionalRequest = rule({
  id: 'patch-conditional-request',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 5789 §2',
  words: '<method> <path> takes <type>, but not If-Match',
  fix: "add headers: { 'if-match': … }",
  summary: 'A patch that depends on a known base can be made conditional.',
  why: 'JSON Patch addresses places in the document; if somebody else changed it meanwhile, it changes the wrong ones.',
  bad: "patch('/todos/:id', { body: json(Operations, { type: 'application/json-patch+json' }), responses: { 204: empty() } })",
  good: "patch('/todos/:id', {\n  headers: { 'if-match': z.string().optional() },\n  body: json(Operations, { type: 'application/json-patch+json' }), responses: { 204: empty() },\n})",
  operation({ operation, description }) {
    if (methodFacts({ operation, description })?.group !== 'patch') return none
    const media = operation.content.find(({ type }) => type.startsWith('application/json-patch+json'))
    const conditional = ['if-match', 'if-unmodified-since'].some((name) => operation.fields.has(name))
    return media && !conditional ? [{ at: [], values: { type: media.type } }] : none
  },
  exchange: 'declared',
  messages: {
    bad: '> PATCH /todos/7\n> content-type: application/json-patch+json\n>\n> []\n< 204 No Content',
    good: '> PATCH /todos/7\n> if-match: "v1"\n> content-type: application/json-patch+json\n>\n> []\n< 204 No Content',
  },
})
