/**
 * What a row must look like, and the laws over a whole registry.
 *
 * The built-in rows are held to it by tests, an extension whenever it is defined.
 */
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { citation } from './cite.js'
import type { FieldFacts, Law, MethodFacts, StatusClass, StatusFacts } from './facts.js'

const missing = 'missing'
const prose = (what: string) => z.string({ error: ({ input }) => (input === undefined ? missing : what) }).regex(/\S/, what)
const flag = z.boolean({ error: ({ input }) => (input === undefined ? missing : 'must be true or false') })
const oneOf = <const Value extends string>(...values: readonly Value[]) =>
  z.enum(values, {
    error: ({ input }) => (input === undefined ? missing : `must be one of ${values.map((value) => `'${value}'`).join(', ')}`),
  })
const only = z.literal(true, 'must be true, or left out')

const cite = z
  .string({ error: ({ input }) => (input === undefined ? missing : 'must be a citation') })
  .regex(citation, "a citation reads 'RFC 9110 §15.3.5', 'draft-ietf-…', 'ACME §3.1', or is an https URL")
const ruleName = z.string("must be a rule's id").regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a rule's id is lower-case words joined by hyphens")
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const methodName = z
  .string()
  .regex(token, 'a method is a token (RFC 9110 §5.6.2)')
  .regex(/^[^a-z]*$/, 'methods are case-sensitive, and written in capitals (RFC 9110 §9.1)')
const fieldName = z
  .string()
  .regex(token, 'a field name is a token (RFC 9110 §5.1)')
  .regex(/^[^A-Z]*$/, 'a field is keyed by its name in lower case (RFC 9110 §5.1)')
const code = z
  .int('must be a status code')
  .min(100, 'status codes are 100 to 599 (RFC 9110 §15)')
  .max(599, 'status codes are 100 to 599 (RFC 9110 §15)')
const codeKey = z.string().regex(/^[1-5]\d\d$/, 'status codes are 100 to 599 (RFC 9110 §15)')
const group = <const Group extends string>(...more: readonly Group[]) =>
  oneOf<'core' | 'webdav' | 'reserved' | 'extension' | Group>('core', ...more, 'webdav', 'reserved', 'extension')
const fieldRules = z.record(fieldName, ruleName, 'must be rules by field')
const methodNotes = z.record(methodName, prose('must be a reason'), 'must be reasons by method')
const methodRules = z.record(methodName, ruleName, 'must be rules by method')
const facet = z.union([only, ruleName], 'must be true, or the rule that refuses')
const codes = z.array(code, 'must be a list of codes').min(1, 'must have at least one code')

/** A schema for each column, no more and no less. */
type Columns<Row> = { readonly [Column in keyof Required<Row>]: z.ZodType }

/** One row about a method. */
export const methodSchema = z.strictObject({
  cite,
  safe: flag,
  idempotent: flag,
  cacheable: oneOf('yes', 'conditional', 'no'),
  content: oneOf('expected', 'allowed', 'undefined', 'never'),
  contentRule: ruleName.optional(),
  answers: oneOf('content', 'fields', 'tunnel'),
  answersRule: ruleName.optional(),
  target: oneOf('path', 'authority'),
  wantsFields: fieldRules.optional(),
  refusesFields: fieldRules.optional(),
  recommends: z.record(codeKey, fieldRules, 'must be rules by field, by code').optional(),
  completes: z.strictObject({ with: codes, rule: ruleName }).optional(),
  creates: z.strictObject({ code, rule: ruleName }).optional(),
  mirrors: z.strictObject({ method: methodName, rule: ruleName }).optional(),
  asterisk: only.optional(),
  range: facet,
  notModified: facet,
  precondition: facet,
  reset: facet,
  delta: facet,
  group: group('patch', 'query'),
  purpose: prose('must be a sentence'),
  example: prose('must be a request line'),
  departs: prose('must be a reason').optional(),
} satisfies Columns<MethodFacts>)

/** One row about a status code. */
export const statusSchema = z.strictObject({
  phrase: prose('must be a reason phrase'),
  class: oneOf('informational', 'successful', 'redirection', 'client error', 'server error'),
  cite,
  content: oneOf('never', 'may', 'should'),
  contentRule: ruleName.optional(),
  explains: ruleName.optional(),
  never: ruleName.optional(),
  needs: oneOf('range', 'notModified', 'precondition', 'reset', 'delta').optional(),
  requires: fieldRules.optional(),
  unlessType: prose('must be a media type').optional(),
  recommends: fieldRules.optional(),
  forbids: fieldRules.optional(),
  wants: z
    .strictObject({
      rule: ruleName,
      fields: z.array(fieldName, 'must be a list of fields').min(1, 'must have at least one field').optional(),
      roles: z
        .array(oneOf('origin', 'gateway', 'proxy'), 'must be a list of roles')
        .min(1, 'must have at least one role')
        .optional(),
      validator: only.optional(),
    })
    .optional(),
  effect: ruleName.optional(),
  judgesContent: ruleName.optional(),
  deprecated: ruleName.optional(),
  rewrites: methodRules.optional(),
  odd: methodNotes.optional(),
  given: methodNotes.optional(),
  neverStored: ruleName.optional(),
  heuristicallyCacheable: flag,
  group: group(),
  purpose: prose('must be a sentence'),
  departs: prose('must be a reason').optional(),
} satisfies Columns<StatusFacts>)

