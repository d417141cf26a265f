// The files chosen for one form: each on its way, ready, or refused with the reason. Those ready outlive a reload.
import { useState } from 'react'
import { type ApiProblem, asProblem } from '#web/lib/problem.ts'
import { type Stage, uploadFile } from './upload-file.ts'

export type Chosen = {
  key: string
  name: string
  stage: Stage | 'ready' | 'failed'
  percent: number
  upload?: string
  problem?: ApiProblem
}

const most = 5

const nameOf = (draft: string) => `diemcau.files.${draft}`

const kept = (draft: string): Chosen[] => JSON.parse(sessionStorage.getItem(nameOf(draft)) ?? '[]')

const keep = (draft: string, files: readonly Chosen[]): Chosen[] => {
  const ready = files.filter(({ stage }) => stage === 'ready')
  sessionStorage.setItem(nameOf(draft), JSON.stringify(ready))
  return [...files]
}

/**
 * @param draft whose form this is, and which
 * @param already how many files the form has without these
 */
export const useUploads = (draft: string, already = 0) => {
  const [files, setFiles] = useState<Chosen[]>(() => kept(draft))
  const change = (key: string, more: Partial<Chosen>) =>
    setFiles((all) =>
      keep(
        draft,
        all.map((one) => (one.key === key ? { ...one, ...more } : one)),
      ),
    )
  const send = async (file: File, key: string) => {
    try {
      const upload = await uploadFile(file, (stage, percent) => change(key, { stage, percent }))
      change(key, { stage: 'ready', upload })
    } catch (error) {
      change(key, { stage: 'failed', problem: asProblem(error) })
    }
  }
  const room = most - already - files.length
  const add = (list: File[]) => {
    const taken = list.slice(0, room).map((file) => ({ file, key: crypto.randomUUID() }))
    setFiles((all) => [
      ...all,
      ...taken.map(({ file, key }) => ({ key, name: file.name, stage: 'reading' as const, percent: 0 })),
    ])
    for (const { file, key } of taken) void send(file, key)
  }
  return {
    files,
    add,
    remove: (key: string) =>
      setFiles((all) =>
        keep(
          draft,
          all.filter((one) => one.key !== key),
        ),
      ),
    forget: () => {
      sessionStorage.removeItem(nameOf(draft))
      setFiles([])
    },
    full: room <= 0,
    ready: files.every(({ stage }) => stage === 'ready'),
    uploads: files.flatMap(({ upload }) => upload ?? []),
  }
}
