/** Where a route stands in its source, found by its text: good for a line to go to, not a parser. */
import { place } from '../openapi/place.js'
import type { Operation, Pointer } from '../rules/description.js'
import type { Position } from '../rules/finding.js'

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The last part of a route's name: routes of nested contracts have their group's before it. */
const keyOf = ({ name }: Pick<Operation, 'name'>): string => name.split(/[./]/).at(-1) ?? name

/** Where the route starts: at its key, behind its contract's name if there are several of the key, or at its path where it is declared elsewhere. */
const startOf = (text: string, operation: Pick<Operation, 'name' | 'path'>, contract: number): number | undefined => {
  const literal = `(['"\`])${escapeRegExp(operation.path)}\\1`
  const call = `[\\w$.]+\\s*(?:<[^()]*>)?\\(\\s*(?:['"][^'"]*['"]\\s*,\\s*)?`
  const byKey = [...text.matchAll(new RegExp(`(?<![\\w$])['"]?${escapeRegExp(keyOf(operation))}['"]?\\s*:\\s*${call}${literal}`, 'g'))]
  return (byKey.find(({ index }) => index > contract) ?? byKey[0] ?? new RegExp(`${call}${literal}`).exec(text))?.index
}

/** The index of a key, `204:` or `'etag':`, within a stretch of text. */
const keyAt = (text: string, key: string, from: number, to: number): number | undefined => {
  const found = new RegExp(`(?<![\\w$.-])(['"]?)${escapeRegExp(key)}\\1\\s*[:(,}]`).exec(text.slice(from, to))
  return found ? from + found.index : undefined
}

const positionOf = (file: string, text: string, offset: number): Position => ({ file, ...place(text, offset) })

/** Whether a pointer leads into a route, and not to what it has in common with others. */
export const isInside = (operation: Operation, pointer: Pointer): boolean => operation.pointer.every((key, depth) => pointer[depth] === key)

/** Finds places in the sources of a project. */
export class Locator {
  readonly #sources: ReadonlyMap<string, string>
  readonly #operations: readonly Operation[]
  readonly #name: string
  readonly #starts = new Map<Operation, { readonly file: string; readonly start: number } | undefined>()
  readonly #homes = new Map<Operation, Position>()

  /** `name` is the contract's, as its file declares it. */
  constructor(sources: ReadonlyMap<string, string>, operations: readonly Operation[], name: string) {
    this.#sources = sources
    this.#operations = operations
    this.#name = name
    for (const operation of operations) this.#starts.set(operation, this.#find(operation))
  }

  #find(operation: Operation): { readonly file: string; readonly start: number } | undefined {
    const declared = new RegExp(`\\b(?:const|let|var)\\s+${escapeRegExp(this.#name)}(?![\\w$])`)
    for (const [file, text] of this.#sources) {
      const start = startOf(text, operation, declared.exec(text)?.index ?? 0)
      if (start !== undefined) return { file, start }
    }
    return undefined
  }

  /** Where a route starts; asked for each of its findings. */
  home(operation: Operation): Position | undefined {
    const known = this.#homes.get(operation)
    const found = this.#starts.get(operation)
    if (known || !found) return known
    const home = positionOf(found.file, this.#sources.get(found.file) ?? '', found.start)
    this.#homes.set(operation, home)
    return home
  }

  /** The place of a pointer's last key that can be found behind the start of its route; `undefined` where the route is not found. */
  locate(operation: Operation, pointer: Pointer): Position | undefined {
    const found = this.#starts.get(operation)
    if (!found) return undefined
    const { file } = found
    const text = this.#sources.get(file) ?? ''
    const inside = isInside(operation, pointer)
    // What routes have in common stands outside of them all.
    if (!inside) return this.#walk(file, text, 0, text.length, pointer.slice(-2))
    const { start } = found
    const next = this.#operations.map((other) => this.#starts.get(other)).filter((other) => other?.file === file && other.start > start)
    // Another declaration may have keys of the same names.
    const declaration = /\n(?:export|const|let|var|function|type|interface|class)\b/.exec(text.slice(start))
    const end = Math.min(start + (declaration?.index ?? text.length), ...next.map((other) => other!.start))
    return this.#walk(file, text, start, end, pointer.slice(operation.pointer.length))
  }

  #walk(file: string, text: string, start: number, end: number, keys: Pointer): Position {
    let offset = start
    for (const key of keys) offset = keyAt(text, String(key), offset + 1, end) ?? offset
    return positionOf(file, text, offset)
  }
}
