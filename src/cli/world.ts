/** What a command has around it; tests bring their own. */
import type { Paint } from '../report/paint.js'

export interface World {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: NodeJS.ProcessEnv
  /** Colour, or none, for what goes out. */
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly width: number
  /** The standard input. */
  readonly input: AsyncIterable<Uint8Array>
  /** Shows what goes on, where somebody is waiting at a terminal; `undefined` takes it away. */
  readonly progress: (doing: string | undefined) => void
}

/** Input that a command cannot use: one line for the user, and exit code 2. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
