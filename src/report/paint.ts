/** Colour, where there is somebody to see it. */
import { styleText } from 'node:util'
import type { Level } from '../rules/rule.js'

export type Style = Parameters<typeof styleText>[0]
/** Puts a style on a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

/** No colour. */
export const plain: Paint = (_, text) => text
/** Colour, whatever the stream is: the switch below has decided. */
export const colour: Paint = (style, text) => styleText(style, text, { validateStream: false })

/**
 * Decides whether to use colour: `FORCE_COLOR` (anything but `0` and `false`) before `NO_COLOR` (anything but empty) before the terminal.
 *
 * @see https://no-color.org and https://force-color.org
 */
export const paint = (terminal: boolean, env: NodeJS.ProcessEnv): Paint => {
  const force = env.FORCE_COLOR
  if (force !== undefined && force !== '') return force === '0' || force === 'false' ? plain : colour
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return plain
  return terminal && env.TERM !== 'dumb' ? colour : plain
}

/** How each level looks. */
export const levelStyle = { must: 'red', should: 'yellow', bcp: 'cyan', hint: 'gray' } as const satisfies Record<Level, Style>

/** A text without characters that would steer the terminal: what is read from a file is not trusted with it. */
export const printable = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
