import { documentBytes } from '../../contract/limits.ts'
import { useReducer, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { refresh } from '../lib/live/refresh.ts'
import { importing } from '../../contract/endpoints/importing.ts'
import { hasChanged, withState, type QueuedDocument } from './import-queue.ts'

type Action =
  | { kind: 'add'; documents: readonly QueuedDocument[] }
  | { kind: 'change'; document: QueuedDocument }
  | { kind: 'clear' }

const reduce = (documents: readonly QueuedDocument[], action: Action): readonly QueuedDocument[] => {
  if (action.kind === 'add') return [...documents, ...action.documents]
  if (action.kind === 'change') return withState(documents, action.document)
  return []
}

async function importOne(id: number, file: File, keepGoing: boolean): Promise<QueuedDocument> {
  const { name } = file
  const failed = (failure: Extract<QueuedDocument, { state: 'failed' }>['failure']): QueuedDocument => ({
    id,
    name,
    state: 'failed',
    failure,
  })
  // The server would refuse it: it is not even sent.
  if (file.size > documentBytes) return failed({ code: 'too-large', details: [] })
  try {
    const query = { name, ...(keepGoing && { keepGoing: 'yes' as const }) }
    const report = await call(importing.importDocument, { query, body: file })
    return { id, name, state: 'done', report }
  } catch (error) {
    if (!(error instanceof ApiError)) return failed({ code: 'unreadable', details: [] })
    return failed({ code: error.code, details: error.details })
  }
}

/** Sends documents one after the other, keeps what became of each, and has the pages read again what has changed. */
export function useImports() {
  const queryClient = useQueryClient()
  const [documents, dispatch] = useReducer(reduce, [])
  const lastId = useRef(0)
  /** The end of what is being sent. */
  const sending = useRef(Promise.resolve())

  async function send(queued: readonly { id: number; file: File }[], keepGoing: boolean) {
    let isChanged = false
    for (const { id, file } of queued) {
      dispatch({ kind: 'change', document: { id, name: file.name, state: 'reading' } })
      const document = await importOne(id, file, keepGoing)
      dispatch({ kind: 'change', document })
      isChanged ||= document.state === 'done' && hasChanged(document.report)
    }
    if (isChanged) await refresh(queryClient, { bulletins: null })
  }
  const add = (files: readonly File[], keepGoing: boolean) => {
    const queued = files.map((file) => ({ id: ++lastId.current, file }))
    dispatch({ kind: 'add', documents: queued.map(({ id, file }) => ({ id, name: file.name, state: 'waiting' })) })
    sending.current = sending.current.then(() => send(queued, keepGoing))
  }
  return { documents, add, clear: () => dispatch({ kind: 'clear' }) }
}
