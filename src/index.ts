/** The front door: declare routes, ask the law, define a law of your own. */

export type * from '../types/index.js'
export * from './contract/brands.js'
export { expectCompatible } from './contract/compatible.js'
export { bytes, empty, type FieldOptions, form, json, media, multipart, problem, type TypedOptions, text } from './contract/content.js'
export { contract, del, get, head, isContract, isRoute, options, patch, post, put, query, route, trace } from './contract/route.js'
export type { Native, Octets, Problem } from './contract/schemas.js'
export { type AsLaw, defineRegistry, type Toolkit, toolkit } from './contract/toolkit.js'
export { is1xx, is2xx, is3xx, is4xx, is5xx, match, NonExhaustiveError, P } from './match/match.js'
export { article } from './registry/article.js'
// What inferred types are made of must have a name that a user's declarations can give.
export type { Completed, Demanded, Extended, ExtendedLaw, Extension } from './registry/define.js'
export type { FieldFacts, MethodFacts, StatusFacts } from './registry/facts.js'
export { rfc9110 } from './registry/rfc9110.js'
export { RegistryError } from './registry/schemas.js'
export { webdav } from './registry/webdav.js'
