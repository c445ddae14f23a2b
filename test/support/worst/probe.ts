/** Looks from inside of a server at how long its one thread works in one piece, and at its memory: `node --import`. */

const every = 5

let [piece, stall, memory] = [0, 0, 0]
let [cpu, at] = [process.threadCpuUsage(), performance.now()]

// Where the thread works for long, this comes late, and all that it has worked meanwhile was one piece.
setInterval(() => {
  const [nowCpu, now] = [process.threadCpuUsage(), performance.now()]
  piece = Math.max(piece, (nowCpu.user + nowCpu.system - cpu.user - cpu.system) / 1000)
  stall = Math.max(stall, now - at - every)
  memory = Math.max(memory, process.memoryUsage.rss() / 1024 / 1024)
  ;[cpu, at] = [nowCpu, now]
}, every).unref()

export type Seen = { piece: number; stall: number; memory: number; now: number }

process.on('message', () => {
  process.send?.({ piece, stall, memory, now: process.memoryUsage.rss() / 1024 / 1024 } satisfies Seen)
  ;[piece, stall, memory] = [0, 0, 0]
})
process.channel?.unref()
