/** What went wrong, in words. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The code that the system or a library gives an error, such as `ENOENT`; empty where there is none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
