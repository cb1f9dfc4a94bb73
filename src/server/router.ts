/** Which route a request is for: literal before parameter, segment by segment. */
import { Memoirist } from 'memoirist'

/** Characters of a path that another spelling means the same as, and those that the router takes for its own. */
const respelt = /[%:*]/
const unreserved = /[\w.~-]/
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The one spelling of a path: unreserved characters as they are, everything else that is percent-encoded in capital digits.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export const canonical = (path: string): string =>
  respelt.test(path)
    ? path.replace(/%([0-9A-Fa-f]{2})|[:*]/g, (written, digits?: string) => {
        if (digits === undefined) return percent(written)
        const character = String.fromCharCode(Number.parseInt(digits, 16))
        return unreserved.test(character) ? character : written.toUpperCase()
      })
    : path

/** A path as it is declared, in segments. */
export interface Template {
  readonly names: readonly string[]
  /** What two paths that mean the same resources have in common. */
  readonly shape: string
  /** As the router takes it: parameters by number. */
  readonly pattern: string
}

/** Refuses a declaration, in a sentence that names the place. */
export const refuse = (place: string, why: string): never => {
  throw new TypeError(`${place}: ${why}`)
}

/** Reads a declared path; refuses what no request could be for. */
export const templateOf = (path: string, place: string): Template => {
  if (!path.startsWith('/')) refuse(place, `the path ${path} cannot be served by a fetch handler`)
  if (/[?#]/.test(path)) refuse(place, `the path ${path} has a query or a fragment, which is no part of it`)
  const names: string[] = []
  const segments = path
    .slice(1)
    .split('/')
    .map((segment) => {
      if (/^(\.|%2e){1,2}$/i.test(segment)) refuse(place, `the path ${path} has a segment ${segment}, which every URL loses`)
      if (!segment.startsWith(':')) return canonical(encodeURI(segment).replace(/%25([0-9A-Fa-f]{2})/g, '%$1'))
      const name = segment.slice(1)
      if (name === '' || name === '__proto__') refuse(place, `the path ${path} has a parameter that cannot be called '${name}'`)
      if (names.includes(name)) refuse(place, `the path ${path} has two parameters called '${name}'`)
      return `:${names.push(name) - 1}`
    })
  const pattern = `/${segments.join('/')}`
  return { names, shape: pattern.replace(/\/:\d+/g, '/:'), pattern }
}

/** A route that was found, with the values of its parameters as they stand in the path. */
export interface Found<T> {
  readonly store: T
  readonly params: Readonly<Record<string, string>>
}

/** Routes by method and path. */
export class Router<T> {
  readonly #tree = new Memoirist<T>()
  readonly #places = new Map<string, string>()
  readonly methods: string[] = []

  /** Adds a route; refuses one that another stands before. */
  add(method: string, { shape, pattern }: Template, place: string, store: T): void {
    const key = `${method} ${shape}`
    const other = this.#places.get(key)
    if (other !== undefined) refuse(place, `every request for it is one for ${other} too (${key.replaceAll('/:', '/{}')})`)
    this.#places.set(key, place)
    if (!this.methods.includes(method)) this.methods.push(method)
    this.#tree.add(method, pattern, store)
    // Whether there is anything at a path is asked for every request that finds nothing.
    this.#tree.add('', pattern, store)
  }

  find(method: string, path: string): Found<T> | null {
    return this.#tree.find(method, path) as Found<T> | null
  }

  /** The methods that some route has for a path. */
  methodsAt(path: string): string[] {
    return this.#tree.find('', path) ? this.methods.filter((method) => this.#tree.find(method, path)) : []
  }
}
