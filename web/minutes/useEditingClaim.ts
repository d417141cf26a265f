// Tells that this page has a block open for editing, again and again while it has, and hears who else has.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Editor } from '#functions/minutes/parts.schema.ts'
import { conferenceKey } from '#web/conferences/conference-queries.ts'
import { api, intent } from '#web/lib/api.ts'

const kept = 'diemcau.page'

/** Two windows of one person are two editors; a window that is loaded anew is the same one. */
const pageId = (): string => {
  const known = sessionStorage.getItem(kept) ?? crypto.randomUUID()
  sessionStorage.setItem(kept, known)
  return known
}

const page = pageId()

/** A claim lasts a minute: two lost renewals let nobody seem gone. */
const renewMs = 20_000

const claim = async (id: string, block: string, editing: boolean) =>
  (
    await api.conferences[':id'].minutes.blocks[':block'].editing.$post(
      { param: { id, block }, json: { page, editing } },
      intent(crypto.randomUUID()),
    )
  ).json()

/** @returns who else has the block open, as last heard */
export const useEditingClaim = (id: string, block: string): Editor[] => {
  const { data } = useQuery({
    queryKey: [...conferenceKey(id), 'editing', block],
    queryFn: () => claim(id, block, true),
    refetchInterval: renewMs,
    refetchIntervalInBackground: true,
    gcTime: 0,
    retry: false,
  })
  useEffect(
    () => () => {
      // Whoever leaves is not waited for.
      claim(id, block, false).catch(() => undefined)
    },
    [id, block],
  )
  return data?.others ?? []
}

export const isThisPage = (editor: Editor): boolean => editor.page === page
