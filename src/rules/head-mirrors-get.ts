import type { Response } from './description.js'
import { impossible, methodFacts, place } from './judges.js'
import { rule } from './rule.js'

/** Fields that a server may know only while it makes the content, so that HEAD may leave them out (RFC 9110 §9.3.2). */
const whileGenerating = new Set(['content-length', 'transfer-encoding', 'trailer', 'vary'])

/** The response that answers for a key: its own, that of its class, or the default. */
const answering = (responses: readonly Response[], to: Response): Response | undefined =>
  responses.find(({ key }) => key === to.key) ??
  responses.find(({ status, class: digit }) => status === undefined && digit !== undefined && digit === to.class) ??
  responses.find(({ status, class: digit }) => status === undefined && digit === undefined)

export const headMirrorsGet = rule({
  id: 'head-mirrors-get',
  level: 'should',
  kind: 'omission',
  cite: 'RFC 9110 §9.3.2',
  words: '<method> does not mirror GET in <status>',
  fix: 'declare the status and headers of get()',
  plainFix: 'declare the status and headers of GET',
  summary: 'HEAD declares the statuses and header fields that GET has on the same path.',
  why: 'HEAD is asked in order to learn what GET would say. Fields that come to light only while content is made may be left out.',
  bad: "contract({\n  list: get('/todos', { responses: { 200: json(Todos, { headers: { etag: z.string() } }) } }),\n  peek: head('/todos', { responses: { 200: empty() } }),\n})",
  good: "contract({\n  list: get('/todos', { responses: { 200: json(Todos, { headers: { etag: z.string() } }) } }),\n  peek: head('/todos', { responses: { 200: empty({ headers: { etag: z.string() } }) } }),\n})",
  *operation({ operation, description }) {
    const mirrors = methodFacts({ operation, description })?.mirrors
    if (mirrors?.rule !== 'head-mirrors-get') return
    const original = operation.siblings.find(({ method }) => method === mirrors.method)
    for (const response of original?.responses ?? []) {
      if (impossible({ response, operation, description })) continue
      const mirrored = answering(operation.responses, response)
      const lost = [...response.fields.keys()].filter((name) => !whileGenerating.has(name) && !mirrored?.fields.has(name))
      if (!mirrored) yield { ...place(description, ['responses'], operation.pointer), response }
      else if (lost.length > 0) yield { ...place(description, ['responses', mirrored.key], mirrored.pointer), response }
    }
  },
})
