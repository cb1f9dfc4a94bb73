/** What a server says by itself: a problem (RFC 9457) with the status that the law has for it. */
import type { Issue } from '../../types/reply.js'
import type { Law } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'

/** Why a request is not answered by its handler. */
export const refusals = {
  malformed: 400,
  unknownPath: 404,
  unknownMethod: 405,
  notAcceptable: 406,
  preconditionFailed: 412,
  contentTooLarge: 413,
  uriTooLong: 414,
  unsupportedType: 415,
  invalid: 422,
  preconditionRequired: 428,
  failed: 500,
  notImplemented: 501,
} as const satisfies Record<string, keyof Statuses>

/** One thing that is wrong, and where: a JSON pointer into that part of the request. */
export interface Fault {
  readonly in: 'path' | 'query' | 'headers' | 'body'
  readonly pointer: string
  readonly detail: string
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
