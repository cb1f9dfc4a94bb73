/** A report as SARIF 2.1.0, which code scanning services read. */

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { citeUrl } from '../registry/cite.js'
import type { Finding, Position } from '../rules/finding.js'
import type { Level } from '../rules/rule.js'
import type { Look } from './formats.js'
import { pointer } from './json.js'
import { relative } from './relative.js'
import { type Described, type Diagnostic, type Judged, place, type Report, sentence } from './report.js'

const levels = { must: 'error', should: 'warning', bcp: 'note', hint: 'note' } as const satisfies Record<Level, string>

const uri = (root: string, file: string) => {
  const inside = relative(root, file)
  return path.isAbsolute(inside)
    ? { uri: pathToFileURL(inside).href }
    : { uri: inside.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' }
}

const descriptor = (rule: Described) => {
  const url = citeUrl(rule.cite)
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.summary} ${rule.why} ${rule.cite}. Fix: ${rule.fix}.`,
      markdown: `${rule.summary} ${rule.why} (${rule.cite})\n\n${
        rule.bad === undefined
          ? `Fix: ${rule.fix}.\n`
          : `Refused or reported:\n\n\`\`\`ts\n${rule.bad}\n\`\`\`\n\nRight:\n\n\`\`\`ts\n${rule.good}\n\`\`\`\n`
      }`,
    },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: levels[rule.level] },
    properties: { tags: [rule.level, rule.kind], cite: rule.cite },
  }
}

/**
 * Writes a report as SARIF.
 *
 * Must is an error, should a warning, the rest notes; a waived finding is a suppressed result, with the author's reason.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif = (report: Report, { root }: Look): string => {
  const { book } = report
  const index = new Map(book.map(({ id }, at) => [id, at]))

  const physical = (position: Position | undefined, file: string) => ({
    artifactLocation: uri(root, position?.file ?? file),
    ...(position && { region: { startLine: position.line, startColumn: position.column } }),
  })
  const result = (document: Judged, finding: Finding) => ({
    ruleId: finding.rule,
    ...(index.has(finding.rule) && { ruleIndex: index.get(finding.rule) }),
    level: levels[finding.level],
    message: { text: sentence(finding) },
    locations: [
      {
        physicalLocation: physical(finding.position, document.file),
        ...(place(finding) !== '' && { logicalLocations: [{ fullyQualifiedName: place(finding) }] }),
      },
    ],
    ...(finding.waived !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: finding.waived }],
    }),
    ...(finding.difference?.old && {
      relatedLocations: [{ physicalLocation: physical(finding.difference.old, document.file), message: { text: 'the old version' } }],
    }),
    properties: {
      kind: finding.kind,
      cite: finding.cite,
      pointer: pointer(finding.pointer),
      ...(finding.difference && { breaks: finding.difference.breaks, places: finding.difference.places }),
    },
  })
  const foreign = ({ code, message, position }: Diagnostic) => ({
    ruleId: code,
    level: 'error',
    message: { text: message },
    ...(position && { locations: [{ physicalLocation: physical(position, position.file) }] }),
  })

  const results = report.documents.flatMap((document) => document.findings.map((finding) => result(document, finding))).slice(0, report.max)
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Statute',
            version: report.version,
            semanticVersion: report.version,
            rules: book.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [...report.documents.flatMap(({ notes }) => notes), ...(report.notes ?? [])].map((text) => ({
              level: 'note',
              message: { text },
            })),
          },
        ],
        results: [...report.errors.map(foreign), ...results],
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
