/** What a server says by itself: a problem (RFC 9457) with the status that the law has for it. */
import type { Issue } from '../../types/reply.js'
import type { Served } from '../../types/server.js'
import type { Law } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'

/** The statuses of what a server refuses by itself, by their reasons. */
export const refusals = {
  malformed: 400,
  unknownPath: 404,
  unknownMethod: 405,
  notAcceptable: 406,
  repeated: 409,
  preconditionFailed: 412,
  contentTooLarge: 413,
  uriTooLong: 414,
  unsupportedType: 415,
  unsatisfiable: 416,
  invalid: 422,
  preconditionRequired: 428,
  failed: 500,
  notImplemented: 501,
} as const satisfies Record<string, keyof Statuses>

/** Why a request is not answered by its handler. */
export type Reason = keyof typeof refusals

/** One thing that is wrong, and where: a JSON pointer into that part of the request. */
export interface Fault {
  readonly in: 'path' | 'query' | 'headers' | 'body'
  readonly pointer: string
  readonly detail: string
}

/** What a server refuses by itself, before it is said. */
export interface Refusal {
  readonly status: (typeof refusals)[Reason]
  readonly reason: Reason
  /** What the client is told; nothing where there is no more to tell than the status says. */
  readonly detail: string | undefined
  /** What schemas had to say of the request. */
  readonly errors: readonly Fault[]
  /** The fields that go out with it whatever is answered: Allow of a 405, Accept of a 415. */
  readonly headers: Readonly<Record<string, string>>
  /** What a handler or middleware has thrown, where that is the reason. */
  readonly error: unknown
  readonly request: Request
  /** The route that the request is for; `undefined` where it is for none. */
  readonly route: Served | undefined
}

const step = (key: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof key === 'object' ? key.key : key)
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')

/** Faults that are told of one part: an answer should not be longer than what was wrong. */
export const mostFaults = 100

/** Issues of a schema as faults, the first hundred. */
export const faultsOf = (part: Fault['in'], issues: readonly Issue[], at: readonly PropertyKey[] = []): Fault[] =>
  issues.slice(0, mostFaults).map(({ message, path = [] }) => ({
    in: part,
    pointer: `#${[...at, ...path].map((key) => `/${step(key)}`).join('')}`,
    detail: message,
  }))

/** The content of a problem. */
export const problemOf = (law: Law, status: number, detail?: string, errors?: readonly Fault[]): object => ({
  title: law.statuses[status]?.phrase ?? 'Error',
  status,
  ...(detail !== undefined && { detail }),
  ...(errors && { errors }),
})

/** What problems are called on the wire. */
export const problemType = 'application/problem+json'

/** The message of a problem. */
export const problemResponse = (
  law: Law,
  status: number,
  { detail, errors, headers }: { detail?: string; errors?: readonly Fault[]; headers?: Readonly<Record<string, string>> } = {},
): Response =>
  new Response(JSON.stringify(problemOf(law, status, detail, errors)), { status, headers: { 'content-type': problemType, ...headers } })
