/** The standard input. */
import { MAX_BYTES } from '../openapi/source.js'

/** What messages call it. */
export const STDIN = '<stdin>'

/** Its bytes. */
export const drain = async (input: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    size += chunk.length
    // The reader says that it is too large; there is no need to wait for the end.
    if (size > MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}
