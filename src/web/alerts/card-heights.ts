/** Shorter lists are drawn whole. */
export const maxWhole = 30

/** About how high a card is, and the space between two, in pixels. */
export const usualHeight = 124
export const cardGap = 8
