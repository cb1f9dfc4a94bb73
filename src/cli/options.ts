/** What `lint` and `check` have in common: how findings are chosen, written and answered for. */
import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type FormatName, formats } from '../report/formats.js'
import { plain } from '../report/paint.js'
import { type FailOn, failures, levels, type Report } from '../report/report.js'
import type { Level } from '../rules/rule.js'
import { didYouMean } from './nearest.js'
import { Unusable, type World } from './world.js'

export interface Options {
  readonly format: FormatName
  readonly level: Level
  readonly failOn: FailOn
  readonly ignore: readonly string[]
  readonly max?: number
  readonly output?: string
}

/** One more of an option that may be repeated. */
export const more = (written: string, before: readonly string[]): readonly string[] => [...before, written]

const wholeNumber = (written: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new InvalidArgumentError('It takes a number from 1 up.')
  return Number(written)
}

/** Adds the options of every report to a command. */
export const withOptions = (command: Command): Command =>
  withReport(command).option('--ignore <rule>', 'leave a rule out; repeatable', more, [])

/** Adds the options of a report that are about no rule. */
export const withReport = (command: Command): Command =>
  command
    .addOption(new Option('-f, --format <name>', 'how the report is written').choices(Object.keys(formats)).default('text'))
    .addOption(
      new Option(
        '--level <level>',
        'the lowest level that is reported (default: bcp; hint in json and sarif, which leave nothing out)',
      ).choices([...levels]),
    )
    .addOption(
      new Option('--fail-on <level>', 'the lowest level that fails (exit 1); hidden findings count').choices([...failures]).default('must'),
    )
    .option('--max <n>', 'show at most so many; the counts stay whole', wholeNumber)
    .option('-o, --output <file>', 'write the report to a file')

/** The options as a command uses them: what is read by programs leaves nothing out unless asked to. */
export const settled = (options: Omit<Options, 'level'> & { readonly level?: Level }): Options => ({
  ...options,
  level: options.level ?? (options.format === 'json' || options.format === 'sarif' ? 'hint' : 'bcp'),
})

/**
 * The options of a command that judges by rules.
 *
 * @throws Unusable when `--ignore` names what is no rule; it names the nearest ones.
 */
export const settledByRules = async (options: Parameters<typeof settled>[0]): Promise<Options> => {
  if (options.ignore.length > 0) {
    // To import every rule takes longer than all else that a command needs to start.
    const { rules } = await import('../rules/index.js')
    const stranger = options.ignore.find((id) => !Object.hasOwn(rules, id))
    if (stranger !== undefined) throw new Unusable(`--ignore ${stranger}: there is no such rule${didYouMean(stranger, Object.keys(rules))}`)
  }
  return settled(options)
}

/** Writes a report where it is wanted, and answers with the exit code. */
export const publish = (report: Report, { format, output }: Options, world: World): number => {
  const written = formats[format](report, {
    paint: output === undefined ? world.paint : plain,
    width: world.width,
    root: world.env.GITHUB_WORKSPACE || process.cwd(),
  })
  if (output === undefined) world.out(written)
  else
    try {
      writeFileSync(output, written)
    } catch (error) {
      throw new Unusable(`${output} cannot be written (${(error as NodeJS.ErrnoException).code})`)
    }
  // The formats for machines have no place to say so themselves.
  const found = report.documents.reduce((sum, { findings }) => sum + findings.length, 0)
  if (report.max !== undefined && found > report.max && (format === 'json' || format === 'sarif'))
    world.err(`statute: ${report.max} of ${found} findings written (--max ${report.max})\n`)
  return report.failed ? 1 : 0
}
