/** OpenAPI documents: read, described, judged. */
export type { Law } from '../registry/facts.js'
export type { Description, Field, MediaType, Operation, Pointer, Response } from '../rules/description.js'
export type { Finding, Position } from '../rules/finding.js'
export type { Kind, Level, Rule } from '../rules/rule.js'
export { modelOf } from './api.js'
export { type Described, describe } from './describe.js'
export { SourceError } from './error.js'
export {
  type Imported,
  type ImportedModule,
  type ImportedModules,
  type ImportOptions,
  type Loss,
  toContract,
  toModules,
} from './import/index.js'
export { type Lint, lint, type Note } from './lint.js'
export type {
  Api,
  ApiBody,
  ApiField,
  ApiMedia,
  ApiOperation,
  ApiParameter,
  ApiResponse,
  ApiSecurity,
  ApiWebhook,
  JsonSchema,
  Origin,
} from './model.js'
export type { Remark } from './reader.js'
export { MAX_BYTES, MAX_YAML_BYTES, parse, type Reading, read, type Source } from './source.js'
export { type Info, toOpenAPI, type WriteOptions, type Written } from './write.js'
