/** What an answer says of the life of its resource: deprecated since, gone after, and where to look instead. */

/** A link of an answer. */
export interface Link {
  /** Where it leads, as it was written; relative to the URL of the answer. */
  readonly target: string
  /** Its relations: `next`, `deprecation`, `successor-version`. */
  readonly rel: readonly string[]
  /** Its other parameters, by name. */
  readonly params: Readonly<Record<string, string>>
}

/** What an answer says of the life of its resource. */
export interface Lifecycle {
  /** When it is or was deprecated. */
  readonly deprecation?: Date
  /** When it is expected to stop answering. */
  readonly sunset?: Date
  readonly links: readonly Link[]
}

const dated = (milliseconds: number): Date | undefined => (Number.isFinite(milliseconds) ? new Date(milliseconds) : undefined)

const linksOf = (field: string): Link[] =>
  [...field.matchAll(/<([^>]*)>((?:\s*;\s*[\w!#$&+^`|~*%'.-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)/g)].map(([, target, rest]) => {
    const params: Record<string, string> = {}
    for (const [, name, quoted, token] of rest!.matchAll(/;\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g))
      params[name!.toLowerCase()] ??= quoted?.replace(/\\(.)/g, '$1') ?? token ?? ''
    const { rel = '', ...others } = params
    return { target: target!, rel: rel.toLowerCase().split(/\s+/).filter(Boolean), params: others }
  })

/**
 * Deprecation, Sunset and Link of an answer, as dates and links.
 *
 * A client that looks learns before its users do that a resource goes away. Fields that say nothing readable are left out.
 *
 * @example const { sunset } = lifecycle(answered)
 * @see https://www.rfc-editor.org/rfc/rfc9745
 * @see https://www.rfc-editor.org/rfc/rfc8594
 */
export const lifecycle = ({ response: { headers } }: { readonly response: Response }): Lifecycle => {
  const since = /^@(-?\d+)$/.exec(headers.get('deprecation')?.trim() ?? '')?.[1]
  const deprecation = since === undefined ? undefined : dated(Number(since) * 1000)
  const sunset = dated(Date.parse(headers.get('sunset') ?? ''))
  return { ...(deprecation && { deprecation }), ...(sunset && { sunset }), links: linksOf(headers.get('link') ?? '') }
}
