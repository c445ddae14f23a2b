import { ApiError } from './api.ts'

/** Whether something was refused for what one of its fields has. */
export const isRefused = (error: unknown, name: string): boolean =>
  error instanceof ApiError && error.details.some(({ field }) => field === name)
