/** A larger law over a smaller one: rows added, rows amended, everything validated. */
import type { FieldFacts, Law, MethodFacts, StatusFacts } from './facts.js'
import { ordinaryMethod } from './methods.js'
import { problemsOf, RegistryError } from './schemas.js'
import { ordinaryStatus } from './statuses.js'

/** The generic rules that speak about content, for rows that name none of their own. */
export const contentRules = {
  methods: {
    never: 'method-content-never',
    undefined: 'origin-no-reliance-on-undefined-content',
    expected: 'method-declares-content',
  },
  statuses: { never: 'content-never' },
} as const

/** The columns that an added row cannot leave out. */
type NeededOfMethod = 'cite' | 'safe' | 'idempotent' | 'purpose'
type NeededOfStatus = 'phrase' | 'class' | 'cite' | 'purpose'
type NeededOfField = 'name' | 'cite' | 'in' | 'purpose'

/**
 * What rows of an extension must have besides the right types: an added one the needed columns, an amended one `departs`, and
 * none a column that no row has.
 */
export type Demanded<Held, Rows, Facts, Needed extends keyof Facts> = {
  readonly [Key in keyof Rows]: (Key extends keyof Held ? { readonly departs: string } : Pick<Facts, Needed>) & {
    readonly [Column in Exclude<keyof Rows[Key], keyof Facts>]: never
  }
}

type Prose = 'purpose' | 'example' | 'departs'
type Notes = 'odd' | 'given'

/** Columns whose rule falls away with the value that it spoke about. */
type Outdated<Row> = ('content' extends keyof Row ? 'contentRule' : never) | ('answers' extends keyof Row ? 'answersRule' : never)

/** The generic content rule, where a row states its content and no rule of its own. */
type GenericRule<Row, Rules> = 'contentRule' extends keyof Row
  ? unknown
  : Row extends { readonly content: infer Content extends keyof Rules }
    ? { readonly contentRule: Rules[Content] }
    : unknown

type Overlay<Start, Row> = {
  readonly [Column in keyof Start | keyof Row]: Column extends Prose
    ? string
    : Column extends keyof Row
      ? Column extends Notes
        ? { readonly [Name in keyof Row[Column]]: string }
        : Row[Column]
      : Column extends keyof Start
        ? Start[Column]
        : never
}

/** A row completed: its own columns over those it starts from. */
export type Completed<Start, Row, Rules = {}> = Overlay<Omit<Start, Outdated<Row>> & GenericRule<Row, Rules>, Row>

/** The rows of a law and those of its extension. */
export type Extended<Base, Rows, Ordinary, Rules = {}> = {
  readonly [Key in keyof Base]: Key extends keyof Rows ? Completed<Base[Key], Rows[Key], Rules> : Base[Key]
} & { readonly [Key in Exclude<keyof Rows, keyof Base>]: Completed<Ordinary, Rows[Key], Rules> }

type OrdinaryMethod = typeof ordinaryMethod & { readonly example: string }
type ContentRules = typeof contentRules

/** The type of an extended law: an interface, so that messages print what was added and not every row. */
export interface ExtendedLaw<Base extends Law, Name extends string, Methods, Statuses, Fields, Strict extends boolean> {
  readonly name: Name
  readonly methods: Extended<Base['methods'], Methods, OrdinaryMethod, ContentRules['methods']>
  readonly statuses: Extended<Base['statuses'], Statuses, typeof ordinaryStatus, ContentRules['statuses']>
  readonly fields: Extended<Base['fields'], Fields, unknown>
  readonly strict: Strict
}

/** What an extension says. */
export interface Extension<Base extends Law, Name extends string, Methods, Statuses, Fields, Strict extends boolean> {
  /** The law it starts from. */
  readonly extends: Base
  /** What messages and reports call the new law. */
  readonly name?: Name
  readonly methods?: Methods & Demanded<Base['methods'], Methods, MethodFacts, NeededOfMethod>
  readonly statuses?: Statuses & Demanded<Base['statuses'], Statuses, StatusFacts, NeededOfStatus>
  readonly fields?: Fields & Demanded<Base['fields'], Fields, FieldFacts, NeededOfField>
  /** Whether `should` refuses too. */
  readonly strict?: Strict
}

