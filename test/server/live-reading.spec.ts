import { expect, it } from 'vitest'
import { sharedReading } from '../../src/server/live/shared-reading.ts'
import { contentStore } from '../support/content-store.ts'

/** The events of the content, whose readings are counted and are answered when they are let go. */
async function desk() {
  const { events } = await contentStore()
  const read: { since: number; letGo: () => void }[] = []
  const after: typeof events.after = async (since, atMost) => {
    const held = Promise.withResolvers<void>()
    read.push({ since, letGo: held.resolve })
    const notices = await events.after(since, atMost)
    await held.promise
    return notices
  }
  return { events, read, reading: sharedReading({ ...events, after }) }
}

it('what many pages ask for from one place is read once, and from each other place apart', async () => {
  const { read, reading } = await desk()
  const all = [5, 5, 7, 5].map((since) => reading.readAfter(since))
  for (const { letGo } of read) letGo()
  expect(read.map(({ since }) => since)).toEqual([5, 7])
  expect((await Promise.all(all)).map((changes) => changes?.last)).toEqual([23, 23, 23, 23])
})

it('what has happened since a reading began is read by who asks after it', async () => {
  const { events, read, reading } = await desk()
  const early = reading.readAfter(23)
  await expect.poll(() => read.length).toBe(1)
  await new Promise((resolve) => void setImmediate(resolve))
  await events.addComment('MS05-019', 'Hello', 'Ito')
  reading.heard()
  const late = reading.readAfter(23)
  await expect.poll(() => read.length).toBe(2)
  for (const { letGo } of read) letGo()
  expect([await early, (await late)?.topics]).toEqual([null, { discussion: ['MS05-019'] }])
})
