/** URLs: what a user gives stands in its segment or its query field and nowhere else. */

/** Refuses what cannot be sent, in a sentence that names the place. */
export const refuse = (place: string, why: string): never => {
  throw new TypeError(`${place} ${why}`)
}

const reserved = /[!'-*]/g
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * A value as it stands in a URI: everything but unreserved characters is percent-encoded.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.3
 */
export const percentEncode = (value: string): string => encodeURIComponent(value).replace(reserved, percent)

/** The literal parts of a path: what may stand in a URI stays, the rest is percent-encoded. */
export const encodeLiteral = (literal: string): string => encodeURI(literal).replace(/%25([\da-f]{2})/gi, '%$1')

/** A value as text. What has no text of its own is refused, and text that holds half a character. */
export const textOf = (value: unknown, place: string): string =>
  value instanceof Date
    ? value.toISOString()
    : !/^(st|n|b)/.test(typeof value) || /[\uD800-\uDFFF]/u.test(value as string)
      ? refuse(place, 'is no text, number or boolean')
      : String(value)

/** A value as a part of a URI. */
const partOf = (value: unknown, place: string): string => percentEncode(textOf(value, place))

/**
 * What makes the path of its parameters. A parameter is one segment: nothing, `.` and `..` are none, and would change which resource
 * is meant.
 */
export const pathOf = (path: string): ((params: Readonly<Record<string, unknown>>) => string) => {
  if (path[0] !== '/') return refuse(path, 'cannot be sent by fetch')
  const parts = path.split('/:')
  const first = encodeLiteral(parts.shift()!)
  const rest = parts.map((part) => {
    const name = part.split('/', 1)[0]!
    return [name, `params.${name} of ${path}`, encodeLiteral(part.slice(name.length))] as const
  })
  return (params) => {
    let made = first
    for (const [name, place, literal] of rest) {
      const text = partOf(params[name], place)
      made += `/${/^\.{0,2}$/.test(text) ? refuse(place, `cannot be '${text}'`) : text}${literal}`
    }
    return made
  }
}

/** The query, with its `?`. An array is a field for each of its items; what is undefined is left out. */
export const queryOf = (query: Readonly<Record<string, unknown>>): string => {
  const fields = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((item) => (item === undefined ? [] : `${partOf(name, 'query')}=${partOf(item, `query.${name}`)}`)),
  )
  return fields[0] ? `?${fields.join('&')}` : ''
}
