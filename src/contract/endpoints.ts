import { history } from './endpoints/history.ts'
import { importing } from './endpoints/importing.ts'
import { publishing } from './endpoints/publishing.ts'
import { reading } from './endpoints/reading.ts'

/** Every route of the API, once. The pages take them by the group, so that each loads the shapes that it needs. */
export const endpoints = { ...reading, ...history, ...importing, ...publishing } as const
