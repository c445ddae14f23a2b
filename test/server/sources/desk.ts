import { vi } from 'vitest'
import type { SourceSettings } from '../../../src/contract/sources.ts'
import { makeFetcher } from '../../../src/server/fetching/fetch-document.ts'
import { readAnyDocument } from '../../../src/server/imports/read-document.ts'
import type { LookDeps } from '../../../src/server/sources/perform.ts'
import { watchSources } from '../../../src/server/sources/scheduler.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { cvrfText, type Month } from '../../feeds/cvrf.ts'
import type { Loopback } from '../../support/loopback.ts'

/** Waits until something is so, however busy the machine is. */
export const until = <T>(isSo: () => T | Promise<T>) => vi.waitUntil(isSo, { timeout: 50_000, interval: 10 })

export const settings: SourceSettings = { title: 'Here', url: '', isOn: false, everyHours: 24, since: null }

/** A store, the watch over it that may ask these servers, and a clock that is set by hand. */
export async function deskFor(
  servers: readonly Pick<Loopback, 'origin'>[],
  given: Partial<Omit<LookDeps, 'now' | 'report'>> = {},
) {
  const store = given.store ?? (await storeInMemory())
  const clock = { now: new Date('2026-11-11T08:00:00Z') }
  const reported: unknown[] = []
  const watch = watchSources({
    fetch: makeFetcher({ privateHosts: servers.map(({ origin }) => origin) }),
    read: readAnyDocument,
    ...given,
    store,
    now: () => clock.now,
    report: (error) => reported.push(error),
  })
  const ended = (id: string) =>
    until(async () => {
      const source = await watch.find(id)
      return source?.isRunning === false && source
    })
  /** Looks at a source and waits for the end of it. */
  const look = async (id: string) => {
    await watch.fetchNow(id)
    return ended(id)
  }
  const add = (path: string, more: Partial<SourceSettings> = {}) =>
    watch.add({ ...settings, url: `${servers[0]?.origin ?? ''}${path}`, ...more })
  const ids = async () => (await store.summaries()).map(({ id }) => id)
  return { store, watch, clock, reported, look, ended, add, ids }
}

/** A monthly document with one fix. */
export const month = (id: string, kb: string, cve: string): Month => ({
  id,
  published: '2026-05-12',
  products: { a: 'Windows Server 2025' },
  flaws: [{ cve, severities: { a: 'Important' }, remediations: [{ label: kb, products: ['a'] }] }],
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']

/** The document of a fix: the first is KB5901001, of January, and so on. */
export const document = (number: number): string =>
  cvrfText(month(`2026-${months[number - 1] ?? ''}`, `590100${number}`, `CVE-2026-500${number}`))
