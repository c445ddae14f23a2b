/** Limits of the filter, apart from the others for the first view, which needs no more of them. */
export const searchText = { maxLength: 200 } as const
export const filterName = { maxLength: 60, required: true } as const
