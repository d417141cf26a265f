// The sections that are not in sight, under one word; it bears the name of the one that is open.
import { IconChevronDown } from '@tabler/icons-react'
import { Link, useMatchRoute } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ConferenceHeader.module.css'
import type { SectionName } from './section-order.ts'
import { places } from './section-places.ts'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows go along the word and its sections, Escape leads back to the word. */
const onKey = (event: React.KeyboardEvent<HTMLDetailsElement>) => {
  const menu = event.currentTarget
  const step = steps[event.key]
  if (event.key === 'Escape' && menu.open) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
  if (!step) return
  event.preventDefault()
  event.stopPropagation()
  menu.open = true
  const all = [...menu.querySelectorAll<HTMLElement>('summary, a')]
  all[Math.max(0, all.indexOf(document.activeElement as HTMLElement) + step)]?.focus()
}

/** Opened by `g` and its digit it has no focus of its own yet. */
const onToggle = ({ currentTarget: menu }: React.ToggleEvent<HTMLDetailsElement>) => {
  if (menu.open && !menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
}

/** A touch or a focus elsewhere closes it. */
const useClosing = () => {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const onElsewhere = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target))
        menu.current.open = false
    }
    addEventListener('pointerdown', onElsewhere)
    addEventListener('focusin', onElsewhere)
    return () => {
      removeEventListener('pointerdown', onElsewhere)
      removeEventListener('focusin', onElsewhere)
    }
  }, [])
  return menu
}

export const MoreSections = ({ conference, names }: { conference: string; names: SectionName[] }) => {
  const { t } = useTranslation()
  const menu = useClosing()
  const matches = useMatchRoute()
  const params = { id: conference }
  const current = names.find((name) => matches({ to: places[name], params, fuzzy: true }))
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details ref={menu} className={classes.more} onKeyDown={onKey} onToggle={onToggle}>
      <summary className={classes.section} data-status={current ? 'active' : undefined} data-section>
        {current ? t('section.moreAt', { section: t(`section.${current}`) }) : t('section.more')}
        <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
      </summary>
      <ul className={classes.menu}>
        {names.map((name) => (
          <li key={name}>
            <Link
              to={places[name]}
              params={params}
              className={classes.choice}
              preload="render"
              onClick={close}
            >
              {t(`section.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
