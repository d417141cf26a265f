// Prints one part of a page and nothing beside it; `print.css` knows the mark.

export const printAlone = (part: HTMLElement | null): void => {
  if (!part) return
  part.dataset.alone = ''
  // Phones print after this call has returned.
  addEventListener('afterprint', () => delete part.dataset.alone, { once: true })
  print()
}
