/** Names for what a document calls by any text: identifiers of TypeScript that nobody else has. */

/** Words that no `const` may be called, and names that a module should leave to the language. */
const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package ' +
    'private protected public await async of arguments eval undefined NaN Infinity globalThis ' +
    'Object Array String Number Boolean Symbol BigInt Function Date RegExp Error Map Set WeakMap WeakSet Promise Proxy Reflect JSON Math Intl ' +
    'Record Partial Required Readonly Pick Omit Exclude Extract Awaited Request Response Headers Blob File FormData URL'
  ).split(' '),
)

const wordsOf = (text: string): string[] => text.match(/[\p{ID_Continue}$]+/gu)?.flatMap((word) => word.split('_').filter(Boolean)) ?? []
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const small = (word: string): string => (/^[A-Z\d]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1))
/** A name that may start one. */
const started = (name: string): string => (name === '' ? '_' : /^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`)

export const isIdentifier = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text)

/** `simple-user` as `SimpleUser`. */
export const pascal = (text: string): string => started(wordsOf(text).map(capital).join(''))
/** `list-for-org` as `listForOrg`; what is an identifier stays as it is. */
export const camel = (text: string): string => {
  if (isIdentifier(text)) return text
  const [first = '', ...rest] = wordsOf(text)
  return started(small(first) + rest.map(capital).join(''))
}
/** `not_found` as `notFound`. */
export const lowerCamel = (text: string): string => {
  const [first = '', ...rest] = wordsOf(text)
  return started(small(first) + rest.map(capital).join(''))
}

/** Names of one scope, each given once. */
export class Names {
  readonly #taken: Set<string>

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken)
  }

  /** The wanted name, or one like it that is free; `suffix` is for words of the language. */
  give(wanted: string, suffix = ''): string {
    const first = suffix && reserved.has(wanted) ? `${wanted}${suffix}` : wanted
    let name = first
    for (let count = 2; this.#taken.has(name); count++) name = `${first}${count}`
    this.#taken.add(name)
    return name
  }

  has(name: string): boolean {
    return this.#taken.has(name)
  }

  /** Names of a scope inside of this one, which has all of its names too. */
  inner(): Names {
    return new Names(this.#taken)
  }
}
