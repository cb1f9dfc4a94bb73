/** `statute explain`: a row of the law, in words. */
import { stringify } from 'yaml'
import { examples } from '../diff/examples.js'
import { citeUrl } from '../registry/cite.js'
import type { FieldFacts, Law, MethodFacts, StatusFacts } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import { type Verdict, verdict } from '../registry/verdict.js'
import { levelStyle, type Paint, type Style } from '../report/paint.js'
import { levels } from '../report/report.js'
import { type ChangeId, changeKinds, type Kind, kinds, levelOf, whomOf } from '../rules/changes.js'
import { rules } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import { didYouMean } from './nearest.js'
import { Unusable, type World } from './world.js'

const book: Readonly<Record<string, Rule>> = rules
const law: Law = rfc9110

/** A page that is being written, line by line. */
interface Page {
  readonly heading: (title: string, remark: string, style?: Style) => void
  readonly prose: (text: string) => void
  /** A label and what belongs to it, wrapped beside it. */
  readonly entry: (label: string, text: string | undefined) => void
  readonly code: (label: string, text: string) => void
  readonly text: () => string
}

/** Breaks a text into lines at blanks; a word longer than a line stays whole. */
export const wrap = (text: string, width: number): string[] => {
  const lines = ['']
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1]!
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const LABEL = 16

const page = (width: number, paint: Paint): Page => {
  const lines: string[] = []
  return {
    heading: (title, remark, style = 'bold') => {
      if (lines.length) lines.push('')
      lines.push(`${paint(style === 'bold' ? 'bold' : ['bold', style as 'red'], title)}${remark && `  ${paint('dim', remark)}`}`)
    },
    prose: (text) => void lines.push(...wrap(text, width - 2).map((line) => `  ${line}`)),
    entry: (label, text) => {
      if (!text) return
      const [first = '', ...more] = wrap(text, Math.max(20, width - LABEL - 2))
      lines.push(`  ${paint('cyan', label.padEnd(LABEL))}${first}`, ...more.map((line) => `${' '.repeat(LABEL + 2)}${line}`))
    },
    code: (label, text) => {
      const [first = '', ...more] = text.split('\n')
      lines.push(`  ${paint('cyan', label.padEnd(LABEL))}${first}`, ...more.map((line) => `${' '.repeat(LABEL + 2)}${line}`))
    },
    text: () => `${lines.join('\n')}\n`,
  }
}

/** Where a fact is written, and where that can be read. */
const cited = (to: Page, cite: string): void => {
  to.entry('section', cite)
  if (!cite.startsWith('https:')) to.entry('read', citeUrl(cite))
}

/** The ids of rules that stand anywhere in a row: each column that names a rule is obeyed by it. */
const ruleIds = (row: unknown): string[] =>
  typeof row === 'string'
    ? Object.hasOwn(book, row)
      ? [row]
      : []
    : typeof row === 'object' && row !== null
      ? Object.values(row).flatMap(ruleIds)
      : []

const listRules = (to: Page, ids: Iterable<string>): void => {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return
  to.heading('Rules', 'statute explain <rule> says why')
  for (const id of unique) to.prose(`${id} (${book[id]?.level}): ${book[id]?.summary}`)
}

const explainRule = (rule: Rule, to: Page): void => {
  to.heading(rule.id, `${rule.level}, ${rule.kind}, ${rule.refuses ? 'refused by the compiler' : 'reported'}`, levelStyle[rule.level])
  to.prose(rule.summary)
  to.heading('Law', '')
  // A few rules speak for a row, and cite what the row cites.
  if (rule.cite === '<cite>') to.entry('section', 'that of the row which asks for it')
  else cited(to, rule.cite)
  to.entry('message', rule.words)
  to.entry('why', rule.why)
  to.entry('fix', rule.fix)
  if (rule.plainFix !== undefined) to.entry('elsewhere', rule.plainFix)
  to.heading('Example', '')
  to.code('wrong', rule.bad)
  to.code('right', rule.good)
  if (rule.messages?.bad === undefined) return
  to.heading('In messages', 'statute/server: judge(request, response)')
  to.code('wrong', rule.messages.bad)
  to.code('right', rule.messages.good ?? '')
}

