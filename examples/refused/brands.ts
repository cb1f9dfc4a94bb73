/** The law as types: what is not so cannot be written down. */
import { article, type Idempotent, idempotent, type NoBody, type Safe, type StatusFor, toolkit } from 'statute'

/** Sends a request again. It asks for the brand, so that nobody repeats a POST by mistake. */
declare const again: (method: Idempotent) => void

again(idempotent('PUT'))
// ✗ TS2345: Argument of type '"POST"' is not assignable to parameter of type 'IdempotentMethod<Rfc9110>'.
again(idempotent('POST'))
// ✗ TS2345: Argument of type '"PUT"' is not assignable to parameter of type 'Idempotent'.
again('PUT')

// ✗ TS2344: Type '"POST"' does not satisfy the constraint 'IdempotentMethod<Rfc9110>'.
export type Post = Idempotent<'POST'>
// ✗ TS2344: Type '"PATCH"' does not satisfy the constraint 'IdempotentMethod<Rfc9110>'.
export type Patch = Idempotent<'PATCH'>
// ✗ TS2344: Type '"PUT"' does not satisfy the constraint 'SafeMethod<Rfc9110>'.
export type Put = Safe<'PUT'>
// ✗ TS2344: Type '200' does not satisfy the constraint 'NoBodyStatus<Rfc9110>'.
export type Ok = NoBody<200>
// ✗ TS2322: Type '304' is not assignable to type 'StatusFor<"POST">'.
export const created: StatusFor<'POST'> = 304

// Under the law of the article it may be written, because that law says so.
export const change = toolkit(article).idempotent('PATCH')
