/**
 * The registry against independent oracles: no difference that is not explained, and no explanation without its difference.
 *
 * The oracles lie beside the repository, in ../shared/facts, and are read in place; without them only Node's own lists are compared.
 */
import http from 'node:http'
import { describe, expect, test } from 'vitest'
import type { MethodFacts, StatusFacts } from '../../src/registry/facts.js'
import { rfc9110, type Verdict, verdict } from '../../src/registry/index.js'
import { present, read, readCsv, readJson, reason, unexplained } from '../registry/oracle.js'

const methods = new Map<string, MethodFacts>(Object.entries(rfc9110.methods))
const statuses = new Map<string, StatusFacts>(Object.entries(rfc9110.statuses))
const phrases = new Map([...statuses].map(([code, { phrase }]) => [code, phrase]))
const names = (keys: Iterable<string>) => new Map([...keys].map((key) => [key, true]))
const nature = ({ safe, idempotent }: { safe: boolean; idempotent: boolean }) =>
  `${safe ? 'safe' : 'unsafe'}, ${idempotent ? '' : 'not '}idempotent`
const of = <Row, Value>(rows: ReadonlyMap<string, Row>, value: (row: Row) => Value) =>
  new Map([...rows].map(([key, row]) => [key, value(row)]))
/** `RFC9110, Section 15.3` as a citation. */
const cite = (rfc: string, section: string) => `${rfc.replace(/^RFC/, 'RFC ')} §${section}`

/** Older phrases, before RFC 9110 renamed them. */
const renamed = { 413: 'Content Too Large since RFC 9110', 422: 'Unprocessable Content since RFC 9110' }
/** Codes that lists of phrases leave out or fill in. */
const unlisted = { 104: 'registered in 2024, for a draft', 306: 'reserved, so without a phrase' }
const teapot = { 418: 'reserved as (Unused): the phrase is a joke of RFC 2324' }

