// Whether something takes long enough to be told: over a second.
import { useEffect, useState } from 'react'

/** Milliseconds after which a reader should be told that something is under way. */
const patience = 1000

/** True once `waiting` has been true for a second, until it is false again. */
export function useIsLate(waiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setIsLate(true), patience)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [waiting])
  return isLate && waiting
}
