import type { Operation } from './description.js'
import { methodFacts, none, own } from './judges.js'
import { rule } from './rule.js'

const demanded = (operation: Operation, fields: readonly string[]): boolean =>
  fields.some((name) => operation.fields.has(name) && operation.fields.get(name)?.required !== false)

/** What a claim may rest on, and how a route shows it. */
export const bases = {
  /** A repetition fails with 412, because the first one changed the validator. */
  precondition: (operation: Operation) => demanded(operation, ['if-match', 'if-unmodified-since']),
  /** The format sets values, as JSON Merge Patch does; the operations of JSON Patch may add and move (RFC 6902 §4). */
  'value-setting': (operation: Operation) => !operation.content.some(({ type }) => type.startsWith('application/json-patch+json')),
  /** The server recognises a repetition by its key. */
  'idempotency-key': (operation: Operation) => demanded(operation, ['idempotency-key']),
} as const

const hasBasis = (operation: Operation): boolean => {
  const basis = own<(operation: Operation) => boolean>(bases, String(operation.idempotent))
  return basis?.(operation) ?? false
}

export const patchIdempotentClaimNeedsBasis = rule({
  id: 'patch-idempotent-claim-needs-basis',
  level: 'bcp',
  kind: 'contradiction',
  refuses: true,
  cite: 'RFC 5789 §2',
  words: '<method> claims idempotence without basis',
  fix: "say 'precondition' (if-match), 'value-setting' or 'idempotency-key'",
  summary: 'A route of a method that is not idempotent may claim to be, if it shows why.',
  why: 'A client repeats such a request on its own. That is harmless only if a precondition stops the second one, if it sets values, or if a key marks it as a repetition.',
  bad: "patch('/todos/:id', { idempotent: 'precondition', body: json(Changes), responses: { 200: json(Todo) } })",
  good: "patch('/todos/:id', {\n  idempotent: 'precondition', headers: { 'if-match': z.string() },\n  body: json(Changes), responses: { 200: json(Todo), 412: problem() },\n})",
  operation({ operation, description }) {
    if (operation.idempotent === undefined) return none
    // A word that is no basis is a mistake on any method; a basis needs showing only where the method has none of its own.
    const known = Object.hasOwn(bases, String(operation.idempotent))
    if (known && methodFacts({ operation, description })?.idempotent) return none
    return !known || !hasBasis(operation) ? [{ at: ['idempotent'] }] : none
  },
})
