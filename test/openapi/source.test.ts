import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../../src/openapi/error.js'
import { lint } from '../../src/openapi/lint.js'
import { MAX_BYTES, MAX_YAML_BYTES, parse, read } from '../../src/openapi/source.js'
import { answering, json, look, yaml } from './sample.js'

const refusal = (input: string | Uint8Array, file: string): SourceError => {
  try {
    parse(input, file)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

const whole = json({ '/a': answering({ 200: { description: 'fine' } }) })
const cut = whole.slice(0, whole.indexOf('fine'))

describe('what cannot be read gets one line', () => {
  test.each([
    ['JSON that ends early', 'a.json', whole.slice(0, -4), 'a.json:13:2: is not JSON: ends inside an object that opens on line 3'],
    ['JSON that ends in a string', 'a.json', cut, 'a.json:8:28: is not JSON: a string is never closed'],
    ['JSON with an end too many', 'a.json', '{}\n}', 'a.json:2:1: is not JSON: goes on after the end of the JSON value: found "}"'],
    ['JSON with a comma too many', 'a.json', '{"a": [1,]}', 'a.json:1:10: is not JSON: expected a value, found "]"'],
    ['JSON without a comma', 'a.json', '{"a": 1 "b": 2}', `a.json:1:9: is not JSON: expected ',' or '}', found "\\""`],
    ['JSON with the wrong end', 'a.json', '{"a": [1}', `a.json:1:9: is not JSON: expected ',' or ']', found "}"`],
    ['JSON with bare keys', 'a.json', '{a: 1}', 'a.json:1:2: is not JSON: expected a key in double quotes, found "a"'],
    ['JSON without a colon', 'a.json', '{"a" 1}', `a.json:1:6: is not JSON: expected ':' after a key, found "1"`],
    ['JSON with a wrong number', 'a.json', '{"é": 01}', 'a.json:1:7: is not JSON: expected a value, found "0"'],
    [
      'JSON with a wrong escape',
      'a.json',
      '{"a": "\\x"}',
      'a.json:1:7: is not JSON: a string holds a line break, a control character or an unknown escape',
    ],
    ['JSON of nothing', 'a.json', '', 'a.json: is empty'],
    ['JSON of blanks', 'a.json', ' \n ', 'a.json: is empty'],
    [
      'a broken string of brackets',
      'a.json',
      '['.repeat(100_000),
      'a.json:1:100001: is not JSON: ends inside an array that opens on line 1',
    ],
    ['YAML with a tab', 'a.yaml', 'openapi: 3.1.0\npaths:\n\t/a: 1\n', 'a.yaml:3:1: is not YAML: Tabs are not allowed as indentation'],
    ['YAML that ends in a string', 'a.yaml', 'openapi: "3.1.0\n', 'a.yaml:2:1: is not YAML: Missing closing "quote'],
    [
      'YAML with a key twice',
      'a.yaml',
      'openapi: 3.1.0\npaths: {}\npaths: {}\n',
      'a.yaml:3:1: is not YAML: the key "paths" stands twice in one map',
    ],
    [
      'YAML of two documents',
      'a.yaml',
      'openapi: 3.1.0\n---\na: 1\n',
      'a.yaml:2:1: is not YAML: a second YAML document starts, and one file is one document',
    ],
    ['YAML with a list as a key', 'a.yaml', '? [a]\n: 1\n', 'a.yaml:1:3: is not YAML: a key must be a plain word, not a list or a map'],
    ['an alias of nothing', 'a.yaml', 'a: *b\n', 'a.yaml:1:4: is not YAML: the alias *b has no anchor before it'],
    ['an alias inside its anchor', 'a.yaml', 'a: &a\n  b: *a\n', 'a.yaml:2:6: is not YAML: the alias *a stands inside its own anchor'],
    ['a merge of a word', 'a.yaml', 'a:\n  <<: b\n', 'a.yaml:2:3: is not YAML: a merge key << takes a map or a list of maps'],
    ['a comment alone', 'a.yaml', '# nothing\n', 'a.yaml: is empty'],
    ['a list', 'a.json', '[]', 'a.json: is not an OpenAPI document: its root is an array, not an object'],
    ['a word', 'a.yaml', 'hello', 'a.yaml: is not an OpenAPI document: its root is a string, not an object'],
    ['null', 'a.json', 'null', 'a.json: is not an OpenAPI document: its root is null, not an object'],
    ['something else', 'a.json', '{"name": "x"}', 'a.json: is not an OpenAPI document: it has no "openapi" version'],
    ['OpenAPI 4', 'a.json', '{\n  "openapi": "4.0.0"\n}', 'a.json:2:3: the OpenAPI version "4.0.0" is not read: 3.0, 3.1 and 3.2 are'],
    ['OpenAPI of an object', 'a.json', '{"openapi": {}}', 'a.json:1:2: the OpenAPI version "an object" is not read: 3.0, 3.1 and 3.2 are'],
    ['OpenAPI 3.11', 'a.yaml', 'openapi: 3.11.0', 'a.yaml:1:1: the OpenAPI version "3.11.0" is not read: 3.0, 3.1 and 3.2 are'],
    ['text with a NUL', 'a.yaml', 'openapi: 3.1.0\na: "\0"', 'a.yaml:2:5: is binary: it holds a NUL'],
    ['bytes that are no text', 'a.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff), 'a.json: is not text in UTF-8 or UTF-16'],
    ['half a UTF-16 pair', 'a.json', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), 'a.json: is not text in UTF-8 or UTF-16'],
  ])('%s', (_, file, input, line) => {
    expect(refusal(input, file).message).toBe(line)
  })

  test('the parts of an error', () => {
    expect(refusal('{}\n}', 'a.json')).toMatchObject({
      name: 'SourceError',
      file: 'a.json',
      line: 2,
      column: 1,
      reason: 'is not JSON: goes on after the end of the JSON value: found "}"',
    })
    expect(refusal('', 'a.json')).not.toHaveProperty('line')
  })
})

describe('a size that nobody wants is refused at once', () => {
  const within = (milliseconds: number, work: () => string): string => {
    const start = performance.now()
    const said = work()
    expect(performance.now() - start).toBeLessThan(milliseconds)
    return said
  }

  test.each(['a.json', '<stdin>'])('%s of one string of 50 MB', (file) => {
    expect(within(5000, () => refusal(JSON.stringify('x'.repeat(50_000_000)), file).message)).toBe(
      `${file}: is not an OpenAPI document: its root is a string, not an object`,
    )
  })
  test('YAML of 50 MB', () => {
    expect(within(5000, () => refusal(`openapi: ${'x'.repeat(50_000_000)}`, 'a.yaml').message)).toBe(
      'a.yaml: has 48 MB: YAML documents of up to 32 MB are read',
    )
    expect(MAX_YAML_BYTES).toBe(32 * 1024 * 1024)
  })
  test('anything above 64 MB', () => {
    expect(within(1000, () => refusal(new Uint8Array(MAX_BYTES + 1), 'a.json').message)).toBe(
      'a.json: has 64 MB: documents of up to 64 MB are read',
    )
  })
  test('aliases that stand for billions', () => {
    const letters = [...'abcdefghij']
    const bomb = letters.map((letter, index) => `${letter}: &${letter} [${Array(9).fill(index ? `*${letters[index - 1]}` : 1)}]`)
    expect(within(5000, () => refusal(`openapi: 3.1.0\n${bomb.join('\n')}\n`, 'a.yaml').message)).toBe(
      'a.yaml:8:7: is not YAML: stands for more than 5,000,000 values once its aliases are followed',
    )
  })
  test('$refs that stand for millions', () => {
    const responses = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [100 + index, {}]))
    const paths = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`/${index}`, { $ref: '#/components/pathItems/all' }]))
    const text = json(paths, { components: { pathItems: { all: answering(responses) } } })
    expect(() => look(text, 'a.json')).toThrow('a.json: stands for more than 500,000 responses and parameters once its $refs are followed')
  })
})

