import * as z from 'zod'

/** What is read of results; each has some of these. */
const Result = z.object({
  context: z.string().optional(),
  result: z.object({ value: z.unknown().optional() }).optional(),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})
type Result = z.infer<typeof Result>

const Reply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), id: z.number(), result: Result }),
  z.object({ type: z.literal('error'), id: z.number(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event') }),
])

/** Connects to a browser that speaks WebDriver BiDi. `send` rejects with what the browser objects. */
export async function connectBidi(url: string) {
  const socket = new WebSocket(url)
  const waiting = new Map<number, PromiseWithResolvers<Result>>()
  let last = 0
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`nothing listens at ${url}`)), { once: true })
  })
  socket.addEventListener('message', ({ data }) => {
    const reply = Reply.parse(JSON.parse(String(data)))
    if (reply.type === 'event') return
    const answer = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.type === 'success') answer?.resolve(reply.result)
    else answer?.reject(new Error(`${reply.error}: ${reply.message}`))
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'))
  })
  return {
    send(method: string, params: object): Promise<Result> {
      const answer = Promise.withResolvers<Result>()
      last += 1
      waiting.set(last, answer)
      socket.send(JSON.stringify({ id: last, method, params }))
      return answer.promise
    },
    close: () => socket.close(),
  }
}
