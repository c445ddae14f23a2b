/** A text as it is read: a space at which no line breaks is a space. */
export const shown = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ')
