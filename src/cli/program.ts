/** The commands. */
import { Command, CommanderError, Option } from 'commander'
import { SourceError } from '../openapi/error.js'
import { printable } from '../report/paint.js'
import type { DiffOptions } from './diff.js'
import type { ImportOptions } from './import.js'
import type { RecordOptions } from './judge.js'
import { didYouMean } from './nearest.js'
import type { OpenApiOptions } from './openapi.js'
import { more, type Options, settled, settledByRules, withOptions, withReport } from './options.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

const examples = `
Examples:
  statute check                     the contracts of the project in this folder
  statute lint openapi.yaml         an OpenAPI 2.0–3.2 document
  statute judge recorded.har        what was sent: the exchanges that a browser or proxy has recorded
  statute openapi contract.ts       the contract of a file as an OpenAPI document
  statute diff old.yaml new.yaml    what changed, and whom it breaks
  statute lock                      what the contracts promise, in a file to commit
  statute import openapi.yaml       an OpenAPI document as a contract
  statute explain no-content-204    a rule; also a change, a status, a method, PUT 304, a field

Exit codes: 0 nothing at the level that fails, 1 findings, 2 unusable input.
`

const levels = `
Levels: must (RFC requirement), should, bcp (best current practice), hint.
Hints are shown with --level hint, and always in json and sarif.
`

const whom = `
Levels: must breaks lenient clients, should breaks exhaustive ones (those that name every status, value and member),
bcp may break somebody, hint breaks no client. --fail-on should holds a change to exhaustive clients too.
`

/** The versions of OpenAPI that are written. */
const versions = ['3.1', '3.2'] as const satisfies readonly OpenApiOptions['openapi'][]

/** Builds the program, of which each command imports what it needs when it runs; `exit` receives the code. */
const program = (world: World, exit: (code: number) => void): Command => {
  const root = new Command('statute')
    .description("HTTP's rules, held against contracts, OpenAPI documents and what was sent.")
    .version(version, '-v, --version')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: world.out,
      writeErr: world.err,
      getOutHelpWidth: () => world.width,
      getErrHelpWidth: () => world.width,
      outputError: (message, write) => write(message.replace(/^error: /, 'statute: ')),
    })
    .exitOverride()
    .addHelpText('after', examples)

  const judged = (name: string) => withOptions(root.command(name)).addHelpText('after', levels)
  judged('check')
    .description('type-check a project with its own compiler and judge the contracts it exports')
    .argument('[target...]', 'a tsconfig, a folder with one, or source files', [])
    .action(async (targets: string[], options: Options) =>
      exit(await (await import('./check.js')).check(targets, await settledByRules(options), world)),
    )
  judged('lint')
    .description('judge OpenAPI 2.0–3.2 documents, JSON or YAML, with the files to which they refer')
    .argument('<file...>', 'the documents, patterns such as "docs/**/*.yaml", or - for the standard input')
    .action(async (files: string[], options: Options) =>
      exit(await (await import('./lint.js')).lint(files, await settledByRules(options), world)),
    )
  judged('judge')
    .description('judge recorded exchanges: HTTP archives (HAR), by the law and by a contract')
    .argument('<file...>', 'the archives, patterns such as "traffic/*.har", or - for the standard input')
    .option('-c, --contract <file>', 'hold them to the contract that the file exports, too')
    .option('--export <name>', 'which contract, where the file exports several')
    .option('--base-url <url>', 'where the paths of the contract begin; what was sent elsewhere is left out')
    .action(async (files: string[], options: RecordOptions) =>
      exit(await (await import('./judge.js')).judgeRecorded(files, { ...options, ...(await settledByRules(options)) }, world)),
    )
  withReport(root.command('diff'))
    .addHelpText('after', whom)
    .description('compare two versions: OpenAPI documents, contracts or lock files')
    .argument(
      '<old>',
      'a document, a contract, a lock file, a folder or pattern of documents, REF:file or REF:folder of a commit, or - for the standard input',
    )
    .argument('<new>', 'the same of the new version; documents of two folders are compared by their names')
    .option('--ignore <change>', "leave a kind of change out, or accept it: 'ID METHOD /path = reason'; repeatable", more, [])
    .option('--ignore-file <file>', 'accepted changes, a line each: ID METHOD /path = reason')
    .option('--export <name>', 'which contract, where there are several')
    .action(async (old: string, now: string, options: DiffOptions) =>
      exit(await (await import('./diff.js')).diff(old, now, { ...options, ...settled(options) }, world)),
    )
  root
    .command('lock')
    .description('write what the contracts promise to statute.lock.json, which check holds them to')
    .argument('[target...]', 'a tsconfig, a folder with one, or source files', [])
    .option('-o, --output <file>', 'write another file')
    .action(async (targets: string[], options: { readonly output?: string }) =>
      exit(await (await import('./lock.js')).lock(targets, options, world)),
    )
  root
    .command('explain')
    .description('the law behind a rule, a status, a method, a pair of both, or a field; whom a change breaks')
    .argument('[name...]', 'for example: no-content-204, 204, PATCH, PUT 304, etag; nothing lists everything')
    .action(async (names: string[]) => exit((await import('./explain.js')).explain(names, world)))
  root
    .command('openapi')
    .description('write a contract as an OpenAPI document')
    .argument('<file>', 'the file that exports the contract')
    .addOption(
      new Option('--openapi <version>', 'of the document; 3.2 has places for QUERY and for other methods').choices(versions).default('3.1'),
    )
    .addOption(new Option('-f, --format <name>', 'yaml, unless the output is a .json').choices(['yaml', 'json']))
    .option('--export <name>', 'which contract, where the file exports several')
    .option('--title <title>', 'of the API (default: the name of the contract, or of the package)')
    .option('--api-version <version>', 'of the API (default: that of the package)')
    .option('-o, --output <file>', 'write the document to a file')
    .action(async (file: string, options: OpenApiOptions) => exit(await (await import('./openapi.js')).openapi(file, options, world)))
  root
    .command('import')
    .description('write an OpenAPI 2.0–3.2 document as a contract, with schemas of zod')
    .argument('<file>', 'the document, or - for the standard input')
    .option('-o, --output <path>', 'write the contract to a file, or to a folder (there already, or with a slash at its end) as modules')
    .option('--force', 'write over files that are there')
    .option('--losses', 'list each place of what a contract does not say')
    .action(async (file: string, options: ImportOptions) => exit(await (await import('./import.js')).importDocument(file, options, world)))
  root.on('command:*', ([name = '']: string[]) => {
    throw new Unusable(
      `there is no command ${name}${
        didYouMean(
          name,
          root.commands.map((command) => command.name()),
        ) || '; see statute --help'
      }`,
    )
  })
  return root
}

/**
 * Runs a command; the exit code.
 *
 * What the user can mend is one line. Only a fault of Statute itself is anything else, and says so.
 */
export const run = async (argv: readonly string[], world: World): Promise<number> => {
  let code = 0
  const commands = program(world, (answer) => {
    code = answer
  })
  if (argv.length === 0) {
    commands.outputHelp()
    return 0
  }
  try {
    await commands.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    world.progress(undefined)
    const known = error instanceof Unusable || error instanceof SourceError
    const message = error instanceof Error ? error.message : String(error)
    world.err(`statute: ${printable(known ? message : `a fault of statute itself: ${message}`)}\n`)
    if (!known && world.env.STATUTE_DEBUG && error instanceof Error) world.err(`${error.stack}\n`)
    return 2
  }
}