describe('Node', () => {
  // Releases differ in what they know, so an explanation need not find its difference here.
  const explained = (differences: string[]) => differences.filter((line) => !line.endsWith('explained, but no difference'))

  test('http.METHODS', () => {
    const node = names(http.METHODS)
    const unknown = Object.fromEntries(
      [...methods.keys()].filter((name) => !node.has(name)).map((name) => [name, 'llhttp parses a choice of WebDAV']),
    )
    expect(http.METHODS.length).toBeGreaterThan(30)
    expect(
      explained(
        unexplained(node, names(methods.keys()), {
          ...unknown,
          'M-SEARCH': 'of SSDP, not registered',
          NOTIFY: 'of SSDP, not registered',
          PURGE: 'of caches, not registered',
          SOURCE: 'of Icecast, not registered',
          SUBSCRIBE: 'of UPnP, not registered',
          UNSUBSCRIBE: 'of UPnP, not registered',
        }),
      ),
    ).toEqual([])
    expect(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'].filter((name) => !node.has(name))).toEqual([])
  })

  test('http.STATUS_CODES', () => {
    const node = new Map(Object.entries(http.STATUS_CODES))
    expect(node.size).toBeGreaterThan(60)
    expect(explained(unexplained(node, phrases, { ...renamed, ...unlisted, ...teapot, 509: 'of Apache, not registered' }))).toEqual([])
  })
})

describe.skipIf(!present)(`IANA${reason}`, () => {
  test('status codes, 2022-06-08', () => {
    const rows = [
      ...read('oracle/iana-http-status-codes.2022-06-08.txt').matchAll(/^ +(\d{3}) +(\S.*?) +\[(RFC\d+)(?:, Section ([\d.]+))?\]/gm),
    ]
    expect(rows).toHaveLength(62 + 1)
    expect(
      unexplained(new Map(rows.map(([, code = '', phrase]) => [code, phrase])), phrases, {
        104: 'registered later, in 2024',
        510: 'the registry writes (OBSOLETED) behind the phrase',
      }),
    ).toEqual([])
    // Where the registry names a section it is ours; elsewhere at least the document is.
    const cites = rows.map(([, code = '', , rfc = '', section]) => [code, section ? cite(rfc, section) : rfc] as const)
    const ours = new Map(
      cites.map(([code, where]) => {
        const row = statuses.get(code)?.cite ?? ''
        return [code, where.includes('§') ? row : row.replace(/ (\d+) §.*/, '$1')]
      }),
    )
    expect(unexplained(new Map(cites), ours, {})).toEqual([])
  })

  test('methods, A to Q, 2026-06-17', () => {
    const rows = readCsv('oracle/iana-http-methods.excerpt-A-to-Q.csv')
    expect(rows).toHaveLength(29)
    const upToQuery = new Map([...methods].filter(([name]) => /^[A-Q]/.test(name)))
    const yes = (cell?: string) => cell === 'yes'
    expect(
      unexplained(
        new Map(rows.map(([name = '', safe, idempotent]) => [name, nature({ safe: yes(safe), idempotent: yes(idempotent) })])),
        of(upToQuery, nature),
        {},
      ),
    ).toEqual([])
    expect(
      unexplained(
        new Map(rows.map(([name = '', , , rfc = '', section = '']) => [name, cite(rfc, section)])),
        of(upToQuery, (row) => row.cite),
        {
          CHECKIN: 'registered with two sections; the row cites the one that defines it first',
          CHECKOUT: 'registered with two sections; the row cites the one that defines it first',
        },
      ),
    ).toEqual([])
  })

  test('methods of RFC 7237', () => {
    const rows = readCsv('oracle/rfc7237-methods.csv')
    expect(rows).toHaveLength(30)
    const same = new Map([...methods].filter(([name]) => rows.some(([theirs]) => theirs === name)))
    expect(
      unexplained(
        new Map(
          rows.map(([name = '', safe, idempotent, where = '']) => {
            const [, rfc = '', section = ''] = /(RFC\d+), Section ([\d.]+)/.exec(where) ?? []
            return [name, `${nature({ safe: safe === 'yes', idempotent: idempotent === 'yes' })}, ${cite(rfc, section)}`]
          }),
        ),
        of(same, (row) => `${nature(row)}, ${row.cite}`),
        {},
      ),
    ).toEqual([])
  })

  test('names and codes, 2026-08-17', () => {
    const oracle = readJson<{ methods: string[]; statusCodes: number[] }>('oracle/prinsfrank-iana-enums.2026-08-17.json')
    expect(unexplained(names(oracle.methods), names(methods.keys()), { '*': 'reserved, so no constant is made of it' })).toEqual([])
    expect(
      unexplained(names(oracle.statusCodes.map(String)), names(statuses.keys()), { 306: 'reserved, so no constant is made of it' }),
    ).toEqual([])
  })

  test('fields, 2025-11-21', () => {
    const records = read('oracle/iana-http-fields.2025-11-21.xml').split('<record').slice(1)
    const registered = new Map(
      records.map((record) => {
        const name = /<value>(.*?)<\/value>/.exec(record)?.[1] ?? ''
        const where = [...record.matchAll(/<xref type="(?:rfc|draft|uri)" data="([^"]+)"(?: section="([\d.]+))?/g)].map(
          ([, data = '', section]) => (/^rfc\d/.test(data) ? `${data.replace(/^rfc/, 'RFC ')} §${section ?? ''}` : data.trim()),
        )
        return [name, where] as const
      }),
    )
    expect(registered.size).toBeGreaterThan(200)
    const ours = Object.values<{ readonly name: string; readonly cite: string }>(rfc9110.fields)
    // The registry may leave the section out: then the document must be the same.
    const agrees = (where: readonly string[], row: string) =>
      where.some((each) => row === each || (each.endsWith('§') && row.startsWith(each)))
    const different = ours.flatMap(({ name, cite: row }) => {
      const where = registered.get(name)
      return where === undefined ? [`${name}: absent`] : agrees(where, row) ? [] : [`${name}: ${where.join(', ')} | ${row}`]
    })
    const explained: Readonly<Record<string, string>> = {
      'Accept-Post': 'registered for the whole of Linked Data Platform; the row names the section',
      'Accept-Query': 'registered from the draft that became RFC 10008 in 2026',
      'Idempotency-Key': 'a draft, not registered',
      'Proxy-Connection': 'never registered: RFC 9113 names it to forbid it',
      RateLimit: 'a draft, not registered',
      'RateLimit-Policy': 'a draft, not registered',
      'Upload-Complete': 'a draft, not registered',
      'Upload-Limit': 'a draft, not registered',
      'Upload-Offset': 'a draft, not registered',
    }
    const keys = different.map((line) => line.slice(0, line.indexOf(':')))
    expect(different.filter((_, index) => !Object.hasOwn(explained, keys[index] ?? ''))).toEqual([])
    expect(Object.keys(explained).filter((key) => !keys.includes(key))).toEqual([])
  })
})

