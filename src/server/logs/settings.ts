export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

export type LogSettings = {
  /** What is less than this is left out. */
  level: (typeof logLevels)[number]
  /** `json`: a line of JSON each; `text`: for reading. */
  format: 'json' | 'text'
  /** Whether requests are logged with the address that they come from. */
  addresses: boolean
}
