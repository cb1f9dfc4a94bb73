/** Statute on the server: a contract and its handlers as one function from a request to its answer, and what was sent, judged. */

export type * from '../../types/server.js'
export type { Finding } from '../rules/finding.js'
export { etag } from './etag.js'
export type { FieldsInit, Known, Parts, RequestParts, ResponseParts } from './exchange.js'
export { type IdempotencyOptions, type IdempotencyStore, type MemoryOptions, type MemoryStore, memory } from './idempotency.js'
export { judge } from './judge.js'
export type { ServeOptions } from './options.js'
export { type Given, middleware, type Replying, reply, type Written } from './reply.js'
export { serve } from './serve.js'
export { encodeEvent, type ServerSentEvent, sse, streaming } from './stream.js'
export type { JudgeOptions } from './verdict.js'
export { ViolationError } from './violation.js'
