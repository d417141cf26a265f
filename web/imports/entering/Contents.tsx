// Beside the form: its sections with how much stands in each, what the documents leave open, how much room is left.
import { useTranslation } from 'react-i18next'
import { count } from '#web/lib/format.ts'
import { Panel } from '#web/ui/Panel.tsx'
import classes from './Entering.module.css'
import { useDesk } from './entering-context.ts'
import { bounds } from './findings.ts'
import { isList, placeOf, type Section, sections } from './form.ts'

export const Contents = () => {
  const { t } = useTranslation('entering')
  return (
    <aside className={classes.side}>
      <Panel title={t('contents')} aside={<Room />} flush>
        <nav aria-label={t('contents')}>
          <ol className={classes.contents}>
            {sections.map((section) => (
              <ContentsLine key={section} section={section} />
            ))}
          </ol>
        </nav>
      </Panel>
      <OpenNow />
    </aside>
  )
}

const ContentsLine = ({ section }: { section: Section }) => {
  const { t } = useTranslation('entering')
  const { entering, opened, openSection } = useDesk()
  const refused = useRefused(section)
  const many = isList(section) ? entering.form.lists[section].length : undefined
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        aria-current={opened.section === section ? 'step' : undefined}
        onClick={() => openSection(section)}
      >
        <span>{t(`section.${section}`)}</span>
        <span className={classes.many}>
          {refused ? <b>{t('toRepair')}</b> : null}
          {many === undefined ? '' : ` ${count(many)}`}
        </span>
      </button>
    </li>
  )
}

/** Whether something in a section was refused, or would be. */
export const useRefused = (section: Section): boolean => {
  const { problem, findings } = useDesk()
  const pointers = [...(problem?.errors ?? []), ...findings.refused].map(({ pointer }) => pointer)
  return pointers.some((pointer) => placeOf(pointer).section === section)
}

/** Told politely: a screen reader hears it once the typing pauses. */
const OpenNow = () => {
  const { t } = useTranslation('entering')
  const { t: imports } = useTranslation('imports')
  const { findings, openEntry, entering } = useDesk()
  const { missing, flags, contradictions } = findings
  const keyAt = (section: Section, index = 0) =>
    isList(section) ? entering.form.lists[section][index]?.key : undefined
  return (
    <Panel title={t('openTitle')}>
      <div aria-live="polite" className={classes.stack}>
        {missing.length + flags.length + contradictions.length === 0 ? <p>{t('nothingOpen')}</p> : null}
        {missing.length > 0 ? (
          <div>
            <p className={classes.quiet}>{t('unsaid')}</p>
            <ul className={classes.plain}>
              {missing.map((part) => (
                <li key={part}>{imports(`missing.${part}`)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {contradictions.length > 0 ? <p>{t('contradictions', { count: contradictions.length })}</p> : null}
        {flags.length > 0 ? (
          <div>
            <p className={classes.quiet}>{t('notes')}</p>
            <ul className={classes.plain}>
              {flags.map(({ pointer, flag }) => {
                const { section, index = 0 } = placeOf(pointer)
                return (
                  <li key={`${pointer} ${flag}`}>
                    <button
                      type="button"
                      className={classes.jump}
                      onClick={() => openEntry(section, keyAt(section, index))}
                    >
                      {imports(`part.${isList(section) ? section : 'other'}`, { n: index + 1 })}
                    </button>
                    : {imports(`flag.${flag}`)}
                  </li>
                )
              })}
            </ul>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

const kilobyte = 1000

const Room = () => {
  const { t } = useTranslation('entering')
  const { entries, bytes } = useDesk().findings
  const isTight = entries >= bounds.entries * bounds.warnFrom || bytes >= bounds.bytes * bounds.warnFrom
  const size = (bytes / kilobyte).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  return (
    <span className={classes.room} data-tight={isTight || undefined}>
      {t('room', { entries, most: bounds.entries, size, mostSize: bounds.bytes / kilobyte })}
      {isTight ? ` ${t('roomTight')}` : ''}
    </span>
  )
}
