// The table of accounts.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Account } from '#functions/accounts/schema.ts'
import table from '#web/ui/table.module.css'
import { AccountState } from './AccountState.tsx'

export const AccountsTable = ({ accounts }: { accounts: readonly Account[] }) => {
  const { t } = useTranslation('accounts')
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.username')}</th>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.email')}</th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody data-rows>
        {accounts.map(({ sub, username, name, email, state }) => (
          <tr key={sub}>
            <td>
              <Link to="/accounts/$sub" params={{ sub }} className={table.link}>
                {username}
              </Link>
            </td>
            <td>{name ?? <span className={table.quiet}>{t('nobody')}</span>}</td>
            <td className={table.quiet}>{email}</td>
            <td>
              <AccountState state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
