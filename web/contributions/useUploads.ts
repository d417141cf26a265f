// The files chosen for one form: each on its way, ready, or refused with the reason.
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

export const useUploads = () => {
  const [files, setFiles] = useState<Chosen[]>([])
  const change = (key: string, more: Partial<Chosen>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)))
  const send = async (file: File, key: string) => {
    try {
      const upload = await uploadFile(file, (stage, percent) => change(key, { stage, percent }))
      change(key, { stage: 'ready', upload })
    } catch (error) {
      change(key, { stage: 'failed', problem: asProblem(error) })
    }
  }
  const add = (list: File[]) => {
    const taken = list.slice(0, most - files.length).map((file) => ({ file, key: crypto.randomUUID() }))
    setFiles((all) => [
      ...all,
      ...taken.map(({ file, key }) => ({ key, name: file.name, stage: 'reading' as const, percent: 0 })),
    ])
    for (const { file, key } of taken) void send(file, key)
  }
  return {
    files,
    add,
    remove: (key: string) => setFiles((all) => all.filter((one) => one.key !== key)),
    full: files.length >= most,
    ready: files.every(({ stage }) => stage === 'ready'),
    uploads: files.flatMap(({ upload }) => upload ?? []),
  }
}
