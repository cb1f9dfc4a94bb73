import { own } from './judges.js'
import { rule } from './rule.js'
import { brief, members, shownValues } from './shown.js'
import { listed, placeOf } from './traffic.js'

export const allowMatchesRoutes = rule({
  id: 'allow-matches-routes',
  level: 'bcp',
  kind: 'contradiction',
  cite: 'RFC 9110 §10.2.1',
  words: 'Allow says <value>, but the routes are <names>',
  fix: 'list the methods of the path',
  summary: 'Allow names exactly the methods that the target resource supports.',
  why: 'A client that got 405 picks its next method from this list; a list that differs from the routes sends it wrong again.',
  bad: "contract({\n  list: get('/todos', { responses: { 200: json(Todos), 405: problem({ headers: { allow: z.literal('GET') } }) } }),\n  create: post('/todos', { body: json(NewTodo), responses: { 201: json(Todo) } }),\n})",
  good: "contract({\n  list: get('/todos', { responses: { 200: json(Todos), 405: problem({ headers: { allow: z.literal('GET, POST') } }) } }),\n  create: post('/todos', { body: json(NewTodo), responses: { 201: json(Todo) } }),\n})",
  *response({ response, operation, description }) {
    const field = response.fields.get('allow')
    if (!field) return
    const routed = new Set(operation.siblings.map((sibling) => sibling.method))
    // Servers answer HEAD, OPTIONS and TRACE of their own accord; a list that names them says nothing about the routes.
    const free = (name: string) => {
      const method = own(description.law.methods, name)
      return routed.has(name) || (method?.safe === true && method.range !== true)
    }
    const wrong = shownValues(field).find((value) => {
      const names = members(value)
      return names.some((name) => !free(name)) || [...routed].some((name) => !names.includes(name))
    })
    if (wrong !== undefined) yield { at: [], pointer: field.pointer, values: { value: brief(wrong), names: brief([...routed].join(', ')) } }
  },
  *exchange({ law, response, routed }) {
    if (!routed || !response.fields.has('allow')) return
    const allowed = listed(response, 'allow').map((name) => name.toUpperCase())
    const free = (name: string) => own(law.methods, name)?.safe === true && own(law.methods, name)?.range !== true
    if (allowed.some((name) => !routed.includes(name) && !free(name)) || routed.some((name) => !allowed.includes(name)))
      yield placeOf('response', 'allow', { value: brief(allowed.join(', ')), names: brief(routed.join(', ')) })
  },
})
