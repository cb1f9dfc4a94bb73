/** What a mistyped name may have meant. */
import { distance } from 'fastest-levenshtein'

/** The names nearest to a given one, at most three; none that has hardly a letter in common with it. */
export const nearest = (name: string, names: Iterable<string>): string[] => {
  const wanted = name.toLowerCase()
  return [...new Set(names)]
    .map((candidate) => {
      const lower = candidate.toLowerCase()
      const far = distance(wanted, lower)
      // A part of a long name is a good guess, though many letters are missing: `no-content` for `no-content-204`.
      return { candidate, far: lower.includes(wanted) && wanted.length >= 3 ? Math.min(far, 1) : far }
    })
    .filter(({ far }) => far <= Math.max(2, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far || a.candidate.localeCompare(b.candidate))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** `; did you mean no-content-204 or no-content-205?`, or nothing. */
export const didYouMean = (name: string, names: Iterable<string>): string => {
  const guesses = nearest(name, names)
  return guesses.length ? `; did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(guesses)}?` : ''
}
