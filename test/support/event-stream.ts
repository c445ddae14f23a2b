/** Server-sent events, as a page gets them. */
export type Message = { event: string; data: unknown }

/** The messages of a stream as they come. */
export async function* messagesOf(response: Response): AsyncGenerator<Message, undefined> {
  if (response.body === null) throw new Error('a stream is needed')
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const fieldOf = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? ''
      yield { event: fieldOf('event'), data: JSON.parse(fieldOf('data')) }
    }
  }
  return undefined
}
