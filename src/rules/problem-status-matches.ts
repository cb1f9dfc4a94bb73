import { rule } from './rule.js'
import { everyMedia, isMembers, isProblem } from './shown.js'

/** The statuses that a schema of a status member allows. */
const allowed = (schema: unknown): readonly unknown[] => {
  if (!isMembers(schema)) return []
  return 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : []
}

export const problemStatusMatches = rule({
  id: 'problem-status-matches',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9457 §3.1.2',
  words: '<status> carries a problem whose status is <value>',
  fix: 'use the same code',
  summary: 'The status member of a problem is the status code of the response.',
  why: 'The member is a copy for those who read the content without the header; a copy that differs makes both worthless.',
  bad: "get('/todos', { responses: { 200: json(Todos), 400: problem({ schema: z.object({ status: z.literal(404) }) }) } })",
  good: "get('/todos', { responses: { 200: json(Todos), 400: problem({ schema: z.object({ status: z.literal(400) }) }) } })",
  description: everyMedia(isProblem, function* (media, { response }) {
    if (response?.status !== undefined) {
      const properties = isMembers(media.schema) ? media.schema.properties : undefined
      // What the schema shows is an example for every response that shares it.
      const general = isMembers(media.schema) ? [media.schema.example, media.schema.default, media.schema.examples].flat() : []
      const statuses = allowed(isMembers(properties) ? properties.status : undefined)
      const examples = media.examples.flatMap((example) =>
        isMembers(example) && example.status !== undefined && !general.includes(example) ? [example.status] : [],
      )
      const wrong =
        statuses.length > 0 && !statuses.includes(response.status)
          ? statuses[0]
          : examples.find((status) => Number(status) !== response.status)
      if (wrong !== undefined) yield { at: [], pointer: media.pointer, values: { value: String(wrong) } }
    }
  }),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/8\n< 404 Not Found\n< content-type: application/problem+json\n<\n< {"title":"No such todo","status":400}',
    good: '> GET /todos/8\n< 404 Not Found\n< content-type: application/problem+json\n<\n< {"title":"No such todo","status":404}',
  },
})
