/** The most rows of a list on paper: nobody reads the end of a longer one, and no browser prints 10,000 of them. */
export const maxOnPaper = 500
