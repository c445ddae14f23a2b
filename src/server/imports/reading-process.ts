import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Unreadable } from '../../feeds/feed.ts'
import type { FeedIndex } from '../../feeds/listing.ts'
import { productRoot, serverScript } from '../product.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { problemOf } from '../../feeds/problems.ts'
import type { DocumentReader } from './import-document.ts'
import type { InventoryReader, ReadInventory } from './read-inventory.ts'
import { addPart, machinesIn, type ReaderAnswer, type Asked } from './reading-parts.ts'
import { refusedDocument } from './refused-document.ts'

const script = serverScript('imports/reader')

/** A process with nothing to do is let go after this long, in milliseconds; sooner where it has read much. */
const maxIdle = { usual: 120_000, afterMuch: 15_000 }
const much = 8 * 1024 * 1024

/** How long and with how much memory one document is read, unless said otherwise. */
const usualLimits = { milliseconds: 60_000, mebibytes: 768 }
export type ReadingLimits = typeof usualLimits

/**
 * How the process is started. A document that found a hole in a reader would find nothing behind it: the process reads the
 * files of the product and no others, writes none, reaches no network, starts nothing, and knows no secret.
 *
 * @internal
 */
export const confined = (mebibytes: number) => ({
  execArgv: [`--max-old-space-size=${mebibytes}`, '--permission', `--allow-fs-read=${productRoot}`],
  // What Windows itself needs, and the clock.
  env: { SystemRoot: process.env['SystemRoot'], TZ: process.env['TZ'] },
})

/** Documents are handed over in pieces of this many bytes. */
const pieceLength = 1024 * 1024

const stopped = () => new Error('the reading of documents was stopped')

export type ReadingProcess = DocumentReader & {
  /**
   * The list that a document is; null where it is none.
   *
   * @throws Unreadable where that cannot be told in time, or with the memory that there is
   */
  list: (bytes: Uint8Array<ArrayBuffer>, base: string) => Promise<FeedIndex | null>
  /** The machines of a file; one that takes too long or too much memory is refused. */
  inventory: InventoryReader
  stop: () => Promise<void>
}

/**
 * A reader in a process of its own, started with the first document and let go when there has been none for a while. It
 * keeps no process from ending. Documents are read one after the other; one that takes too long or too much memory is
 * refused, and the next one is read by a new process.
 */
export function readingProcess(limits: Partial<ReadingLimits> = {}): ReadingProcess {
  const { milliseconds, mebibytes } = { ...usualLimits, ...limits }
  let reader: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let stops = 0

  async function end() {
    clearTimeout(idle)
    const ending = reader
    reader = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    // What waits for its end must not end before it.
    ending.ref()
    ending.kill('SIGKILL')
    await once(ending, 'exit')
  }

  function start(): ChildProcess {
    const started = fork(script, {
      ...confined(mebibytes),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const gone = () => {
      if (reader === started) reader = null
    }
    started.on('error', gone).on('exit', gone)
    started.unref()
    started.channel?.unref()
    return started
  }

  /** Waits for the next answer, for so long. */
  function answerOf(asking: ChildProcess): Promise<ReaderAnswer> {
    const before = stops
    return new Promise<ReaderAnswer>((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer)
        asking.off('message', onMessage).off('error', onError).off('exit', onExit)
        settle()
      }
      const refuse = (why: string) => done(() => reject(before === stops ? new Unreadable('document', why) : stopped()))
      const onMessage = (message: unknown) => {
        // It is our own script that tells it.
        const answer = message as ReaderAnswer
        if (answer.answer === 'failed') refuse(`cannot be read: ${answer.error}`)
        else done(() => resolve(answer))
      }
      const onError = (error: Error) => refuse(`cannot be read: ${error.message}`)
      // Out of memory the engine gives up, in whatever way the system has for it.
      const onExit = () => refuse(`takes more than ${mebibytes} MiB of memory to read`)
      const timer = setTimeout(() => {
        refuse(`takes longer than ${milliseconds / 1000} s to read`)
        void end()
      }, milliseconds)
      asking.on('message', onMessage).on('error', onError).on('exit', onExit)
    })
  }

  const tell = (asking: ChildProcess, asked: Asked) =>
    new Promise<void>((resolve) => {
      // That it is gone is heard by who waits for its answer.
      asking.send(asked, () => resolve())
    })

  async function ask(asked: Asked, bytes?: Uint8Array): Promise<ReaderAnswer> {
    const asking = reader ?? start()
    if (reader === null) {
      reader = asking
      await answerOf(asking)
    }
    const answer = answerOf(asking)
    // It is waited for below.
    answer.catch(() => {})
    if (bytes !== undefined) {
      await tell(asking, { task: 'begin', bytes: bytes.length })
      for (let at = 0; at < bytes.length; at += pieceLength)
        await tell(asking, { task: 'bytes', bytes: bytes.subarray(at, at + pieceLength) })
    }
    await tell(asking, asked)
    return answer
  }

  /** Does work with the process once it is done with what was asked before. */
  function inTurn<T>(size: number, work: () => Promise<T>): Promise<T> {
    const asked = stops
    const done = last.then(async () => {
      if (asked !== stops) throw stopped()
      clearTimeout(idle)
      try {
        return await work()
      } finally {
        idle = setTimeout(() => void end(), size > much ? maxIdle.afterMuch : maxIdle.usual).unref()
      }
    })
    last = done.catch(() => {})
    return done
  }

  const read: DocumentReader = (bytes, options) =>
    inTurn(bytes.length, async () => {
      const gathered = refusedDocument('unknown')
      try {
        let answer = await ask({ task: 'read', options }, bytes)
        for (; answer.answer !== 'end'; answer = await ask({ task: 'more' })) {
          if (answer.answer === 'facts') Object.assign(gathered, answer.facts)
          if (answer.answer === 'part') addPart(gathered, answer.part)
          await yieldToEventLoop()
        }
        return gathered
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        return refusedDocument('unknown', [problemOf(error, 'document')])
      }
    })

  const list: ReadingProcess['list'] = (bytes, base) =>
    inTurn(bytes.length, async () => {
      const answer = await ask({ task: 'list', base }, bytes)
      return answer.answer === 'list' ? answer.listing : null
    })

  const inventory: InventoryReader = (bytes, how) =>
    inTurn(bytes.length, async () => {
      let read: ReadInventory = { refused: { fault: 'failed', value: null } }
      try {
        let answer = await ask({ task: 'inventory', how }, bytes)
        for (; answer.answer !== 'end'; answer = await ask({ task: 'more' })) {
          if (answer.answer === 'file') {
            const { file } = answer
            read = 'fault' in file ? { refused: file } : { inventory: { ...file, machines: [] } }
          } else if (answer.answer === 'machines' && 'inventory' in read)
            for (const machine of machinesIn(answer.items)) read.inventory.machines.push(machine)
          await yieldToEventLoop()
        }
        return read
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        return { refused: { fault: 'too-large', value: error.message } }
      }
    })

  return Object.assign(read, {
    list,
    inventory,
    stop: async () => {
      stops++
      await end()
    },
  })
}