type Row = { readonly [column: string]: unknown }
type Rows = { readonly [key: string]: Row }

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The columns that a row starts from, without the rules of the values that it states anew. */
const start = (base: Row, row: Row, rules: Row): Row => {
  const { contentRule, answersRule, ...rest } = base
  const generic = 'content' in row && !('contentRule' in row) ? rules[String(row.content)] : undefined
  return {
    ...rest,
    ...(!('content' in row) && contentRule !== undefined && { contentRule }),
    ...(!('answers' in row) && answersRule !== undefined && { answersRule }),
    ...(generic !== undefined && { contentRule: generic }),
  }
}

/** Lays the rows of an extension over those of a law, and notes each that changes a row in silence. */
const lay = (
  table: string,
  law: string,
  base: Rows,
  rows: unknown,
  ordinary: (key: string) => Row,
  rules: Row,
  problems: string[],
): Rows => {
  if (rows === undefined) return base
  if (!isObject(rows)) {
    problems.push(`${table}: must be rows by key`)
    return base
  }
  const laid = Object.entries(rows).flatMap(([key, row]) => {
    const held = Object.hasOwn(base, key) ? base[key] : undefined
    if (!isObject(row)) {
      problems.push(`${table}.${key}: must be a row`)
      return []
    }
    if (held && row.departs === undefined)
      problems.push(`${table}.${key}.departs: ${key} is a row of ${law} already, so another must say where it departs and why`)
    return [[key, { ...start(held ?? ordinary(key), row, rules), ...row }] as const]
  })
  return { ...base, ...Object.fromEntries(laid) }
}

/**
 * Makes a larger law out of another: `PURGE`, `299`, fields of your own, or a different say on a row.
 *
 * The result is a law like any other, in types too, so that rules, checks and messages read your rows as they read the RFC's.
 * An added row may leave out what is ordinary; an amended one keeps what it does not state, and says in `departs` why it differs.
 *
 * @example
 * const law = extendLaw({
 *   extends: rfc9110,
 *   name: 'our cache',
 *   methods: { PURGE: { cite: 'https://example.com/purge', safe: false, idempotent: true, purpose: 'Drops what a cache stored.' } },
 * })
 * @throws RegistryError with one line for each row and column at fault.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-16 | RFC 9110 §16}
 */
export const extendLaw = <
  const Base extends Law,
  const Name extends string = `${Base['name']}, extended`,
  const Methods extends { readonly [name: string]: Partial<MethodFacts> } = {},
  const Statuses extends { readonly [code: number]: Partial<StatusFacts> } = {},
  const Fields extends { readonly [name: string]: Partial<FieldFacts> } = {},
  const Strict extends boolean = Base['strict'],
>(
  extension: Extension<Base, Name, Methods, Statuses, Fields, Strict>,
): ExtendedLaw<Base, Name, Methods, Statuses, Fields, Strict> => {
  const base: unknown = isObject(extension) ? extension.extends : undefined
  if (!isObject(base) || !isObject(base.methods) || !isObject(base.statuses) || !isObject(base.fields))
    throw new RegistryError('The extension', ['extends: must be a law, such as rfc9110'])

  const { name = `${base.name}, extended`, methods, statuses, fields, strict = base.strict, ...rest } = extension as unknown as Row
  const problems: string[] = []
  for (const key of Object.keys(rest)) if (key !== 'extends') problems.push(`${key}: an extension has no such part`)
  const from = String(base.name)
  const law = {
    name,
    methods: lay(
      'methods',
      from,
      base.methods as Rows,
      methods,
      (key) => ({ ...ordinaryMethod, example: `${key} /` }),
      contentRules.methods,
      problems,
    ),
    statuses: lay('statuses', from, base.statuses as Rows, statuses, () => ordinaryStatus, contentRules.statuses, problems),
    fields: lay('fields', from, base.fields as Rows, fields, () => ({}), {}, problems),
    strict,
  }
  problems.push(...problemsOf(law))
  if (problems.length) throw new RegistryError(typeof name === 'string' && name ? name : 'The extension', problems)
  return law as unknown as ExtendedLaw<Base, Name, Methods, Statuses, Fields, Strict>
}
