import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../lib/me.ts'
import { proving } from '../lib/proof.ts'
import { PasswordProof } from './PasswordProof.tsx'
import { ProviderProof } from './ProviderProof.tsx'

/** Asks who it is where a write takes that; all writes that wait meanwhile go on together. */
export function Proof() {
  const [waiting, setWaiting] = useState<readonly ((isProved: boolean) => void)[]>([])
  const { data: me } = useQuery(meQuery())
  useEffect(() => {
    proving.ask = () => new Promise((resolve) => setWaiting((before) => [...before, resolve]))
    return () => {
      proving.ask = null
    }
  }, [])
  if (waiting.length === 0 || me === undefined) return null
  const answer = (isProved: boolean) => {
    setWaiting([])
    for (const resolve of waiting) resolve(isProved)
  }
  const props = { onProved: () => answer(true), onClose: () => answer(false) }
  if (me.signIn === 'openid') return <ProviderProof {...props} />
  return <PasswordProof name={me.name ?? me.lapsed?.name ?? ''} {...props} />
}
