/** Files: octets in parts, conditional requests, uploads, and one rule that is knowingly not kept. */
import { bytes, contract, del, empty, form, get, head, json, media, multipart, options, post, problem, put, text } from 'statute'
import { z } from 'zod'

const File = z.object({ name: z.string(), size: z.int(), type: z.string() })

/** What a representation carries so that requests can be made conditional on it. */
const validators = { etag: z.string(), 'last-modified': z.string() }

export const files = contract(
  {
    download: get('/files/:name', {
      // These make 206, 304 and 416 possible; each of the three wants its own.
      headers: {
        range: z.string().optional(),
        'if-range': z.string().optional(),
        'if-none-match': z.string().optional(),
      },
      responses: {
        200: bytes({ headers: { ...validators, 'accept-ranges': z.literal('bytes') } }),
        206: bytes({ headers: { ...validators, 'content-range': z.string() } }),
        304: empty({ headers: { etag: z.string() } }),
        416: problem({ headers: { 'content-range': z.string() } }),
      },
    }),
    // The fields of the GET without its content: `bytes()` under this 200 would not compile.
    size: head('/files/:name', {
      responses: { 200: empty({ headers: { ...validators, 'accept-ranges': z.literal('bytes') } }) },
    }),
    upload: put('/files/:name', {
      headers: {
        // Only if the file is as it was, or (`if-none-match: *`) is not there yet.
        'if-match': z.string().optional(),
        'if-none-match': z.literal('*').optional(),
      },
      body: bytes(),
      responses: {
        201: empty({ headers: { etag: z.string() } }),
        204: empty({ headers: { etag: z.string() } }),
        412: problem(),
        413: problem(),
      },
    }),
    send: post('/files', {
      body: multipart(z.object({ file: z.file(), note: z.string().optional() })),
      responses: { 201: json(File, { headers: { location: z.string() } }), '4xx': problem() },
    }),
    list: get('/files', {
      query: z.object({ type: z.string().optional() }),
      headers: { accept: z.enum(['application/json', 'text/csv']).optional() },
      // Two media types for one status. That the answer depends on `accept` is told to caches by `vary`.
      responses: {
        200: media({ 'application/json': z.array(File), 'text/csv': z.string() }, { headers: { vary: z.string() } }),
        406: json(z.array(z.string())),
      },
    }),
    search: post('/files/search', {
      // The old way to ask with content. `query` (RFC 10008) does it safely; clients move until the end of the year.
      deprecated: { since: '2026-01-31', sunset: '2026-12-31' },
      body: form(z.object({ words: z.string() })),
      responses: { 200: json(z.array(File)) },
    }),
    remove: del('/files/:name', {
      headers: { 'if-match': z.string() },
      // A 428 that explains itself is a `should`: this API's clients are programs of the same house.
      waive: { 'explain-428': 'our clients know why: the contract says that if-match is required' },
      responses: { 204: empty(), 412: problem(), 428: empty() },
    }),
    licence: get('/licence', { responses: { 200: text() } }),
    abilities: options('/files/:name', { responses: { 204: empty({ headers: { allow: z.string() } }) } }),
  },
  { common: { 503: problem({ headers: { 'retry-after': z.string() } }) } },
)