const indentOf = (line: string): number => line.search(/\S/)

/** The lines of two documents that differ, below those that they stand in. */
const difference = (old: object, now: object): string => {
  const [before, after] = [old, now].map((document) => stringify(document, { aliasDuplicateObjects: false }).trimEnd().split('\n')) as [
    string[],
    string[],
  ]
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same++
  let rest = 0
  while (rest < Math.min(before.length, after.length) - same && before.at(-1 - rest) === after.at(-1 - rest)) rest++
  const [gone, come] = [before.slice(same, before.length - rest), after.slice(same, after.length - rest)]
  let depth = Math.min(...[...gone, ...come].map(indentOf))
  const around: string[] = []
  for (const line of before.slice(0, same).reverse())
    if (indentOf(line) < depth) {
      depth = indentOf(line)
      around.unshift(line)
    }
  return [...around.map((line) => `  ${line}`), ...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)].join('\n')
}

const explainChange = (id: ChangeId, to: Page): void => {
  const row: Kind = changeKinds[id]
  const { old, now, back } = examples[id]
  to.heading(id, `${levelOf(row)}, change, ${whomOf(row)}`, levelStyle[levelOf(row)])
  to.prose(row.why)
  to.heading('Change', 'statute diff OLD NEW')
  to.entry('message', row.words)
  to.entry('fix', row.fix)
  to.entry('the other way', back.join(', '))
  to.heading('Example', '')
  to.code('change', difference(old, now))
}

/** How each verdict is said. */
const verdicts = {
  allowed: 'allowed',
  conditional: 'on a condition',
  odd: 'odd, reported',
  forbidden: 'forbidden',
  excluded: 'excluded',
} as const satisfies Record<Verdict, string>

const verdictStyle = {
  allowed: 'green',
  conditional: 'yellow',
  odd: 'yellow',
  forbidden: 'red',
  excluded: 'red',
} as const satisfies Record<Verdict, Style>

/** Names under their verdict, one entry for each verdict that occurs. */
const table = (to: Page, cells: readonly (readonly [name: string, verdict: Verdict])[]): void => {
  for (const [key, label] of Object.entries(verdicts)) {
    const names = cells.filter(([, found]) => found === key).map(([name]) => name)
    to.entry(label, names.join(', '))
  }
}

const usual = ({ group }: MethodFacts | StatusFacts): boolean => group !== 'webdav' && group !== 'reserved'
const fieldNames = (fields: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  fields &&
  Object.keys(fields)
    .map((field) => law.fields[field]?.name ?? field)
    .join(', ')

/** How request content is said of a method. */
const contents = {
  expected: 'carries the meaning of the request',
  allowed: 'possible',
  undefined: 'has no defined meaning',
  never: 'forbidden',
} as const satisfies Record<MethodFacts['content'], string>

const answered = {
  content: 'any response may have content',
  fields: 'header fields only',
  tunnel: 'a 2xx opens a tunnel and has no content',
} as const satisfies Record<MethodFacts['answers'], string>

const cached = { yes: 'yes', conditional: 'with explicit freshness', no: 'no' } as const satisfies Record<MethodFacts['cacheable'], string>

const yes = (value: boolean): string => (value ? 'yes' : 'no')

const explainMethod = (name: string, row: MethodFacts, to: Page): void => {
  to.heading(name, 'method')
  to.prose(row.purpose)
  to.heading('Law', '')
  cited(to, row.cite)
  to.entry('safe', yes(row.safe))
  to.entry('idempotent', yes(row.idempotent))
  to.entry('cacheable', cached[row.cacheable])
  to.entry('content', contents[row.content])
  to.entry('answers', answered[row.answers])
  to.entry('wants', fieldNames(row.wantsFields))
  to.entry('refuses', fieldNames(row.refusesFields))
  to.entry('departs', row.departs)
  to.entry('example', row.example)
  to.heading('Statuses', `statute explain ${name} <status> says why`)
  table(
    to,
    Object.entries(law.statuses)
      .filter(([, status]) => usual(status))
      .map(([code]) => [code, verdict(law, name, Number(code)).verdict]),
  )
  listRules(to, ruleIds(row))
}

/** How response content is said of a status. */
const sent = { never: 'forbidden', may: 'possible', should: 'called for (never to HEAD)' } as const satisfies Record<
  StatusFacts['content'],
  string
>

const explainStatus = (code: string, row: StatusFacts, to: Page): void => {
  to.heading(`${code} ${row.phrase}`, `status, ${row.class}`)
  to.prose(row.purpose)
  to.heading('Law', '')
  cited(to, row.cite)
  to.entry('content', sent[row.content])
  to.entry('must send', fieldNames(row.requires))
  to.entry('should send', fieldNames(row.recommends))
  to.entry('must not send', fieldNames(row.forbids))
  to.entry('wants', row.wants && condition(row.wants))
  to.entry('cacheable', row.heuristicallyCacheable ? 'a cache may guess how long' : 'with explicit freshness')
  to.entry('departs', row.departs)
  to.heading('Methods', `statute explain <METHOD> ${code} says why`)
  table(
    to,
    Object.entries(law.methods)
      .filter(([, method]) => usual(method))
      .map(([name]) => [name, verdict(law, name, Number(code)).verdict]),
  )
  listRules(to, ruleIds(row))
}

const or = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words)

