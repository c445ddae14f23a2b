/** The room around the plot inside the chart, in pixels: what is drawn over the chart keeps to it too. Lines are named at the right. */
export const plot = { left: 56, right: 92, top: 10, bottom: 26 }

/** The size of the chart on paper, in pixels: no browser measures a page that it prints. */
export const onPaper = { width: 660, height: 250 }
