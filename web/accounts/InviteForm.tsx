// Invites a person: a user name, the address the first password goes to, and the person the account acts as.
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NewPerson } from '#web/directory/NewPerson.tsx'
import { PersonField } from '#web/directory/PersonField.tsx'
import { accounts, intent } from '#web/lib/api.ts'
import { useAct } from '#web/lib/useAct.ts'
import { useDraft } from '#web/lib/useDraft.ts'
import form from '#web/ui/form.module.css'
import { Panel } from '#web/ui/Panel.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { accountsKey } from './account-queries.ts'

type Invited = { username: string; email: string; personId: string }

export const InviteForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('accounts')
  const common = useTranslation().t
  const draft = useDraft('invite')
  const act = useAct(
    (json: Invited, key) => accounts.$post({ json }, intent(key)),
    [accountsKey, ['directory']],
  )
  const leave = () => {
    draft.forget()
    onDone()
  }
  const send = () => {
    const told = {
      username: draft.value('username'),
      email: draft.value('email'),
      personId: draft.value('person'),
    }
    act.mutate(told, { onSuccess: leave })
  }
  return (
    <Panel title={t('invite.act')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {act.error ? <ProblemNote error={act.error} kept /> : null}
        <PersonField
          label={t('invite.person')}
          description={t('invite.personHint')}
          required
          error={act.error?.at('/personId')}
          value={draft.value('person')}
          onChange={(id) => draft.change('person', id)}
        />
        <NewPerson onEntered={(id) => draft.change('person', id)} />
        <TextInput
          label={t('column.username')}
          description={t('invite.usernameHint')}
          required
          autoComplete="off"
          maxLength={64}
          error={act.error?.at('/username')}
          {...draft.field('username')}
        />
        <TextInput
          type="email"
          label={t('column.email')}
          description={t('invite.emailHint')}
          required
          autoComplete="off"
          maxLength={254}
          error={act.error?.at('/email')}
          {...draft.field('email')}
        />
        <div className={form.acts}>
          <Button type="submit" loading={act.isPending} disabled={draft.value('person') === ''}>
            {t('invite.send')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {common('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
