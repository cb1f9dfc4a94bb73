/** Entity tags, made of content. */

const encoder = new TextEncoder()

/** Octets as text without padding, in the alphabet of URLs. */
export const base64url = (octets: Uint8Array): string =>
  btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The SHA-256 of content, by Web Crypto, which every runtime has. */
export const digest = async (content: string | Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : Uint8Array.from(content)))

/** Characters of the hash that a tag keeps: 162 bits, so that two contents never meet by chance. */
const kept = 27

/**
 * An entity tag made of content: the same for the same octets, on every node.
 *
 * `weak` where the content differs from message to message and means the same: a time of day, an order of members.
 *
 * @example (await etag('hello')) === (await etag(new TextEncoder().encode('hello'))) //=> true
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
 */
export const etag = async (content: string | Uint8Array, options?: { readonly weak?: boolean }): Promise<string> =>
  `${options?.weak ? 'W/' : ''}"${base64url(await digest(content)).slice(0, kept)}"`
