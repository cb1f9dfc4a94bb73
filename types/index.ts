/** The laws as types, for those who build on them. */
export type * from './brands.js'
export type * from './check.js'
export type * from './content.js'
export type * from './law.js'
export type * from './match.js'
export type * from './path.js'
export type * from './route.js'
export type * from './schema.js'
