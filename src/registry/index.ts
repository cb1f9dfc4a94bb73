/** The registry: rows with their citations, the laws made of them, and the way to make another. */
export { article } from './article.js'
export { citation, citeUrl } from './cite.js'
export { classes } from './classes.js'
export { type Completed, contentRules, type Demanded, type Extended, type ExtendedLaw, type Extension, extendLaw } from './define.js'
export { facets } from './facets.js'
export {
  type ClassFacts,
  type Condition,
  each,
  type Facet,
  type FacetFacts,
  type Facets,
  type FieldFacts,
  type Law,
  type MethodFacts,
  notes,
  type Role,
  type RuleName,
  type StatusClass,
  type StatusFacts,
  text,
} from './facts.js'
export { type Fields, fields } from './fields.js'
export { type Methods, methods, ordinaryMethod } from './methods.js'
export { type Rfc9110, rfc9110 } from './rfc9110.js'
export {
  fieldLaws,
  fieldSchema,
  lawSchema,
  methodLaws,
  methodSchema,
  problemsOf,
  RegistryError,
  type RowLaw,
  statusLaws,
  statusSchema,
} from './schemas.js'
export { ordinaryStatus, type Statuses, statuses } from './statuses.js'
export { type Cell, type Verdict, verdict } from './verdict.js'
export { webdav } from './webdav.js'
