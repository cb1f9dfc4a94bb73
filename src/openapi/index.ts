/** OpenAPI documents: read, described, judged. */
export { type Described, describe } from './describe.js'
export { SourceError } from './error.js'
export { type Lint, lint, type Note } from './lint.js'
export type { Remark } from './reader.js'
export { MAX_BYTES, MAX_YAML_BYTES, parse, read, type Source } from './source.js'
