/** Pairs of contracts that differ by one change, generated: places in a contract, times what can happen to what stands there. */

/** A contract as code, with one place for a schema. */
export interface Place {
  readonly name: string
  readonly code: (field: string) => string
}

export interface Pair {
  readonly name: string
  readonly old: string
  readonly now: string
}

const route = (spec: string, path = '/things/:id', method = 'put') => `contract({ change: ${method}('${path}', { ${spec} }) })`
const ok = 'responses: { 200: json(z.object({ id: z.string() })) }'
const answer = (schema: string) => route(`body: json(z.object({})), responses: { 200: json(${schema}) }`)
const ask = (schema: string) => route(`body: json(${schema}), ${ok}`)

/** Where a field of an object may stand: `a: z.string()`, or nothing. */
export const objects: readonly Place[] = [
  { name: 'request body', code: (field) => ask(`z.object({ id: z.string(), ${field} })`) },
  { name: 'request body, below', code: (field) => ask(`z.object({ id: z.string(), inner: z.object({ id: z.string(), ${field} }) })`) },
  { name: 'request body, in a list', code: (field) => ask(`z.array(z.object({ id: z.string(), ${field} }))`) },
  { name: 'response body', code: (field) => answer(`z.object({ id: z.string(), ${field} })`) },
  {
    name: 'response body, below',
    code: (field) => answer(`z.object({ id: z.string(), inner: z.object({ id: z.string(), ${field} }).optional() })`),
  },
  { name: 'response body, in a list', code: (field) => answer(`z.object({ items: z.array(z.object({ id: z.string(), ${field} })) })`) },
  {
    name: 'response body of an error',
    code: (field) =>
      route(`body: json(z.object({})), responses: { 200: json(z.object({})), 404: problem({ schema: z.object({ ${field} }) }) }`),
  },
  {
    name: 'response in common',
    code: (field) =>
      `contract({ list: get('/things', { responses: { 200: json(z.object({})) } }) }, { common: { 500: problem({ schema: z.object({ ${field} }) }) } })`,
  },
  {
    name: 'response of a nested route',
    code: (field) => `contract({ inner: { list: get('/things', { responses: { 200: json(z.object({ ${field} })) } }) } })`,
  },
]

/** Texts: what a query or a header may be. */
export const texts: readonly Place[] = [
  { name: 'query', code: (field) => route(`query: z.object({ ${field} }), body: json(z.object({})), ${ok}`) },
  { name: 'request header', code: (field) => route(`headers: { ${field} }, body: json(z.object({})), ${ok}`) },
  {
    name: 'response header',
    code: (field) => route(`body: json(z.object({})), responses: { 200: json(z.object({}), { headers: { ${field} } }) }`),
  },
]

/** What may happen to a field. */
const cat = "z.object({ kind: z.literal('cat'), lives: z.number() })"
const dog = "z.object({ kind: z.literal('dog'), bark: z.string() })"
const text: readonly (readonly [string, string, string])[] = [
  ['nothing', 'a: z.string()', 'a: z.string()'],
  ['added, required', '', 'a: z.string()'],
  ['added, optional', '', 'a: z.string().optional()'],
  ['removed, required', 'a: z.string()', ''],
  ['removed, optional', 'a: z.string().optional()', ''],
  ['became optional', 'a: z.string()', 'a: z.string().optional()'],
  ['became required', 'a: z.string().optional()', 'a: z.string()'],
  ['a value more', "a: z.enum(['x', 'y'])", "a: z.enum(['x', 'y', 'z'])"],
  ['a value less', "a: z.enum(['x', 'y', 'z'])", "a: z.enum(['x', 'y'])"],
  ['became an enum', 'a: z.string()', "a: z.enum(['x', 'y'])"],
  ['an enum no more', "a: z.enum(['x', 'y'])", 'a: z.string()'],
]
const values: readonly (readonly [string, string, string])[] = [
  ['text to number', 'a: z.string()', 'a: z.number()'],
  ['number to text', 'a: z.number()', 'a: z.string()'],
  ['text to text or number', 'a: z.string()', 'a: z.union([z.string(), z.number()])'],
  ['text or number to text', 'a: z.union([z.string(), z.number()])', 'a: z.string()'],
  ['null let in', 'a: z.string()', 'a: z.string().nullable()'],
  ['null kept out', 'a: z.string().nullable()', 'a: z.string()'],
  ['one to a list', 'a: z.string()', 'a: z.array(z.string())'],
  ['a list of another type', 'a: z.array(z.string())', 'a: z.array(z.number())'],
  ['an object to text', 'a: z.object({ b: z.string() })', 'a: z.string()'],
  ['a member more', `a: z.union([${cat}, z.string()])`, `a: z.union([${cat}, z.string(), ${dog}])`],
  ['a member less', `a: z.union([${cat}, ${dog}, z.string()])`, `a: z.union([${dog}, z.string()])`],
  ['members in another order', `a: z.union([${cat}, ${dog}])`, `a: z.union([${dog}, ${cat}])`],
  ['yes or no to text', 'a: z.boolean()', 'a: z.string()'],
]

