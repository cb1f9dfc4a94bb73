/** A report as GitHub workflow commands, which annotate the changed lines of a pull request. */
import type { Finding, Position } from '../rules/finding.js'
import type { Level } from '../rules/rule.js'
import type { Look } from './formats.js'
import { relative } from './relative.js'
import { entries, place, type Report, sentence } from './report.js'

/** Escapes the text of a command, which ends at the line's end. */
export const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
/** Escapes a property of a command, which ends at a comma or colon too. */
export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const commands = { must: 'error', should: 'warning', bcp: 'notice', hint: 'notice' } as const satisfies Record<Level, string>

/**
 * Writes a report as workflow commands.
 *
 * GitHub shows ten annotations of each kind for a step, so omissions of one rule share one.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github = (report: Report, { root }: Look): string => {
  const command = (name: string, position: Position | undefined, file: string | undefined, title: string, message: string): string => {
    const properties = {
      ...(file !== undefined && { file: relative(root, position?.file ?? file) }),
      ...(position && { line: String(position.line), col: String(position.column) }),
      title,
    }
    const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`)
    return `::${name} ${written.join(',')}::${escapeData(message)}\n`
  }
  const words = (finding: Finding, more: number): string =>
    `${place(finding)}${place(finding) && ': '}${sentence(finding)}${more ? ` (and ${more} more)` : ''}`

  const lines = report.errors.map(({ code, message, position }) => command('error', position, position?.file, code, message))
  for (const document of report.documents)
    for (const [finding, ...others] of entries(report, document))
      lines.push(
        command(
          commands[finding.level],
          finding.position,
          document.file,
          `${finding.rule} (${finding.level})`,
          words(finding, others.length),
        ),
      )
  const left = lines.length - (report.max ?? lines.length)
  if (left > 0)
    lines.splice(lines.length - left, left, command('notice', undefined, undefined, 'statute', `${left} more (--max ${report.max})`))
  return lines.join('')
}
