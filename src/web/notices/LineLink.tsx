import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  /** The id of the bulletin that it is about; null for none. */
  id: string | null
  /** Where it is to be read here. */
  path: string
  children: ReactNode
}

/** Leads to what a notice tells of. */
export function LineLink({ id, path, children }: Props) {
  const [, plan] = /^\/plans\/(\d+)$/.exec(path) ?? []
  if (id !== null)
    return (
      <Link to="/bulletins/$id" params={{ id }} search={{}}>
        {children}
      </Link>
    )
  if (plan !== undefined)
    return (
      <Link to="/plans/$id" params={{ id: plan }} search={{}}>
        {children}
      </Link>
    )
  return <a href={path}>{children}</a>
}
