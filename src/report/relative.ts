/** Paths as reports for other machines name them. */
import path from 'node:path'

/** A file relative to a root, with `/` on every system; as it is when it lies outside or is no file (`<stdin>`). */
export const relative = (root: string, file: string): string => {
  if (file.startsWith('<')) return file
  const inside = path.relative(root, path.resolve(file))
  return (inside.startsWith('..') || path.isAbsolute(inside) ? file : inside).replaceAll('\\', '/')
}
