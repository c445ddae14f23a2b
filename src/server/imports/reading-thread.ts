import { Worker } from 'node:worker_threads'
import type { Reader } from './import-document.ts'
import type { ReadDocument } from './read-document.ts'

export type Asked = { id: number; bytes: Uint8Array; options: { keepGoing: boolean } }
export type Answer = { id: number } & ({ read: ReadDocument } | { error: string })

/** A thread with nothing to do is let go after this long, in milliseconds. */
const idleAtMost = 120_000

/** A document that needs more memory than this ends the thread, and not the server. */
const maxOldGenerationSizeMb = 1024

/**
 * A reader in a thread of its own, started with the first document and let go when there has been none for a while. It
 * keeps no process from ending.
 */
export function readingThread(): Reader & { stop: () => Promise<void> } {
  let worker: Worker | null = null
  let asked = 0
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, PromiseWithResolvers<ReadDocument>>()

  const stop = async () => {
    clearTimeout(idle)
    const stopping = worker
    worker = null
    await stopping?.terminate()
  }

  function start(): Worker {
    const started = new Worker(new URL('reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb },
    })
    started.unref()
    started.on('message', (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.id) ?? Promise.withResolvers<ReadDocument>()
      waiting.delete(answer.id)
      if ('read' in answer) resolve(answer.read)
      else reject(new Error(answer.error))
      if (waiting.size === 0) idle = setTimeout(() => void stop(), idleAtMost).unref()
    })
    const fail = (why: string) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(new Error(why))
      waiting.clear()
    }
    started.on('error', (error: Error) => fail(`the document could not be read: ${error.message}`))
    started.on('exit', () => fail('the reading of documents was stopped'))
    return started
  }

  const read: Reader = async (bytes, options) => {
    clearTimeout(idle)
    worker ??= start()
    const id = ++asked
    const answer = Promise.withResolvers<ReadDocument>()
    waiting.set(id, answer)
    worker.postMessage({ id, bytes, options } satisfies Asked)
    return answer.promise
  }
  return Object.assign(read, { stop })
}
