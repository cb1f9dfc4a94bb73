import type { MediaType } from './description.js'
import { isRedirection, isSuccessful, none, place } from './judges.js'
import { once } from './once.js'
import { rule } from './rule.js'
import { isMembers } from './shown.js'

/** The members that together make a JSON object a problem details object. */
const members = ['type', 'title', 'status', 'detail']

const looksLikeProblem = (schema: unknown): boolean => {
  const properties = isMembers(schema) ? schema.properties : undefined
  return isMembers(properties) && members.every((name) => Object.hasOwn(properties, name))
}

const isJson = (type: string): boolean => type === 'application/json' || /^application\/json\s*;/.test(type)

/** The problem documents of a content that are sent as JSON; many responses share their content. */
const mistaken = once((content: readonly MediaType[]) => content.filter((media) => isJson(media.type) && looksLikeProblem(media.schema)))

export const problemMediaType = rule({
  id: 'problem-media-type',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9457 §3',
  words: '<status> is a problem document sent as <type>',
  fix: 'use problem()',
  plainFix: 'use application/problem+json',
  summary: 'A problem details object is sent as application/problem+json.',
  why: 'The media type is how a client knows what it holds; as plain JSON it is an error format like a thousand others.',
  bad: "get('/todos/:id', { responses: { 200: json(Todo), 404: json(Details) } })",
  good: "get('/todos/:id', { responses: { 200: json(Todo), 404: problem() } })",
  response({ response, description }) {
    // What is no error may well have members of these names.
    const found = isSuccessful(response) || isRedirection(response) ? [] : mistaken(response.content)
    if (found.length === 0) return none
    return found.map(({ type, pointer }) => ({ ...place(description, [], pointer), values: { type } }))
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/8\n< 404 Not Found\n< content-type: application/json\n<\n< {"type":"about:blank","title":"No such todo","status":404,"detail":"8"}',
    good: '> GET /todos/8\n< 404 Not Found\n< content-type: application/problem+json\n<\n< {"type":"about:blank","title":"No such todo","status":404,"detail":"8"}',
  },
})