describe.skipIf(!present)(`other catalogues${reason}`, () => {
  const nginx = {
    302: 'Moved Temporarily, the name of HTTP/1.0',
    405: 'Not Allowed',
    408: 'Request Time-out',
    413: 'Request Entity Too Large, the name of RFC 2616',
    414: 'Request-URI Too Large, the name of RFC 2068',
    416: 'Requested Range Not Satisfiable, the name of RFC 2616',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out',
  }
  const apache = {
    103: 'the list is older',
    ...unlisted,
    ...renamed,
    ...teapot,
    414: 'Request-URI Too Long, the name of RFC 2616',
    416: 'Requested Range Not Satisfiable, the name of RFC 2616',
  }
  const tables: readonly [file: string, explained: Readonly<Record<string, string>>, partial: boolean][] = [
    ['codes.json', { ...renamed, ...unlisted, ...teapot, 509: 'of Apache, not registered' }, false],
    ['src-iana.json', { ...renamed, ...unlisted, 418: 'reserved, so without a phrase' }, false],
    ['src-node.json', { ...renamed, ...unlisted, ...teapot, 509: 'of Apache, not registered' }, false],
    ['src-apache.json', apache, false],
    // nginx lists the codes that it sends itself, so only those are compared.
    ['src-nginx.json', nginx, true],
  ]

  test.each(tables)('jshttp %s', (file, explained, partial) => {
    const oracle = new Map(Object.entries(readJson<Record<string, string>>(`oracle/jshttp-statuses/${file}`)))
    expect(oracle.size).toBeGreaterThan(25)
    const ours = partial ? new Map([...phrases].filter(([code]) => oracle.has(code))) : phrases
    expect(unexplained(oracle, ours, explained)).toEqual([])
  })

  test('know-your-http-well: methods', () => {
    const rows = readJson<{ method: string; safe: boolean; idempotent: boolean; cacheable: boolean | '' }[]>(
      'oracle/know-your-http-well/methods.json',
    )
    expect(
      unexplained(new Map(rows.map((row) => [row.method, nature(row)])), of(methods, nature), {
        QUERY: 'younger than the catalogue',
        PRI: 'reserved, so left out',
        '*': 'reserved, so left out',
      }),
    ).toEqual([])
    const stated = rows.filter(({ cacheable }) => typeof cacheable === 'boolean')
    expect(
      unexplained(
        new Map(stated.map(({ method, cacheable }) => [method, cacheable])),
        new Map(stated.map(({ method }) => [method, methods.get(method)?.cacheable !== 'no'])),
        {
          POST: 'cacheable under conditions (RFC 9110 §9.3.3), which a boolean cannot say',
          PATCH: 'cacheable under conditions (RFC 5789 §2), which a boolean cannot say',
        },
      ),
    ).toEqual([])
  })

  test('know-your-http-well: status codes', () => {
    const rows = readJson<{ code: string; phrase: string }[]>('oracle/know-your-http-well/status-codes.json').filter(({ code }) =>
      /^\d+$/.test(code),
    )
    expect(
      unexplained(new Map(rows.map(({ code, phrase }) => [code, phrase])), phrases, {
        ...Object.fromEntries([103, 208, 421, 425, 508, 510].map((code) => [code, 'left out of the catalogue'])),
        ...unlisted,
        ...renamed,
        ...teapot,
        504: 'Gateway Time-out, the name of RFC 2616',
      }),
    ).toEqual([])
  })

  test('know-your-http-well: fields are spelled alike', () => {
    const rows = new Map(
      readJson<{ header: string }[]>('oracle/know-your-http-well/headers.json').map(({ header }) => [header.toLowerCase(), header]),
    )
    const both = Object.entries<{ readonly name: string }>(rfc9110.fields).filter(([key]) => rows.has(key))
    expect(both.length).toBeGreaterThan(60)
    expect(both.filter(([key, { name }]) => rows.get(key) !== name)).toEqual([])
  })
})

