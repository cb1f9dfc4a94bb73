/** What a contract has to waive: it is judged by the rules of contracts, with stand-ins for its schemas, before it is written. */
import { describe } from '../../contract/describe.js'
import type { Law } from '../../registry/facts.js'
import { rfc9110 } from '../../registry/rfc9110.js'
import { judge } from '../../rules/judge.js'
import type { Outline, OutlineContent, OutlineField } from './operations.js'

/** Why a rule is waived, by what the document does. */
export const reasons = {
  omits: 'the document does not say it',
  optional: 'the document lets it be absent',
  says: 'the document says so',
} as const
export type Reason = keyof typeof reasons

/** A schema that says only whether it can be absent. */
const standIn = ({ isOptional, schema }: OutlineField): object => ({
  '~standard': {
    version: 1,
    vendor: 'statute import',
    validate: (value: unknown) => (isOptional && value === undefined ? { value } : { issues: [{ message: 'a stand-in' }] }),
    jsonSchema: { input: () => schema ?? {} },
  },
})
const present = standIn({ isOptional: false, schema: undefined })

const fieldsOf = (fields: ReadonlyMap<string, OutlineField>): object =>
  Object.fromEntries([...fields].map(([name, field]) => [name, standIn(field)]))

const contentOf = ({ types, fields }: OutlineContent): object => {
  const headers = fieldsOf(fields)
  if (types.length === 0) return { kind: 'empty', headers }
  return { kind: 'media', types: Object.fromEntries(types.map((type) => [type, present])), headers }
}

const routeOf = ({ method, path, params, fields, body, responses }: Outline): object => ({
  method,
  path,
  spec: {
    ...(params.length > 0 && { params: { '~standard': {}, shape: Object.fromEntries(params.map((name) => [name, present])) } }),
    headers: fieldsOf(fields),
    ...(body && { body: contentOf(body) }),
    responses: Object.fromEntries([...responses].map(([key, content]) => [key, contentOf(content)])),
  },
})

/** The law where every status can answer every method: what a status asks is asked then, also of one that could not be the answer. */
const indulgent = {
  ...rfc9110,
  statuses: Object.fromEntries(
    Object.entries(rfc9110.statuses as Law['statuses']).map(([code, { never: _, needs: __, ...row }]) => [code, row]),
  ),
} as Law

/** The rules that each of some routes breaks, with the reason why that stands. */
export const waiversOf = (outlines: readonly Outline[]): ReadonlyMap<string, Reason>[] => {
  const routes = Object.fromEntries(outlines.map((outline, index) => [`r${index}`, routeOf(outline)]))
  const description = describe({ routes, options: {} } as never, '')
  const found = outlines.map(() => new Map<string, Reason>())
  // Once the first rule of a status is waived, the compiler holds it to the next.
  const findings = [rfc9110, indulgent].flatMap((law) => judge({ ...description, law }))
  for (const { rule, route, refuses, level, kind, status, message } of findings) {
    if (route === null || !(refuses || level === 'must')) continue
    const index = Number(route.slice(1))
    const response = outlines[index]!.responses.get(String(status))
    const isDeclared = [...(response?.fields.keys() ?? [])].some((name) => message.toLowerCase().includes(name))
    found[index]!.set(rule, kind === 'contradiction' ? 'says' : isDeclared ? 'optional' : 'omits')
  }
  return found
}
