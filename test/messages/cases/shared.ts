/** What other cases import, as users keep it in a file of its own. */
import { json, problem } from 'statute'
import { z } from 'zod'

export const word = z.string()
export const Todo = z.object({ id: word, title: word })

export const notFound = problem()
export const unauthorized = problem({ headers: { 'www-authenticate': word } })
export const failures = { 401: unauthorized, 404: notFound, 409: json(Todo), 500: problem() } as const
export const wrongFailures = { 401: problem(), 404: problem() } as const
