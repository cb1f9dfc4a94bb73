/**
 * The files of one document: the one that was named, and those to which it refers, read when something leads into them.
 *
 * A pointer into another file starts with that file: `['models/todo.yaml#', 'properties']`. So every place of the whole has one
 * pointer, and a `$ref` is followed from the file in which it stands.
 */
import path from 'node:path'
import type { Pointer } from '../rules/description.js'
import type { Position } from '../rules/finding.js'
import { kind, quote, SourceError } from './error.js'
import { FileFault, type Found, isRef, own, RefFault, stepsOf } from './refs.js'
import { pointerOf, type Trail } from './trail.js'

/** What a text holds, and where. */
export interface Tree {
  readonly root: unknown
  /** The whole text, for drawing the guilty lines. Made when asked for. */
  readonly text: () => string
  /** Where each pointer's key stands, or its nearest ancestor that exists; in the order given. One pass, however many. */
  readonly locate: (pointers: readonly Pointer[]) => Position[]
}

/** Reads a file to which a document refers; throws `FileFault` where it may not or cannot be read. */
export type Open = (file: string, from: string) => Tree

/** How many `$ref`s may lead from one to the next. */
const MAX_STEPS = 100

/** A reference to what is not a file beside this one. */
export const isElsewhere = (reference: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference)

/** A file as pointers name it. */
const markOf = (file: string): string => `${file}#`

const decoded = (reference: string): string => {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}

export class Files {
  readonly #file: string
  readonly #root: Tree
  /** The named file as the target of a `$ref`. */
  readonly #here: { readonly tree: Tree; readonly mark: Pointer }
  readonly #open: Open | undefined
  /** The other files, as pointers name them. */
  readonly #others = new Map<string, { readonly file: string; readonly tree: Tree }>()
  /** What `$ref`s lead to, those of the root by themselves, others with their file. */
  readonly #known = new Map<string, Found>()

  constructor(file: string, root: Tree, open?: Open) {
    this.#file = file
    this.#root = root
    this.#here = { tree: root, mark: [] }
    this.#open = open
  }

