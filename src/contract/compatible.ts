/** The promise that one contract can take the place of another, kept by the compiler. */
import type { Compatible } from '../../types/compatible.js'
import type { Contract } from '../../types/route.js'

/**
 * Does not compile where clients of the first contract cannot go on with the second.
 *
 * The error says which route, where in it, and what happened; at run time nothing happens, so that it may stand in any test.
 *
 * @example expectCompatible(contract({ list: get('/todos', { responses: { 200: Todos } }) }), contract({ list: get('/todos', { responses: { 200: Todos } }) }))
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-16
 */
export const expectCompatible = <const Old extends Contract, const New extends Contract>(
  _old: Old,
  _new: Compatible<Old, New> extends true ? New : Compatible<Old, New>,
): void => {}
