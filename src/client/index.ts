/** The client: one function per route, replies told apart by status. */
export type * from '../../types/client.js'
export type * from '../../types/reply.js'
export { BreachError, client } from './client.js'
export { type Lifecycle, type Link, lifecycle } from './lifecycle.js'
export { type IsSafe, type MutationOptions, mutationOptions, type NotSafe, type QueryOptions, queryOptions } from './queries.js'
export { retry, retryAfter } from './retry.js'
