// Lets the browser save something that this page has made or fetched with its own token.

export const saveFile = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the address up after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
