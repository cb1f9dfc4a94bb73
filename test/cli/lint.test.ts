import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from './run.js'

const folder = mkdtempSync(path.join(tmpdir(), 'statute-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const whole = path.join(folder, name)
  writeFileSync(whole, text)
  return whole
}

const guilty = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /todos/{id}:
    delete:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '204':
          description: gone
          content: { application/json: {} }
        '401': { description: who? }
`
const api = file('api.yaml', guilty)
const clean = file(
  'clean.yaml',
  guilty.replace('          content: { application/json: {} }\n', '').replace("        '401': { description: who? }\n", ''),
)
// A GET with content is a should, and the only thing that is wrong here.
const soft = file(
  'soft.json',
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 't', version: '1' },
    paths: {
      '/a': {
        get: { requestBody: { content: { 'text/plain': {} } }, responses: { 200: { description: '', content: { 'text/plain': {} } } } },
      },
    },
  }),
)

interface Written {
  readonly document: string
  readonly operations: number
  readonly findings: readonly { readonly rule: string; readonly level: string }[]
}
const written = (out: string): Written => JSON.parse(out)
const rulesOf = (out: string): string[] => written(out).findings.map(({ rule }) => rule)

describe('statute lint', () => {
  test('finds, names the place, and fails', async () => {
    const { code, out, err } = await run(['lint', api])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain(`${api}:8:9  must  DELETE /todos/{id} → 204  [no-content-204]`)
    expect(out).toContain('  must      1 ×  www-authenticate-401')
    expect(out).toMatch(/✖ 1 operation, 2 responses: 2 must/)
  })

  test('json is one object', async () => {
    const { code, out } = await run(['lint', api, '--format', 'json'])
    expect(code).toBe(1)
    expect(Object.keys(written(out))).toEqual(['document', 'operations', 'findings'])
    expect(written(out)).toMatchObject({ document: api, operations: 1 })
    expect(rulesOf(out)).toEqual(expect.arrayContaining(['no-content-204', 'www-authenticate-401']))
  })

  test('reads the standard input', async () => {
    const { code, out } = await run(['lint', '-'], guilty)
    expect(code).toBe(1)
    expect(out).toContain('<stdin>:8:9  must')
    expect(out).toContain("> 8 |         '204':")
  })

  test.each([
    ['nothing wrong', [clean], 0],
    ['a must', [api], 1],
    ['a must that is hidden all the same: no level is above it', [api, '--level', 'must'], 1],
    ['a must, --fail-on never', [api, '--fail-on', 'never'], 0],
    ['a should', [soft], 0],
    ['a should, --fail-on should', [soft, '--fail-on', 'should'], 1],
    ['a should that --level hides, --fail-on should', [soft, '--fail-on', 'should', '--level', 'must'], 1],
    ['what is found is ignored', [api, '--ignore', 'no-content-204', '--ignore', 'www-authenticate-401'], 0],
  ])('exit code of %s', async (_, argv, expected) => {
    expect(await run(['lint', ...argv])).toMatchObject({ code: expected, err: '' })
  })

  test('--ignore leaves a rule out of every format', async () => {
    const { out } = await run(['lint', api, '-f', 'json', '--ignore', 'no-content-204'])
    expect(rulesOf(out)).not.toContain('no-content-204')
    expect(rulesOf(out)).toContain('www-authenticate-401')
  })

  test('--level admits', async () => {
    const levels = async (level: string) =>
      new Set(written((await run(['lint', soft, '-f', 'json', '--level', level])).out).findings.map((finding) => finding.level))
    expect(await levels('must')).toEqual(new Set())
    expect(await levels('should')).toEqual(new Set(['should']))
  })

  test('draws the lines of a document in UTF-16', async () => {
    const wide = path.join(folder, 'wide.yaml')
    writeFileSync(wide, Buffer.from(`\uFEFF${guilty}`, 'utf16le'))
    expect((await run(['lint', wide])).out.replaceAll('wide.yaml', 'api.yaml')).toBe((await run(['lint', api])).out)
  })

  test('--max says what it cut', async () => {
    const { out, err } = await run(['lint', api, '-f', 'json', '--max', '1', '--level', 'must'])
    expect(rulesOf(out)).toEqual(['no-content-204'])
    expect(err).toBe('statute: 1 of 2 findings written (--max 1)\n')
  })

  test('--output writes a file and nothing else', async () => {
    const target = path.join(folder, 'report.json')
    expect(await run(['lint', api, '-f', 'json', '-o', target])).toEqual({ code: 1, out: '', err: '' })
    expect(rulesOf(readFileSync(target, 'utf8'))).toContain('no-content-204')
  })

  test.each(['sarif', 'github', 'junit'])('--format %s', async (format) => {
    const { code, out } = await run(['lint', api, '--format', format])
    expect(code).toBe(1)
    expect(out).toContain('no-content-204')
  })

  test.each([
    ['no such file', ['lint', 'nowhere.yaml'], 'statute: nowhere.yaml: there is no such file\n'],
    ['a folder', ['lint', folder], `statute: ${folder}: is a directory\n`],
    ['truncated JSON', ['lint', file('cut.json', '{ "openapi": "3.0.0", "paths": {')], /^statute: .*cut\.json:1:\d+: is not JSON: .*\n$/],
    ['no OpenAPI', ['lint', file('other.yaml', 'a: 1\n')], /^statute: .*other\.yaml: is not an OpenAPI document: .*\n$/],
    [
      'no operations',
      ['lint', file('none.yaml', 'openapi: 3.1.0\ninfo: {}\npaths: {}\n')],
      /^statute: .*none\.yaml: has no operations .*\n$/,
    ],
    ['empty', ['lint', '-'], 'statute: <stdin>: is empty\n'],
    ['no file named', ['lint'], "statute: missing required argument 'file'\n"],
    ['a pattern that matches nothing', ['lint', `${folder}/*.txt`], `statute: ${folder}/*.txt: matches no file\n`],
    ['no pattern', ['lint', `${folder}/[z-a]*`], 'statute: [z-a]*: is no pattern that files can match\n'],
    ['Swagger 1.2', ['lint', file('one.yaml', 'swagger: "1.2"\n')], /one\.yaml:1:1: the Swagger version "1\.2" is not read/],
    [
      'an unknown format',
      ['lint', api, '--format', 'xml'],
      /^statute: option '-f, --format <name>' argument 'xml' is invalid\. Allowed choices are text, json, sarif, github, junit\.\n$/,
    ],
    ['an unknown level', ['lint', api, '--level', 'may'], /Allowed choices are must, should, bcp, hint\.\n$/],
    ['an unknown fail level', ['lint', api, '--fail-on', 'bcp'], /Allowed choices are must, should, never\.\n$/],
    [
      'an unknown rule',
      ['lint', api, '--ignore', 'no-content-240'],
      /^statute: --ignore no-content-240: there is no such rule; did you mean no-content-204.*\?\n$/,
    ],
    ['a rule named as a property of objects', ['lint', api, '--ignore', 'constructor'], /there is no such rule/],
    ['no number', ['lint', api, '--max', '0'], /It takes a number from 1 up\.\n$/],
    ['an unknown option', ['lint', api, '--strict'], "statute: unknown option '--strict'\n"],
    [
      'a report that cannot be written',
      ['lint', api, '-o', path.join(folder, 'no/such/folder')],
      /^statute: .* cannot be written \(ENOENT\)\n$/,
    ],
  ])('%s: one line, exit 2', async (_, argv, message) => {
    const { code, out, err } = await run(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('OpenAPI 2.0 is judged as it stands', async () => {
    const two = `swagger: "2.0"\npaths:\n  /a:\n    delete:\n      responses:\n        204: {description: gone, schema: {}}\n`
    const target = file('swagger.yaml', two)
    const { code, out, err } = await run(['lint', target])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain(`${target}:6:9  must  DELETE /a → 204  [no-content-204]`)
    expect(await run(['lint', '-'], two)).toMatchObject({ code: 1, err: '' })
  })

  test('a document of several files is judged, and a finding names its file', async () => {
    const target = file('many.yaml', "openapi: 3.1.0\npaths:\n  /a: {$ref: 'item.yaml'}\n")
    const other = file('item.yaml', 'delete:\n  responses:\n    204: {description: gone, content: {text/plain: {}}}\n')
    const { code, out, err } = await run(['lint', target])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain(`${other}:3:5  must  DELETE /a → 204  [no-content-204]`)
    expect(out).toContain('> 3 |     204: {description: gone')
    const json = JSON.parse((await run(['lint', target, '--format', 'json'])).out)
    expect(json).toMatchObject({ document: target, findings: [{ file: other, pointer: '/delete/responses/204', line: 3 }] })
  })

  describe('of several', () => {
    const several = path.join(folder, 'several')
    const put = (name: string, text: string): string => {
      mkdirSync(path.dirname(path.join(several, name)), { recursive: true })
      return file(path.join('several', name), text)
    }
    const [a, b] = [put('a.yaml', guilty), put('deep/er/b.yaml', guilty)]
    const broken = put('deep/c.yml', '{')
    put('.hidden.yaml', 'hidden')
    put('node_modules/d.yaml', 'a dependency')
    const braces = put('{x,y}.yaml', guilty)
    const documentsOf = (out: string): string[] => JSON.parse(out).documents.map(({ document }: Written) => document)

    test('one report', async () => {
      const { code, out, err } = await run(['lint', clean, api])
      expect({ code, err }).toEqual({ code: 1, err: '' })
      expect(out).toContain(`${api}:8:9  must`)
      expect(out).toMatch(/✖ 2 documents, 2 operations, 3 responses: 2 must/)
    })
    test('json is an object with the objects of each', async () => {
      const { out } = await run(['lint', clean, api, '-f', 'json'])
      const alone = await Promise.all([clean, api].map(async (one) => JSON.parse((await run(['lint', one, '-f', 'json'])).out)))
      expect(JSON.parse(out)).toEqual({ documents: alone })
    })
    test.each([
      ['*.yaml', [a, braces]],
      ['**/*.yaml', [a, b, braces]],
      ['**/[ab].yaml', [a, b]],
      ['**/[!a].yaml', [b]],
      ['{a,deep/er/?}.yaml', [a, b]],
      ['deep/*/*', [b]],
      ['**', undefined],
    ])('pattern %s', async (pattern, expected) => {
      const { code, out, err } = await run(['lint', `${several}/${pattern}`, clean, '-f', 'json'])
      if (expected) {
        expect({ code, err }).toEqual({ code: 1, err: '' })
        expect(documentsOf(out)).toEqual([...expected, clean])
      } else {
        expect(code).toBe(2)
        expect(documentsOf(out)).toEqual([a, b, braces, clean])
        expect(err).toMatch(/^statute: .*c\.yml:1:2: is not YAML: .*\n$/)
      }
    })
    test('a file that is called like a pattern is that file; one match is one document', async () => {
      expect(written((await run(['lint', braces, '-f', 'json'])).out).document).toBe(braces)
      expect(written((await run(['lint', `${several}/**/b.*`, '-f', 'json'])).out).document).toBe(b)
    })
    test('each is judged once', async () => {
      expect(documentsOf((await run(['lint', a, `${several}/a.*`, b, a, '-f', 'json'])).out)).toEqual([a, b])
    })
    test('what cannot be judged has its line, the others their report', async () => {
      const { code, out, err } = await run(['lint', 'nowhere.yaml', clean, broken, `${several}/*.txt`, '-f', 'json'])
      expect(code).toBe(2)
      expect(documentsOf(out)).toEqual([clean])
      expect(err.split('\n')).toEqual([
        `statute: ${several}/*.txt: matches no file`,
        'statute: nowhere.yaml: there is no such file',
        expect.stringMatching(/^statute: .*c\.yml:1:2: is not YAML: /),
        '',
      ])
    })
    test('nothing that can be judged is no report', async () => {
      const { code, out, err } = await run(['lint', 'nowhere.yaml', broken, '-f', 'json'])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err.trimEnd().split('\n')).toHaveLength(2)
    })
    test.each(['sarif', 'github', 'junit'])('--format %s has all', async (format) => {
      const { out } = await run(['lint', a, b, '--format', format])
      for (const name of ['several/a.yaml', 'several/deep/er/b.yaml']) expect(out).toContain(name)
    })
  })

  test('what steers a terminal is not passed on', async () => {
    const { err } = await run(['lint', 'a\u001b[31m.yaml'])
    expect(err).toBe('statute: a\\u001b[31m.yaml: there is no such file\n')
  })
})
