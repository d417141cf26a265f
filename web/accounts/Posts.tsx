// The posts of an account's person, the latest first.
import { useTranslation } from 'react-i18next'
import type { AccountView } from '#functions/accounts/schema.ts'
import { UnitName } from '#web/directory/UnitName.tsx'
import { day } from '#web/lib/format.ts'
import { Empty } from '#web/ui/Empty.tsx'
import table from '#web/ui/table.module.css'

export const Posts = ({ posts }: { posts: AccountView['posts'] }) => {
  const { t } = useTranslation('accounts')
  if (posts.length === 0) return <Empty title={t('posts.none')} hint={t('posts.noneHint')} />
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('posts.unit')}</th>
          <th scope="col">{t('posts.post')}</th>
          <th scope="col">{t('posts.from')}</th>
          <th scope="col">{t('posts.to')}</th>
        </tr>
      </thead>
      <tbody>
        {posts.toReversed().map(({ unitId, title, from, to }) => (
          <tr key={`${unitId} ${from}`}>
            <td>
              <UnitName id={unitId} />
            </td>
            <td>{title}</td>
            <td>{day(from)}</td>
            <td>{to ? day(to) : t('posts.now')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
