/**
 * What changed from one version of an API to the next, and whom each change breaks.
 *
 * A pure function of two APIs: where it stands in a file is found by others.
 */

import type { Api, Origin } from '../openapi/model.js'
import { pointerOf, type Trail } from '../openapi/trail.js'
import { type Audience, type ChangeId, changeKinds, type Kind, levelOf } from '../rules/changes.js'
import type { Level } from '../rules/rule.js'
import { fill } from '../rules/sentence.js'
import { type Known, Operations, type Told, unknown } from './operations.js'

/** Where a change is met on the wire. */
export interface Use {
  readonly method: string | null
  readonly path: string | null
  readonly operationId: string | null
  readonly status: string | null
  readonly mediaType: string | null
  /** The way to it within the message: `donation.items[].type`. */
  readonly at: string
}

/** One change. */
export interface Change {
  readonly id: ChangeId
  readonly level: Level
  /** Whom it breaks. */
  readonly breaks: readonly Audience[]
  readonly message: string
  readonly why: string
  readonly fix: string
  /** Where it is met first. */
  readonly use: Use
  /** Every place where it is met: a schema that many operations share changes once. */
  readonly uses: readonly Use[]
  /** What it stood at, and what stands there now; absent where there is nothing. */
  readonly old: Origin | undefined
  readonly new: Origin | undefined
}

const originOf = (place: Origin | Trail | undefined, { file }: Api): Origin | undefined => {
  if (!place) return undefined
  if ('file' in place) return place
  return { file, pointer: pointerOf(place) }
}

/** How a place is called: the body, a parameter, or a property of them. */
const placeOf = ({ base, at }: Pick<Told, 'base' | 'at'>): string => {
  if (at === '') return base
  return base === 'body' ? `property \`${at}\`` : `property \`${at}\` of the ${base}`
}

/**
 * Compares two versions of an API.
 *
 * A change of a schema that many operations share is one change, with every place where it is met. Names of components, their order
 * and how the documents are written make no difference.
 *
 * @example
 * compare(modelOf(parse('{ "openapi": "3.1.0", "paths": {} }', 'old.json')), modelOf(parse('{ "openapi": "3.1.0", "paths": {} }', 'new.json'))) //=> []
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-16
 */
export const compare = (old: Api, now: Api, known: Known = unknown): readonly Change[] => {
  const found = new Operations(old, now, known).compare()
  const changes = new Map<object | string, Change & { readonly uses: Use[] }>()
  for (const told of found) {
    const { id, use, values, at, source } = told
    const { method, path, operationId, status, mediaType } = use
    const whole: Use = { method, path, operationId, status, mediaType, at }
    // One change of a shared schema has one source; elsewhere the same words of the same status are the same change.
    const met = source && changes.get(source)
    if (met) {
      met.uses.push(whole)
      continue
    }
    const row: Kind = changeKinds[id]
    const message = fill(row.words, { place: placeOf(told), ...values })
    const words = `${id} ${message} ${status}`
    const known = changes.get(words)
    if (known) {
      known.uses.push(whole)
      if (source) changes.set(source, known)
      continue
    }
    const change = {
      id,
      level: levelOf(row),
      breaks: row.breaks,
      message,
      why: row.why,
      fix: row.fix,
      use: whole,
      uses: [whole],
      old: originOf(told.old, old),
      new: originOf(told.new, now),
    }
    if (source) changes.set(source, change)
    if (!source || !apart(id)) changes.set(words, change)
  }
  return [...new Set(changes.values())]
}

/** Kinds that speak of one operation each, so that two of them are never one. */
const apart = (id: ChangeId): boolean => /^(?:operation-|deprecated-operation-|webhook-(?:added|removed|renamed)$|unused-schema-)/.test(id)
