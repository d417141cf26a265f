// The keyboard everywhere: `/` search, `g` then a key to go, arrows in lists, `Enter` the main act, `?` all.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const find = (selector: string) => document.querySelector<HTMLElement>(selector)

const openTab = (digit: string) =>
  [...document.querySelectorAll<HTMLElement>('[data-section]')][Number(digit) - 1]?.click()

/** Moves along the links of lists marked `data-rows`. */
const moveRow = (step: 1 | -1) => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] a')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus()
  return rows.length > 0
}

export const useKeys = () => {
  const [shown, setShown] = useState(false)
  const navigate = useNavigate()
  const going = useRef(false)

  useEffect(() => {
    const go = (key: string) => {
      const place = find(`[data-place="${CSS.escape(key)}"]`)
      if (place) place.click()
      else if (/^[1-9]$/.test(key)) openTab(key)
    }
    const search = () => {
      const field = find('[data-search]')
      if (field) field.focus()
      else void navigate({ to: '/archive' })
    }
    const acts = new Map<string, () => unknown>([
      ['/', search],
      ['?', () => setShown(true)],
      [
        'g',
        () => {
          going.current = true
        },
      ],
      ['ArrowDown', () => moveRow(1)],
      ['ArrowUp', () => moveRow(-1)],
      ['Enter', () => find('[data-main-act]:not(:disabled)')?.click()],
    ])
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const wasGoing = going.current
      going.current = false
      if (wasGoing) return go(event.key)
      // Enter on a link or a button is that thing's own.
      if (event.key === 'Enter' && event.target !== document.body && event.target !== find('#main')) return
      const act = acts.get(event.key)
      if (!act) return
      if (act() !== false && event.key !== 'g') event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [navigate])

  return { shown, show: () => setShown(true), hide: () => setShown(false) }
}
