import styles from './MatrixGrid.module.css'

/** An id whose prefix is left out where there is little room. */
export function ShortId({ id }: { id: string }) {
  const [prefix = ''] = /^(KB|CVE-)(?=\d)/.exec(id) ?? []
  return (
    <>
      <span className={styles['prefix']}>{prefix}</span>
      {id.slice(prefix.length)}
    </>
  )
}
