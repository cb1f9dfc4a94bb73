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
export type Input<S> = S extends Zod ? ZodInput<S> : Get<NonNullable<Get<Get<S, '~standard'>, 'types'>>, 'input'>

/** The type a schema gives out: what a handler works with after decoding. */
export type Output<S> = S extends Zod ? ZodOutput<S> : Get<NonNullable<Get<Get<S, '~standard'>, 'types'>>, 'output'>

/** What a schema of path parameters takes in, read off zod's own shape where there is one. A parameter is a segment: none can be absent. */
export type ParamsInput<S> = S extends ZodShape ? Inputs<S['_zod']['def']['shape']> : Input<S>

/** What zod knows of a schema, in its own slot. */
export interface Zod {
  readonly _zod: { readonly input: unknown; readonly output: unknown }
}
interface ZodShape {
  readonly _zod: { readonly def: { readonly shape: unknown } }
}
/** Content of one media type, as far as its types ask. */
export interface HasSchema {
  readonly kind: 'content'
  readonly schema: unknown
  readonly headers: unknown
}
type ZodInput<S extends Zod> = S['_zod']['input']
type ZodOutput<S extends Zod> = S['_zod']['output']
type Inputs<Shape> = { readonly [N in keyof Shape]: Input<Shape[N]> }
