// A PDF read by an independent reader (pdf.js): text with its place, size and face, and what the file says of itself.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

export type Piece = { text: string; x: number; y: number; size: number; width: number; face: string }

/** A straight line across the page. */
export type Rule = { x: number; y: number; width: number }

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
  /** What is drawn besides text, each from where the page was moved to last; and every colour that is set. */
  const drawn = async (number: number) => {
    const page = await pdf.getPage(number)
    const { OPS } = await getResolvedPDFJS()
    const { fnArray, argsArray } = await page.getOperatorList()
    const [rules, colours]: [Rule[], Set<string>] = [[], new Set()]
    let from: number[] = []
    for (const [at, act] of fnArray.entries()) {
      if (act === OPS.transform) from = argsArray[at]
      if (act === OPS.setFillRGBColor || act === OPS.setStrokeRGBColor) colours.add(argsArray[at][0])
      const [, , extent] = act === OPS.constructPath ? argsArray[at] : []
      if (!extent || extent[1] !== extent[3]) continue
      const [left = 0, right = 0] = [extent[0], extent[2]]
      const [x, y] = [mm((from[4] ?? 0) + left), mm((page.view[3] ?? 0) - (from[5] ?? 0))]
      rules.push({ x, y, width: mm(right - left) })
    }
    return { rules, colours: [...colours] }
  }
  /** All text but the pages' numbers. */
  const words = async () => {
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pieces(at + 1)))
    return pages
      .flat()
      .filter(({ y }) => y > 18)
      .map(({ text }) => text)
  }
  return { pdf, pieces, drawn, words }
}

/** Text without the places where lines end. */
export const flat = (text: string): string => text.normalize('NFC').replace(/[\s\u200b]+/g, '')
