/** Paths of OpenAPI: `/todos/{id}`. */

/** A path with its parameters unnamed: two of one shape take the same requests. */
export const shapeOf = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}')

/** The names of the parameters in a path. */
export const namesOf = (path: string): string[] => path.match(/\{[^{}]*\}/g)?.map((name) => name.slice(1, -1)) ?? []
