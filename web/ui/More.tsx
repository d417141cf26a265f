// What stands below a list that goes on: asks for its next page.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

/** Of an infinite query; nothing is shown below the last page. */
export const More = ({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) => {
  const { t } = useTranslation()
  if (!hasNextPage) return null
  return (
    <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('common.more')}
    </Button>
  )
}
