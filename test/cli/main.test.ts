import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, root, run } from './run.js'

const { version }: { readonly version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

describe('statute', () => {
  test('alone shows what it can do', async () => {
    const { code, out, err } = await run([])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of ['check', 'lint', 'explain']) expect(out).toMatch(new RegExp(`\\n  ${command} .*\\n`))
    expect(out).toContain('Exit codes: 0 nothing at the level that fails, 1 findings, 2 unusable input.')
  })

  test.each([
    ['--help', /^Usage: statute/],
    ['lint --help', /^Usage: statute lint \[options\] <file\.\.\.>\n[\s\S]*--fail-on <level>[\s\S]*Levels: must/],
    ['check --help', /^Usage: statute check \[options\] \[target\.\.\.\]\n/],
    ['explain --help', /^Usage: statute explain \[options\] \[name\.\.\.\]\n/],
    ['--version', new RegExp(`^${version.replaceAll('.', '\\.')}\n$`)],
  ])('%s', async (argv, expected) => {
    const { code, out } = await run(argv.split(' '))
    expect(code).toBe(0)
    expect(out).toMatch(expected)
  })

  test.each([
    ['lnt', 'statute: there is no command lnt; did you mean lint?\n'],
    ['expalin', 'statute: there is no command expalin; did you mean explain?\n'],
    ['frobnicate', 'statute: there is no command frobnicate; see statute --help\n'],
    ['--frobnicate', "statute: unknown option '--frobnicate'\n"],
  ])('%s is unknown: exit 2', async (argv, message) => {
    expect(await run([argv])).toEqual({ code: 2, out: '', err: message })
  })
})

describe('the built command', { timeout: 60_000 }, () => {
  let built: ReturnType<typeof build>
  beforeAll(() => {
    built = build()
  })
  afterAll(() => built.remove())

  const api = 'openapi: 3.1.0\npaths:\n  /a:\n    delete:\n      responses: { 204: { description: x, content: { a/b: {} } } }\n'

  test('runs, by its own first line', async () => {
    expect(readFileSync(built.main, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node')
    expect(await built.statute(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test('reads the standard input and hands on the exit code', async () => {
    const { code, out, err } = await built.statute(['lint', '-', '-f', 'json'], { input: api })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject({ document: '<stdin>', operations: 1 })
    expect((await built.statute(['lint', 'nowhere'])).code).toBe(2)
  })

  test('colour only where it is wanted', async () => {
    expect((await built.statute(['lint', '-'], { input: api })).out).not.toContain('\u001b')
    expect((await built.statute(['lint', '-'], { input: api, env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[31mmust')
    expect((await built.statute(['lint', '-'], { input: api, env: { FORCE_COLOR: '1' } })).err).toBe('')
  })

  test('a reader that goes away is no error', async () => {
    const script = `"${process.execPath}" "${built.main}" explain | head -n 1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: root })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^Rules: must .*\n0\n$/)
    // A report far larger than a pipe holds, so that the writer does meet the closed end.
    const paths = Array.from(
      { length: 4000 },
      (_, index) => `"/p${index}": {"delete": {"responses": {"204": {"description": "", "content": {"a/b": {}}}}}}`,
    )
    const large = `"${process.execPath}" "${built.main}" lint - -f json | head -n 1; echo "\${PIPESTATUS[0]}"`
    const child = promisify(execFile)('bash', ['-c', large], { cwd: root })
    child.child.stdin?.end(`{"openapi": "3.1.0", "paths": {${paths.join(',')}}}`)
    const cut = await child
    expect(cut.stderr).toBe('')
    expect(cut.stdout).toMatch(/^\{\n[01]\n$/)
  })

  test('a large report is written to the end', async () => {
    const paths = Array.from(
      { length: 4000 },
      (_, index) => `"/p${index}": {"delete": {"responses": {"204": {"description": "", "content": {"a/b": {}}}}}}`,
    )
    const { code, out } = await built.statute(['lint', '-', '-f', 'json'], { input: `{"openapi": "3.1.0", "paths": {${paths.join(',')}}}` })
    expect(code).toBe(1)
    expect(JSON.parse(out).findings.length).toBeGreaterThanOrEqual(4000)
  })
})
