/** What changed from one version of an API to the next. */
export { modelOf } from '../openapi/api.js'
export { parse } from '../openapi/source.js'
export { type Audience, audiences, type ChangeId, changeKinds, type Kind, kinds, levelOf, whomOf } from '../rules/changes.js'
export { type Versions, versionsOf } from './common.js'
export { type Change, compare, type Use } from './compare.js'
