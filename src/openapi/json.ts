/**
 * JSON with places: the engine's own parser makes the tree, and the bytes are read again only for what must be located.
 *
 * Bytes, because they take half the memory of a text and less than half the time.
 */
import type { Pointer } from '../rules/description.js'
import { type Place, place } from './place.js'

/** Why bytes are not JSON, and where; `opened` is the bracket that is never closed. */
export interface Fault {
  readonly offset: number
  readonly reason: string
  readonly opened?: number
}

/** A key that stands twice in one object: JSON.parse would silently keep the last. */
export class TwiceFault extends Error {
  constructor(
    readonly key: string,
    readonly offset: number,
  ) {
    super(key)
  }
}

/** Where a key stands (in an array: the item), as bytes. */
interface Spot {
  readonly offset: number
  readonly line: number
  /** Where the line starts. */
  readonly start: number
}

/** Wanted places as a tree of keys, so that one pass finds them all. */
interface Wanted {
  spot: Spot | undefined
  keys: Map<string, Wanted> | undefined
}

/** A pointer is located down to this depth: the walk recurses along it, and a `$ref` may be as long as the document. */
const MAX_DEPTH = 100

const LINE = 0x0a
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const utf8 = new TextDecoder()

/** The offset after the string that opens at `at`, or past the end if it never closes. */
const afterString = (bytes: Uint8Array, at: number): number => {
  at++
  while (at < bytes.length) {
    const byte = bytes[at++]
    if (byte === QUOTE) return at
    if (byte === BACKSLASH) at++
  }
  return bytes.length + 1
}

/** Goes once through bytes that are known to be JSON, and counts the lines on the way. */
class Walk {
  readonly #bytes: Buffer
  #at = 0
  #line = 1
  #start = 0

  constructor(bytes: Uint8Array) {
    // The same memory, but short pieces of a Buffer become strings faster.
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  #skipSpace(): void {
    for (; this.#bytes[this.#at]! <= SPACE; this.#at++) {
      if (this.#bytes[this.#at] === LINE) {
        this.#line++
        this.#start = this.#at + 1
      }
    }
  }

