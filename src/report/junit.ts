/** A report as JUnit XML: a test suite for each document, a test case for each rule. */
import type { Finding } from '../rules/finding.js'
import { byRule, fails, type Judged, place, plural, type Report, sentence, spot } from './report.js'

/** Escapes text for XML; a character that XML 1.0 cannot hold, not even escaped, becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')

const suite = (report: Report, document: Judged): string => {
  const found = byRule(document.findings)
  let failed = 0
  let skipped = 0
  const line = (finding: Finding): string =>
    `${spot(finding, document.file)} ${finding.level} ${place(finding)}: ${sentence(finding)}${finding.waived === undefined ? '' : ` (waived: ${finding.waived})`}`
  const ids = report.book.map(({ id }) => id)
  const cases = ids.concat([...found.keys()].filter((id) => !ids.includes(id))).map((rule) => {
    const head = `    <testcase${attributes({ classname: document.name ?? document.file, name: rule })}`
    if (report.ignore.includes(rule)) {
      skipped++
      return `${head}>\n      <skipped message="ignored"/>\n    </testcase>`
    }
    const findings = found.get(rule) ?? []
    if (findings.length === 0) return `${head}/>`
    const lines = escapeXml(findings.map(line).join('\n')).replaceAll('&#10;', '\n')
    const guilty = findings.filter((finding) => fails(finding, report.command, report.failOn))
    const [first] = guilty
    if (first) {
      failed++
      const message = `${sentence(first)}${guilty.length > 1 ? ` (${plural(guilty.length, 'finding')})` : ''}`
      return `${head}>\n      <failure${attributes({ type: first.level, message })}>${lines}</failure>\n    </testcase>`
    }
    if (findings.every(({ waived }) => waived !== undefined)) {
      skipped++
      return `${head}>\n      <skipped${attributes({ message: `waived: ${findings[0]?.waived}` })}/>\n    </testcase>`
    }
    return `${head}>\n      <system-out>${lines}</system-out>\n    </testcase>`
  })
  const numbers = { tests: cases.length, failures: failed, errors: 0, skipped }
  return [
    `  <testsuite${attributes({ name: document.name ? `${document.file} ${document.name}` : document.file, ...numbers })}>`,
    ...cases,
    '  </testsuite>',
  ].join('\n')
}

/** What the compiler says besides our sentences, as a suite of its own. */
const compiler = ({ errors }: Report): string[] => {
  if (errors.length === 0) return []
  const cases = errors.map(
    ({ code, message, position }) =>
      `    <testcase${attributes({ classname: 'tsc', name: `${code} ${position ? `${position.file}:${position.line}:${position.column}` : ''}`.trimEnd() })}>\n      <error${attributes({ type: code, message })}/>\n    </testcase>`,
  )
  return [
    [
      `  <testsuite${attributes({ name: 'tsc', tests: errors.length, failures: 0, errors: errors.length, skipped: 0 })}>`,
      ...cases,
      '  </testsuite>',
    ].join('\n'),
  ]
}

/**
 * Writes a report as JUnit XML.
 *
 * JUnit knows pass and fail only: a rule fails where the command fails by it (`--fail-on`); weaker findings stand in `system-out`.
 */
export const junit = (report: Report): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="statute">',
    ...report.documents.map((document) => suite(report, document)),
    ...compiler(report),
    '</testsuites>',
    '',
  ].join('\n')
