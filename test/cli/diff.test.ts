/** `statute diff`, `lock`, and `check` against a lock and over a workspace. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { object, query, response } from '../diff/sample.js'
import { root, run } from './run.js'

mkdirSync(path.join(root, '.tmp'), { recursive: true })
const folder = mkdtempSync(path.join(root, '.tmp', 'diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, content: unknown): string => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  return file
}

const title = { type: 'string' }
const old = write('old.json', response(object({ title, state: { enum: ['open'] } }, ['title'])))
const now = write('new.json', response(object({ state: { enum: ['open', 'done'] } })))

describe('statute diff', () => {
  it('says what changed, where, and whom it breaks', async () => {
    const { code, out, err } = await run(['diff', old, now])
    expect(code).toBe(1)
    expect(err).toBe('')
    expect(out).toContain('must  GET /things → 200  [response-property-removed]')
    expect(out).toContain('the required response property `title` was removed (breaks lenient and exhaustive clients): go on sending it')
    expect(out).toContain('should  GET /things → 200  [response-enum-value-added]')
    expect(out).toContain('✖ 1 operation, two versions: 1 must, 1 should')
  })

  it('finds nothing between a document and itself, and takes the standard input', async () => {
    const { code, out } = await run(['diff', '-', old], readFileSync(old, 'utf8'))
    expect(code).toBe(0)
    expect(out).toContain('nothing to report')
  })

  it('fails where it is told to', async () => {
    const more = write('more.json', response(object({ title, state: { enum: ['open', 'done'] } }, ['title'])))
    expect((await run(['diff', old, more])).code).toBe(0)
    expect((await run(['diff', old, more, '--fail-on', 'should'])).code).toBe(1)
    expect((await run(['diff', old, now, '--fail-on', 'never'])).code).toBe(0)
  })

  it('accepts changes with a reason, and says so of one that accepts nothing', async () => {
    const file = write('accepted.txt', '# agreed\nresponse-property-removed GET /things = nobody reads it\nrequest-null-refused = of old\n')
    const { code, out } = await run(['diff', old, now, '--ignore-file', file, '--ignore', 'response-enum-value-added'])
    expect(code).toBe(0)
    expect(out).toContain('response-property-removed  GET /things  nobody reads it  (1 finding)')
    expect(out).toContain('(waives nothing: remove it)')
    expect(out).not.toContain('response-enum-value-added')
    const elsewhere = await run(['diff', old, now, '--ignore', 'response-property-removed POST /things = elsewhere'])
    expect(elsewhere.code).toBe(1)
  })

  it('compares webhooks and callbacks, and accepts their changes by name', async () => {
    const sends = (...states: string[]) => {
      const post = {
        requestBody: { content: { 'application/json': { schema: { enum: states } } } },
        responses: { 200: { description: 'OK' } },
      }
      const subscribe = { callbacks: { onEvent: { '{$request.body#/url}': { post } } }, responses: { 201: { description: 'Created' } } }
      return {
        openapi: '3.1.0',
        info: { title: 'Pets', version: '1' },
        webhooks: { newPet: { post } },
        paths: { '/subscribe': { post: subscribe } },
      }
    }
    const [before, after] = [write('hooks.json', sends('cat')), write('more-hooks.json', sends('cat', 'dog'))]
    const { code, out } = await run(['diff', before, after, '--fail-on', 'should'])
    expect(code).toBe(1)
    expect(out).toContain('should  POST webhook newPet  [webhook-request-enum-value-added]')
    expect(out).toContain('the request body may be `dog` now, and so in 1 more place (breaks exhaustive clients)')
    const ignored = ['webhook newPet', 'callback onEvent of POST /subscribe'].flatMap((place) => [
      '--ignore',
      `webhook-request-enum-value-added POST ${place} = told everybody`,
    ])
    const accepted = await run(['diff', before, after, '--fail-on', 'should', ...ignored])
    expect(accepted.code).toBe(0)
    expect(accepted.out).toContain('POST callback onEvent of POST /subscribe  told everybody  (1 finding)')
    expect((await run(['diff', before, after, '--ignore', 'webhook-removed GET PUT = x'])).err).toMatch(/a method and a path/)
  })

  it('refuses an id that is none, a place without a reason, a line that cannot be read, and what is no document', async () => {
    expect((await run(['diff', old, now, '--ignore', 'response-property-remove'])).err).toContain('did you mean')
    expect((await run(['diff', old, now, '--ignore', 'response-property-removed GET /things'])).err).toMatch(/say why/i)
    const lines = await run(['diff', old, now, '--ignore-file', write('bad.txt', '\nnonsense = x\n')])
    expect(lines.code).toBe(2)
    expect(lines.err).toMatch(/bad\.txt:2: there is no change called nonsense/)
    expect((await run(['diff', old, 'none.json'])).err).toContain('there is no such file')
    expect((await run(['diff', '-', '-'])).code).toBe(2)
    expect((await run(['diff', old, 'HEAD:no-such.json'])).err).toContain('git says')
    expect((await run(['diff', 'HEAD:contract.ts', old])).err).toContain('statute.lock.json')
  })

  describe('two folders', () => {
    const api = (pathname: string, ...codes: readonly number[]) => ({
      openapi: '3.1.0',
      info: { title: 'Part', version: '1' },
      paths: { [pathname]: { get: { responses: Object.fromEntries(codes.map((code) => [code, { description: 'Said' }])) } } },
    })
    const files = (side: string, all: Readonly<Record<string, unknown>>): string => {
      for (const [name, content] of Object.entries(all)) write(`${side}/${name}`, content)
      return path.join(folder, side)
    }
    const before = files('before', {
      'users.json': api('/users', 200),
      'more/orders.json': api('/orders', 200),
      'gone.json': api('/gone', 200),
      // No documents: what they refer to, and what else there is.
      'more/order.yaml': 'type: object\n',
      'notes.json': { about: 'openapi' },
    })
    const after = files('after', {
      'users.json': api('/users', 200, 204),
      'more/orders.json': api('/orders', 200),
      'came.json': api('/came', 200),
    })

    it('are compared document by document, and what came or went is said', async () => {
      const { code, out } = await run(['diff', before, `${after}/`])
      expect(code).toBe(1)
      expect(out).toMatch(/after[\\/]users\.json:\d+:\d+ {2}should {2}GET \/users → 204 {2}\[response-status-added\]/)
      expect(out).toMatch(/before[\\/]gone\.json:\d+:\d+ {2}must {2}GET \/gone {2}\[operation-removed\]/)
      expect(out).toContain('note  came.json was added')
      expect(out).toContain('note  gone.json was removed, with every operation in it')
      expect(out).toContain('✖ 4 documents, 4 operations, two versions: 1 must, 1 should')
    })

    it('may be patterns; a reason that nothing needs is said once', async () => {
      const accepted = ['--ignore', 'response-status-added = told', '--ignore', 'request-null-refused = of old']
      const args = ['diff', `${before}/**/{users,orders}.json`, `${after}/**/{users,orders}.json`, '--fail-on', 'should']
      const { code, out } = await run([...args, ...accepted])
      expect(code).toBe(0)
      expect(out).toContain('✔ 2 documents, 2 operations, two versions: nothing to report')
      expect(out.match(/response-status-added {2}anywhere {2}told {2}\(1 finding\)/g)).toHaveLength(1)
      expect(out.match(/waives nothing/g)).toHaveLength(1)
      expect((await run(args)).code).toBe(1)
    })

    it('say what came and went in every format', async () => {
      for (const format of ['json', 'sarif', 'github', 'junit']) {
        const { out, err } = await run(['diff', before, after, '-f', format])
        expect(`${out}${err}`).toContain('gone.json was removed')
      }
    })

    it('compare nothing where no name is that of another, and no folder with a file', async () => {
      const other = await run(['diff', `${before}/more`, after])
      expect([other.code, other.out]).toEqual([2, ''])
      expect(other.err).toMatch(/no document of .*more has the name of one of .*after: nothing was compared/)
      expect((await run(['diff', before, `${after}/users.json`])).err).toContain('name two folders, or two documents')
      expect((await run(['diff', before, 'nowhere'])).err).toBe('statute: nowhere: there is no such file\n')
      expect((await run(['diff', `${before}/*.yml`, after])).err).toContain('matches no file')
    })

    it('are compared as far as they can be read', async () => {
      const broken = files('broken', { 'users.json': '{ "openapi": "3.1.0", ', 'more/orders.json': api('/orders', 201) })
      const { code, out, err } = await run(['diff', before, broken])
      expect(code).toBe(2)
      expect(err).toMatch(/broken[\\/]users\.json:1:\d+: is not JSON/)
      expect(out).toContain('GET /orders → 200  [response-success-status-removed]')
    })
  })

  describe('a commit', () => {
    const repository = path.join(folder, 'repository')
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@example.com', ...args], { cwd: repository, stdio: 'pipe' })
    const inside = async (...args: string[]) => {
      const before = process.cwd()
      process.chdir(repository)
      try {
        return await run(['diff', ...args])
      } finally {
        process.chdir(before)
      }
    }
    const whole = (code: number) => ({
      'apis/whole.yaml': `openapi: 3.1.0\npaths:\n  /a: { $ref: parts/a.yaml }\n  /b: { $ref: ../b.yaml }\n`,
      'apis/parts/a.yaml': `get:\n  responses:\n    ${code}: { description: Said }\n`,
      'b.yaml': 'get:\n  responses:\n    200: { description: Said }\n',
    })
    const writeAll = (files: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(files)) write(`repository/${name}`, text)
    }
    beforeAll(() => {
      mkdirSync(repository)
      writeAll({ 'api.json': readFileSync(old, 'utf8'), 'apis/other.json': readFileSync(old, 'utf8'), ...whole(200) })
      git('init', '-q')
      git('add', '.')
      git('commit', '-qm', 'one')
      writeAll(whole(201))
    })

    it('gives a file', async () => {
      expect((await inside('HEAD:api.json', 'api.json')).out).toContain('nothing to report')
      expect((await inside('HEAD:api.json', now)).code).toBe(1)
    })

    it('gives the files to which a document refers as it has them, with their places', async () => {
      const { code, out } = await inside('HEAD:apis/whole.yaml', 'apis/whole.yaml', '-f', 'json')
      expect(code).toBe(1)
      const [gone] = JSON.parse(out).compared[0].changes
      expect(gone).toMatchObject({
        rule: 'response-success-status-removed',
        file: 'apis/parts/a.yaml',
        line: 1,
        old: { file: 'HEAD:./apis/parts/a.yaml', line: 3 },
      })
      expect((await inside('HEAD:apis/whole.yaml', 'apis/whole.yaml')).out).toContain('  > 1 | get:\n')
      writeAll(whole(200))
      expect((await inside('HEAD:apis/whole.yaml', 'apis/whole.yaml')).out).toContain('2 operations, two versions: nothing to report')
      writeAll({ 'apis/whole.yaml': 'openapi: 3.1.0\npaths:\n  /a: { $ref: ../../b.yaml }\n' })
      git('commit', '-qam', 'outside')
      expect((await inside('HEAD:apis/whole.yaml', 'api.json')).err).toMatch(
        /HEAD:\.\/apis\/whole\.yaml:3:\d+: the \$ref .* outside of the working/,
      )
      git('reset', '-q', '--hard', 'HEAD~1')
    })

    it('gives a folder', async () => {
      expect((await inside('HEAD:apis', 'apis')).out).toContain('2 documents, 3 operations, two versions: nothing to report')
      rmSync(path.join(repository, 'apis/other.json'))
      const { code, out } = await inside('HEAD:apis/', 'apis')
      expect(code).toBe(1)
      expect(out).toContain('note  other.json was removed')
      git('checkout', '-q', '--', '.')
    })

    it('says what there is not', async () => {
      expect((await inside('HEAD:nowhere', 'api.json')).err).toMatch(/^statute: HEAD:nowhere: git says: .*nowhere.*\n$/)
      expect((await inside('nobody:api.json', 'api.json')).err).toMatch(/^statute: nobody:api\.json: git says: .*nobody.*\n$/)
      expect((await inside('HEAD:apis', 'api.json')).err).toContain('name two folders, or two documents')
      expect((await inside('--', '-n:apis', 'api.json')).err).toBe('statute: -n: is no commit\n')
    })
  })

  it('accepts a change at a path with an = of its own', async () => {
    const there = (document: object) => ({
      ...document,
      paths: { '/things(id={id})': (document as { paths: object }).paths['/things' as never] },
    })
    const [a, b] = [old, now].map((file) => write(`odata-${path.basename(file)}`, there(JSON.parse(readFileSync(file, 'utf8')))))
    const accepted = write('odata.txt', 'response-property-removed GET /things(id={id}) = nobody = read it\n')
    const { code, out } = await run(['diff', a!, b!, '--ignore-file', accepted])
    expect(code).toBe(0)
    expect(out).toContain('response-property-removed  GET /things(id={id})  nobody = read it  (1 finding)')
    expect((await run(['diff', a!, b!, '--ignore', 'response-property-removed GET /things(id={id})'])).err).toContain(
      "say why, after ' = '",
    )
  })

  it.each(['json', 'sarif', 'github', 'junit'])('writes %s', async (format) => {
    const { code, out } = await run(['diff', old, now, '--format', format])
    expect(code).toBe(1)
    expect(out).toContain('response-property-removed')
    if (format === 'json') {
      const { compared } = JSON.parse(out)
      expect(compared[0].changes[0]).toMatchObject({
        rule: 'response-property-removed',
        breaks: ['lenient', 'exhaustive'],
        places: ['GET /things → 200 title'],
        old: { file: old },
      })
    }
    if (format === 'sarif') {
      const [first] = JSON.parse(out).runs
      expect(first.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('response-status-added')
      expect(first.results[0].relatedLocations.length).toBe(1)
    }
  })

  it('groups what many operations share', async () => {
    const things = (schema: object) => {
      const { get } = (response({ $ref: '#/components/schemas/Thing' }, { Thing: schema }).paths as { '/things': { get: object } })[
        '/things'
      ]
      return { ...response({}, { Thing: schema }), paths: { '/a': { get }, '/b': { get }, '/c': { get } } }
    }
    const { out } = await run(['diff', write('a.json', things(object({ title }))), write('b.json', things(object({})))])
    expect(out).toContain('and so in 2 more places')
    expect(out).toContain('1 should')
  })

  it('compares parameters as text', async () => {
    const { out } = await run(['diff', write('q1.json', query({ type: 'integer' })), write('q2.json', query({ type: 'string' }))])
    expect(out).toContain('1 hint')
    expect(out).not.toContain('must')
  })
})

const contract = (responses: string) => `import { z } from 'zod'
import { contract, get } from '${root}src/contract/route.js'
import { json, problem } from '${root}src/contract/content.js'
export const todos = contract({ list: get('/todos', { responses: { ${responses} } }) })
`
const project = (name: string, text: string): string => {
  const place = path.join(folder, name)
  mkdirSync(path.join(place, 'node_modules'), { recursive: true })
  for (const one of ['typescript', 'zod'])
    try {
      symlinkSync(path.join(root, 'node_modules', one), path.join(place, 'node_modules', one))
    } catch {}
  write(`${name}/package.json`, `{ "name": "${path.basename(name)}", "type": "module" }`)
  write(`${name}/tsconfig.json`, {
    compilerOptions: { strict: true, module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom'], types: [], skipLibCheck: true },
  })
  write(`${name}/contract.ts`, text)
  return place
}

describe('statute diff of contracts', () => {
  const schemas = (keys: string) => `import { z } from 'zod'
import { contract, get } from '${root}src/contract/route.js'
import { json, problem } from '${root}src/contract/content.js'
const Todo = z.object({ ${keys} }).meta({ id: 'Todo' })
export const todos = contract({
  read: get('/todos/:id.json', {
    responses: {
      200: json(Todo),
      404: problem(),
    },
  }),
})
`
  it('names the message in which a named schema is used, under a parameter that is a part of its segment too', async () => {
    const [a, b] = [project('named', schemas('id: z.string(), title: z.string()')), project('unnamed', schemas('id: z.string()'))]
    const { code, out } = await run(['diff', path.join(a, 'contract.ts'), path.join(b, 'contract.ts'), '-f', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).compared[0].changes).toEqual([
      expect.objectContaining({
        rule: 'response-property-removed',
        line: 8,
        column: 7,
        old: expect.objectContaining({ line: 8, column: 7 }),
      }),
    ])
  })
})

describe('statute lock', () => {
  const json = '200: json(z.object({ title: z.string() }))'
  let place = ''
  beforeEach(() => {
    place = project('locked', contract(json))
  })

  it('writes a file that says the same however routes are written, and check holds contracts to it', { timeout: 120_000 }, async () => {
    const file = path.join(place, 'contract.ts')
    expect((await run(['lock', file])).code).toBe(0)
    const lock = readFileSync(path.join(place, 'statute.lock.json'), 'utf8')
    expect(Object.keys(JSON.parse(lock).contracts)).toEqual(['contract.ts#todos'])
    expect((await run(['check', file])).code).toBe(0)
    expect((await run(['diff', path.join(place, 'statute.lock.json'), file])).out).toContain('nothing to report')

    // A module is loaded once in a process: the changed contract is another one.
    const changed = project('changed', contract(`404: problem(), ${json}`))
    writeFileSync(path.join(changed, 'statute.lock.json'), lock)
    const { code, out } = await run(['check', path.join(changed, 'contract.ts')])
    expect(code).toBe(1)
    expect(out).toContain('is stale: statute lock writes it anew')
    expect(out).toContain('GET /todos → 404: the response `404` was added (breaks exhaustive clients)')
  })
})

describe('statute check over a workspace', () => {
  it('says what it checked, what it skipped, and why', { timeout: 120_000 }, async () => {
    write('workspace/package.json', { workspaces: ['packages/*', '!packages/away'] })
    project('workspace/packages/api', contract('200: json(z.string())'))
    project('workspace/packages/ui', 'export const title = "x"\n')
    write('workspace/packages/docs/package.json', { name: 'docs' })
    project('workspace/packages/away', 'nonsense')
    const { code, out } = await run(['check', path.join(folder, 'workspace')])
    expect(out).toContain('checked api: 1 contract, 1 route')
    expect(out).toContain('skipped docs: it has no tsconfig.json')
    expect(out).toContain('skipped ui: it exports no contract')
    expect(out).not.toContain('away')
    expect(code).toBe(0)
  })
})
