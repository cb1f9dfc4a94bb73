/** What is said when a document cannot be judged: one line that names the place. */
import type { Position } from '../rules/finding.js'

/**
 * Input that cannot be judged.
 *
 * One line is all a person needs: the place, and what is wrong there.
 *
 * @example
 * try {
 *   await read('api.yaml')
 * } catch (error) {
 *   if (error instanceof SourceError) console.error(error.message)
 * }
 */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly file: string
  declare readonly line?: number
  declare readonly column?: number
  /** What is wrong, without the place. */
  readonly reason: string

  constructor(reason: string, place: { readonly file: string } & Partial<Position>) {
    const line = reason.replace(/\s+/g, ' ')
    super(place.line === undefined ? `${place.file}: ${line}` : `${place.file}:${place.line}:${place.column}: ${line}`)
    this.reason = line
    this.file = place.file
    if (place.line !== undefined) this.line = place.line
    if (place.column !== undefined) this.column = place.column
  }
}

/** A piece of the input as a message can show it: quoted, on one line, cut. */
export const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value) : `${value}`
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** What a value is, as a message names it. */
export const kind = (value: unknown): string =>
  value === undefined
    ? 'missing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'an array'
        : typeof value === 'object'
          ? 'an object'
          : `a ${typeof value}`
