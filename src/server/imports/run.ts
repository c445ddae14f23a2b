/** What one look at a source, or one command, brings in belongs together: it is told of in one notice, at its end. */
import type { Store } from '../store/store.ts'

/** Milliseconds between two signs that its process is there. */
const beat = 60_000

type Deps = { store: Pick<Store, 'runs'>; name: string; report: (error: unknown) => void }

export type ImportRun = {
  /** Its number; it begins when it is first asked for. */
  number: () => Promise<number>
  end: () => Promise<void>
}

export function importRun({ store: { runs }, name, report }: Deps): ImportRun {
  let begun: Promise<number> | null = null
  let timer: NodeJS.Timeout | undefined
  const begin = async () => {
    const run = await runs.begin(name)
    timer = setInterval(() => void runs.touch(run).catch(report), beat).unref()
    return run
  }
  return {
    number() {
      // One that could not begin is tried again.
      begun ??= begin().catch((error: unknown) => {
        begun = null
        throw error
      })
      return begun
    },
    async end() {
      clearInterval(timer)
      if (begun !== null) await runs.end(await begun)
    },
  }
}
