import { pagePaths, type PagePath } from '../../contract/pages.ts'

/** A part of an address with any name: an encoded slash or control character makes it another address, or none. */
const anyName = String.raw`(?:[^/\\%\p{Cc}]|%(?!2[Ff]|5[Cc]|[01]|7[Ff])[\dA-Fa-f]{2})+`

const patterns = pagePaths.map((path): [PagePath, RegExp] => {
  const parts = path.replaceAll(/\{\w+\}/g, () => anyName)
  return [path, new RegExp(path === '/' ? '^/$' : `^${parts}/?$`, 'u')]
})

/** Which page an address leads to: `/bulletins/{id}` for `/bulletins/MS05-019`; null for none. */
export const pageOf = (path: string): PagePath | null => patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null
