/** The thread in which documents are read: a large one would hold up every request, and the rules of CSAF take seconds to load. */
import { parentPort } from 'node:worker_threads'
import { readDocument } from './read-document.ts'
import type { Asked, Answer } from './reading-thread.ts'

parentPort?.on('message', ({ id, bytes, options }: Asked) => {
  void readDocument(bytes, options).then(
    (read) => parentPort?.postMessage({ id, read } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies Answer),
  )
})
