/** The facets: what a status may ask of a method, and what it means that a method is without it. */
import type { Facet, FacetFacts } from './facts.js'
import { text } from './facts.js'

/** Rows of the facets, by the column of the method that holds them. */
export const facets = {
  range: { cite: 'RFC 9110 §14.2', lacking: 'forbidden', without: text('does not handle Range') },
  notModified: { cite: 'RFC 9110 §13.1.2', lacking: 'forbidden', without: text('answers a condition that does not hold in another way') },
  precondition: { cite: 'RFC 9110 §13.2.1', lacking: 'forbidden', without: text('ignores every condition') },
  reset: { cite: 'RFC 9110 §9.3.4', lacking: 'forbidden', without: text('completes with other statuses alone') },
  delta: { cite: 'RFC 3229 §10.4.1', lacking: 'excluded', without: text('is not the retrieval that a delta stands for') },
} as const satisfies { readonly [F in Facet]: FacetFacts }
