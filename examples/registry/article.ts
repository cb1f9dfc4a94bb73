/**
 * The law `article`, in which PATCH is idempotent.
 *
 * RFC 5789 §2 and IANA say that it is not, and the default law follows them. Who wants it otherwise asks for it by name.
 */
import { article, json, problem, toolkit } from 'statute'
import { z } from 'zod'

const { contract, idempotent, patch } = toolkit(article)

/** The brand says that a request may be sent again. `idempotent('PATCH')` of the default law does not compile. */
export const repeatable = idempotent('PATCH')

export const passwords = contract({
  change: patch('/password', {
    body: json(z.object({ password: z.string().min(12) }), { type: 'application/merge-patch+json' }),
    responses: { 200: json(z.object({ changed: z.iso.datetime() })), 422: problem() },
  }),
})
