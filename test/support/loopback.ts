import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this machine that answers paths as told, and remembers what it was asked. */
export async function loopback() {
  const answers = new Map<string, Answer>()
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, headers: request.headers })
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    paths: () => asked.map(({ path }) => path),
    on: (path: string, answer: Answer) => void answers.set(path, answer),
    /** Answers with a body, and with 304 to who has it already. */
    serve(path: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
      answers.set(path, (request, response) => {
        if (headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'])
          response.writeHead(304).end()
        else response.writeHead(200, headers).end(body)
      })
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type Loopback = Awaited<ReturnType<typeof loopback>>
