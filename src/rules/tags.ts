/** Entity tags: read and compared. */

/** One entity tag: `"v1"`, or `W/"v1"`, which is weak. */
const tag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/

/**
 * The entity tags of a field, or `*`; nothing where the value is neither.
 *
 * A comma may stand inside a tag, so the list is not to be split at commas.
 *
 * @example readTags('"a,b", W/"c"') //=> ['"a,b"', 'W/"c"']
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
 */
export const readTags = (value: string): '*' | readonly string[] => {
  let rest = value.trim()
  if (rest === '*') return '*'
  const tags: string[] = []
  for (;;) {
    // Empty members are no error in a list.
    rest = rest.replace(/^[\t ,]+/, '')
    if (!rest) return tags
    const [found] = tag.exec(rest) ?? []
    if (found === undefined) return []
    tags.push(found)
    rest = rest.slice(found.length).trimStart()
    if (rest && !rest.startsWith(',')) return []
  }
}

const isWeak = (written: string): boolean => written.startsWith('W/')
const opaque = (written: string): string => (isWeak(written) ? written.slice(2) : written)

/**
 * Whether two entity tags say that nothing differs, to the octet: neither is weak.
 *
 * @example sameStrongly('W/"1"', 'W/"1"') //=> false
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.2
 */
export const sameStrongly = (one: string, other: string): boolean => one === other && !isWeak(one)

/**
 * Whether two entity tags say that one representation does for the other.
 *
 * @example sameWeakly('W/"1"', '"1"') //=> true
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.2
 */
export const sameWeakly = (one: string, other: string): boolean => opaque(one) === opaque(other)
