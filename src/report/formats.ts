/** The formats, by the name that `--format` takes. */
import { github } from './github.js'
import { json } from './json.js'
import { junit } from './junit.js'
import type { Paint } from './paint.js'
import type { Report } from './report.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

/** How a report looks where it is read. */
export interface Look {
  readonly paint: Paint
  /** Columns of the terminal. */
  readonly width: number
  /** The folder that files are named from in reports for other machines. */
  readonly root: string
}

export type Format = (report: Report, look: Look) => string

export const formats = { text, json, sarif, github, junit } as const satisfies Record<string, Format>
export type FormatName = keyof typeof formats
