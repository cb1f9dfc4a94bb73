/** A program that calls every route of the model once, tells the reply apart by status and reads a field of every body. */
import { routes } from './model.mjs'

const content = (i) =>
  `{ name${i}: 'n', age${i}: 1, kind${i}: 'a${i}', tags: ['t'], address: { street: 's', zip${i}: 'z', geo: { lat: 1, lng: 1 } }, ref${i}: 'r' }`

export const input = (r) =>
  [
    `params: { orgId: 'o'${r.path.endsWith('/:id') ? `, id: 'i'` : ''} }`,
    ...(r.query ? [`query: { sort: 'asc${r.i}' }`] : []),
    ...(r.body ? [`body: ${content(r.i)}`] : []),
  ].join(', ')

export const read = (r, status) => {
  if (r.responses[status] === undefined) return 'null'
  if (status >= 300) return 'reply.body.code'
  return r.kind === 'list' ? 'reply.body.total' : `reply.body.name${r.i}`
}

/** The calls, over a `contract.ts` beside them. */
export const calls = (n, from) =>
  [
    `import { client } from '${from}'`,
    `import { api } from './contract.js'`,
    `const call = client(api, { baseUrl: 'http://localhost' })`,
    ...routes(n).map(
      (r) => `export const call${r.i} = async () => {
  const reply = await call.${r.name}({ ${input(r)} })
  switch (reply.status) {
${r.statuses.map((status) => `    case ${status}: return ${read(r, status)}`).join('\n')}
    case 'breach': return reply.reason
    default: { const never: never = reply; return never }
  }
}`,
    ),
    '',
  ].join('\n')
