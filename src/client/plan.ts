/** What a route's calls have in common, worked out once: what may be answered, and what each answer carries. */
import type { Route } from '../../types/route.js'
import type { Schema } from '../../types/schema.js'
import type { Law } from '../registry/facts.js'
import { isContentless, isFieldsOnly, unchanged } from './columns.js'
import { essence } from './encode.js'

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
  readonly route: Route
  readonly answers: Readonly<Record<string, Answer>>
  readonly accept: string
  readonly redirect: 'manual' | 'follow'
  /** Whether a 304 is only answered to a call that gave a validator. */
  readonly conditional: boolean
  readonly sent: Types
}

/** The types of a maker's result; a bare schema is JSON. */
export const typesOf = (made: unknown): Types => {
  if (made === undefined || made === null) return []
  if ('~standard' in (made as object)) return [['application/json', made as Schema]]
  const { kind, type, schema, types } = made as { kind: string; type: string; schema: Schema; types: Record<string, Schema> }
  return kind === 'content' ? [[type, schema]] : kind === 'media' ? Object.entries(types) : []
}

const answerOf = (key: string, made: unknown, silent: boolean): Answer => {
  const bare = '~standard' in (made as object)
  return {
    status: /^\d+$/.test(key) ? Number(key) : key,
    types: silent ? [] : typesOf(made),
    several: (made as { kind?: string }).kind === 'media',
    fields: bare ? [] : Object.entries((made as { headers?: Record<string, Schema> }).headers ?? {}),
  }
}

/** The answer to a condition that the call itself has set, where the route does not describe it. */
export const unchangedAnswer: Answer = { status: unchanged, types: [], several: false, fields: [] }

export const planOf = (route: Route, common: Loose, law: Law | undefined): Plan => {
  const spec = route.spec as unknown as { responses?: Loose; headers?: Loose; body?: unknown }
  const silent = isFieldsOnly(route.method, law)
  const answers: Record<string, Answer> = {}
  for (const [key, made] of Object.entries({ ...common, ...spec.responses }))
    answers[key] = answerOf(key, made, silent || isContentless(key, law))
  const keys = Object.keys(answers)
  return {
    route,
    answers,
    accept: [...new Set(keys.flatMap((key) => answers[key]!.types.map(([type]) => essence(type))))].join(', '),
    redirect: keys.some((key) => /^3/.test(key) && !isContentless(key, law)) ? 'manual' : 'follow',
    conditional: !Object.keys(spec.headers ?? {}).some((name) => /^if-(none-match|modified-since)$/.test(name)),
    sent: typesOf(spec.body),
  }
}
