/** Statute on the server: a contract and its handlers as one function from a request to its answer, and what was sent, judged. */

export type * from '../../types/server.js'
export type { Finding } from '../rules/finding.js'
export type { FieldsInit, Known, Parts, RequestParts, ResponseParts } from './exchange.js'
export { judge } from './judge.js'
export { middleware, type Replying, reply } from './reply.js'
export { serve } from './serve.js'
export type { JudgeOptions } from './verdict.js'
export { ViolationError } from './violation.js'