/** One row about a header field. */
export const fieldSchema = z.strictObject({
  name: z
    .string({ error: ({ input }) => (input === undefined ? missing : 'must be a field name') })
    .regex(token, 'a field name is a token (RFC 9110 §5.1)'),
  cite,
  in: oneOf('request', 'response', 'both'),
  inRule: ruleName.optional(),
  only: z
    .strictObject({ methods: z.array(methodName, 'must be a list of methods').min(1, 'must have at least one method'), rule: ruleName })
    .optional(),
  needsContent: ruleName.optional(),
  purpose: prose('must be a sentence'),
  departs: prose('must be a reason').optional(),
} satisfies Columns<FieldFacts>)

/** A law over rows: the column it looks at, what it demands, and whether a row keeps it. */
export interface RowLaw<Row> {
  readonly column: string
  /** What it demands, with the section that says so where one does. */
  readonly words: string | ((key: string) => string)
  readonly kept: (row: Row, key: string, law: Law) => boolean
}

const classOf: Readonly<Record<string, StatusClass>> = {
  1: 'informational',
  2: 'successful',
  3: 'redirection',
  4: 'client error',
  5: 'server error',
}

const held = (rows: object, keys: readonly (string | number)[]): boolean => keys.every((key) => Object.hasOwn(rows, key))

/** The laws over methods. */
export const methodLaws: readonly RowLaw<MethodFacts>[] = [
  { column: 'idempotent', words: 'safe implies idempotent (RFC 9110 §9.2.2)', kept: ({ safe, idempotent }) => !safe || idempotent },
  {
    column: 'contentRule',
    words: "every content but 'allowed' names the rule that speaks, and 'allowed' names none",
    kept: ({ content, contentRule }) => (content === 'allowed') === (contentRule === undefined),
  },
  {
    column: 'answersRule',
    words: "every answer but 'content' names the rule that speaks, and 'content' names none",
    kept: ({ answers, answersRule }) => (answers === 'content') === (answersRule === undefined),
  },
  {
    column: 'target',
    words: 'a tunnel leads to an authority, and nothing else does (RFC 9110 §9.3.6)',
    kept: ({ answers, target }) => (answers === 'tunnel') === (target === 'authority'),
  },
  {
    column: 'mirrors',
    words: 'the mirrored method is in the law',
    kept: ({ mirrors }, _, { methods }) => !mirrors || held(methods, [mirrors.method]),
  },
  {
    column: 'completes',
    words: 'every code is a 2xx of the law (RFC 9110 §15.3)',
    kept: ({ completes }, _, { statuses }) =>
      !completes || completes.with.every((status) => held(statuses, [status]) && statuses[status]?.class === 'successful'),
  },
  {
    column: 'creates',
    words: 'the code is in the law',
    kept: ({ creates }, _, { statuses }) => !creates || held(statuses, [creates.code]),
  },
  {
    column: 'recommends',
    words: 'every code is in the law',
    kept: ({ recommends = {} }, _, { statuses }) => held(statuses, Object.keys(recommends)),
  },
]

/** The laws over statuses. */
export const statusLaws: readonly RowLaw<StatusFacts>[] = [
  {
    column: 'class',
    words: (key) => `the first digit makes ${key} ${classOf[key[0] ?? '']} (RFC 9110 §15)`,
    kept: (row, key) => row.class === classOf[key[0] ?? ''],
  },
  {
    column: 'content',
    words: 'an informational response has no content (RFC 9110 §15.2)',
    kept: ({ class: kind, content }) => kind !== 'informational' || content === 'never',
  },
  {
    column: 'contentRule',
    words: "content 'never' names the rule that speaks, and no other content does",
    kept: ({ content, contentRule }) => (content === 'never') === (contentRule !== undefined),
  },
  {
    column: 'explains',
    words: "only content that 'should' be there explains",
    kept: ({ content, explains }) => explains === undefined || content === 'should',
  },
  {
    column: 'forbids',
    words: 'no field is both required and forbidden',
    kept: ({ requires = {}, forbids = {} }) => !Object.keys(forbids).some((field) => Object.hasOwn(requires, field)),
  },
  {
    column: 'recommends',
    words: 'no field is both recommended and required or forbidden',
    kept: ({ recommends = {}, requires = {}, forbids = {} }) =>
      !Object.keys(recommends).some((field) => Object.hasOwn(requires, field) || Object.hasOwn(forbids, field)),
  },
  {
    column: 'unlessType',
    words: 'an exception needs requires',
    kept: ({ unlessType, requires }) => unlessType === undefined || requires !== undefined,
  },
  {
    column: 'wants',
    words: 'a condition names fields, roles or a validator',
    kept: ({ wants }) => !wants || (wants.fields ?? wants.roles ?? wants.validator) !== undefined,
  },
  {
    column: 'heuristicallyCacheable',
    words: 'a cache stores final responses alone, and none that is never stored (RFC 9111 §3)',
    kept: ({ heuristicallyCacheable, class: kind, neverStored }) =>
      !heuristicallyCacheable || (kind !== 'informational' && neverStored === undefined),
  },
  {
    column: 'odd',
    words: 'every method is in the law',
    kept: ({ odd = {} }, _, { methods }) => held(methods, Object.keys(odd)),
  },
  {
    column: 'given',
    words: 'every method is in the law',
    kept: ({ given = {} }, _, { methods }) => held(methods, Object.keys(given)),
  },
  {
    column: 'rewrites',
    words: 'only a redirection rewrites, and every method is in the law (RFC 9110 §15.4)',
    kept: ({ rewrites, class: kind }, _, { methods }) => !rewrites || (kind === 'redirection' && held(methods, Object.keys(rewrites))),
  },
]

