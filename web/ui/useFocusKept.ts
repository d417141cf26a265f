// Where the focus goes when what had it vanishes, a form that was sent or a page that was left: to the page's own beginning.
import { useEffect } from 'react'

const page = () => document.querySelector<HTMLElement>('#main')

export const useFocusKept = () => {
  useEffect(() => {
    let last: Element | null = null
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element && page()?.contains(target) ? target : null
    }
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return
      last = null
      // Whoever took it meanwhile keeps it.
      if (document.activeElement === document.body) page()?.focus({ preventScroll: true })
    })
    addEventListener('focusin', onFocus)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      removeEventListener('focusin', onFocus)
      observer.disconnect()
    }
  }, [])
}
