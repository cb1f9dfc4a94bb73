/** Paths, and the parameters that a path literal names. */

/** The names after `:` in a path: `'/orgs/:org/todos/:id'` names `'org' | 'id'`. A parameter is a whole segment. */
export type ParamNames<Path> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamNames<`/${Tail}`>
    : Rest
  : never
