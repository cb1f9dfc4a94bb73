/** JSON with places: the engine's own parser makes the tree, and the text is read again only for what must be located. */
import type { Pointer } from '../rules/description.js'

/** A key that stands twice in one object: JSON.parse would silently keep the last. */
export interface Twice {
  readonly key: string
  readonly offset: number
}

/** Wanted places as a tree of keys, so that one pass finds them all. */
interface Wanted {
  /** Where the key stands (in an array: the item), once it is found. */
  offset: number
  readonly keys: Map<string, Wanted>
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** The offset after the string that opens at `at`, or the text's length + 1 if it never closes. */
const afterString = (text: string, at: number): number => {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slash = end
    while (text.charCodeAt(slash - 1) === BACKSLASH) slash--
    if ((end - slash) % 2 === 0) return end + 1
  }
  return text.length + 1
}

const afterSpace = (text: string, at: number): number => {
  while (text.charCodeAt(at) <= 0x20) at++
  return at
}

/** The offset after the value at `at`. The text is known to be JSON. No recursion: depth is the author's choice. */
const afterValue = (text: string, at: number): number => {
  const first = text.charCodeAt(at)
  if (first === QUOTE) return afterString(text, at)
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) {
    for (;;) {
      const code = text.charCodeAt(at)
      if (!(code > 0x20) || code === COMMA || code === CLOSE_OBJECT || code === CLOSE_ARRAY) return at
      at++
    }
  }
  let depth = 0
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = afterString(text, at)
      continue
    }
    at++
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++
    else if ((code === CLOSE_OBJECT || code === CLOSE_ARRAY) && --depth === 0) return at
  }
}

/** Finds the wanted below the value at `at`; as deep as the pointers are, never as deep as the text. */
const find = (text: string, at: number, wanted: Wanted, twice: Twice[]): number => {
  const first = text.charCodeAt(at)
  if (wanted.keys.size === 0 || (first !== OPEN_OBJECT && first !== OPEN_ARRAY)) return afterValue(text, at)
  const seen = new Set<string>()
  at = afterSpace(text, at + 1)
  for (let index = 0; text.charCodeAt(at) !== CLOSE_OBJECT && text.charCodeAt(at) !== CLOSE_ARRAY; index++) {
    const offset = at
    let key = `${index}`
    if (first === OPEN_OBJECT) {
      at = afterString(text, at)
      key = JSON.parse(text.slice(offset, at)) as string
      if (seen.size === seen.add(key).size) twice.push({ key, offset })
      at = afterSpace(text, afterSpace(text, at) + 1)
    }
    const below = wanted.keys.get(key)
    if (below) {
      below.offset = offset
      at = find(text, at, below, twice)
    } else at = afterValue(text, at)
    at = afterSpace(text, at)
    if (text.charCodeAt(at) === COMMA) at = afterSpace(text, at + 1)
  }
  return at + 1
}

/** The offset of each pointer's key, or of its nearest ancestor that exists. `twice` collects keys that stand twice on the way. */
export const locateJson = (text: string, pointers: readonly Pointer[], twice: Twice[]): number[] => {
  const root: Wanted = { offset: afterSpace(text, 0), keys: new Map() }
  const paths = pointers.map((pointer) => {
    const path = [root]
    for (const key of pointer) {
      const keys = path.at(-1)!.keys
      const name = String(key)
      let below = keys.get(name)
      below ??= { offset: -1, keys: new Map() }
      keys.set(name, below)
      path.push(below)
    }
    return path
  })
  find(text, root.offset, root, twice)
  return paths.map((path) => path.findLast((step) => step.offset >= 0)!.offset)
}

/** Why a text is not JSON. Engines word it differently and mostly without a place, so we look ourselves. */
export const faultOf = (text: string): { readonly offset: number; readonly reason: string; readonly opened?: number } => {
  const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y
  const open: number[] = []
  let expected: 'value' | 'key' | 'colon' | 'comma' = 'value'
  let fresh = false
  let at = 0
  const bad = (offset: number, reason: string) => ({ offset, reason })
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++
    const opened = open.at(-1)
    if (at >= text.length) {
      if (opened === undefined) return bad(at, expected === 'value' ? 'ends before any value' : 'is not JSON')
      return { ...bad(at, `ends inside ${text[opened] === '{' ? 'an object' : 'an array'}`), opened }
    }
    const code = text.charCodeAt(at)
    const found = `found ${JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))}`
    if (opened === undefined && expected === 'comma') return bad(at, `goes on after the end of the JSON value: ${found}`)
    const closer = opened !== undefined && text.charCodeAt(opened) === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY
    if (opened !== undefined && code === closer && (expected === 'comma' || fresh)) {
      open.pop()
      at++
      fresh = false
      expected = 'comma'
    } else if (expected === 'comma') {
      if (code !== COMMA) return bad(at, `expected ',' or '${String.fromCharCode(closer)}', ${found}`)
      at++
      expected = closer === CLOSE_OBJECT ? 'key' : 'value'
    } else if (expected === 'colon') {
      if (code !== COLON) return bad(at, `expected ':' after a key, ${found}`)
      at++
      expected = 'value'
    } else if (code === QUOTE) {
      const end = afterString(text, at)
      if (end > text.length) return bad(at, 'a string is never closed')
      try {
        JSON.parse(text.slice(at, end))
      } catch {
        return bad(at, 'a string holds a line break, a control character or an unknown escape')
      }
      at = end
      fresh = false
      expected = expected === 'key' ? 'colon' : 'comma'
    } else if (expected === 'key') return bad(at, `expected a key in double quotes, ${found}`)
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      open.push(at++)
      fresh = true
      expected = code === OPEN_OBJECT ? 'key' : 'value'
    } else {
      literal.lastIndex = at
      const word = literal.exec(text)
      if (!word) return bad(at, `expected a value, ${found}`)
      at = literal.lastIndex
      fresh = false
      expected = 'comma'
    }
  }
}
