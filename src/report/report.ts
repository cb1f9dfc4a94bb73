/** What a command found, before any format writes it down. */
import type { Finding, Position } from '../rules/finding.js'
import type { Level, Rule } from '../rules/rule.js'

/** The levels from the strongest down. */
export const levels = ['must', 'should', 'bcp', 'hint'] as const satisfies readonly Level[]

/** The levels that can make a command fail, and `never`. */
export const failures = ['must', 'should', 'never'] as const
export type FailOn = (typeof failures)[number]

/** How many findings there are of each level. */
export type Counts = Readonly<Record<Level, number>>

/** A rule that the author put aside, with the reason. */
export interface Waiver {
  readonly rule: string
  readonly reason: string
  /** The route, as `GET /todos`. */
  readonly where: string
  /** How many findings it puts aside; a waiver of nothing is reported. */
  readonly waives: number
}

/** One thing judged: an OpenAPI document, or one exported contract. */
export interface Judged {
  /** The file as the user named it, or `<stdin>`. */
  readonly file: string
  /** The contract's export, where the file holds several things. */
  readonly name?: string
  /** How many operations (routes) were judged. */
  readonly operations: number
  /** How many responses those operations declare. */
  readonly responses: number
  readonly findings: readonly Finding[]
  readonly waivers: readonly Waiver[]
  /** What the reader should know though it breaks no rule: a part that was not judged, and why. */
  readonly notes: readonly string[]
}

/** What the compiler says besides our sentences. */
export interface Diagnostic {
  /** `TS2345`. */
  readonly code: string
  readonly message: string
  readonly position?: Position
}

/** What the user wants to see and when the command fails. */
export interface Choice {
  /** The lowest level that is shown. */
  readonly level: Level
  readonly failOn: FailOn
  /** Ids of rules that are not reported at all. */
  readonly ignore: readonly string[]
  /** At most so many entries are shown. */
  readonly max?: number
}

/** What formats that describe their rules say of one. */
export type Described = Pick<Rule, 'id' | 'level' | 'kind' | 'cite' | 'summary' | 'why' | 'fix'> & Partial<Pick<Rule, 'bad' | 'good'>>

/** Everything a format needs. */
export interface Report extends Choice {
  readonly command: 'lint' | 'check' | 'diff' | 'judge'
  /** The version of Statute. */
  readonly version: string
  /** With the findings that are shown: sorted, at or above `level`, not ignored. */
  readonly documents: readonly Judged[]
  readonly errors: readonly Diagnostic[]
  /** What was not looked at, and why, where it belongs to no document. */
  readonly notes?: readonly string[]
  /** What there is to find: rules, or kinds of change. */
  readonly book: readonly Described[]
  /** Whether more than one document was asked for, whatever came of it. */
  readonly several?: boolean
  /** Of all findings that are neither waived nor ignored, shown or not. */
  readonly counts: Counts
  /** Of those, the ones below `level`. */
  readonly hidden: Counts
  /** Whether the command fails (exit 1). */
  readonly failed: boolean
  /** The text of a file, for code frames; `undefined` where there is none. */
  readonly source: (file: string) => string | undefined
}

const rank = (level: Level): number => levels.indexOf(level)

/** Contradictions before omissions, then by level, then as they stand in the file. */
const order = (a: Finding, b: Finding): number =>
  Number(a.kind === 'omission') - Number(b.kind === 'omission') ||
  rank(a.level) - rank(b.level) ||
  (a.position?.file ?? '').localeCompare(b.position?.file ?? '') ||
  (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
  (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
  a.rule.localeCompare(b.rule)

const count = (findings: readonly Finding[]): Counts => {
  const counts = { must: 0, should: 0, bcp: 0, hint: 0 }
  for (const finding of findings) counts[finding.level]++
  return counts
}

/** Whether a finding makes the command fail. What the compiler refuses fails a `check`, whatever its level. */
export const fails = (finding: Finding, command: Report['command'], failOn: FailOn): boolean =>
  finding.waived === undefined && failOn !== 'never' && (rank(finding.level) <= rank(failOn) || (command === 'check' && finding.refuses))

/**
 * Makes a report: counts what was found, then keeps and sorts what is to be shown.
 *
 * Whether the command fails is decided by all findings, also by those that `level` hides: hiding is not mending.
 */
export const report = (
  found: Pick<Report, 'command' | 'version' | 'documents' | 'several' | 'source' | 'notes' | 'book'> & {
    readonly errors?: readonly Diagnostic[]
  },
  choice: Choice,
): Report => {
  const ignored = new Set(choice.ignore)
  const documents = found.documents.map((document) => ({
    ...document,
    findings: document.findings.filter(({ rule }) => !ignored.has(rule)),
  }))
  const open = documents.flatMap(({ findings }) => findings.filter(({ waived }) => waived === undefined))
  const admitted = ({ level }: Finding) => rank(level) <= rank(choice.level)
  const errors = found.errors ?? []
  return {
    ...choice,
    ...found,
    errors,
    documents: documents.map((document) => ({ ...document, findings: document.findings.filter(admitted).sort(order) })),
    counts: count(open),
    hidden: count(open.filter((finding) => !admitted(finding))),
    failed: errors.length > 0 || open.some((finding) => fails(finding, found.command, choice.failOn)),
  }
}

/** Findings under their rule, in the order in which the rules first appear. */
export const byRule = (findings: readonly Finding[]): ReadonlyMap<string, Entry> => {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group) group.push(finding)
    else groups.set(finding.rule, [finding])
  }
  return groups
}

/** One thing to read: a contradiction by itself, or all omissions of one rule together. */
export type Entry = readonly [Finding, ...Finding[]]

/** Whether a finding is read by itself, and not together with others of its rule. */
export const standsAlone = ({ command }: Report, { kind }: Finding): boolean =>
  command === 'check' || command === 'diff' || kind === 'contradiction'

/**
 * The findings of a document as entries, waived ones left out.
 *
 * Real documents omit the same field a thousand times, so `lint` and `judge` gather omissions by rule; in a contract each has its own place.
 */
export const entries = (report: Report, { findings }: Judged): readonly Entry[] => {
  const open = findings.filter(({ waived }) => waived === undefined)
  const gathered = byRule(open.filter((finding) => !standsAlone(report, finding)))
  return [
    ...open.filter((finding) => standsAlone(report, finding)).map((finding): Entry => [finding]),
    ...[...gathered.values()].sort(([a, ...as], [b, ...bs]) => rank(a.level) - rank(b.level) || bs.length - as.length),
  ]
}

/** A method, path and status as one reads them: `DELETE /todos/{id} → 204`. */
export const place = ({ method, path, status }: Pick<Finding, 'method' | 'path' | 'status'>): string =>
  [method, path, status === null ? null : `→ ${status}`].filter((part) => part !== null).join(' ')

/** A position as editors and terminals understand it: `openapi.yaml:42:11`. */
export const spot = (finding: { readonly position?: Position }, file: string): string =>
  finding.position ? `${finding.position.file}:${finding.position.line}:${finding.position.column}` : file

/** The whole sentence without the id: what is wrong, where the law is written, what to do. */
export const sentence = ({ message, cite, fix }: Pick<Finding, 'message' | 'cite' | 'fix'>): string => `${message} (${cite}): ${fix}`

/** `1 route`, `2 routes`. */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
