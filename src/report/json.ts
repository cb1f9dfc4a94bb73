/** A report for programs. */
import type { Pointer } from '../rules/description.js'
import type { Finding } from '../rules/finding.js'
import type { Judged, Report } from './report.js'

/** Keys as a JSON Pointer. @see https://www.rfc-editor.org/rfc/rfc6901#section-3 */
export const pointer = (keys: Pointer): string => keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const plainFinding = (finding: Finding) => ({
  rule: finding.rule,
  level: finding.level,
  kind: finding.kind,
  cite: finding.cite,
  message: finding.message,
  fix: finding.fix,
  method: finding.method,
  path: finding.path,
  status: finding.status,
  pointer: pointer(finding.pointer),
  line: finding.position?.line ?? null,
  column: finding.position?.column ?? null,
  ...(finding.waived !== undefined && { waived: finding.waived }),
  ...(finding.difference && {
    breaks: finding.difference.breaks,
    places: finding.difference.places,
    file: finding.position?.file ?? null,
    old: finding.difference.old ?? null,
  }),
})

const contract = ({ file, name, operations, responses, findings, waivers, notes }: Judged) => ({
  document: file,
  contract: name ?? null,
  operations,
  responses,
  // A contract may be spread over files, so each finding names its own.
  findings: findings.map((finding) => ({ ...plainFinding(finding), file: finding.position?.file ?? null })),
  waivers,
  notes,
})

/**
 * Writes a report as one JSON object: of `lint`, `{ document, operations, findings }`, or `{ documents }` with several such; of `judge` the same with `exchanges`; of `check`, `{ contracts, errors }`; of `diff`, `{ compared }`.
 *
 * It holds what the chosen level admits, and waived findings with their reason.
 */
export const json = (report: Report): string => {
  let left = report.max ?? Number.POSITIVE_INFINITY
  const documents = report.documents.map((document) => {
    const findings = document.findings.slice(0, left)
    left -= findings.length
    return { ...document, findings }
  })
  const [only] = documents
  const changed = ({ file, name, operations, findings, waivers }: Judged) => ({
    document: file,
    contract: name ?? null,
    operations,
    changes: findings.map(plainFinding),
    ignored: waivers,
  })
  const notes = report.notes?.length ? { notes: report.notes } : {}
  const document = ({ file, operations, findings }: Judged) => ({
    document: file,
    ...(report.command === 'judge' ? { exchanges: operations } : { operations }),
    // A finding names its file where that is another one, to which the document refers.
    findings: findings.map((finding) => ({
      ...plainFinding(finding),
      ...(finding.position && finding.position.file !== file && { file: finding.position.file }),
    })),
  })
  const whole =
    report.command === 'diff'
      ? { compared: documents.map(changed), ...notes }
      : report.command !== 'check' && report.several
        ? { documents: documents.map(document) }
        : report.command !== 'check' && only
          ? document(only)
          : {
              contracts: documents.map(contract),
              ...notes,
              errors: report.errors.map(({ code, message, position }) => ({
                code,
                message,
                file: position?.file ?? null,
                line: position?.line ?? null,
                column: position?.column ?? null,
              })),
            }
  return `${JSON.stringify(whole, null, 2)}\n`
}
