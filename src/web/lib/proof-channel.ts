/** Other tabs of this browser, which hear that a person has signed in again at the provider. */

const name = 'hotfix-report.proof'

/** Tells the tabs that wait. */
export function tellProved(): void {
  const channel = new BroadcastChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is of one origin
  channel.postMessage('proved')
  channel.close()
}

/** Calls back when another tab tells so; gives the way to stop. */
export function onProvedElsewhere(listener: () => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', listener)
  return () => channel.close()
}
