import { setImmediate } from 'node:timers/promises'

/** Lets the requests of others have their turn in the middle of much work. */
export const yieldToEventLoop = (): Promise<void> => setImmediate()
