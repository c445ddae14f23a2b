const name = 'hotfix-report.changes'

/** How the tabs of a browser know of each other. */
export type Tabs = {
  /** Has heard what the other tabs tell. */
  join: (hear: (message: unknown) => void) => { tell: (message: unknown) => void; leave: () => void }
  /** Begins once no other tab has the turn, and has it until `signal` says that it is over. */
  takeTurn: (begin: () => void, signal: AbortSignal) => void
}

const tabs: Tabs = {
  join(hear) {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data))
    return { tell: (message) => channel.postMessage(message), leave: () => channel.close() }
  },
  takeTurn(begin, signal) {
    navigator.locks
      .request(name, { signal }, () => {
        begin()
        return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      })
      // The tab is gone before its turn has come.
      .catch(() => {})
  },
}

/** Null where tabs cannot take turns: browsers know locks on https and on this machine only. */
export const tabsOfBrowser = (): Tabs | null => ('locks' in navigator ? tabs : null)
