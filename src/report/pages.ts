/** The pages of `docs`: tables written from the rows, so that no page knows a fact by itself. */
import { citeUrl } from '../registry/cite.js'
import type { Condition, Law, MethodFacts, StatusFacts } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import { changeKinds, type Kind, levelOf, whomOf } from '../rules/changes.js'
import { coverage } from '../rules/coverage.js'
import { type Enforcement, enforcement } from '../rules/enforcement.js'
import { rules } from '../rules/index.js'
import { type Given, given, inMessages } from '../rules/messages.js'
import type { Rule } from '../rules/rule.js'
import { levels } from './report.js'

const or = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words)

/** A table; a cell is one line, whatever it holds. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

const code = (text: string | number): string => `\`${text}\``

const cited = (cite: string): string => {
  // A few rules speak for a row of any law, and cite what the row cites.
  if (cite === '<cite>') return 'the row’s own'
  const url = citeUrl(cite)
  return url ? `[${cite}](${url})` : cite
}

const fieldNames = (law: Law, fields: Readonly<Record<string, unknown>> | undefined): string =>
  Object.keys(fields ?? {})
    .map((field) => law.fields[field]?.name ?? field)
    .join(', ')

const yes = (value: boolean): string => (value ? 'yes' : 'no')

const contents = {
  expected: 'expected',
  allowed: 'allowed',
  undefined: 'no meaning',
  never: 'never',
} as const satisfies Record<MethodFacts['content'], string>

const cached = { yes: 'yes', conditional: 'if told to', no: 'no' } as const satisfies Record<MethodFacts['cacheable'], string>

const methodRow = ([name, row]: readonly [string, MethodFacts]): readonly string[] => [
  code(name),
  yes(row.safe),
  yes(row.idempotent),
  cached[row.cacheable],
  contents[row.content],
  `${row.purpose}${row.departs ? ` ${row.departs}` : ''}`,
  cited(row.cite),
]

const condition = (law: Law, { fields, roles, validator }: Condition): string =>
  [
    ...(fields ? [`${or(fields.map((field) => law.fields[field]?.name ?? field))} in the request`] : []),
    ...(roles ? [`a ${or(roles)}`] : []),
    ...(validator ? ['a validator on the 200'] : []),
  ].join('; ')

const statusRow =
  (law: Law) =>
  ([number, row]: readonly [string, StatusFacts]): readonly string[] => [
    code(number),
    row.phrase,
    row.content,
    fieldNames(law, row.requires),
    row.never ? 'answers no request' : row.wants ? condition(law, row.wants) : '',
    `${row.purpose}${row.departs ? ` ${row.departs}` : ''}`,
    cited(row.cite),
  ]

/** The page of a law: its methods and statuses. */
export const registryPage = (law: Law = rfc9110): string => `# The registry

Every method and every status that IANA registers, as the law ${code(law.name)} holds them. Written from the rows in
\`src/registry\` by \`npm run docs\`; \`statute explain PUT\`, \`statute explain 304\` and \`statute explain PUT 304\` say more about each.

## Methods

*Content* is that of the request; *cacheable* is about the response.

${table(['Method', 'Safe', 'Idempotent', 'Cacheable', 'Content', 'What it asks for', 'Section'], Object.entries(law.methods).map(methodRow))}

## Statuses

*Content* is that of the response; *needs* is what makes the status possible at all, and what a route states to declare it.

${table(
  ['Status', 'Phrase', 'Content', 'Must send', 'Needs', 'What it tells the client', 'Section'],
  Object.entries(law.statuses).map(statusRow(law)),
)}
`

const need = {
  wire: 'off the wire',
  content: 'with the content',
  contract: 'with a contract',
} as const satisfies Record<Given, string>

/** Where a rule speaks in messages, and why nowhere else. */
const spokenInMessages = (rule: Rule): { readonly by?: string; readonly because?: string } => {
  const way = inMessages(rule)
  if (way === undefined) return {}
  if (way === 'judge') return { by: given[rule.id] ? `judge ${need[given[rule.id]!]}` : 'judge' }
  return { ...(way.by !== 'nobody' && { by: way.by }), because: way.because }
}

