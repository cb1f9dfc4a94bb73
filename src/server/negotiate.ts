/** Content negotiation: which of the declared media types the client wants most. */
import Negotiator from 'negotiator'

/** Characters of Accept that are read; a longer list of wishes is disregarded, as RFC 9110 §12.4.1 lets a server do. */
export const longestAccept = 4096

const essence = (type: string): string => type.replace(/;.*/s, '').trim().toLowerCase()
const covers = (range: string, type: string): boolean =>
  range === '*/*' || (range.endsWith('/*') ? type.startsWith(range.slice(0, -1)) : range === type)

/**
 * The declared media type that the client wants most, by Accept and its weights; `undefined` where it takes none of them.
 *
 * Without Accept it is the first that is declared. Among equally wanted types the more specific wish wins, then the order of the wishes,
 * then that of the declaration. A range may be declared, too: then the handler says which type of it comes.
 *
 * The reply of a status that declares several types depends on Accept whatever is chosen: say so with `vary`.
 *
 * @example negotiate('text/*;q=0.5, application/json', ['text/csv', 'application/json']) //=> 'application/json'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export const negotiate = (accept: string | null | undefined, types: readonly string[]): string | undefined => {
  if (!accept || accept === '*/*' || accept.length > longestAccept) return types[0]
  const client = new Negotiator({ headers: { accept } })
  const wished = client.mediaTypes()
  const declared = new Map<string, string>()
  for (const type of types) {
    const range = essence(type)
    const within = range.endsWith('/*') ? wished.filter((wish) => covers(range, essence(wish))) : []
    for (const candidate of [type, ...within]) if (!declared.has(candidate)) declared.set(candidate, type)
  }
  const [best] = client.mediaTypes([...declared.keys()])
  return best === undefined ? undefined : declared.get(best)
}
