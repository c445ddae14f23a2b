/** The room around the plot inside the chart, in pixels: what is drawn over the chart keeps to it too. */
export const plot = { left: 56, right: 14, top: 10, bottom: 26 }