const condition = ({ fields, roles, validator }: NonNullable<StatusFacts['wants']>): string =>
  [
    fields && `${or(fields.map((field) => law.fields[field]?.name ?? field))} in the request`,
    roles && `an answer by a ${or(roles)}`,
    validator && 'a validator (ETag or Last-Modified) on the 200',
  ]
    .filter(Boolean)
    .join('; ')

const explainPair = (method: string, code: string, to: Page): void => {
  const asked = law.methods[method]!
  const answer = law.statuses[Number(code)]!
  const cell = verdict(law, method, Number(code))
  to.heading(`${method} ${code} ${answer.phrase}`, verdicts[cell.verdict], verdictStyle[cell.verdict])
  to.prose(cell.reason || `Nothing speaks against answering ${method} with ${code}.`)
  to.heading('Law', '')
  to.entry(method, `${asked.purpose} (${asked.cite})`)
  to.entry(code, `${answer.purpose} (${answer.cite})`)
  const rule = cell.rule === undefined ? undefined : book[cell.rule]
  if (rule) explainRule(rule, to)
}

const explainField = (row: FieldFacts, to: Page): void => {
  to.heading(row.name, `field, ${row.in === 'both' ? 'request and response' : row.in}`)
  to.prose(row.purpose)
  to.heading('Law', '')
  cited(to, row.cite)
  to.entry('departs', row.departs)
  const key = row.name.toLowerCase()
  const speaks = (...columns: (Readonly<Record<string, unknown>> | undefined)[]): boolean =>
    columns.some((column) => column && Object.hasOwn(column, key))
  const statuses = Object.entries(law.statuses)
  const codes = (test: (status: StatusFacts) => boolean): string =>
    statuses
      .filter(([, status]) => test(status))
      .map(([code]) => code)
      .join(', ')
  to.entry(
    'must be sent',
    codes(({ requires }) => speaks(requires)),
  )
  to.entry(
    'should be sent',
    codes(({ recommends }) => speaks(recommends)),
  )
  to.entry(
    'must not be',
    codes(({ forbids }) => speaks(forbids)),
  )
  to.entry(
    'condition of',
    codes(({ wants }) => wants?.fields?.includes(key) ?? false),
  )
  // The rules that other rows name for this field, beside those of its own row.
  const named = [...statuses.map(([, status]) => status), ...Object.values(law.methods)].flatMap((other: StatusFacts | MethodFacts) =>
    Object.values(other).flatMap((column: unknown) =>
      typeof column === 'object' && column !== null && Object.hasOwn(column, key)
        ? ruleIds((column as Readonly<Record<string, unknown>>)[key])
        : [],
    ),
  )
  listRules(to, [...ruleIds(row), ...named])
}

