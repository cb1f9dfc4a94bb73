/**
 * JSON with places: the engine's own parser makes the tree, and the bytes are read again only for what must be located.
 *
 * Bytes, because they take half the memory of a text and less than half the time.
 */
import { isAscii } from 'node:buffer'
import type { Pointer } from '../rules/description.js'
import { type Place, place } from './place.js'
import { isObject, type JsonObject } from './refs.js'

/** How many bytes are asked at once whether they are ASCII; of those that are not, a sixteenth at a time. */
const MOST_ASKED = 65_536

/** The longest line that is escaped: longer ones are of JSON that is not indented. */
const MAX_LINE = 65_536

/** Where the first byte stands that is not ASCII, or -1. */
const beyondAscii = (bytes: Uint8Array, from: number, end = bytes.length, asked = MOST_ASKED): number => {
  for (let start = from; start < end; start += asked) {
    const next = Math.min(start + asked, end)
    if (!isAscii(bytes.subarray(start, next))) return asked === 1 ? start : beyondAscii(bytes, start, next, asked / 16)
  }
  return -1
}

/** A line in ASCII, as long in bytes as it was: escapes take the place of spaces before it. Nothing where there are too few of them. */
const escaped = (line: Buffer): string | undefined => {
  const text = line.toString('utf8')
  // An escape might make JSON of what is none.
  if (/\\[^\0-\x7f]/.test(text)) return undefined
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const more = ascii.length - line.length
  return ascii.startsWith(' '.repeat(more)) ? ascii.slice(more) : undefined
}

/**
 * JSON in UTF-8 as a text of ASCII, with escapes for all else.
 *
 * One character beyond Latin-1 makes the engine take two bytes for each of them, on the heap; this text stands outside of it, and is made
 * and parsed sooner. The escapes stand in the bytes while the text is made, since a copy of all would cost more than that saves. Nothing
 * where they do not fit, or where others might read the bytes meanwhile.
 */
export const asciiOf = (utf8Bytes: Uint8Array): string | undefined => {
  const bytes = bufferOf(utf8Bytes)
  if (bytes.buffer instanceof SharedArrayBuffer) return undefined
  const before: { readonly start: number; readonly line: Buffer }[] = []
  try {
    for (let at = beyondAscii(bytes, 0); at >= 0; ) {
      const start = bytes.lastIndexOf(LINE, at) + 1
      const next = bytes.indexOf(LINE, at)
      const line = bytes.subarray(start, next < 0 ? bytes.length : next)
      const written = line.length > MAX_LINE ? undefined : escaped(line)
      if (written === undefined) return undefined
      before.push({ start, line: Buffer.from(line) })
      bytes.write(written, start, 'latin1')
      at = beyondAscii(bytes, start + line.length)
    }
    return bytes.toString('latin1')
  } finally {
    for (const { start, line } of before) line.copy(bytes, start)
  }
}

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

/** Wanted places as a tree of keys, so that one pass finds them all. */
interface Wanted {
  readonly within: Wanted | undefined
  /** Where the key stands (in an array: the item). */
  place: Place | undefined
  keys: Map<string, Wanted> | undefined
  /** The lengths of the keys, each a bit: most other keys are of another length, and need not be read. */
  lengths: number
}

const lengthBit = (length: number): number => 1 << (length & 31)
const ALL_LENGTHS = -1

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

/** Four bytes at once: of spaces, of quotes, of backslashes, and what finds a zero among four. */
const SPACES = 0x20202020
const QUOTES = 0x22222222
const BACKSLASHES = 0x5c5c5c5c
const ONES = 0x01010101
const TOPS = 0x80808080

const utf8 = new TextDecoder()

/** The same memory, but pieces of a Buffer become strings faster. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

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

const isSeparator = (byte: number): boolean => byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY

/**
 * Goes once through bytes that are known to be JSON, and counts the lines on the way.
 *
 * A linter reads one document and ends: what counts is how soon the engine has compiled this, hence short methods that are called often.
 */
class Walk {
  readonly #bytes: Buffer
  readonly #words: DataView
  #at = 0
  #line = 1
  /** The column of an offset in this line, from which that of the next is counted. */
  #counted = 0
  #column = 1

  constructor(bytes: Uint8Array) {
    this.#bytes = bufferOf(bytes)
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  #startLine(line: number, start: number): void {
    this.#line = line
    this.#counted = start
    this.#column = 1
  }

  /** The place of an offset in the line where the walk is; columns are UTF-16 code units, which is what editors count. */
  #place(offset: number): Place {
    const bytes = this.#bytes
    let column = this.#column
    for (let at = this.#counted; at < offset; at++) {
      const byte = bytes[at]!
      if ((byte & 0xc0) !== 0x80) column += byte < 0xf0 ? 1 : 2
    }
    this.#counted = offset
    this.#column = column
    return { line: this.#line, column }
  }

