/** What a route's calls have in common, worked out once: what may be answered, and what each answer carries. */

import type { Law } from '../../types/law.js'
import type { Route } from '../../types/route.js'
import type { Schema } from '../../types/schema.js'
import { isContentless, isFieldsOnly, unchanged } from './columns.js'
import { essence } from './content.js'
import { pathOf } from './url.js'

export type Loose = Readonly<Record<string, unknown>>
/** Schemas by media type; none when there is no content. */
export type Types = readonly (readonly [type: string, schema: Schema])[]

/** One declared answer. */
export interface Answer {
  /** The key that it stands under, as `status` gives it. */
  readonly status: number | string
  readonly types: Types
  /** Whether the reply says which of several types came. */
  readonly several: boolean
  readonly fields: readonly (readonly [name: string, schema: Schema])[]
}

export interface Plan {
  readonly path: (params: Loose) => string
  readonly answers: Readonly<Record<string, Answer>>
  readonly accept: string
  readonly redirect: 'manual' | 'follow'
  /** Whether a 304 is only answered to a call that gave a validator. */
  readonly conditional: boolean
  readonly sent: Types
}

/** What a maker has made; a bare schema is JSON. */
interface Made {
  readonly types?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly schema?: Schema
  readonly headers?: Readonly<Record<string, Schema>>
}
const madeOf = (written: object): Made => ('~standard' in written ? { schema: written as Schema } : written)

const typesOf = ({ types, type = 'application/json', schema }: Made): Types => Object.entries(types ?? (schema ? { [type]: schema } : {}))

const answerOf = (key: string, made: Made, silent: boolean): Answer => ({
  status: Number(key) || key,
  types: silent ? [] : typesOf(made),
  several: !!made.types,
  fields: Object.entries(made.headers ?? {}),
})

export const planOf = (route: Route, common: Loose, law: Law | undefined): Plan => {
  const { responses, headers = {}, body = {} } = route.spec as unknown as { responses?: Loose; headers?: Loose; body?: object }
  const silent = isFieldsOnly(route.method, law)
  // A 304 answers a condition: that of the call, described or not, or one among the route's own fields.
  const conditional = !('if-none-match' in headers || 'if-modified-since' in headers)
  const answers: Record<string, Answer> = {}
  const types = new Set<string>()
  let redirect: Plan['redirect'] = 'follow'
  for (const [key, written] of Object.entries({ [unchanged]: conditional && {}, ...common, ...responses })) {
    // A key that holds undefined declares nothing.
    if (written) {
      const contentless = isContentless(key, law)
      answers[key] = answerOf(key, madeOf(written), silent || contentless)
      for (const [type] of answers[key].types) types.add(essence(type))
      if (/^3/.test(key) && !contentless) redirect = 'manual'
    }
  }
  return { path: pathOf(route.path), answers, accept: [...types].join(', '), redirect, conditional, sent: typesOf(madeOf(body)) }
}
