/** Shapes of what was kept on this device, for the first view: it does without zod, which forms and later pages load. */

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isListOf =
  <T>(isItem: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(isItem)

/** An object, not a list, whose values are told apart by name. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
