/** Replies that break the contract or the law. */
import type { Issue } from '../../types/reply.js'
import type { Served, Violation } from '../../types/server.js'

/** How a route is called in messages: `todos.read (GET /todos/:id)`. */
export const nameOf = ({ name, method, path }: Served): string => `${name.join('.')} (${method} ${path})`

/**
 * A reply against the contract or the law. Nothing of it goes to the client: it stands in reports, and in what a test catches.
 *
 * @example new ViolationError('content-schema', { method: 'GET', path: '/', name: ['read'] }, 'answered 200 with content against its schema').rule //=> 'content-schema'
 */
export class ViolationError extends Error implements Violation {
  override readonly name = 'ViolationError'
  readonly rule: string
  readonly route: Served
  readonly issues?: readonly Issue[]
  constructor(rule: string, route: Served, why: string, issues?: readonly Issue[]) {
    super(`${nameOf(route)} ${why} [${rule}]`)
    this.rule = rule
    this.route = route
    if (issues) this.issues = issues
  }
}
