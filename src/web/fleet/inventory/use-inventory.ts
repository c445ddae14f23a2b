import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import { inventory } from '../../../contract/endpoints/inventory.ts'
import { documentBytes } from '../../../contract/limits.ts'
import { codeOf } from '../../lib/api.ts'
import { call } from '../../lib/call.ts'
import { useZone } from '../../lib/clock.tsx'
import { refresh } from '../../lib/live/refresh.ts'
import { changedQueue, timeOf, type QueuedFile, type SaidOfFile } from './queue.ts'

/** Sends files one after the other: to be looked through, and to be taken over where the reader says so. */
export function useInventory() {
  const queryClient = useQueryClient()
  const zone = useZone()
  const [files, dispatch] = useReducer(changedQueue, [])
  const lastId = useRef(0)
  /** The end of what is being sent. */
  const sending = useRef(Promise.resolve())

  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  }, [files])

  const change = (file: QueuedFile) => dispatch({ kind: 'change', file })
  const queryOf = (queued: QueuedFile) => ({ zone, ...queued.said, seenAt: timeOf(queued) })

  const inTurn = (work: () => Promise<void>) => {
    sending.current = sending.current.then(work)
  }

  async function look(queued: QueuedFile) {
    const { id, file, said } = queued
    try {
      const preview = await call(inventory.previewInventory, { query: queryOf(queued), body: file })
      change({ id, file, said, state: 'previewed', preview, takeFailure: null })
    } catch (error) {
      change({ id, file, said, state: 'failed', code: codeOf(error) })
    }
  }

  async function takeOver(queued: QueuedFile & { state: 'previewed' }) {
    const { id, file, said, preview } = queued
    change({ id, file, said, state: 'taking', preview })
    const query = { ...queryOf(queued), ...(preview.problemCount > 0 && { leaveOut: 'yes' as const }) }
    try {
      const taken = await call(inventory.takeInventory, { query, body: file })
      change({ id, file, said, state: 'taken', taken })
      await refresh(queryClient, { machines: null })
      // What it has told of machines may change what the others make of them.
      for (const other of latest.current) if (other.id !== id && other.state === 'previewed') inTurn(() => look(other))
    } catch (error) {
      change({ id, file, said, state: 'previewed', preview, takeFailure: codeOf(error) })
    }
  }

  return {
    files,
    add: (chosen: readonly File[]) => {
      const queued = chosen.map((file): QueuedFile => {
        const id = ++lastId.current
        // The server would refuse it: it is not even sent.
        if (file.size > documentBytes) return { id, file, said: {}, state: 'failed', code: 'too-large' }
        return { id, file, said: {}, state: 'reading' }
      })
      dispatch({ kind: 'add', files: queued })
      for (const each of queued) if (each.state === 'reading') inTurn(() => look(each))
    },
    /** Looks through a file again, with what the reader has said of it. */
    lookAgain: ({ id, file, said }: QueuedFile, more: SaidOfFile = {}) => {
      const queued: QueuedFile = { id, file, said: { ...said, ...more }, state: 'reading' }
      change(queued)
      inTurn(() => look(queued))
    },
    takeOver: (queued: QueuedFile & { state: 'previewed' }) => inTurn(() => takeOver(queued)),
    remove: (id: number) => dispatch({ kind: 'remove', id }),
  }
}
export type InventoryActions = Pick<ReturnType<typeof useInventory>, 'lookAgain' | 'takeOver' | 'remove'>
