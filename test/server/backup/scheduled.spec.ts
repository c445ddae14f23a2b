import { readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Backups } from '../../../src/contract/backups.ts'
import { buildApp } from '../../../src/server/app.ts'
import { scheduledBackups, type ScheduledBackupsDeps } from '../../../src/server/backup/scheduled.ts'
import { problemOf } from '../../support/problem.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

/** A clock that is set by hand. */
function clockAt(moment: string) {
  let time = new Date(moment).getTime()
  return { now: () => new Date(time), pass: (hours: number) => (time += hours * 3_600_000) }
}

/** Writes what stands for a backup. */
const write: ScheduledBackupsDeps['make'] = async (file) => {
  await writeFile(file, 'kept')
  return { bytes: 4, rows: 1 }
}

describe.each(engines(kept))('backups on a schedule, of a $name store', ({ make: makeStore }) => {
  async function scheduled(more: Partial<ScheduledBackupsDeps> = {}) {
    const clock = clockAt('2031-06-10T03:00:00.000Z')
    const store = await makeStore(clock.now)
    const folder = await kept.freshDirectory()
    const reports: string[] = []
    const deps: ScheduledBackupsDeps = {
      store,
      settings: { folder, everyMinutes: 24 * 60, keep: 2 },
      make: write,
      now: clock.now,
      report: (error) => reports.push(String(error)),
      ...more,
    }
    return { ...clock, deps, folder, reports, store, files: () => readdir(folder), backups: scheduledBackups(deps) }
  }

  it('are made each day, and so many are kept, beside what is not ours', async () => {
    const { backups, pass, files, folder } = await scheduled()
    const others = ['hotfix-report-2031-01-01T00-00-00Z-abcdef.jsonl.gz', 'letter.txt']
    for (const name of others) await writeFile(join(folder, name), 'not of this database')
    for (let day = 0; day < 4; day++) {
      await backups.look()
      await backups.look()
      pass(24)
    }
    const made = (await files()).filter((name) => !others.includes(name))
    expect(made).toEqual([
      expect.stringMatching(/^hotfix-report-2031-06-12T03-00-00Z-[0-9a-f]{6}\.jsonl\.gz$/),
      expect.stringMatching(/^hotfix-report-2031-06-13T03-00-00Z-[0-9a-f]{6}\.jsonl\.gz$/),
    ])
    expect(await files()).toEqual(expect.arrayContaining(others))
    expect(await backups.state()).toMatchObject({
      isRunning: false,
      lastGood: { at: '2031-06-13T03:00:00.000Z', file: made[1], bytes: 4, rows: 1 },
      lastAttempt: { at: '2031-06-13T03:00:00.000Z', why: null, by: null },
      nextAt: '2031-06-14T03:00:00.000Z',
      isLate: false,
    })
  })

  it('are made by one of several servers', async () => {
    const { deps, files } = await scheduled()
    const servers = [deps, deps, deps].map(scheduledBackups)
    await Promise.all(servers.map((server) => server.look()))
    expect(await files()).toHaveLength(1)
  })

  it('that fail are told, tried again after an hour, and cost no good one', async () => {
    let isFull = false
    const { backups, pass, files, reports } = await scheduled({
      make: async (file, signal) => {
        if (!isFull) return write(file, signal)
        await writeFile(`${file}.part`, 'half')
        throw new Error('no space left on device')
      },
    })
    await backups.look()
    isFull = true
    for (let day = 0; day < 3; day++) {
      pass(24)
      await backups.look()
    }
    expect(await files()).toHaveLength(1)
    expect(reports[0]).toBe('Error: the backup failed: no space left on device')
    expect(await backups.state()).toMatchObject({
      lastGood: { at: '2031-06-10T03:00:00.000Z' },
      lastAttempt: { at: '2031-06-13T03:00:00.000Z', why: 'no space left on device' },
      nextAt: '2031-06-13T04:00:00.000Z',
      isLate: true,
    })
    expect(await backups.figures()).toEqual({ lastGoodAt: Date.parse('2031-06-10T03:00:00.000Z'), failures: 3 })
    isFull = false
    pass(1)
    await backups.look()
    expect(await backups.state()).toMatchObject({ lastAttempt: { why: null }, isLate: false })
  })

  it('say that their folder cannot be written', async () => {
    const { deps, reports } = await scheduled()
    const backups = scheduledBackups({ ...deps, settings: { folder: '/dev/null/here', everyMinutes: 60, keep: 2 } })
    await backups.look()
    expect(reports).toEqual([
      expect.stringMatching(/the backup failed: the folder of BACKUP_DIR cannot be written: .*/),
    ])
    expect((await backups.state()).isLate).toBe(true)
  })

  it('that a killed server left half are cleared away, and made by the next one', async () => {
    const { backups, deps, store, files, pass, folder, reports } = await scheduled()
    const leasedUntil = new Date(deps.now().getTime() + 60_000).toISOString()
    const file = 'hotfix-report-2031-06-10T03-00-00Z-abcdef.jsonl.gz'
    await store.backups.begin({ file, askedBy: null, leasedUntil, isDue: () => true })
    await writeFile(join(folder, `${file}.part`), 'half')
    expect((await backups.state()).isRunning).toBe(true)
    pass(2)
    await backups.look()
    // It is told, and the next one follows when it is due.
    await backups.look()
    expect(await files()).toEqual([expect.not.stringContaining('.part')])
    expect(reports).toEqual([expect.stringContaining('a backup was cut off')])
    expect(await backups.state()).toMatchObject({ isRunning: false, lastAttempt: { why: null } })
  })

  it('that are under way when the server stops are given up, and nobody is told', async () => {
    const { deps, files, reports, store } = await scheduled()
    const backups = scheduledBackups({
      ...deps,
      make: async (file, signal) => {
        await writeFile(`${file}.part`, 'half')
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('killed'))))
      },
    })
    expect(await backups.startNow('Ito')).toMatchObject({ isRunning: true })
    await backups.stop()
    expect([await files(), reports, await store.backups.runs()]).toEqual([[], [], []])
  })

  it('never delete what the database names strangely', async () => {
    const { backups, store, pass, folder, reports } = await scheduled()
    await writeFile(join(folder, 'precious'), '')
    const strange = await store.backups.begin({
      file: '../precious',
      askedBy: null,
      leasedUntil: '2031-06-10T03:00:01.000Z',
      isDue: () => true,
    })
    pass(2)
    await backups.look()
    expect(reports[0]).toContain('is no name of a backup')
    expect(await readdir(folder)).toContain('precious')
    await store.backups.forget(strange?.id ?? 0)
  })

  it('are shown to admins, who may ask for one now', async () => {
    const made: string[] = []
    const { backups, deps, store, folder } = await scheduled({
      make: async (file, signal) => {
        made.push(basename(file))
        return write(file, signal)
      },
    })
    const app = buildApp({ store, backups, now: deps.now })
    const ask = async (method: string) => Backups.parse(await (await app.request('/api/backups', { method })).json())
    expect(await ask('GET')).toMatchObject({ folder, keep: 2, everyMinutes: 1440, lastGood: null, isLate: false })
    expect((await ask('POST')).isRunning).toBe(true)
    await backups.look()
    expect(await ask('GET')).toMatchObject({ lastGood: { file: made[0] }, lastAttempt: { by: 'local' } })
    const none = buildApp({ store, now: deps.now })
    expect(await (await none.request('/api/backups')).json()).toMatchObject({ folder: null, nextAt: null })
    const refused = await none.request('/api/backups', { method: 'POST' })
    expect([refused.status, (await problemOf(refused)).code]).toEqual([409, 'conflict'])
  })
})
