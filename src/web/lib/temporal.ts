/**
 * Gives `Temporal` to browsers that lack it: Safari, and Chrome and Edge before 144. The others fetch nothing.
 * Pages that compute with it wait for this before they render.
 */
export async function loadTemporal(): Promise<void> {
  if (typeof Temporal !== 'undefined') return
  const { installImplementation } = await import('temporal-polyfill/shim')
  installImplementation()
}
