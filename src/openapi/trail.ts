/** A way from the root of a document, as a list from its end: most places are never asked for. */
import type { Pointer } from '../rules/description.js'

export interface Trail {
  readonly up: Trail | undefined
  readonly keys: Pointer
}

export const trail = (up: Trail | undefined, ...keys: Pointer): Trail => ({ up, keys })

export const pointerOf = (end: Trail): Pointer => {
  const parts: Pointer[] = []
  for (let at: Trail | undefined = end; at; at = at.up) parts.unshift(at.keys)
  return parts.flat()
}