interface Spec {
  readonly rfc: string
  readonly section: string
}
interface MethodFact {
  readonly name: string
  readonly category: string
  readonly safe: boolean
  readonly idempotent: boolean
  readonly cacheable: string
  readonly requestContent: string
  readonly requestTarget: readonly string[] | null
  readonly rangeDefined: boolean
  readonly spec: readonly Spec[]
  readonly impossibleStatuses?: readonly number[]
  readonly mandatorySuccess?: { readonly created: readonly number[] }
  readonly recommendedSuccess?: readonly number[]
}
interface HeaderFact {
  readonly header: string
  readonly level: string
  readonly condition?: string
}
interface StatusFact {
  readonly code: number
  readonly reasonPhrase: string
  readonly class: string
  readonly registryState: string
  readonly heuristicallyCacheable: boolean
  readonly content: string
  readonly spec: readonly Spec[]
  readonly webdav?: boolean
  readonly storable?: string
  readonly requiredHeaders: readonly HeaderFact[]
  readonly forbiddenHeaders: readonly HeaderFact[]
  readonly methods?: Readonly<Record<'allowed' | 'conditional' | 'odd' | 'forbidden', readonly string[]>>
}

/** A draft is cited by name alone: its sections move. */
const firstCite = ([first]: readonly Spec[]) =>
  first === undefined ? '' : first.rfc.startsWith('draft') ? first.rfc : cite(first.rfc, first.section)

describe.skipIf(!present)(`the catalogue of facts: methods${reason}`, () => {
  const facts = present ? readJson<{ methods: MethodFact[] }>('methods.json').methods : []
  const content: Readonly<Record<string, string>> = {
    required: 'expected',
    allowed: 'allowed',
    'no-defined-semantics': 'undefined',
    'must-not': 'never',
  }
  const columns: readonly [
    column: string,
    theirs: (fact: MethodFact) => unknown,
    ours: (row: MethodFacts) => unknown,
    explained?: Record<string, string>,
  ][] = [
    ['safe', ({ safe }) => safe, ({ safe }) => safe],
    ['idempotent', ({ idempotent }) => idempotent, ({ idempotent }) => idempotent],
    ['cacheable', ({ cacheable }) => cacheable, ({ cacheable }) => cacheable],
    ['content', ({ requestContent }) => content[requestContent], (row) => row.content],
    ['cite', ({ spec }) => firstCite(spec), (row) => row.cite],
    ['group', ({ category }) => category, ({ group }) => group],
    ['range', ({ rangeDefined }) => rangeDefined, ({ range }) => range === true],
    ['target', ({ requestTarget }) => (requestTarget?.includes('authority-form') ? 'authority' : 'path'), ({ target }) => target],
    ['asterisk', ({ requestTarget }) => requestTarget?.includes('asterisk-form') ?? false, ({ asterisk = false }) => asterisk],
    ['creates', ({ mandatorySuccess }) => mandatorySuccess?.created.join(), ({ creates }) => creates?.code],
    [
      'completes',
      ({ recommendedSuccess }) => recommendedSuccess?.join(),
      ({ completes }) => completes?.with.join(),
      { TRACE: 'the catalogue says so in words: 200 with the request in it' },
    ],
  ]

  test('all 41 are here', () => {
    expect(facts).toHaveLength(41)
    expect(unexplained(names(facts.map(({ name }) => name)), names(methods.keys()), {})).toEqual([])
  })

  test.each(columns)('%s', (_, theirs, ours, explained = {}) => {
    expect(unexplained(new Map(facts.map((fact) => [fact.name, theirs(fact)])), of(methods, ours), explained)).toEqual([])
  })

  test('impossible statuses', () => {
    const impossible = facts.filter(({ impossibleStatuses }) => impossibleStatuses)
    expect(impossible.map(({ name }) => name)).toEqual(['POST'])
    for (const { name, impossibleStatuses = [] } of impossible)
      for (const code of impossibleStatuses) expect(verdict(rfc9110, name, code).verdict).toBe('forbidden')
  })
})

