/** Small documents, and small rules that say what the reader saw. */
import { describe } from '../../src/openapi/describe.js'
import { type Lint, lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Operation } from '../../src/rules/description.js'
import { type Rule, rule } from '../../src/rules/rule.js'

const words = { cite: 'RFC 9110 §1', words: '<status> of <method>', fix: 'nothing', summary: '', why: '', bad: '', good: '' } as const

/** Speaks about every response. */
export const everyResponse: Rule = rule({
  id: 'every-response',
  level: 'must',
  kind: 'contradiction',
  ...words,
  *response() {
    yield { at: [] }
  },
})

/** Misses a field in every response. */
export const everyOmission: Rule = rule({
  id: 'every-omission',
  level: 'must',
  kind: 'omission',
  ...words,
  *response() {
    yield { at: ['headers', 'x-missing'] }
  },
})

/** Lints a text by these two. */
export const look = (text: string, file = 'api.yaml'): Lint => lint(parse(text, file), rfc9110, [everyResponse, everyOmission])

/** The operations of a text. */
export const operationsOf = (text: string, file = 'api.yaml'): readonly Operation[] =>
  describe(parse(text, file), rfc9110).description.operations

/** A document in YAML with these paths (indented by two) and this at its end. */
export const yaml = (paths: string, rest = '', version = '3.1.0'): string => `openapi: ${version}\npaths:\n${paths}\n${rest}`

/** A document in JSON. */
export const json = (paths: unknown, rest: object = {}): string => JSON.stringify({ openapi: '3.1.0', paths, ...rest }, null, 2)

/** A path item with one GET and these responses. */
export const answering = (responses: unknown): unknown => ({ get: { responses } })
