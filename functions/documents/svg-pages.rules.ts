// The library draws all pages into one SVG, one below the other: here they come apart, each with the letters it uses. Pure.

const pageStart = '<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v '

const usedIn = (drawing: string): Set<string> =>
  new Set(Array.from(drawing.matchAll(/(?:href="#|url\(#)([^")]+)/g), ([, id = '']) => id))

/** A hundredth of a point is finer than any screen. */
const rounded = (number: string): string => String(Math.round(Number(number) * 100) / 100)

/** Half as long: what is said to be as it is anyway goes, letters get short names, numbers fewer places. */
const slim = (svg: string): string => {
  const names = new Map<string, string>()
  const short = (id: string): string => {
    const name = names.get(id) ?? `g${names.size.toString(36)}`
    names.set(id, name)
    return name
  }
  return svg
    .replace(/(<use[^>]*) y="0" fill="#000000" fill-rule="nonzero"\/>/g, '$1/>')
    .replace(/(?<=<use )xlink:href/g, 'href')
    .replace(/(?<=(?: id|href)="#?|url\(#)[^"#)]+(?=[")])/g, short)
    .replace(/-?\d+\.\d{3,}/g, rounded)
}

/** What is drawn of definitions, by id: letters, clips and the like. */
const definitionsIn = (defs: string): Map<string, string> =>
  new Map(
    Array.from(
      defs.matchAll(/<(symbol|clipPath|linearGradient|radialGradient|pattern) id="([^"]+)"[\s\S]*?<\/\1>/g),
      ([whole, , id = '']) => [id, whole],
    ),
  )

const topOf = (page: string): string =>
  /^.*?<\/?g(?: transform="matrix\(1 0 0 1 0 ([\d.]+)\)")?>/s.exec(page)?.[1] ?? '0'

/** The pages as they come, apart, and all definitions, which stand behind the last. */
const partsOf = (svg: string) => {
  const [opening = '', ...pages] = svg.split(pageStart)
  const last = pages.at(-1) ?? ''
  const at = last.indexOf('<defs')
  if (at >= 0) pages.splice(-1, 1, last.slice(0, at))
  return { opening, pages, definitions: at < 0 ? '' : last.slice(at) }
}

/**
 * @param svg every page, of one size
 * @param most so many of the first are taken apart
 */
export const svgPages = (svg: string, most: number): { pages: string[]; pageCount: number } => {
  const whole = partsOf(svg)
  const wanted = [whole.opening, ...whole.pages.slice(0, most)].join(pageStart)
  const { opening, pages, definitions } = partsOf(slim((wanted + whole.definitions).replace(/>\s+</g, '><')))
  const width = /width="([\d.]+)pt"/.exec(opening)?.[1] ?? '595'
  const height = /^([\d.]+)/.exec(pages[0] ?? '')?.[1] ?? '842'
  const byId = definitionsIn(definitions)
  const drawn = pages.map((page) => {
    const used = [...usedIn(page)].map((id) => byId.get(id) ?? '').join('')
    const body = page.slice(page.indexOf('<g'))
    const box = `viewBox="0 ${topOf(body)} ${width} ${height}" width="${width}pt" height="${height}pt"`
    const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return `<svg ${box} ${names}>${body}<defs>${used}</defs></svg>`
  })
  return { pages: drawn, pageCount: whole.pages.length }
}
