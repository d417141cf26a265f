// The words of grants, fetched with the pages that speak them.
import type { Worded } from '#web/lib/i18n/worded.ts'

export const vi = {
  title: 'Phân quyền',
} as const

export const en: Worded<typeof vi> = {
  title: 'Grants',
}
