/** Every rule, by id. A test guards that each file of this folder is here and each entry has its file. */
import type { Rule } from './rule.js'

export const rules = {} as Record<string, Rule>
