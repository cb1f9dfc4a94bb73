/** What the examples of rules are written in. */

/** A declaration, an OpenAPI document, or messages as they pass: `>` asks, `<` answers, `#` remarks. */
export type Language = 'ts' | 'yaml' | 'http'

/** The language of an example, told by how it begins. @example languageOf('> HEAD /todos') //=> 'http' */
export const languageOf = (example: string): Language =>
  /^[<>#] /.test(example) ? 'http' : /^(?:openapi|paths):/.test(example) ? 'yaml' : 'ts'