  /** The other files that were read. */
  get others(): readonly string[] {
    return [...this.#others.values()].map(({ file }) => file)
  }

  /** Whether no other file was read so far: the same `$ref` has then led to the same place wherever it stood. */
  get isOne(): boolean {
    return this.#others.size === 0
  }

  /** What each file that was read holds, and how pointers into it start. */
  get roots(): readonly { readonly root: unknown; readonly mark: Pointer }[] {
    const others = Array.from(this.#others, ([mark, { tree }]) => ({ root: tree.root, mark: [mark] }))
    return [{ root: this.#root.root, mark: [] }, ...others]
  }

  /** The file of a place, and the place in it. */
  split(pointer: Pointer): { readonly file: string; readonly tree: Tree; readonly mark: Pointer; readonly pointer: Pointer } {
    const other = this.isOne ? undefined : this.#others.get(String(pointer[0]))
    return other ? { ...other, mark: pointer.slice(0, 1), pointer: pointer.slice(1) } : { file: this.#file, ...this.#here, pointer }
  }

  /** The pointer of a place that is told by its file: what `split` takes apart. */
  whole({ file, pointer }: { readonly file: string; readonly pointer: Pointer }): Pointer {
    return this.#others.has(markOf(file)) ? [markOf(file), ...pointer] : pointer
  }

  /** The text of a file, where it is one of these. */
  textOf(file: string): string | undefined {
    return file === this.#file ? this.#root.text() : this.#others.get(markOf(file))?.tree.text()
  }

  /** What stands at a place. */
  at(pointer: Pointer): unknown {
    const { tree, pointer: keys } = this.split(pointer)
    return keys.reduce<unknown>(own, tree.root)
  }

  /** A pointer as far as the document goes: what is missing has no place of its own. */
  standing(pointer: Pointer): Pointer {
    const { tree, mark, pointer: keys } = this.split(pointer)
    let node = tree.root
    for (let depth = 0; depth < keys.length; depth++) {
      node = own(node, keys[depth]!)
      if (node === undefined) return [...mark, ...keys.slice(0, depth)]
    }
    return pointer
  }

  /** The places of pointers into all files, in the order given. */
  locate(pointers: readonly Pointer[]): Position[] {
    if (this.isOne) return this.#root.locate(pointers)
    const groups = new Map<Tree, { readonly index: number; readonly pointer: Pointer }[]>()
    for (const [index, whole] of pointers.entries()) {
      const { tree, pointer } = this.split(whole)
      const group = groups.get(tree)
      if (group) group.push({ index, pointer })
      else groups.set(tree, [{ index, pointer }])
    }
    const positions: Position[] = new Array(pointers.length)
    for (const [tree, group] of groups)
      for (const [at, position] of tree.locate(group.map(({ pointer }) => pointer)).entries()) positions[group[at]!.index] = position
    return positions
  }

  #reach(reference: string, from: string): { readonly tree: Tree; readonly mark: Pointer } | undefined {
    if (isElsewhere(reference) || !this.#open) return undefined
    const named = decoded(reference)
    const file = path.isAbsolute(named) ? named : path.join(path.dirname(from), named)
    if (path.relative(this.#file, file) === '') return this.#here
    const mark = markOf(file)
    let other = this.#others.get(mark)
    if (!other) {
      try {
        other = { file, tree: this.#open(file, this.#file) }
      } catch (error) {
        if (error instanceof FileFault) throw new FileFault(`the $ref ${quote(reference)} leads to ${file}: ${error.message}`)
        throw error
      }
      this.#others.set(mark, other)
    }
    return { tree: other.tree, mark: [mark] }
  }

  /**
   * Follows one `$ref` that stands at a place.
   *
   * @throws RefFault when it leads nowhere.
   */
  step(reference: unknown, place: Trail): Found {
    if (typeof reference !== 'string') throw new RefFault(`a $ref is a string, not ${kind(reference)}`)
    // Asked of every $ref that is read: a document of one file needs no more than this.
    const mark = this.isOne ? undefined : String(pointerOf(place)[0])
    const key = mark === undefined || !this.#others.has(mark) ? reference : `${mark}\n${reference}`
    const known = this.#known.get(key)
    if (known) return known
    const found =
      this.isOne && reference.startsWith('#') ? this.#found(reference, reference, this.#here) : this.#elsewhere(reference, place)
    this.#known.set(key, found)
    return found
  }

  #elsewhere(reference: string, place: Trail): Found {
    const base = this.split(pointerOf(place))
    const [, before, fragment] = /^([^#]*)(#.*)?$/s.exec(reference)!
    return this.#found(reference, fragment ?? '#', before === '' ? base : this.#reach(before!, base.file))
  }

  #found(reference: string, fragment: string, target: { readonly tree: Tree; readonly mark: Pointer } | undefined): Found {
    if (!target) return { outside: reference }
    const steps = stepsOf(fragment)
    const value = steps?.reduce<unknown>(own, target.tree.root)
    if (!steps || value === undefined) throw new RefFault(`the $ref ${quote(reference)} leads nowhere`)
    return { value, pointer: target.mark.concat(steps) }
  }

  /**
   * Follows the `$ref`s of a value to the end.
   *
   * @throws RefFault when there is nothing at the end, or no end.
   */
  follow(value: unknown, place: Trail): Found {
    let at = place
    let seen: Set<Found> | undefined
    while (isRef(value)) {
      const found = this.step(value.$ref, at)
      if ('outside' in found || !isRef(found.value)) return found
      seen ??= new Set()
      if (seen.has(found)) throw new RefFault(`the $ref ${quote(value.$ref)} leads back to itself`)
      if (seen.add(found).size > MAX_STEPS) throw new RefFault(`the $ref ${quote(value.$ref)} leads on and on`)
      value = found.value
      at = found.pointer
    }
    return { value, pointer: pointerOf(at) }
  }

  /** The value behind a `$ref`, or the `$ref` itself where it leads nowhere; but a file that cannot be read is an error. */
  softly(value: unknown, place: Trail): unknown {
    if (!isRef(value)) return value
    try {
      const found = this.follow(value, place)
      return 'outside' in found ? value : found.value
    } catch (error) {
      if (error instanceof FileFault) throw new SourceError(error.message, this.locate([pointerOf(place)])[0]!)
      if (error instanceof RefFault) return value
      throw error
    }
  }
}
