/** Handlers of the contract in `model.mjs`: each reads its parameters and its content, and gives one error and one success. */
import { routes } from './model.mjs'

const error = {
  400: (i) => `{ code: 'bad_request', issues: [{ path: ['s'], message: 's' }], trace${i}: 's' }`,
  401: (i) => `{ code: 'unauthorized', realm${i}: 's' }`,
  404: (i) => `{ code: 'not_found', resource${i}: 's', id: 's' }`,
}
const thing = (i, name) =>
  `{ id: 's', name${i}: ${name}, state${i}: 'on${i}', labels: [{ key: 's', val${i}: 's' }], owner: { id: 's', mail${i}: 's', geo: { lat: 1, lng: 1 } }, link${i}: { linkId${i}: 's' }, active: true, note: 's' }`

/** `style`: `plain` gives objects, `reply` calls the function. */
const given = (style, status, body, headers) =>
  style === 'plain'
    ? `{ status: ${status}${body ? `, body: ${body}` : ''}${headers ? `, headers: ${headers}` : ''} }`
    : `reply(${[status, body, headers].filter(Boolean).join(', ')})`

const handler = (r, style) => {
  const [success, failure] = [r.statuses[0], r.statuses.find((status) => status in error)]
  const body =
    success === 204
      ? undefined
      : r.kind === 'list'
        ? `{ items: [${thing(r.i, "'s'")}], total: 1, next${r.i}: 's' }`
        : thing(r.i, r.body ? `body.name${r.i}` : "'s'")
  return `  ${r.name}: async ({ params${r.body ? ', body' : ''} }) => {
    if (params.orgId === 'x') return ${given(style, failure, error[failure](r.i), failure === 401 && "{ 'www-authenticate': 'Basic' }")}
    return ${given(style, success, body)}
  },`
}

export const handlers = (n, style, entry) =>
  [
    `import { reply, serve } from '${entry}'`,
    `import { api } from './contract.js'`,
    'export const handle = serve(api, {',
    ...routes(n).map((r) => handler(r, style)),
    '})',
    '',
  ].join('\n')

/** The same by hand: an interface out of the schemas, which is what any types over them cost. */
export const floor = (n) =>
  [
    `import type { z } from 'zod'`,
    `import type * as S from './schemas.js'`,
    'interface Api {',
    ...routes(n).map(
      (r) =>
        `  ${r.name}(call: { params: z.output<typeof S.r${r.i}_params>${r.query ? `; query: z.output<typeof S.r${r.i}_query>` : ''}${r.body ? `; body: z.output<typeof S.r${r.i}_body>` : ''} }): Promise<${r.statuses
          .map(
            (s) =>
              `{ status: ${s}${s === 204 ? '' : `; body: z.input<typeof S.r${r.i}_${s}>`}${s === 401 ? `; headers: { 'www-authenticate': string }` : ''} }`,
          )
          .join(' | ')}>`,
    ),
    '}',
    'export const api: Api = {',
    ...routes(n).map((r) => handler(r, 'plain')),
    '}',
    '',
  ].join('\n')
