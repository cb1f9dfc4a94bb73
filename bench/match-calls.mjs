/** A program that calls every route of the model once and matches its reply exhaustively, reading a field of every body. */
import { input, read } from './client-calls.mjs'
import { routes } from './model.mjs'

/** The calls, over a `contract.ts` beside them; with `breach: 'throw'` the replies are what the contract declares and no more. */
export const matches = (n, { client, match, breach }) =>
  [
    `import { client } from '${client}'`,
    `import { match } from '${match}'`,
    `import { api } from './contract.js'`,
    `const call = client(api, { baseUrl: 'http://localhost'${breach ? '' : `, breach: 'throw'`} })`,
    ...routes(n).map(
      (r) => `export const call${r.i} = async () =>
  match(await call.${r.name}({ ${input(r)} }))
${r.statuses.map((status) => `    .with({ status: ${status} }, (reply) => ${read(r, status)})\n`).join('')}${breach ? `    .with({ status: 'breach' }, (reply) => reply.reason)\n` : ''}    .exhaustive()`,
    ),
    '',
  ].join('\n')