describe.skipIf(!present)(`the catalogue of facts: statuses${reason}`, () => {
  const facts = present ? readJson<{ statuses: StatusFact[] }>('statuses.json').statuses : []
  const state = { 'reserved-unused': 'reserved', deprecated: 'deprecated', obsoleted: 'deprecated' } as Readonly<Record<string, string>>
  /** Fields that a message always has or lacks: Date and Connection are the server's own business, not a declaration's. */
  const always = (headers: readonly HeaderFact[]) =>
    headers
      .filter(({ level, condition }) => level === 'MUST' && /^always|^must contain|^single part|^entity tag/.test(condition ?? ''))
      .map(({ header }) => header.toLowerCase())
      .filter((header) => header !== 'connection' && header !== 'transfer-encoding')
      .sort()
      .join()
  const columns: readonly [
    column: string,
    theirs: (fact: StatusFact) => unknown,
    ours: (row: StatusFacts) => unknown,
    explained?: Record<string, string>,
  ][] = [
    ['phrase', ({ reasonPhrase }) => reasonPhrase, ({ phrase }) => phrase],
    ['class', (fact) => fact.class.replace('-', ' '), (row) => row.class],
    ['content', (fact) => fact.content, (row) => row.content],
    ['cite', ({ spec }) => firstCite(spec), (row) => row.cite],
    ['heuristicallyCacheable', (fact) => fact.heuristicallyCacheable, (row) => row.heuristicallyCacheable],
    ['neverStored', ({ storable }) => storable === 'never', ({ neverStored }) => neverStored !== undefined],
    ['webdav', ({ webdav = false }) => webdav, ({ group }) => group === 'webdav'],
    [
      'state',
      ({ registryState }) => state[registryState] ?? 'usable',
      ({ group, deprecated }) => (group === 'reserved' ? 'reserved' : deprecated ? 'deprecated' : 'usable'),
      { 402: 'registered, but reserved for later: the same rule advises against it' },
    ],
    [
      'requires',
      ({ requiredHeaders }) => always(requiredHeaders),
      ({ requires = {} }) => Object.keys(requires).sort().join(),
      { 303: 'the catalogue says so in its rule location-on-303' },
    ],
    ['forbids', ({ forbiddenHeaders }) => always(forbiddenHeaders), ({ forbids = {} }) => Object.keys(forbids).sort().join()],
  ]

  test('all 64 are here', () => {
    expect(facts).toHaveLength(64)
    expect(unexplained(names(facts.map(({ code }) => String(code))), names(statuses.keys()), {})).toEqual([])
  })

  test.each(columns)('%s', (_, theirs, ours, explained = {}) => {
    expect(unexplained(new Map(facts.map((fact) => [String(fact.code), theirs(fact)])), of(statuses, ours), explained)).toEqual([])
  })

  test('methods of each status', () => {
    const kind: Readonly<Record<Verdict, string>> = {
      allowed: 'allowed',
      conditional: 'conditional',
      odd: 'odd',
      forbidden: 'forbidden',
      excluded: 'forbidden',
    }
    const cells = facts.flatMap(({ code, methods: lists }) =>
      Object.entries(lists ?? {}).flatMap(([list, among]) => among.map((method) => [`${method} ${code}`, list] as const)),
    )
    expect(cells).toHaveLength(570)
    const ours = cells.map(([cell]) => {
      const [method = '', code] = cell.split(' ')
      return [cell, kind[verdict(rfc9110, method, Number(code)).verdict]] as const
    })
    expect(unexplained(new Map(cells), new Map(ours), {})).toEqual([])
  })
})

describe.skipIf(!present)(`the catalogue of facts: the method × status table${reason}`, () => {
  const letters: Readonly<Record<string, Verdict>> = { A: 'allowed', C: 'conditional', O: 'odd', F: 'forbidden', D: 'excluded' }
  const cells = present
    ? Object.entries(readJson<{ cells: Record<string, Record<string, { verdict: string }>> }>('matrix.json').cells).flatMap(([code, row]) =>
        Object.entries(row).map(([method, cell]) => ({ method, code: Number(code), verdict: letters[cell.verdict] })),
      )
    : []

  test('has the 570 cells that it should', () => {
    const count = (wanted: Verdict) => cells.filter((cell) => cell.verdict === wanted).length
    expect([count('allowed'), count('conditional'), count('odd'), count('forbidden'), count('excluded')]).toEqual([262, 122, 131, 27, 28])
  })

  test('every cell has the verdict that is read off the rows', () => {
    const key = ({ method, code }: { method: string; code: number }) => `${method} ${code}`
    expect(
      unexplained(
        new Map(cells.map((cell) => [key(cell), cell.verdict])),
        new Map(cells.map((cell) => [key(cell), verdict(rfc9110, cell.method, cell.code).verdict])),
        {},
      ),
    ).toEqual([])
  })
})
