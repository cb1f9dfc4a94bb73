/** What a judgement reports, the same from a contract, a document or a diff. */
import type { Pointer } from './description.js'
import type { Kind, Level } from './rule.js'

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What is known besides of a change from one version to the next. */
export interface Difference {
  /** Whom it breaks: `server`, `lenient`, `exhaustive`. */
  readonly breaks: readonly string[]
  /** Every place where it is met, as `GET /todos → 200 data[].title`. */
  readonly places: readonly string[]
  /** Where it stood in the old version. */
  readonly old?: Position
}

/** One offence against one rule at one place. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string
  readonly level: Level
  readonly kind: Kind
  /** Whether a declaration with it does not compile. */
  readonly refuses: boolean
  /** Where the law is written; of a change, whom it breaks. */
  readonly cite: string
  /** What is wrong: the filled words, without section, fix or id. */
  readonly message: string
  readonly fix: string
  /** In capitals; `null` for a finding about the whole source. */
  readonly method: string | null
  readonly path: string | null
  /** The route's key or operationId. */
  readonly route: string | null
  /** A code, a range as written (`4XX`, `default`), or `null`. */
  readonly status: number | string | null
  /** Keys from the root of the source. */
  readonly pointer: Pointer
  /** Where it stands, once somebody located it. */
  readonly position?: Position
  /** The author's reason, where the rule is waived here. */
  readonly waived?: string
  readonly difference?: Difference
}
