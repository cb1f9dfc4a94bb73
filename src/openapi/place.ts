/** Offsets of a text as lines and columns. */

/** A place in a text; both count from 1, columns in UTF-16 code units as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The places of many offsets, in the order given; one pass over the text. */
export const places = (text: string, offsets: readonly number[]): Place[] => {
  const result: Place[] = new Array(offsets.length)
  let line = 1
  let start = 0
  let end = text.indexOf('\n')
  for (const index of [...offsets.keys()].sort((a, b) => offsets[a]! - offsets[b]!)) {
    const offset = offsets[index]!
    while (end >= 0 && end < offset) {
      line++
      start = end + 1
      end = text.indexOf('\n', start)
    }
    result[index] = { line, column: offset - start + 1 }
  }
  return result
}

/** The place of one offset. */
export const place = (text: string, offset: number): Place => places(text, [offset])[0]!
