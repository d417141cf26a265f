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

/** @param svg every page, of one size */
export const svgPages = (svg: string): string[] => {
  const flat = slim(svg.replace(/>\s+</g, '><'))
  const [opening = '', ...pages] = flat.split(pageStart)
  const [, width = '595', height = '842'] = [
    null,
    /width="([\d.]+)pt"/.exec(opening)?.[1],
    /^([\d.]+)/.exec(pages[0] ?? '')?.[1],
  ]
  const at = (pages.at(-1) ?? '').indexOf('<defs')
  const definitions = definitionsIn(at < 0 ? '' : (pages.at(-1) ?? '').slice(at))
  return pages.map((page, place) => {
    const drawing = pageStart + (place + 1 === pages.length && at >= 0 ? page.slice(0, at) : page)
    const used = [...usedIn(drawing)].map((id) => definitions.get(id) ?? '').join('')
    const body = drawing.slice(drawing.indexOf('<g'))
    const box = `viewBox="0 ${topOf(body)} ${width} ${height}" width="${width}pt" height="${height}pt"`
    const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return `<svg ${box} ${names}>${body}<defs>${used}</defs></svg>`
  })
}
