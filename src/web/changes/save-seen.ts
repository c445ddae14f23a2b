import { changes } from '../../contract/endpoints/changes.ts'
import { call } from '../lib/call.ts'

/** Keeps with the person up to where they have seen the changes. */
export const saveSeen = (event: number) => call(changes.setSeen, { body: { event } })
