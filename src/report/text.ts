/** A report for a reader at a terminal. */
import type { Finding } from '../rules/finding.js'
import type { Look } from './formats.js'
import { framer } from './frame.js'
import { levelStyle, type Paint, printable } from './paint.js'
import {
  byRule,
  type Diagnostic,
  type Entry,
  entries,
  type Judged,
  levels,
  place,
  plural,
  type Report,
  sentence,
  spot,
  standsAlone,
} from './report.js'

/** So many findings of a rule are shown with their lines; of the others, one line each says where. */
const FRAMES = 3

const indent = (line: string): string => `  ${line}`

const title = (finding: Finding, file: string, paint: Paint): string =>
  [
    paint('bold', printable(spot(finding, file))),
    paint(levelStyle[finding.level], finding.level),
    printable(place(finding)),
    paint('dim', `[${finding.rule}]`),
  ]
    .filter((part) => part !== '')
    .join('  ')

/** The place within a file whose name stands above. */
const short = (finding: Finding, file: string): string =>
  finding.position?.file === file ? `${finding.position.line}:${finding.position.column}` : spot(finding, file)

/** All omissions of one rule: how many, the one thing to do, where the first is. */
const gathered = ([first, ...others]: Entry, file: string, paint: Paint): string =>
  `${paint(levelStyle[first.level], first.level.padEnd(6))} ${`${others.length + 1} ×`.padStart(6)}  ${paint('bold', first.rule)}  ${printable(first.fix)} (${first.cite}), ${others.length ? 'first' : 'at'} ${printable(short(first, file))}`

const diagnostic = ({ code, message, position }: Diagnostic, paint: Paint): string => {
  const where = position ? `${paint('bold', printable(`${position.file}:${position.line}:${position.column}`))}  ` : ''
  const [head = '', ...more] = message.split('\n').map(printable)
  return [`${where}${paint('red', code)}  ${head}`, ...more.map(indent)].join('\n')
}

/** What a command counts. */
const units = { check: 'route', lint: 'operation', diff: 'operation', judge: 'exchange' } as const satisfies Record<
  Report['command'],
  string
>

const summary = (report: Report, paint: Paint): string => {
  const { counts, hidden, documents, errors } = report
  const found = levels.filter((level) => counts[level] > 0).map((level) => paint(levelStyle[level], `${counts[level]} ${level}`))
  if (errors.length) found.unshift(paint('red', plural(errors.length, 'error')))
  const operations = documents.reduce((sum, document) => sum + document.operations, 0)
  const responses = documents.reduce((sum, document) => sum + document.responses, 0)
  const asked = report.several ? `${plural(documents.length, 'document')}, ` : ''
  const judged = `${asked}${plural(operations, units[report.command])}${
    report.command === 'judge' ? '' : report.command === 'diff' ? ', two versions' : `, ${plural(responses, 'response')}`
  }`
  const kept = levels.filter((level) => hidden[level] > 0).map((level) => `${hidden[level]} ${level}`)
  const tail = kept.length ? paint('dim', ` (${kept.join(', ')} not shown: --level ${levels.findLast((level) => hidden[level] > 0)})`) : ''
  const mark = report.failed ? paint('red', '✖') : paint('green', '✔')
  return `${mark} ${judged}: ${found.join(', ') || 'nothing to report'}${tail}`
}

/**
 * Writes a report as text.
 *
 * Contradictions come first, each with its lines; omissions of one rule share a line, because a document that leaves a field out
 * leaves it out everywhere.
 */
export const text = (report: Report, { paint, width }: Look): string => {
  const frame = framer(report.source)
  const blocks: string[] = report.errors.map((error) => diagnostic(error, paint))
  let left = report.max ?? Number.POSITIVE_INFINITY
  for (const document of report.documents) {
    const all = entries(report, document)
    const shown = all.slice(0, left)
    left -= shown.length
    const alone = ([first]: Entry) => standsAlone(report, first)
    const more = new Set([...byRule(shown.filter(alone).map(([finding]) => finding)).values()].flatMap((same) => same.slice(FRAMES)))
    for (const [finding] of shown.filter(alone)) {
      if (more.has(finding)) continue
      const { position } = finding
      const lines = position ? frame(position.file, position.line, position.column, width - 2, paint) : []
      blocks.push([title(finding, document.file, paint), ...[printable(sentence(finding)), ...lines].map(indent)].join('\n'))
    }
    for (const same of byRule([...more]).values())
      blocks.push(
        [
          `${plural(same.length, 'more place')} of ${paint('bold', same[0].rule)}`,
          ...same.flatMap((finding) => [
            indent(title(finding, document.file, paint)),
            // Two places of a rule say the same; two changes do not.
            ...(finding.difference ? [indent(indent(printable(finding.message)))] : []),
          ]),
        ].join('\n'),
      )
    const groups = shown.filter((entry) => !alone(entry))
    if (groups.length)
      blocks.push(
        [
          paint('bold', `${printable(document.file)} leaves out`),
          ...groups.map((entry) => indent(gathered(entry, document.file, paint))),
        ].join('\n'),
      )
    if (shown.length < all.length)
      blocks.push(paint('dim', `${all.length - shown.length} more in ${printable(document.file)} (--max ${report.max})`))
    if (document.waivers.length) blocks.push(waivers(document, paint))
    if (document.notes.length) blocks.push(document.notes.map((note) => `${paint('cyan', 'note')}  ${printable(note)}`).join('\n'))
  }
  if (report.notes?.length) blocks.push(report.notes.map((note) => `${paint('cyan', 'note')}  ${printable(note)}`).join('\n'))
  blocks.push(summary(report, paint))
  return `${blocks.join('\n\n')}\n`
}

const waivers = (document: Judged, paint: Paint): string =>
  [
    paint('bold', `${printable(document.name ? `${document.name} in ${document.file}` : document.file)} waives`),
    ...document.waivers.map(({ rule, where, reason, waives }) => {
      const use = waives ? paint('dim', `(${plural(waives, 'finding')})`) : paint('yellow', '(waives nothing: remove it)')
      return indent(`${rule}  ${printable(where)}  ${printable(reason)}  ${use}`)
    }),
  ].join('\n')
