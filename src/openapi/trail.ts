/** A way from the root of a document: a pointer, or a key and the way to where it stands. Most places are never asked for. */
import type { Pointer } from '../rules/description.js'

export type Trail = Pointer | { readonly up: Trail; readonly key: string | number }

export const trail = (up: Trail, key: string | number): Trail => ({ up, key })

export const pointerOf = (end: Trail): Pointer => {
  if (!('up' in end)) return end
  let depth = 0
  let at: Trail = end
  for (; 'up' in at; at = at.up) depth++
  const keys = at.slice()
  for (let index = at.length + depth - 1, below: Trail = end; 'up' in below; below = below.up) keys[index--] = below.key
  return keys
}