/** The laws over fields. */
export const fieldLaws: readonly RowLaw<FieldFacts>[] = [
  { column: 'name', words: 'the key is the name in lower case (RFC 9110 §5.1)', kept: ({ name }, key) => name.toLowerCase() === key },
  {
    column: 'inRule',
    words: 'a field of both sides stands in the wrong message nowhere',
    kept: (row) => row.in !== 'both' || row.inRule === undefined,
  },
  { column: 'only', words: 'every method is in the law', kept: (row, _, { methods }) => !row.only || held(methods, row.only.methods) },
]

/** A whole law: every row in its shape, and every law over them kept. */
export const lawSchema = z
  .strictObject({
    name: prose('must be a name'),
    methods: z.record(methodName, methodSchema, 'must be rows by method'),
    statuses: z.record(codeKey, statusSchema, 'must be rows by code'),
    fields: z.record(fieldName, fieldSchema, 'must be rows by field'),
    strict: flag,
  })
  .superRefine(
    (law, context) => {
      const broken = new Set(context.issues.map(({ path }) => path?.slice(0, 2).join(' ')))
      const hold = <Row>(table: string, rows: { readonly [key: string]: Row }, laws: readonly RowLaw<Row>[]) => {
        if (broken.has(table)) return
        for (const [key, row] of Object.entries(rows))
          if (!broken.has(`${table} ${key}`))
            for (const { column, words, kept } of laws)
              if (!kept(row, key, law as Law))
                context.addIssue({ code: 'custom', path: [table, key, column], message: typeof words === 'string' ? words : words(key) })
      }
      hold('methods', law.methods as Law['methods'], methodLaws)
      hold('statuses', law.statuses as { readonly [code: string]: StatusFacts }, statusLaws)
      hold('fields', law.fields as Law['fields'], fieldLaws)
    },
    { when: ({ value, issues }) => typeof value === 'object' && value !== null && !issues.some(({ path }) => (path ?? []).length < 2) },
  )

const columns: { readonly [table: string]: readonly string[] } = {
  methods: Object.keys(methodSchema.shape),
  statuses: Object.keys(statusSchema.shape),
  fields: Object.keys(fieldSchema.shape),
}

const nearest = (name: string, known: readonly string[]): string => {
  const near = known.length ? closest(name, known) : name
  return near !== name && distance(name, near) <= 3 ? `; the nearest is ${near}` : ''
}

const place = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** One line per problem, each with the row, the column and the law. */
const lines = (issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[] = []): string[] =>
  issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const known = path.length === 2 ? (columns[String(path[0])] ?? []) : []
        return `${place([...path, key])}: no such column${nearest(key, known)}`
      })
    if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => `${place(path)}: ${message}`)
    return [`${place(path)}: ${issue.message}`]
  })

/**
 * A law that cannot stand.
 *
 * Its `problems` have one line for each row and column at fault, so that all are mended at once.
 *
 * @example
 * try {
 *   defineRegistry({ extends: rfc9110, statuses: { 299: { phrase: '', class: 'successful', cite: 'ACME §4', purpose: 'Ours.' } } })
 * } catch (error) {
 *   if (error instanceof RegistryError) console.error(error.problems)
 * }
 */
export class RegistryError extends Error {
  override readonly name = 'RegistryError'
  constructor(
    /** What the law calls itself. */
    readonly law: string,
    /** One line each: the row, the column, the law that is broken. */
    readonly problems: readonly string[],
  ) {
    super(`${law} cannot stand as a law:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
}

/** The problems of a law, one line each; none when it stands. */
export const problemsOf = (law: unknown): string[] => {
  const { error } = lawSchema.safeParse(law)
  return error ? lines(error.issues) : []
}
