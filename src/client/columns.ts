/**
 * What every client needs to know of the registry's rows, and no more: the rows bring their prose, and a client should stay small.
 *
 * The compiler holds each to the column that it is read off: a name too many or too few does not compile.
 */
import type { NoBodyStatus } from '../../types/brands.js'
import type { Law, Rfc9110 } from '../../types/law.js'

type Having<Rows, Column> = { [K in keyof Rows]: Rows[K] extends Column ? K : never }[keyof Rows]

/** Column `answers`: methods that are answered with fields alone. */
const fieldsOnly: Readonly<Record<string, unknown>> = { HEAD: 1 } satisfies Record<
  Having<Rfc9110['methods'], { readonly answers: 'fields' }>,
  1
>

/** Column `content`: statuses that carry none. */
const contentless: Readonly<Record<string, unknown>> = { 100: 1, 101: 1, 102: 1, 103: 1, 104: 1, 204: 1, 205: 1, 304: 1 } satisfies Record<
  NoBodyStatus,
  1
>

/** Column `wants.validator`: the status that says that what the client has is current. */
export const unchanged: Having<Rfc9110['statuses'], { readonly wants: { readonly validator: true } }> = 304

/** Whether the method is answered with fields alone. */
export const isFieldsOnly = (method: string, law: Law | undefined): boolean =>
  law ? law.methods[method]?.answers === 'fields' : method in fieldsOnly

/** Whether the status carries no content. */
export const isContentless = (code: string, law: Law | undefined): boolean =>
  code in contentless || law?.statuses[code as never]?.content === 'never'
