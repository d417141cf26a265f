// Sends one file: hashed here, put straight to the store with progress, then looked into by the house.
import { extensions, type FileType } from '#functions/files/schema.ts'
import { filing, intent } from '#web/lib/api.ts'
import { ApiProblem } from '#web/lib/problem.ts'
import { sha256Of } from '#web/lib/sha256.ts'

export type Stage = 'reading' | 'sending' | 'checking'
type Tell = (stage: Stage, percent: number) => void

/** Systems do not know every type: the ending tells, and the house looks for itself anyway. */
const typeOf = ({ name }: File): FileType => {
  const ending = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/^jpeg$/, 'jpg')
  const found = Object.entries(extensions).find(([, extension]) => extension === ending)
  if (!found) throw new ApiProblem('file-type-refused', 422)
  return found[0] as FileType
}

/** `fetch` tells no progress of what it sends. */
const put = (url: string, headers: Record<string, string>, file: File, tell: Tell) =>
  new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => tell('sending', Math.floor((loaded / total) * 100))
    request.onload = () =>
      request.status === 200 ? resolve() : reject(new ApiProblem('upload-missing', request.status))
    request.onerror = () => reject(new ApiProblem('offline', 0))
    request.send(file)
  })

/** @returns the upload's id, ready to be attached. @throws ApiProblem saying why the file is not taken */
export const uploadFile = async (file: File, tell: Tell): Promise<string> => {
  tell('reading', 0)
  const told = {
    name: file.name,
    type: typeOf(file),
    bytes: file.size,
    sha256: await sha256Of(await file.arrayBuffer()),
  }
  const asked = await filing.uploads.$post({ json: told }, intent(crypto.randomUUID()))
  const { id, url, headers } = await asked.json()
  tell('sending', 0)
  await put(url, headers, file, tell)
  tell('checking', 100)
  await filing.uploads[':upload'].check.$post({ param: { upload: id } }, intent(crypto.randomUUID()))
  return id
}
