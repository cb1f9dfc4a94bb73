/**
 * The contract that the type benchmarks declare: a mix of six kinds of CRUD routes, four statuses each, every schema distinct.
 *
 * Pure text generation: `schemas(n)` is the baseline that every count is taken over, `contract(n, style)` the declaration.
 */
const kinds = ['create', 'list', 'get', 'replace', 'patch', 'delete']
const method = { create: 'post', list: 'get', get: 'get', replace: 'put', patch: 'patch', delete: 'del' }
const statuses = {
  create: [201, 400, 409, 422],
  list: [200, 400, 401],
  get: [200, 401, 404],
  replace: [200, 400, 404, 409],
  patch: [200, 400, 404, 412],
  delete: [204, 401, 404, 409],
}
const errors = {
  400: (i) =>
    `z.object({ code: z.literal('bad_request'), issues: z.array(z.object({ path: z.array(z.string()), message: z.string() })), trace${i}: z.string() })`,
  401: (i) => `z.object({ code: z.literal('unauthorized'), realm${i}: z.string() })`,
  404: (i) => `z.object({ code: z.literal('not_found'), resource${i}: z.string(), id: z.string() })`,
  409: (i) => `z.object({ code: z.literal('conflict'), existing${i}: z.string(), at: z.number() })`,
  412: (i) => `z.object({ code: z.literal('precondition'), expected${i}: z.string(), actual: z.string().optional() })`,
  422: (i) => `z.object({ code: z.literal('unprocessable'), rule${i}: z.string(), level: z.enum(['warn', 'error']) })`,
}
const body = (i) =>
  `z.object({ name${i}: z.string(), age${i}: z.number(), kind${i}: z.enum(['a${i}', 'b${i}', 'c${i}']), tags: z.array(z.string()), address: z.object({ street: z.string(), zip${i}: z.string(), geo: z.object({ lat: z.number(), lng: z.number() }) }), ref${i}: z.union([z.string(), z.number(), z.object({ refId${i}: z.string() })]), note: z.string().optional() })`
const thing = (i) =>
  `z.object({ id: z.string(), name${i}: z.string(), state${i}: z.enum(['on${i}', 'off${i}']), labels: z.array(z.object({ key: z.string(), val${i}: z.string() })), owner: z.object({ id: z.string(), mail${i}: z.string(), geo: z.object({ lat: z.number(), lng: z.number() }) }), link${i}: z.union([z.string(), z.number(), z.object({ linkId${i}: z.string() })]), active: z.boolean(), note: z.string().optional() })`

/** The routes as data. */
export const routes = (n) =>
  Array.from({ length: n }, (_, i) => {
    const kind = kinds[i % 6]
    const group = Math.floor(i / 6)
    const collection = kind === 'create' || kind === 'list'
    return {
      i,
      kind,
      name: `${kind}Thing${group}`,
      path: `/orgs/:orgId/thing${group}${collection ? '' : '/:id'}`,
      params: collection ? 'z.object({ orgId: z.string() })' : 'z.object({ orgId: z.string(), id: z.string() })',
      query:
        kind === 'list'
          ? `z.object({ q: z.string().optional(), sort: z.enum(['asc${i}', 'desc${i}']), limit: z.string().optional() })`
          : undefined,
      body: ['create', 'replace', 'patch'].includes(kind) ? body(i) : undefined,
      statuses: statuses[kind],
      responses: Object.fromEntries(
        statuses[kind].map((status) => [
          status,
          status === 204
            ? undefined
            : status < 300
              ? kind === 'list'
                ? `z.object({ items: z.array(${thing(i)}), total: z.number(), next${i}: z.string().optional() })`
                : thing(i)
              : errors[status](i),
        ]),
      ),
    }
  })

/** Only the schemas. */
export const schemas = (n) =>
  [
    `import { z } from 'zod'`,
    `export const text = z.string()`,
    `export const maybe = z.string().optional()`,
    ...routes(n).flatMap((r) => [
      `export const r${r.i}_params = ${r.params}`,
      ...(r.query ? [`export const r${r.i}_query = ${r.query}`] : []),
      ...(r.body ? [`export const r${r.i}_body = ${r.body}`] : []),
      ...r.statuses.filter((s) => r.responses[s]).map((s) => `export const r${r.i}_${s} = ${r.responses[s]}`),
    ]),
    '',
  ].join('\n')

const reply = (r, status, style) => {
  const schema = `S.r${r.i}_${status}`
  if (status === 204) return 'empty()'
  if (status === 401) return `json(${schema}, { headers: { 'www-authenticate': S.text } })`
  return style === 'json' ? `json(${schema})` : schema
}

/** The contract. `style`: `bare` writes a schema where it may stand alone, `json` writes `json(schema)` everywhere. */
export const contract = (n, style, from) =>
  [
    `import { contract, del, empty, get, json, patch, post, put } from '${from}'`,
    `import * as S from './schemas.js'`,
    'export const api = contract({',
    ...routes(n).map(
      (r) =>
        `  ${r.name}: ${method[r.kind]}('${r.path}', { params: S.r${r.i}_params${r.query ? `, query: S.r${r.i}_query` : ''}${r.kind === 'patch' ? `, headers: { 'if-match': S.maybe }` : ''}${r.body ? `, body: ${style === 'json' ? `json(S.r${r.i}_body)` : `S.r${r.i}_body`}` : ''}, responses: { ${r.statuses.map((s) => `${s}: ${reply(r, s, style)}`).join(', ')} } }),`,
    ),
    '})',
    '',
  ].join('\n')

/** The same routes as exports of a module, and a contract over that module: the way to declare more than one literal can hold. */
export const modules = (n, from) => {
  const lines = contract(n, 'json', from).split('\n')
  return {
    'schemas.ts': schemas(n),
    'routes.ts': [
      ...lines.slice(0, 2).map((line) => line.replace('contract, ', '')),
      ...lines.filter((line) => line.startsWith('  ')).map((line) => line.replace(/^ {2}(\w+): /, 'export const $1 = ').replace(/,$/, '')),
      '',
    ].join('\n'),
    'api.ts': `import { contract } from '${from}'\nimport * as routes from './routes.js'\nexport const api = contract(routes)\n`,
  }
}

/** A program that reads one body of every route, and does not compile where a body is `any`. */
export const reader = (n) =>
  [
    `import type { Output } from '../../../dist/types/index.js'`,
    `import type { api } from './api.js'`,
    `type Routes = typeof api.routes`,
    `type Body<X> = X extends { readonly schema: infer S } ? Output<S> : undefined`,
    `type Known<T> = 0 extends 1 & T ? 'any' : T`,
    ...routes(n).flatMap((r) => [
      `declare const read${r.i}: Body<Routes['${r.name}']['spec']['responses'][${r.statuses[0]}]>`,
      `export const known${r.i}: Known<typeof read${r.i}> = read${r.i}`,
    ]),
    '',
  ].join('\n')
