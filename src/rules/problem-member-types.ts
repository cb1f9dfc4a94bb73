import { rule } from './rule.js'
import { everyMedia, isMembers, isProblem, schemaTypes } from './shown.js'

const types: { readonly [member: string]: readonly string[] } = {
  type: ['string'],
  title: ['string'],
  detail: ['string'],
  instance: ['string'],
  status: ['integer', 'number'],
}
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

export const problemMemberTypes = rule({
  id: 'problem-member-types',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9457 §3.1',
  words: '<name> of a problem is <value>',
  fix: 'use a number for status, strings for the others',
  summary: 'type, title, detail and instance of a problem are strings; status is a number.',
  why: 'Consumers have to drop a member of the wrong type, as though it had not been sent.',
  bad: "get('/todos', { responses: { 200: json(Todos), 400: problem({ schema: z.object({ status: z.string() }) }) } })",
  good: "get('/todos', { responses: { 200: json(Todos), 400: problem({ schema: z.object({ status: z.int() }) }) } })",
  description: everyMedia(isProblem, function* (media, { response }) {
    if (response) {
      const properties = isMembers(media.schema) && isMembers(media.schema.properties) ? media.schema.properties : {}
      const examples = media.examples.filter(isMembers)
      for (const [name, right] of Object.entries(types)) {
        const declared = schemaTypes(properties[name])
        const shown = examples.filter((example) => Object.hasOwn(example, name)).map((example) => typeOf(example[name]))
        const wrong = [...declared, ...shown].find((type) => !right.includes(String(type)))
        if (wrong !== undefined) yield { at: [], pointer: media.pointer, values: { name, value: String(wrong) } }
      }
    }
  }),
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/8\n< 404 Not Found\n< content-type: application/problem+json\n<\n< {"title":"No such todo","status":"404"}',
    good: '> GET /todos/8\n< 404 Not Found\n< content-type: application/problem+json\n<\n< {"title":"No such todo","status":404}',
  },
})
