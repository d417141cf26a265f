// A PDF read by an independent reader (pdf.js): text with its place, size and face, and what the file says of itself.
import { getDocumentProxy } from 'unpdf'

export type Piece = { text: string; x: number; y: number; size: number; width: number; face: string }

/** Distances from the left and the top edge, in millimetres. */
const mm = (points: number) => (points * 25.4) / 72

export const readPdf = async (bytes: Buffer) => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pieces = async (number: number): Promise<Piece[]> => {
    const page = await pdf.getPage(number)
    await page.getOperatorList()
    const height = page.view[3] ?? 0
    const { items } = await page.getTextContent()
    return items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      const face = (page.commonObjs.get(item.fontName) as { name: string }).name
      return [{ text: item.str, x: mm(x), y: mm(height - y), size, width: mm(item.width), face }]
    })
  }
  /** All text but the pages' numbers. */
  const words = async () => {
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pieces(at + 1)))
    return pages
      .flat()
      .filter(({ y }) => y > 18)
      .map(({ text }) => text)
  }
  return { pdf, pieces, words }
}

/** Text without the places where lines end. */
export const flat = (text: string): string => text.normalize('NFC').replace(/[\s\u200b]+/g, '')
