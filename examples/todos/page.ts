/** The page's program: every reply is told apart by its status, and the compiler knows which there are. */
import { client } from 'statute/client'
import { todos } from './contract.js'

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E
const list = element('todos')
const title = element<HTMLInputElement>('title')
const notice = element('notice')
const messages = element('messages')

/** Each message with its status, the newest first. */
const api = client(todos, {
  baseUrl: location.origin,
  fetch: async (input, init) => {
    const request = new Request(input, init)
    const response = await fetch(request)
    const line = document.createElement('li')
    for (const text of [request.method, new URL(request.url).pathname.replace(/(\/[0-9a-f]{8})[0-9a-f-]+$/, '$1…'), `${response.status}`])
      line.append(Object.assign(document.createElement('span'), { textContent: text }))
    line.classList.toggle('refused', response.status >= 400)
    messages.prepend(line)
    while (messages.children.length > 14) messages.lastElementChild?.remove()
    return response
  },
})

type Todo = Extract<Awaited<ReturnType<typeof api.list>>, { status: 200 }>['body'][number]

/** The validators of what this page has shown: a change is meant for these, and for nothing newer. */
const shown = new Map<string, string>()

const tell = (text: string): void => {
  notice.textContent = text
}

const change = async (todo: Todo, done: boolean): Promise<void> => {
  const { id } = todo
  const reply = await api.replace({ params: { id }, body: { ...todo, done }, ifMatch: shown.get(id) })
  await show()
  switch (reply.status) {
    case 200:
    case 201:
      return tell('')
    case 412:
      return tell(`“${todo.title}” has changed meanwhile (412): here it is as it is now.`)
    case 401:
    case 500:
      return tell(reply.body.title ?? '')
    case 'breach':
      return tell(`The server broke the contract: ${reply.reason}, ${reply.code}.`)
  }
}

const remove = async ({ id }: Todo): Promise<void> => {
  const reply = await api.remove({ params: { id } })
  await show()
  tell(reply.status === 404 ? 'It was gone already (404).' : '')
}

const itemOf = (todo: Todo): HTMLElement => {
  const item = document.createElement('li')
  const label = document.createElement('label')
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: todo.done })
  box.addEventListener('change', () => void change(todo, box.checked))
  label.append(box, Object.assign(document.createElement('span'), { textContent: todo.title }))
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: 'remove' })
  button.setAttribute('aria-label', `remove ${todo.title}`)
  button.addEventListener('click', () => void remove(todo))
  item.append(label, button)
  return item
}

/** Shows what there is, with the validator of each: a 304 says that the one shown is still right. */
const show = async (): Promise<void> => {
  const reply = await api.list({ query: {} })
  if (reply.status !== 200) return tell(`The list cannot be had: ${reply.status}.`)
  await Promise.all(
    reply.body.map(async ({ id }) => {
      const read = await api.read({ params: { id }, ifNoneMatch: shown.get(id) })
      if (read.status === 200) shown.set(id, read.headers.etag)
    }),
  )
  list.replaceChildren(...reply.body.map(itemOf))
}

element<HTMLFormElement>('add').addEventListener('submit', async (event) => {
  event.preventDefault()
  const reply = await api.create({ body: { title: title.value, done: false } })
  switch (reply.status) {
    case 201:
      title.value = ''
      tell('')
      return show()
    case 422:
      return tell(`It is not taken (422): ${reply.body.detail ?? reply.body.title}.`)
    default:
      return tell(`It could not be added: ${reply.status}.`)
  }
})

await show()
document.documentElement.dataset.ready = 'true'
