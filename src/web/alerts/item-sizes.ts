/** About how high an item of a list is, and the space between two, in pixels. */
export type ItemSize = { height: number; gap: number }

export const cardSize: ItemSize = { height: 122, gap: 8 }

/** As high is what is drawn first of a list, in pixels: a large window. */
export const maxFirst = 1300

/** Shorter lists are drawn whole. */
export const maxWhole = 30
