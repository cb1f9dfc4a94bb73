/** Options for TanStack Query, without a dependency on it: queries for what is safe, mutations for the rest. */
import type { SafeMethod } from '../../types/brands.js'
import type { Called } from '../../types/client.js'
import type { Rfc9110 } from '../../types/law.js'

type Callable = (input?: never) => Promise<unknown>

/** The sentence for a query that may change something. */
export type NotSafe<M> = `${M & string} is not safe (RFC 9110 §9.2.1): a query is sent unasked; use mutationOptions\u200B`
/** The sentence for a mutation that changes nothing. */
export type IsSafe<M> = `${M & string} is safe (RFC 9110 §9.2.1): it mutates nothing; use queryOptions\u200B`

/** What `useQuery` takes. */
export interface QueryOptions<I, R> {
  readonly queryKey: readonly [...name: string[], input: I | undefined]
  readonly queryFn: (context: { readonly signal?: AbortSignal }) => Promise<R>
}
/** What `useMutation` takes. */
export interface MutationOptions<I, R> {
  readonly mutationKey: readonly string[]
  readonly mutationFn: (input: I) => Promise<R>
}

/**
 * What `useQuery` takes, for a call of a safe method.
 *
 * Queries are sent unasked: when a window gets the focus, when a component comes back. Nothing may change by that.
 *
 * @example useQuery(queryOptions(api.read, { params: { id: '7' } }))
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
 */
export const queryOptions = <M, I, R>(
  call: Called<M, I, R> & (M extends SafeMethod<Rfc9110> ? unknown : NotSafe<M>),
  ...[input]: {} extends I ? [input?: I] : [input: I]
): QueryOptions<I, R> => ({
  queryKey: [...call.route.name, input],
  queryFn: ({ signal }) => (call as unknown as Callable)({ ...input, ...(signal && { signal }) } as never) as Promise<R>,
})

/**
 * What `useMutation` takes, for a call of a method that is not safe.
 *
 * Mutations are sent when somebody asks for one.
 *
 * @example useMutation(mutationOptions(api.create))
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1
 */
export const mutationOptions = <M, I, R>(
  call: Called<M, I, R> & (M extends SafeMethod<Rfc9110> ? IsSafe<M> : unknown),
): MutationOptions<I, R> => ({
  mutationKey: call.route.name,
  mutationFn: (input) => (call as unknown as Callable)(input as never) as Promise<R>,
})
