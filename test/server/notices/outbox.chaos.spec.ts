import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, inject, it } from 'vitest'

import { below, times } from '../../support/chance.ts'
import { listing } from '../../support/listing.ts'
import { storeAt } from '../../support/notices/store-at.ts'
import { toldIds } from '../../support/notices/told-ids.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { run, type Running } from '../../support/server-process.ts'
import { putAwayAfterEach, type Place } from '../../support/stores.ts'
import { handClock, noticeDesk } from './desk.ts'

const kept = putAwayAfterEach()
const postgres = inject('postgres')
const begin = Date.parse('2031-03-11T09:00:00Z')
const moment = (hours: number) => new Date(begin + hours * 60 * 60_000).toISOString()
const subscriptions = 20
const running: Running[] = []
const closing: (() => void)[] = []

afterEach(async () => {
  for (const { process: child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  for (const close of closing.splice(0)) close()
})

/** Receivers on loopback, one for each subscription: what came there, by its id, in the order of arrival. */
async function receivers() {
  const arrived: { hook: string; id: string }[] = []
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      arrived.push({ hook: request.url ?? '', id: String(request.headers['webhook-id']) })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closing.push(() => server.close())
  return { arrived, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Bulletins, and subscriptions to all that happens to them; gives the number of the last event before anything is told. */
async function prepare(place: Place, url: string): Promise<number> {
  const clock = handClock(moment(0))
  const store = await storeAt(place, clock.now)
  await store.save({ platforms: [], bulletins: toldIds.map((id) => listing(id, [])) }, 'Ito')
  const desk = noticeDesk(store, clock)
  for (let at = 0; at < subscriptions; at++)
    await desk.subscription(await desk.channel('webhook', `#${at}`, `${url}/${at}`), { kinds: ['commented'] })
  const last = await store.events.last()
  await store.close()
  return last
}

/** Lets processes write and tell, and kills each after a while; gives how many were killed. */
async function tellAndKill(
  place: Place,
  { rounds, events, atOnce }: { rounds: number; events: number; atOnce: number },
) {
  const start = (hours: number, count: number, mark: string) => {
    const child = run('test/support/notices/teller.ts', place, [moment(hours), String(count), mark])
    running.push(child)
    return child
  }
  const live = async (child: Running, lines: number) => {
    for (let line = 0; line < lines; line++) {
      const { value } = await child.lines.next()
      if (value === undefined) throw new Error(child.stderr())
    }
    child.process.kill('SIGKILL')
    await child.ended
  }
  for (let round = 0; round < rounds; round++)
    await Promise.all(
      Array.from({ length: atOnce }, (_, at) =>
        live(start(1 + round, 10_000, `${round}.${at}`), events + below(Math.max(1, events / 4))),
      ),
    )
  const last = start(2 + rounds, 0, '')
  const said: string[] = []
  for (let next = await last.lines.next(); next.done !== true; next = await last.lines.next()) said.push(next.value)
  expect(await last.ended).toBe(0)
  expect([said, last.stderr()]).toEqual([['done'], ''])
  return rounds * atOnce
}

/** What is on file in the end is what has arrived. */
async function expectAllTold(place: Place, since: number, arrived: { hook: string; id: string }[], kills: number) {
  const store = await storeAt(place, () => new Date())
  const events: number[] = []
  for (let after = since; ;) {
    const page = await store.outbox.eventsAfter(after, 1000)
    if (page.last === after) break
    events.push(...page.events.map(({ id }) => id))
    after = page.last
  }
  const notices = (await store.outbox.list({ person: null }, null, 100_000)) ?? []
  await store.close()
  expect(notices.filter(({ state }) => state !== 'sent')).toEqual([])
  const ids = new Set(arrived.map(({ id }) => id))
  expect(ids).toEqual(new Set(notices.map(({ id }) => id)))
  expect(arrived.length - ids.size).toBeLessThanOrEqual(kills)
  const linesOf = new Map(
    notices.map(({ id, content }) => [id, content.about === 'changes' ? content.lines : []] as const),
  )
  const byHook = Map.groupBy(
    arrived.filter(({ id }, at) => arrived.findIndex((other) => other.id === id) === at),
    ({ hook }) => hook,
  )
  expect(byHook.size).toBe(subscriptions)
  for (const own of byHook.values()) {
    const lines = own.flatMap(({ id }) => linesOf.get(id) ?? [])
    expect(lines.map(({ event }) => event ?? 0).toSorted((a, b) => a - b)).toEqual(events)
    for (const ofBulletin of Map.groupBy(lines, ({ bulletin }) => bulletin).values()) {
      const order = ofBulletin.map(({ event }) => event ?? 0)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
  }
  return { events: events.length, notices: notices.length, repeated: arrived.length - ids.size }
}

// With `--times 5` these are 1,000 events and 50 kills.
describe('events of which 20 subscriptions are told', { timeout: 300_000 * times }, () => {
  it('are each in one notice of each, and all arrive, while the process is killed again and again', async () => {
    const { arrived, url } = await receivers()
    const place = { DATA_DIR: await kept.freshDirectory(), ALLOW_PRIVATE_HOSTS: url }
    const since = await prepare(place, url)
    const kills = await tellAndKill(place, { rounds: 10 * times, events: 20, atOnce: 1 })
    const told = await expectAllTold(place, since, arrived, kills)
    expect(told.events).toBeGreaterThanOrEqual(200 * times)
  })

  it.skipIf(postgres === null)('are so by two servers on one database, too, that are killed', async () => {
    const { arrived, url } = await receivers()
    const place = {
      DATA_DIR: await kept.freshDirectory(),
      DATABASE_URL: await freshDatabase(postgres ?? ''),
      ALLOW_PRIVATE_HOSTS: url,
    }
    const since = await prepare(place, url)
    const kills = await tellAndKill(place, { rounds: 2 * times, events: 50, atOnce: 2 })
    const told = await expectAllTold(place, since, arrived, kills)
    expect(told.events).toBeGreaterThanOrEqual(200 * times)
  })
})