const listing = (to: Page): void => {
  for (const level of levels) {
    const ids = Object.values(book).filter((rule) => rule.level === level)
    to.heading(`Rules: ${level}`, `${ids.length}`, levelStyle[level])
    to.prose(ids.map(({ id }) => id).join(', '))
  }
  const [changes, sent] = [Object.keys(kinds), Object.keys(changeKinds).slice(Object.keys(kinds).length)]
  to.heading('Changes', `${changes.length}`)
  to.prose(changes.join(', '))
  to.heading('Changes of webhooks and callbacks', `${sent.length}`)
  to.prose(sent.join(', '))
  const methods = Object.entries(law.methods)
  to.heading('Methods', `${methods.length}`)
  to.prose(methods.map(([name]) => name).join(', '))
  const statuses = Object.entries(law.statuses)
  to.heading('Statuses', `${statuses.length}`)
  to.prose(statuses.map(([code]) => code).join(', '))
  const fields = Object.values(law.fields)
  to.heading('Fields', `${fields.length}`)
  to.prose(fields.map(({ name }) => name).join(', '))
  to.heading('A method with a status', '')
  to.prose('statute explain PUT 304')
}

const isMethod = (name: string): boolean => Object.hasOwn(law.methods, name)
const isStatus = (name: string): boolean => /^\d{3}$/.test(name) && Object.hasOwn(law.statuses, name)

const isChange = (id: string): id is ChangeId => Object.hasOwn(changeKinds, id)

/** A method as the law writes it; upper and lower case are not told apart here, because a person is asking. */
const methodOf = (name: string): string | undefined => [name, name.toUpperCase()].find(isMethod)

/** Everything that one word names: LINK is a method, Link a field. */
const named = (name: string): ((to: Page) => void)[] => {
  const found: ((to: Page) => void)[] = []
  const id = name.toLowerCase()
  const rule = Object.hasOwn(book, id) ? book[id] : undefined
  if (rule) found.push((to) => explainRule(rule, to))
  if (isChange(id)) found.push((to) => explainChange(id, to))
  if (isStatus(name)) found.push((to) => explainStatus(name, law.statuses[Number(name)]!, to))
  const method = methodOf(name)
  if (method !== undefined) found.push((to) => explainMethod(method, law.methods[method]!, to))
  const field = Object.hasOwn(law.fields, id) ? law.fields[id] : undefined
  if (field) found.push((to) => explainField(field, to))
  return found
}

const names = (): string[] => [
  ...Object.keys(book),
  ...Object.keys(changeKinds),
  ...Object.keys(law.methods),
  ...Object.keys(law.statuses),
  ...Object.values(law.fields).map(({ name }) => name),
]

const unknown = (name: string, candidates: Iterable<string>): Unusable =>
  new Unusable(`there is no rule, change, status, method or field ${name}${didYouMean(name, candidates) || '; statute explain lists them'}`)

/** Explains what the words name; the exit code. */
export const explain = (words: readonly string[], { out, paint, width }: World): number => {
  const to = page(Math.min(Math.max(width, 40), 100), paint)
  const [first, second, ...more] = words.flatMap((word) => word.split(/\s+/).filter(Boolean))
  if (first === undefined) listing(to)
  else if (second === undefined) {
    const found = named(first)
    if (found.length === 0) throw unknown(first, names())
    for (const write of found) write(to)
  } else {
    if (more.length) throw new Unusable('explain takes one name, or a method with a status: statute explain PUT 304')
    const [method, code] = /^\d/.test(first) ? [second, first] : [first, second]
    const known = methodOf(method)
    if (known === undefined) throw new Unusable(`${law.name} holds no method ${method}${didYouMean(method, Object.keys(law.methods))}`)
    if (!isStatus(code)) throw new Unusable(`${law.name} holds no status ${code}${didYouMean(code, Object.keys(law.statuses))}`)
    explainPair(known, code, to)
  }
  out(to.text())
  return 0
}
