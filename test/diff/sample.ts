/** Small APIs to compare: everything that a test does not speak of is the same. */
import type { Json } from '../../src/diff/examples.js'
import { type Change, compare } from '../../src/diff/index.js'
import type { Api } from '../../src/openapi/index.js'
import { modelOf, parse } from '../../src/openapi/index.js'

export * from '../../src/diff/examples.js'

/** A document as an API. */
export const apiOf = (document: Json, file = 'api.json'): Api => modelOf(parse(JSON.stringify(document), file))

export const changes = (old: Json, now: Json): readonly Change[] => compare(apiOf(old, 'old.json'), apiOf(now, 'new.json'))
export const ids = (old: Json, now: Json): string[] => changes(old, now).map(({ id }) => id)
