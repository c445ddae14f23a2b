/** Asks a server for its health all the time, on a thread that does nothing else; tells how long it waited at most. */
import { setTimeout as passed } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

let most = 0
parentPort?.on('message', () => {
  parentPort?.postMessage(most)
  most = 0
})
for (;;) {
  const began = performance.now()
  await (await fetch(`${String(workerData)}/healthz`)).arrayBuffer()
  most = Math.max(most, performance.now() - began)
  await passed(20)
}