  /** Skips a value. No recursion: its depth is the author's choice. Most of the time is spent here, hence the local copies. */
  #skipValue(): void {
    const bytes = this.#bytes
    let at = this.#at
    let line = this.#line
    let start = this.#start
    let depth = 0
    do {
      const byte = bytes[at++]!
      if (byte <= SPACE) {
        if (byte === LINE) {
          line++
          start = at
        }
      } else if (byte === QUOTE) {
        for (let inside = bytes[at++]; inside !== QUOTE; inside = bytes[at++]) if (inside === BACKSLASH) at++
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) depth--
      // A number or a word: the rest of it goes by here too, unless it stands alone.
      else if (depth === 0) while (at < bytes.length && bytes[at]! > SPACE && !isSeparator(bytes[at]!)) at++
    } while (depth > 0)
    this.#at = at
    this.#line = line
    this.#start = start
  }

  #key(from: number): string {
    const key = this.#bytes.toString('utf8', from + 1, this.#at - 1)
    return key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key
  }

  /** Finds the wanted in the value that comes next; as deep as the pointers are, never as deep as the document. */
  find(wanted: Wanted): void {
    this.#skipSpace()
    wanted.spot ??= { offset: this.#at, line: this.#line, start: this.#start }
    const first = this.#bytes[this.#at]
    if (!wanted.keys || (first !== OPEN_OBJECT && first !== OPEN_ARRAY)) {
      this.#skipValue()
      return
    }
    const seen = new Set<string>()
    this.#at++
    this.#skipSpace()
    for (let index = 0; this.#bytes[this.#at] !== CLOSE_OBJECT && this.#bytes[this.#at] !== CLOSE_ARRAY; index++) {
      const offset = this.#at
      const line = this.#line
      const start = this.#start
      let key = `${index}`
      if (first === OPEN_OBJECT) {
        this.#at = afterString(this.#bytes, this.#at)
        key = this.#key(offset)
        if (seen.size === seen.add(key).size) throw new TwiceFault(key, offset)
        this.#skipSpace()
        // The colon.
        this.#at++
        this.#skipSpace()
      }
      const below = wanted.keys.get(key)
      if (below) {
        below.spot = { offset, line, start }
        this.find(below)
      } else this.#skipValue()
      this.#skipSpace()
      if (this.#bytes[this.#at] === COMMA) this.#at++
      this.#skipSpace()
    }
    this.#at++
  }
}

const isSeparator = (byte: number): boolean => byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY

/** How many UTF-16 code units some bytes are: what editors count as columns. */
const units = (bytes: Uint8Array, from: number, to: number): number => utf8.decode(bytes.subarray(from, to)).length

/**
 * The place of each pointer's key, or of its nearest ancestor that exists, in the order given.
 *
 * @throws TwiceFault when a key stands twice on the way to one of them.
 */
export const locateJson = (bytes: Uint8Array, pointers: readonly Pointer[]): Place[] => {
  const root: Wanted = { spot: undefined, keys: undefined }
  const paths = pointers.map((pointer) => {
    const path = [root]
    let step = root
    for (const key of pointer.slice(0, MAX_DEPTH)) {
      const name = String(key)
      step.keys ??= new Map()
      let below = step.keys.get(name)
      if (!below) {
        below = { spot: undefined, keys: undefined }
        step.keys.set(name, below)
      }
      path.push(below)
      step = below
    }
    return path
  })
  new Walk(bytes).find(root)
  const spots = paths.map((path) => path.findLast(({ spot }) => spot)!.spot!)
  const result: Place[] = new Array(spots.length)
  let known: Spot = { offset: 0, line: 0, start: 0 }
  let column = 1
  // In order, so that a document in one line is not decoded again for each place.
  for (const index of [...spots.keys()].sort((a, b) => spots[a]!.offset - spots[b]!.offset)) {
    const spot = spots[index]!
    column = spot.line === known.line ? column + units(bytes, known.offset, spot.offset) : 1 + units(bytes, spot.start, spot.offset)
    known = spot
    result[index] = { line: spot.line, column }
  }
  return result
}

/** The place of one offset. */
export const placeInBytes = (bytes: Uint8Array, offset: number): Place => {
  const before = utf8.decode(bytes.subarray(0, offset))
  return place(before, before.length)
}

/** Why bytes are not JSON. Engines word it differently and mostly without a place, so we look ourselves. */
export const faultOf = (bytes: Uint8Array): Fault => {
  const open: number[] = []
  let expected: 'value' | 'key' | 'colon' | 'comma' = 'value'
  let fresh = false
  let at = 0
  for (;;) {
    while (at < bytes.length && ' \t\n\r'.includes(String.fromCharCode(bytes[at]!))) at++
    const opened = open.at(-1)
    if (at >= bytes.length) {
      if (opened === undefined) return { offset: at, reason: 'ends before any value' }
      return { offset: at, reason: `ends inside ${bytes[opened] === OPEN_OBJECT ? 'an object' : 'an array'}`, opened }
    }
    const offset = at
    const byte = bytes[at]!
    const found = `found ${JSON.stringify(String.fromCodePoint(utf8.decode(bytes.subarray(at, at + 4)).codePointAt(0)!))}`
    if (opened === undefined && expected === 'comma') return { offset, reason: `goes on after the end of the JSON value: ${found}` }
    const closer = opened !== undefined && bytes[opened] === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY
    if (opened !== undefined && byte === closer && (expected === 'comma' || fresh)) {
      open.pop()
      at++
      fresh = false
      expected = 'comma'
    } else if (expected === 'comma') {
      if (byte !== COMMA) return { offset, reason: `expected ',' or '${String.fromCharCode(closer)}', ${found}` }
      at++
      expected = closer === CLOSE_OBJECT ? 'key' : 'value'
    } else if (expected === 'colon') {
      if (byte !== COLON) return { offset, reason: `expected ':' after a key, ${found}` }
      at++
      expected = 'value'
    } else if (byte === QUOTE) {
      at = afterString(bytes, at)
      if (at > bytes.length) return { offset, reason: 'a string is never closed' }
      try {
        JSON.parse(utf8.decode(bytes.subarray(offset, at)))
      } catch {
        return { offset, reason: 'a string holds a line break, a control character or an unknown escape' }
      }
      fresh = false
      expected = expected === 'key' ? 'colon' : 'comma'
    } else if (expected === 'key') return { offset, reason: `expected a key in double quotes, ${found}` }
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      open.push(at++)
      fresh = true
      expected = byte === OPEN_OBJECT ? 'key' : 'value'
    } else {
      while (at < bytes.length && bytes[at]! > SPACE && !isSeparator(bytes[at]!)) at++
      const word = utf8.decode(bytes.subarray(offset, at))
      if (!/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(word))
        return { offset, reason: `expected a value, ${found}` }
      fresh = false
      expected = 'comma'
    }
  }
}