const whole: readonly Pair[] = [
  ['a status more', `${ok}`, 'responses: { 200: json(z.object({ id: z.string() })), 404: problem() }'],
  ['a status less', 'responses: { 200: json(z.object({ id: z.string() })), 404: problem() }', `${ok}`],
  ['another success', ok, 'responses: { 202: json(z.object({ id: z.string() })) }'],
  ['a success less', 'responses: { 200: json(z.object({})), 202: json(z.object({})) }', 'responses: { 200: json(z.object({})) }'],
  ['content gone', 'responses: { 200: json(z.object({ id: z.string() })), 204: empty() }', 'responses: { 200: empty(), 204: empty() }'],
  ['content new', 'responses: { 200: empty(), 204: empty() }', 'responses: { 200: json(z.object({ id: z.string() })), 204: empty() }'],
  [
    'a media type more',
    'responses: { 200: media({ "application/json": z.object({}) }) }',
    'responses: { 200: media({ "application/json": z.object({}), "text/csv": z.string() }) }',
  ],
  [
    'a media type less',
    'responses: { 200: media({ "application/json": z.object({}), "text/csv": z.string() }) }',
    'responses: { 200: media({ "application/json": z.object({}) }) }',
  ],
].map(([name = '', before = '', after = '']) => ({
  name,
  old: route(`body: json(z.object({})), ${before}`),
  now: route(`body: json(z.object({})), ${after}`),
}))

const others: readonly Pair[] = [
  {
    name: 'a route less',
    old: `contract({ a: get('/a', { ${ok} }), b: get('/b', { ${ok} }) })`,
    now: `contract({ a: get('/a', { ${ok} }) })`,
  },
  {
    name: 'a route more',
    old: `contract({ a: get('/a', { ${ok} }) })`,
    now: `contract({ a: get('/a', { ${ok} }), b: get('/b', { ${ok} }) })`,
  },
  { name: 'another path', old: `contract({ a: get('/a', { ${ok} }) })`, now: `contract({ a: get('/b', { ${ok} }) })` },
  {
    name: 'another method',
    old: `contract({ a: post('/a', { body: json(z.object({})), ${ok} }) })`,
    now: `contract({ a: put('/a', { body: json(z.object({})), ${ok} }) })`,
  },
  {
    name: 'a parameter called otherwise',
    old: `contract({ a: get('/a/:id/b', { ${ok} }) })`,
    now: `contract({ a: get('/a/:key/b', { ${ok} }) })`,
  },
  {
    name: 'a body new',
    old: `contract({ a: del('/a', { ${ok} }) })`,
    now: `contract({ a: del('/a', { body: json(z.object({})), ${ok} }) })`,
  },
  {
    name: 'a body gone',
    old: `contract({ a: del('/a', { body: json(z.object({})), ${ok} }) })`,
    now: `contract({ a: del('/a', { ${ok} }) })`,
  },
  {
    name: 'another media type of the request',
    old: `contract({ a: patch('/a', { body: json(z.object({})), ${ok} }) })`,
    now: `contract({ a: patch('/a', { body: json(z.object({}), { type: 'application/merge-patch+json' }), ${ok} }) })`,
  },
]

const at = (places: readonly Place[], happenings: typeof text): readonly Pair[] =>
  places.flatMap(({ name, code }) => happenings.map(([what, old, now]) => ({ name: `${name}: ${what}`, old: code(old), now: code(now) })))

export const pairs: readonly Pair[] = [...at(objects, [...text, ...values]), ...at(texts, text), ...whole, ...others]