/** Where a rule speaks, and why nowhere else. */
const spoken = (rule: Rule): string => {
  const way = (enforcement as Readonly<Record<string, Enforcement>>)[rule.id]
  const covered = coverage(rule)
  const { by, because } = spokenInMessages(rule)
  const compiles = way === 'compile' || (way === undefined ? rule.refuses : typeof way === 'object' && way.where === 'compile')
  const elsewhere = typeof way === 'object' && way.where === 'client' ? ['client'] : []
  const places = [
    ...(compiles ? ['compiler'] : way === 'strict' ? ['compiler (strict)'] : []),
    ...(covered === 'judged' ? ['report'] : []),
    ...(by === undefined ? elsewhere : [by]),
  ]
  const reasons = [
    ...(typeof way === 'object' ? [way.because] : []),
    ...(because === undefined ? [] : [because]),
    ...(typeof covered === 'object' && by === undefined ? [`${covered.because.charAt(0).toUpperCase()}${covered.because.slice(1)}.`] : []),
  ]
  const where = places.join(', ') || 'not by itself'
  return reasons.length > 0 ? `${where}. ${reasons.join(' ')}` : where
}

const ruleRow = (rule: Rule): readonly string[] => [code(rule.id), rule.summary, cited(rule.cite), spoken(rule)]

/** The page of all rules, by level. */
export const rulesPage = (): string => {
  const book: readonly Rule[] = Object.values(rules)
  const parts = levels.map((level) => {
    const of = book.filter((rule) => rule.level === level)
    return `## ${level} (${of.length})

${table(['Rule', 'What it says', 'Section', 'Where it speaks'], of.map(ruleRow))}
`
  })
  return `# The rules

${book.length} rules, by level. Written from \`src/rules\` by \`npm run docs\`; \`statute explain RULE\` shows why, an example and the fix.

*compiler*: a declaration that breaks it does not compile; *compiler (strict)*: under a strict law. *report*: \`statute check\` and
\`statute lint\` report it, where a contract or a document can show it. *judge*: \`judge(request, response)\` of \`statute/server\` finds it
in one exchange of messages; *with the content*, *off the wire* or *with a contract*: if it is given more than Fetch shows of them.
*server*, *client*: those of Statute keep it, and one exchange does not show it.

${parts.join('\n')}`
}

/** The page of all changes that `diff` tells of, by level. */
export const changesPage = (): string => {
  const book = Object.entries<Kind>(changeKinds)
  const parts = levels.map((level) => {
    const of = book.filter(([, kind]) => levelOf(kind) === level)
    const rows = of.map(([id, kind]) => [
      code(id),
      kind.words.replaceAll(/<\w+>/g, code),
      whomOf(kind).replace('breaks ', ''),
      kind.why,
      kind.fix,
    ])
    return `## ${level} (${of.length})

${table(['Change', 'What it says', 'Breaks', 'Why', 'What to do'], rows)}
`
  })
  return `# The changes

${book.length} kinds of change, by level. Written from \`src/rules/changes.ts\` by \`npm run docs\`; \`statute explain CHANGE\` shows an example.

The level is read off whom a change breaks: a \`must\` breaks lenient clients, a \`should\` exhaustive ones alone, a \`bcp\` may break somebody though
no document can tell, a \`hint\` breaks no client. Where the API sends the request, in webhooks and callbacks, a change is called
\`webhook-…\`: it is the client that gets the request, and answers.

${parts.join('\n')}`
}

/** What `bench/types.mjs` counted last, as far as the README tells of it. */
export interface Budget {
  readonly typescript: string
  readonly perRoute: { readonly bare: number; readonly json: number }
  readonly growth: { readonly bare: number; readonly json: number }
}

const number = (value: number): string => Math.round(value).toLocaleString('en')

/** The README's paragraph on what the types cost. */
export const costs = ({ typescript, perRoute, growth }: Budget): string =>
  `A declared route costs the compiler **${number(perRoute.json)} instantiations** with every rule checked, and ${number(perRoute.bare)} where bare schemas
stand for \`json(schema)\`. The cost grows with the number of routes and no faster: one of the last 900 of 1,000 costs
${Math.max(growth.json, growth.bare).toFixed(2)} times as much as one of the first hundred.

Counted by TypeScript ${typescript} (\`--extendedDiagnostics\`, one checker, \`skipLibCheck\`) over the built declarations: a program of 10, 100
and 1,000 CRUD routes with four statuses each, less the same program with its schemas alone. \`npm run budget\` counts again, and fails
if a figure has grown, if a route costs more than 800, or if the last route costs more than 1.05 times the first.`

/** A README with the costs in their place. */
export const withCosts = (readme: string, budget: Budget): string => {
  const place = /(<!-- budget -->\n)[\s\S]*?(<!-- \/budget -->)/
  if (!place.test(readme)) throw new Error('README.md has no place for what the types cost: <!-- budget --> … <!-- /budget -->')
  return readme.replace(place, (_, begin: string, end: string) => `${begin}${costs(budget)}\n${end}`)
}