  /** Goes on to the next key, value or closing bracket. */
  #skipSpace(): void {
    const bytes = this.#bytes
    let at = this.#at
    for (let byte = bytes[at]!; byte <= SPACE || byte === COLON || byte === COMMA; byte = bytes[at]!) {
      at++
      if (byte === LINE) this.#startLine(this.#line + 1, at)
    }
    this.#at = at
  }

  #skipValue(): void {
    const bytes = this.#bytes
    const first = bytes[this.#at]!
    if (first === OPEN_OBJECT || first === OPEN_ARRAY || first === QUOTE) this.#skipWhole()
    // A number or a word.
    else while (this.#at < bytes.length && bytes[this.#at]! > SPACE && !isSeparator(bytes[this.#at]!)) this.#at++
  }

  /**
   * Skips an object, an array or a string. No recursion: its depth is the author's choice.
   *
   * Most of the time is spent here, on spaces and inside strings: hence the local copies, and four bytes at once.
   */
  #skipWhole(): void {
    const bytes = this.#bytes
    const words = this.#words
    const last = bytes.length - 4
    let at = this.#at
    let line = this.#line
    let start = 0
    let depth = 0
    do {
      let byte = bytes[at++]!
      if (byte === SPACE) {
        while (at < last && words.getInt32(at) === SPACES) at += 4
        do byte = bytes[at++]!
        while (byte === SPACE)
      }
      if (byte === QUOTE) {
        for (;;) {
          for (; at < last; at += 4) {
            const word = words.getInt32(at)
            const quotes = word ^ QUOTES
            const backslashes = word ^ BACKSLASHES
            if ((((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes)) & TOPS) break
          }
          do byte = bytes[at++]!
          while (byte !== QUOTE && byte !== BACKSLASH)
          if (byte === QUOTE) break
          at++
        }
      } else if (byte === LINE) {
        line++
        start = at
      } else if (byte >= OPEN_ARRAY) {
        // Brackets differ from braces in one bit.
        const bracket = byte | 0x20
        if (bracket === OPEN_OBJECT) depth++
        else if (bracket === CLOSE_OBJECT) depth--
      }
    } while (depth > 0)
    this.#at = at
    if (line !== this.#line) this.#startLine(line, start)
  }

  /** The key of a member, or `undefined` if it has none of some lengths. Leaves the walk after it. */
  #key(lengths: number): string | undefined {
    const bytes = this.#bytes
    const from = this.#at + 1
    let at = from
    let isPlain = true
    for (let byte = bytes[at]!; byte !== QUOTE; byte = bytes[++at]!) {
      if (byte === BACKSLASH) at++
      if (byte === BACKSLASH || byte > 0x7f) isPlain = false
    }
    this.#at = at + 1
    if (!isPlain) return JSON.parse(bytes.toString('utf8', from - 1, at + 1)) as string
    return (lengths & lengthBit(at - from)) !== 0 ? bytes.toString('latin1', from, at) : undefined
  }

  #isClosed(): boolean {
    const byte = this.#bytes[this.#at]
    return byte === CLOSE_OBJECT || byte === CLOSE_ARRAY
  }

  /** Finds the wanted in a value, which is what JSON.parse made of it; as deep as the pointers are, never as deep as the document. */
  find(wanted: Wanted, value: unknown): void {
    this.#skipSpace()
    const open = this.#at
    const first = this.#bytes[open]
    wanted.place ??= this.#place(open)
    if (!wanted.keys || (first !== OPEN_OBJECT && first !== OPEN_ARRAY)) {
      this.#skipValue()
      return
    }
    let count = 0
    this.#at++
    for (this.#skipSpace(); !this.#isClosed(); this.#skipSpace()) {
      const offset = this.#at
      const key = first === OPEN_ARRAY ? `${count}` : this.#key(wanted.lengths)
      const below = key === undefined ? undefined : wanted.keys.get(key)
      if (below) below.place = this.#place(offset)
      this.#skipSpace()
      // A key that stands in the bytes is its own.
      if (below) this.find(below, (value as JsonObject | undefined)?.[key!])
      else this.#skipValue()
      count++
    }
    this.#at++
    // Of two with the same key, JSON.parse keeps the last.
    if (first === OPEN_OBJECT && isObject(value) && Object.keys(value).length < count) this.#refuseTwice(open)
  }

  /** Looks for the key that stands twice in the object that opens at an offset; where there is none, an object around it stands twice. */
  #refuseTwice(open: number): void {
    const after = this.#at
    const seen = new Set<string>()
    this.#at = open + 1
    for (this.#skipSpace(); !this.#isClosed(); this.#skipSpace()) {
      const offset = this.#at
      const key = this.#key(ALL_LENGTHS)!
      if (seen.size === seen.add(key).size) throw new TwiceFault(key, offset)
      this.#skipSpace()
      this.#skipValue()
    }
    this.#at = after
  }
}

/**
 * The place of each pointer's key, or of its nearest ancestor that exists, in the order given; `value` is what JSON.parse made of the bytes.
 *
 * @throws TwiceFault when a key stands twice on the way to one of them.
 */
export const locateJson = (bytes: Uint8Array, pointers: readonly Pointer[], value: unknown): Place[] => {
  const root: Wanted = { within: undefined, place: undefined, keys: undefined, lengths: 0 }
  const wanted = pointers.map((pointer) => {
    let step = root
    for (let depth = 0; depth < pointer.length && depth < MAX_DEPTH; depth++) {
      const name = String(pointer[depth])
      step.keys ??= new Map()
      let below = step.keys.get(name)
      if (!below) {
        below = { within: step, place: undefined, keys: undefined, lengths: 0 }
        step.keys.set(name, below)
        step.lengths |= lengthBit(name.length)
      }
      step = below
    }
    return step
  })
  new Walk(bytes).find(root, value)
  return wanted.map((one) => {
    while (!one.place) one = one.within!
    return one.place
  })
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
