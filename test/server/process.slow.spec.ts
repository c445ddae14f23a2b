import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { databaseName, sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { run, startServer, type Running } from '../support/server-process.ts'

const started: Running[] = []
const directories: string[] = []
const freshDirectory = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hotfix-process-'))
  directories.push(directory)
  return directory
}
const start = async (directory: string) => {
  const server = await startServer(directory)
  started.push(server)
  return server
}

afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGKILL')
    await ended
  }
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
})

describe('the server process', () => {
  it('starts on an empty directory and serves the bulletins that ship with it; others say that its directory or its port is in use', async () => {
    const directory = await freshDirectory()
    const { url } = await start(directory)
    const response = await fetch(`${url}/api/bulletins/MS05-019`)
    expect(await response.json()).toMatchObject({ id: 'MS05-019', kb: ['893066'] })

    const onDirectory = run('src/server/main.ts', { DATA_DIR: directory, PORT: '0' })
    expect(await onDirectory.ended).toBe(1)
    expect(onDirectory.stderr()).toMatch(/cannot start: .*in use by another HotFix Report; .*DATA_DIR/)

    const onPort = run('src/server/main.ts', { DATA_DIR: await freshDirectory(), PORT: new URL(url).port })
    expect(await onPort.ended).toBe(1)
    expect(onPort.stderr()).toMatch(/port \d+ is in use; .*PORT/)
    // The first one goes on.
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('names a variable that it cannot use', async () => {
    const server = run('src/server/main.ts', { PORT: 'eighty' })
    expect(await server.ended).toBe(1)
    expect(server.stderr()).toContain('PORT: expected a port number')
  })

  it('logs an error with its moment and the request in which it happened, and nothing beside the log', async () => {
    const directory = await freshDirectory()
    const { url, lines, stderr } = await start(directory)
    await rm(join(directory, databaseName))
    const response = await fetch(`${url}/readyz`)
    expect(response.status).toBe(503)
    const requestId = response.headers.get('x-request-id') ?? ''
    // What works in the background misses the store, too.
    let line = ''
    while (!line.includes(requestId)) line = (await lines.next()).value ?? requestId
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      requestId,
      error: { stack: expect.stringContaining('\n    at ') as unknown },
    })
    expect(stderr()).toBe('')
  })

  it('ends when told to stop, though nobody reads its log any more', async () => {
    const server = await start(await freshDirectory())
    server.process.stdout?.pause()
    // Far more lines than a pipe and what is read ahead of it take.
    for (let asked = 0; asked < 2500; asked += 100)
      await Promise.all(Array.from({ length: 100 }, async () => (await fetch(`${server.url}/healthz`)).text()))
    server.process.kill('SIGTERM')
    // By itself, where all its lines have found room.
    expect([0, 'SIGKILL']).toContain(await server.ended)
  })

  it('finishes the request under way when told to stop, then ends well', async () => {
    const directory = await freshDirectory()
    const server = await start(directory)
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    // Half a request is under way when the signal comes; its end is sent once the server no longer listens.
    socket.write('GET /api/bulletins/MS05-019 HTTP/1.1\r\nhost: localhost\r\n')
    await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })
    server.process.kill('SIGTERM')
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          () => 'listens',
          () => 'closed',
        ),
      )
      .toBe('closed')
    socket.write('connection: close\r\n\r\n')
    let answer = ''
    for await (const bytes of socket) answer += String(bytes)
    expect(answer).toContain('200 OK')
    expect(answer).toContain('"MS05-019"')
    expect(await server.ended).toBe(0)
    const store = await sqliteStore(directory)
    expect(await store.summaries()).toHaveLength(23)
    await store.close()
  })

  it('ends well while pages listen, without waiting for them', async () => {
    const server = await start(await freshDirectory())
    const stream = await fetch(`${server.url}/api/events`)
    server.process.kill('SIGTERM')
    await stream.text()
    expect(await server.ended).toBe(0)
  })
})
