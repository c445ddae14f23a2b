/** About how high an item of a list is, and the space between two, in pixels. */
export type ItemSize = { height: number; gap: number }

export const cardSize: ItemSize = { height: 122, gap: 8 }

/** Shorter lists are drawn whole. */
export const maxWhole = 30
