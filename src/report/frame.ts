/** The guilty line with one line on each side, and a mark under the guilty word. */
import { type Paint, printable } from './paint.js'

const newline = /\r\n|\n|\r/

/** The word that starts at a column: a quoted key, or up to the next blank or separator. */
const word = (line: string, start: number): number => {
  const rest = line.slice(start)
  return (/^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:,{}[\]]+)/.exec(rest)?.[0].length ?? 1) || 1
}

/** Cuts files into lines once, so that a thousand frames of one file cost one cut. */
export const framer = (source: (file: string) => string | undefined) => {
  const cut = new Map<string, readonly string[]>()
  const lines = (file: string): readonly string[] => {
    const known = cut.get(file)
    if (known) return known
    const fresh = source(file)?.split(newline) ?? []
    cut.set(file, fresh)
    return fresh
  }

  /**
   * Draws the frame; empty where the file or the line is not at hand.
   *
   * A line wider than `width` (a document in one line) is cut to a window around the guilty word.
   */
  return (file: string, line: number, column: number, width: number, paint: Paint): readonly string[] => {
    const all = lines(file)
    const guilty = all[line - 1]
    if (guilty === undefined) return []
    const start = Math.min(column - 1, guilty.length)
    const length = word(guilty, start)
    const gutter = String(line + 1).length
    const room = Math.max(20, width - gutter - 6)
    const offset = start + length <= room ? 0 : Math.max(0, start - Math.floor(room / 3))
    // A tab is drawn as two blanks, so that the mark stands where the word does.
    const draw = (text: string) => printable(text.slice(offset, offset + room).replaceAll('\t', '  '))
    const numbered = (number: number): string[] => {
      const text = all[number - 1]
      if (text === undefined) return []
      const mark = number === line ? paint('red', '>') : ' '
      return [`${mark} ${paint('dim', `${String(number).padStart(gutter)} |`)} ${draw(text)}`.trimEnd()]
    }
    const before = draw(guilty.slice(0, start)).length
    const under = `${' '.repeat(before)}${paint('red', '^'.repeat(Math.max(1, Math.min(length, room - before))))}`
    return [...numbered(line - 1), ...numbered(line), `  ${' '.repeat(gutter)} ${paint('dim', '|')} ${under}`, ...numbered(line + 1)]
  }
}