describe('depth', () => {
  test.each(['[]', '{}'])('JSON takes 100,000 levels of %s', (brackets) => {
    const inside = brackets === '[]' ? `${'['.repeat(100_000)}${']'.repeat(100_000)}` : `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    const text = `{"openapi": "3.1.0", "x-deep": ${inside}, "paths": {"/a": {"get": {"responses": {"200": {}}}}}}`
    expect(look(text, 'a.json').findings[0]!.position.column).toBe(text.indexOf('"200"') + 1)
  })
  test.each([`${'['.repeat(100_000)}${']'.repeat(100_000)}`, `\n  ${'- '.repeat(50_000)}1`])('YAML says that it cannot', (inside) => {
    expect(refusal(`openapi: 3.1.0\nx-deep: ${inside}`, 'a.yaml').reason).toBe('is not YAML: it is nested too deeply')
  })
})

describe('encodings', () => {
  const text = '{"openapi": "3.1.0",\r\n "paths": {"/é": {"get": {"responses": {"401": {}}}}}}'
  const bom = '\uFEFF'
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(bom + text)],
    ['a string with a mark', bom + text],
    ['UTF-16', Buffer.from(bom + text, 'utf16le')],
    ['UTF-16 the other way', Buffer.from(bom + text, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 the other way without a mark', Buffer.from(text, 'utf16le').swap16()],
  ])('%s', (_, input) => {
    const source = parse(input, 'a.json')
    expect(source.locate([['paths', '/é', 'get', 'responses', '401']])).toEqual([{ file: 'a.json', line: 2, column: 41 }])
    expect(source.text()).toBe(text)
  })
  test('CRLF in YAML', () => {
    const source = parse(yaml('  /a:\n    get:\n      responses:\n        401: {}').replaceAll('\n', '\r\n'), 'a.yaml')
    expect(source.locate([['paths', '/a', 'get', 'responses', '401']])).toEqual([{ file: 'a.yaml', line: 6, column: 9 }])
  })
})

describe('characters beyond ASCII', () => {
  const inBytes = (text: string) => parse(new TextEncoder().encode(text), 'a.json').document

  test.each([
    ['of every length', 'é ह 😀 \u2028 \ufeff \u0080'],
    ['after a backslash', '\\é'],
    ['of one pair', '😀'],
    ['more than a line has spaces before it', Array(30_000).fill('é').join(' ')],
  ])('%s', (_, text) => {
    for (const before of ['', ...[14, 15, 16, 254, 255, 4095, 65_535].map((length) => 'x'.repeat(length))]) {
      const document = { openapi: '3.1.0', title: `${before}${text}`, [`${text}${before}`]: 1, paths: {} }
      for (const indentation of ['', '  ', ' '.repeat(10), '\t']) {
        const bytes = Buffer.from(JSON.stringify(document, null, indentation))
        const copy = Buffer.from(bytes)
        expect(parse(bytes, 'a.json').document).toEqual(document)
        expect(bytes.equals(copy)).toBe(true)
      }
    }
  })
  test('in memory that others may read', () => {
    const document = { openapi: '3.1.0', title: 'é', paths: {} }
    const text = new TextEncoder().encode(JSON.stringify(document, null, 10))
    const bytes = new Uint8Array(new SharedArrayBuffer(text.length))
    bytes.set(text)
    expect(parse(bytes, 'a.json').document).toEqual(document)
  })
  test.each([
    [
      'an escape that is none',
      '{"openapi": "3.1.0", "a": "\\é"}',
      '1:27: is not JSON: a string holds a line break, a control character or an unknown escape',
    ],
    ['outside of a string', '{"openapi": "3.1.0", é: 1}', '1:22: is not JSON: expected a key in double quotes, found "é"'],
    ['a space that JSON does not know', '{"openapi":\u00a0"3.1.0"}', '1:12: is not JSON: expected a value'],
  ])('%s', (_, text, line) => {
    expect(() => inBytes(text)).toThrow(`a.json:${line}`)
  })
})

describe('formats', () => {
  test.each(['a.yaml', 'a.yml', '<stdin>', 'a.txt'])('JSON called %s', (file) => {
    expect(look(whole, file).operations).toBe(1)
  })
  test('YAML in braces', () => {
    const { findings } = look('{openapi: 3.1.0,\n paths: {/a: {get: {responses: {200: {}}}}}}', 'a.yaml')
    expect(findings[0]!.position).toEqual({ file: 'a.yaml', line: 2, column: 33 })
  })
  test('YAML on the standard input', () => {
    expect(look(yaml('  /a: {get: {responses: {200: {}}}}'), '<stdin>').operations).toBe(1)
  })
  test.each([
    ['3.0', '3.0'],
    ['3.1', '3.1'],
    ['"3.2.0"', '3.2.0'],
    ['3.0.4', '3.0.4'],
  ])('openapi: %s', (written, version) => {
    expect(look(yaml('  /a: {get: {responses: {200: {}}}}', '', written)).version).toBe(version)
  })
})

describe('places', () => {
  const pointers = [
    ['paths', '/a'],
    ['paths', '/a', 'get', 'parameters', 1],
    ['paths', '/a', 'get', 'parameters', 1, 'name'],
    ['paths', '/a', 'get', 'responses', '404'],
    ['paths', '/a', 'get', 'responses', '404', 'headers', 'Allow'],
    ['paths', '/b~/ü "x"', 'get'],
    ['nowhere'],
    [],
  ]
  const document = {
    openapi: '3.1.0',
    paths: {
      '/a': { get: { parameters: [{ name: '}' }, { in: 'q"u\\e', name: 'n' }], responses: { 200: {}, 404: { description: '"' } } } },
      '/b~/ü "x"': { get: { responses: { default: {} } }, 'x-n': -1.5e3 },
    },
  }
  /** Where a part stands after another part. */
  const find = (text: string, part: string, after = '') => {
    const before = text.slice(0, text.indexOf(part, text.indexOf(after) + after.length)).split('\n')
    return { file: 'a.json', line: before.length, column: before.at(-1)!.length + 1 }
  }

  test.each([0, 2])('in JSON, indented by %i', (indent) => {
    const text = JSON.stringify(document, null, indent)
    expect(parse(text, 'a.json').locate(pointers)).toEqual([
      find(text, '"/a"'),
      find(text, '{', '"}"'),
      find(text, '"name"', '"in"'),
      find(text, '"404"'),
      find(text, '"404"'),
      find(text, '"get"', '/b~/'),
      { file: 'a.json', line: 1, column: 1 },
      { file: 'a.json', line: 1, column: 1 },
    ])
  })

  test('in YAML', () => {
    const text = [
      'openapi: 3.1.0',
      'paths:',
      '  /a:',
      '    get:',
      '      parameters:',
      '        - name: x',
      '        - in: query',
      '          name: n',
      '      responses:',
      '        200: {}',
      '        404: { description: "," }',
      '  \'/b~/ü "x"\':',
      '    get: { responses: { default: {} } }',
    ].join('\n')
    expect(parse(text, 'a.yaml').locate(pointers)).toEqual(
      [
        [3, 3],
        [7, 11],
        [8, 11],
        [11, 9],
        [11, 9],
        [13, 5],
        [1, 1],
        [1, 1],
      ].map(([line, column]) => ({ file: 'a.yaml', line, column })),
    )
  })

  test.each([
    ['1:74', 'get', '"paths": {"/a": {"get": {"responses": {"200": {}}}, "get": {"responses": {"201": {}}}}}'],
    ['1:66', '/a', '"paths": {"/a": {"get": {"responses": {}}}, "\\/\\u0061": {"put": {"responses": {"201": {}}}}}'],
    ['1:86', '204', '"paths": {"/a": {"delete": {"responses": {"204": {}, "205": {}, "204": {}}}}}'],
    ['1:67', 'paths', '"paths": {"/a": {"get": {"responses": {}}}}, "paths": {"/b": {"get": {"responses": {"200": {}}, "tags": []}}}'],
  ])('of a key that stands twice: %s', (place, key, rest) => {
    expect(() => look(`{"openapi": "3.1.0", ${rest}}`, 'a.json')).toThrow(`a.json:${place}: the key "${key}" stands twice in one object`)
  })

  test('behind a merge key', () => {
    const text = yaml('  /a: &a\n    get:\n      responses:\n        200: {}\n  /b:\n    <<: *a\n    put:\n      responses: { 204: {} }')
    expect(look(text).findings.map(({ path, status, position }) => [path, status, position.line])).toEqual([
      ['/a', 200, 6],
      ['/b', 204, 10],
      ['/b', 200, 6],
      ['/a', 200, 6],
      ['/b', 204, 10],
      ['/b', 200, 6],
    ])
  })
})

describe('keys that JavaScript has its own ideas about', () => {
  test.each([
    [
      'a.json',
      '{"openapi": "3.1.0", "__proto__": {"polluted": 1}, "paths": {"__proto__": {"get": {"responses": {"__proto__": {}, "constructor": {}}}}}}',
    ],
    ['a.yaml', 'openapi: 3.1.0\n__proto__: {polluted: 1}\npaths:\n  __proto__: {get: {responses: {__proto__: {}, constructor: {}}}}'],
  ])('are data in %s', (file, text) => {
    const { findings, operations } = look(text, file)
    expect(operations).toBe(1)
    expect(findings.map(({ status }) => status)).toEqual(['__proto__', 'constructor', '__proto__', 'constructor'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect((parse(text, file).document as { polluted?: number }).polluted).toBeUndefined()
  })
})

test('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'statute-'))
  try {
    const file = join(folder, 'api.json')
    await writeFile(file, whole)
    expect(lint(await read(file)).operations).toBe(1)
    await expect(read(join(folder, 'none.json'))).rejects.toThrow('none.json: there is no such file')
    await expect(read(folder)).rejects.toThrow(`${folder}: is a directory`)
  } finally {
    await rm(folder, { recursive: true })
  }
})
