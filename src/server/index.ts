/** Statute on the server: what was sent, judged. */
export type { Finding } from '../rules/finding.js'
export type { FieldsInit, Known, Parts, RequestParts, ResponseParts } from './exchange.js'
export { judge } from './judge.js'
export type { JudgeOptions } from './verdict.js'
