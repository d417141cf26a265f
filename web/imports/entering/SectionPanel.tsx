// One section of the form: a summary while something else is edited, its fields when it is its turn.
import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '#web/lib/format.ts'
import { ConferenceFields } from './ConferenceFields.tsx'
import { useRefused } from './Contents.tsx'
import classes from './Entering.module.css'
import { Entries } from './Entries.tsx'
import { useDesk } from './entering-context.ts'
import { isList, type Section } from './form.ts'
import { HeldFields } from './HeldFields.tsx'
import { SectionSummary } from './SectionSummary.tsx'

type Props = { section: Section; next: Section | undefined }

export const SectionPanel = ({ section, next }: Props) => {
  const { t } = useTranslation('entering')
  const { entering, opened, openSection } = useDesk()
  const body = useId()
  const isOpen = opened.section === section
  const refused = useRefused(section)
  const many = isList(section) ? entering.form.lists[section].length : undefined
  return (
    <section className={classes.section} data-section={section} data-open={isOpen || undefined}>
      <h2>
        <button
          type="button"
          className={classes.head}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => openSection(isOpen ? undefined : section)}
        >
          <IconChevronDown size={18} stroke={2} aria-hidden="true" className={classes.arrow} />
          {t(`section.${section}`)}
          {many ? <span className={classes.many}>{count(many)}</span> : null}
          {many === 0 && !isOpen ? <span className={classes.none}>{t('noEntries')}</span> : null}
          {refused ? <span className={classes.wrong}>{t('toRepair')}</span> : null}
        </button>
      </h2>
      <div id={body} className={classes.body} hidden={many === 0 && !isOpen}>
        {isOpen ? (
          <>
            <p className={classes.quiet}>{t(`hint.${section}`)}</p>
            <SectionFields section={section} />
            {next ? (
              <div>
                <Button variant="subtle" size="compact-sm" onClick={() => openSection(next)}>
                  {t('next', { what: t(`section.${next}`) })}
                </Button>
              </div>
            ) : null}
          </>
        ) : (
          <SectionSummary section={section} />
        )}
      </div>
    </section>
  )
}

const SectionFields = ({ section }: { section: Section }) => {
  if (isList(section)) return <Entries list={section} />
  return section === 'held' ? <HeldFields /> : <ConferenceFields />
}
