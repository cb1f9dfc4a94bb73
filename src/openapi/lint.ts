/** Judges an OpenAPI document: the reader, the rules, and the place of each finding. */
import type { Law } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import type { Description, Pointer } from '../rules/description.js'
import type { Finding, Position } from '../rules/finding.js'
import { judge } from '../rules/judge.js'
import type { Rule } from '../rules/rule.js'
import { describe } from './describe.js'
import { SourceError } from './error.js'
import { isObject } from './refs.js'
import { isSwagger, type Source } from './source.js'
import { silentOnSwagger } from './swagger.js'

/** Something that was not judged, and where. */
export interface Note {
  readonly message: string
  readonly position: Position
}

/** What came out of a document. */
export interface Lint {
  /** What the document calls itself: its file. */
  readonly document: string
  /** Its OpenAPI version. */
  readonly version: string
  /** How many operations were judged. */
  readonly operations: number
  /** Each with its position. */
  readonly findings: readonly (Finding & { readonly position: Position })[]
  /** What was not judged: what is on the network, webhooks, callbacks, keys that OpenAPI does not know. */
  readonly notes: readonly Note[]
  readonly description: Description
}

/** Whether a pointer leads to one of some places, or into it. */
const leadsInto = (places: readonly Pointer[]) => {
  const known = new Set(places.map((place) => JSON.stringify(place)))
  return (pointer: Pointer): boolean => known.size > 0 && pointer.some((_, depth) => known.has(JSON.stringify(pointer.slice(0, depth + 1))))
}

/**
 * Judges a document by every rule that a document can show.
 *
 * The rules are those of contracts, and so are the words; each finding has its line.
 *
 * @example
 * const { findings } = lint(await read('openapi.yaml'))
 *
 * @throws SourceError when the document cannot be judged, or has nothing to judge.
 * @see https://spec.openapis.org/oas/latest.html
 */
export const lint = (source: Source, law: Law = rfc9110, rules?: Iterable<Rule>): Lint => {
  const { description, remarks, unseen } = describe(source, law)
  if (description.operations.length === 0) {
    const unjudged = isObject(source.document.webhooks) ? ', and webhooks are not judged' : ''
    throw new SourceError(`has no operations under "paths"${unjudged}: there is nothing to judge`, source)
  }
  const isUnseen = leadsInto(unseen)
  if (description.operations.every(({ pointer, responses }) => responses.length === 0 && isUnseen(pointer)))
    throw new SourceError('has its operations where they are not read: there is nothing to judge', source)
  const found: Finding[] = []
  const places: Pointer[] = []
  const silent = isSwagger(source.document) ? silentOnSwagger : []
  for (const finding of judge(description, rules)) {
    if (silent.includes(finding.rule)) continue
    // What may stand where nobody looked is not left out, and a note says so.
    if (finding.kind === 'omission' && isUnseen(finding.pointer)) continue
    found.push(finding)
    places.push(source.files.standing(finding.pointer))
  }
  // A response of each operation is located even where nobody found anything, so that a key that stands twice is noticed.
  const positions = source.files.locate([
    ...places,
    ...remarks.map(({ pointer }) => pointer),
    ...description.operations.flatMap(({ responses: [first] }) => (first ? [first.pointer] : [])),
  ])
  return {
    document: description.name,
    version: description.version!,
    operations: description.operations.length,
    // They were made for this list.
    findings: found.map((finding, index) =>
      Object.assign(finding, { pointer: source.files.split(places[index]!).pointer, position: positions[index]! }),
    ),
    notes: remarks.map(({ message }, index) => ({ message, position: positions[found.length + index]! })),
    description,
  }
}
