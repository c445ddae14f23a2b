import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { hearOut } from '../../../src/server/http/draining.ts'

const bodySize = 16 * 1024 * 1024

/** A server that refuses every request before it has read the body. */
async function refusingServer(): Promise<number> {
  const server = createServer((_, response) => response.writeHead(413).end('too large'))
  hearOut(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return port
}

it.each(['close', 'keep-alive'])(
  'a client that sends a large body with "Connection: %s" gets the answer, and the connection ends as asked',
  async (connection) => {
    const socket = connect(await refusingServer(), '127.0.0.1')
    const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: ${connection}\r\nContent-Length: ${bodySize}\r\n\r\n`
    socket.write(head)
    socket.write(Buffer.alloc(bodySize, 'x'), () => {
      if (connection === 'keep-alive') socket.end()
    })
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 [\s\S]*too large/)
  },
)

it('a client that sends no body and asks for it is told that the connection is closed', async () => {
  const socket = connect(await refusingServer(), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/\r\nconnection: close\r\n[\s\S]*too large/i)
})
