/** What a schema is to the types: anything that keeps the Standard Schema promise. */

/**
 * Any Standard Schema: zod, valibot, arktype and the rest.
 *
 * Only the presence of the property is asked for: a typed `'~standard'` would make every declaration three times as dear.
 * @see https://standardschema.dev
 */
export interface Schema {
  readonly '~standard': unknown
}

type Get<T, K> = K extends keyof T ? T[K] : never

/** The type a schema takes in: what a client sends and a server receives before decoding. zod's own slot is read first, because it is cheap. */
export type Input<S> = S extends { readonly _zod: { readonly input: unknown } }
  ? S['_zod']['input']
  : Get<NonNullable<Get<Get<S, '~standard'>, 'types'>>, 'input'>

/** The type a schema gives out: what a handler works with after decoding. */
export type Output<S> = S extends { readonly _zod: { readonly output: unknown } }
  ? S['_zod']['output']
  : Get<NonNullable<Get<Get<S, '~standard'>, 'types'>>, 'output'>
