import { rule } from './rule.js'
import { each } from './shown.js'

/** What describes content that is not sent. */
export const metadata: readonly string[] = ['content-type', 'content-encoding', 'content-language', 'content-range']

export const notModifiedMinimal = rule({
  id: 'not-modified-minimal',
  level: 'should',
  kind: 'contradiction',
  cite: 'RFC 9110 §15.4.5',
  words: '<status> describes a representation that it does not send, by <field>',
  fix: 'leave it to the 200',
  summary: 'A 304 leaves out metadata that a cache does not need for its update.',
  why: 'The status exists to save octets: the client has the representation, and its description, already.',
  bad: "get('/todos/:id', {\n  responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty({ headers: { 'content-language': z.string() } }) },\n})",
  good: "get('/todos/:id', {\n  responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty({ headers: { etag: z.string() } }) },\n})",
  *response({ response, description }) {
    if (!each(response, description.law, (row) => row.needs === 'notModified')) return
    // OpenAPI does not read Content-Type among headers, and another rule says so.
    const names = description.source === 'openapi' ? metadata.slice(1) : metadata
    for (const name of names) {
      const field = response.fields.get(name)
      if (field) yield { at: [], pointer: field.pointer, values: { field: field.written } }
    }
  },
  exchange: 'declared',
  messages: {
    bad: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"\n< content-type: application/json',
    good: '> GET /todos/7\n> if-none-match: "v1"\n< 304 Not Modified\n< etag: "v1"',
  },
})
