/** What changed from one version of an API to the next. */
export { type Change, compare, type Use } from './compare.js'
export { type Audience, audiences, type ChangeId, type Kind, kinds, levelOf, whomOf } from './kinds.js'
