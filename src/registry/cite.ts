/**
 * The one grammar of citations, and where a citation leads.
 *
 * A citation is `RFC 9110 §15.3.5`, an appendix such as `RFC 9112 §B.1`, an Internet-Draft by its name (its sections move, so
 * they are left out or follow a `§`), the URL of any other specification, or the name and section of one that is not on the web,
 * such as `ACME §3.1`.
 */

/** What a citation looks like. */
export const citation =
  /^(?:RFC (?<rfc>[1-9]\d{0,4})(?: §(?<section>(?:\d+|[A-Z])(?:\.\d+)*))|(?<draft>draft-[a-z0-9]+(?:-[a-z0-9]+)+)(?: §(?<part>(?:\d+|[A-Z])(?:\.\d+)*))?|(?!RFC ?\d)[A-Z][\w.-]*(?: [\w.-]+)* §(?:\d+|[A-Z])(?:\.\d+)*|(?<url>https:\/\/[^\s/]+\/?\S*))$/

const anchor = (section: string | undefined): string =>
  section === undefined ? '' : /^\d/.test(section) ? `#section-${section}` : `#appendix-${section}`

/**
 * The address where a citation can be read, or `undefined` for what is not on the web.
 *
 * @example citeUrl('RFC 9110 §15.3.5') //=> 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5'
 */
export const citeUrl = (cite: string): string | undefined => {
  const { rfc, section, draft, part, url } = citation.exec(cite)?.groups ?? {}
  if (rfc) return `https://www.rfc-editor.org/rfc/rfc${rfc}${anchor(section)}`
  if (draft) return `https://datatracker.ietf.org/doc/html/${draft}${anchor(part)}`
  return url
}
