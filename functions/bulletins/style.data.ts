// The public pages' one stylesheet: the house's colours, light and dark by what the reader's system says, and print.
const light = `
  --ground: #f7f5f1; --paper: #fff; --ink: #221e1a; --quiet: #5c554d; --line: #e3ddd4;
  --accent: #971818; --gold: #c9a227; --focus: #1d5fa8; --soft: #faf3dc;`
const dark = `
  --ground: #151311; --paper: #1e1b18; --ink: #ece6de; --quiet: #bab1a5; --line: #37322c;
  --accent: #f0827f; --gold: #c9a227; --focus: #86b8f0; --soft: #332b14;`

const face = (weight: 400 | 600, part: 'latin' | 'vietnamese', range: string) => `
@font-face { font-family: "Be Vietnam Pro"; font-weight: ${weight}; font-display: swap;
  src: url("/ban-tin/${part}-${weight}.woff2") format("woff2"); unicode-range: ${range}; }`

const latin = 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212'
const vietnamese =
  'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB'

/** `:host` and `.bulletin` rather than the body, so that the desk's preview wears exactly this. */
export const style = `${face(400, 'latin', latin)}${face(600, 'latin', latin)}${face(400, 'vietnamese', vietnamese)}${face(600, 'vietnamese', vietnamese)}
:root, :host {${light}
  color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root, :host {${dark} } }
html { background: var(--ground); }
body { margin: 0; }
.bulletin, .bulletin * { box-sizing: border-box; }
.bulletin { display: flow-root; min-height: 100vh; padding: 0 20px 64px; background: var(--ground); color: var(--ink);
  font: 400 17px/1.65 "Be Vietnam Pro", system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.bulletin a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
.bulletin :focus-visible { outline: 2px solid var(--focus); outline-offset: 3px; }
.masthead, .bulletin main, .bulletin footer { max-width: 880px; margin: 0 auto; }
.masthead { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; padding: 22px 0 14px;
  border-bottom: 1px solid var(--line); box-shadow: 0 -4px 0 var(--gold) inset; font-size: 15px; }
.masthead p { margin: 0 0 8px; color: var(--quiet); }
.masthead .house { font-weight: 600; }
.masthead .house a { color: var(--ink); text-decoration: none; }
.masthead .house a:hover { text-decoration: underline; }
.bulletin h1 { margin: 48px 0 20px; font-size: clamp(24px, 4vw, 33px); line-height: 1.3; font-weight: 600;
  letter-spacing: -0.01em; text-wrap: balance; }
.bulletin h2 { margin: 48px 0 16px; font-size: 20px; line-height: 1.4; font-weight: 600; }
.bulletin .lead { margin: 0 0 14px; max-width: 68ch; font-size: 18px; color: var(--ink); text-wrap: pretty; }
.bulletin dl, .bulletin dd, .bulletin ul, .bulletin ol { margin: 0; padding: 0; }
.bulletin ul, .bulletin ol { list-style: none; }
.bulletin .facts { display: grid; gap: 1px; margin-top: 28px; background: var(--line); border: 1px solid var(--line);
  border-radius: 10px; overflow: hidden; }
.facts > div { display: grid; grid-template-columns: 130px 1fr; gap: 16px; padding: 12px 18px; background: var(--paper); }
.facts dt, .counts dt { color: var(--quiet); font-size: 15px; }
.facts dt { line-height: 28px; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr)); gap: 28px 24px; }
.photos figure { margin: 0; }
.photos figure:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
.photos img { display: block; width: 100%; height: auto; aspect-ratio: 3 / 2; object-fit: cover; border-radius: 10px;
  background: var(--line); }
.photos figure:first-child:nth-last-child(odd) img { aspect-ratio: 2 / 1; }
.photos figcaption { margin-top: 10px; font-size: 15px; line-height: 1.55; }
.photos .point { display: block; color: var(--quiet); }
.figures li, .awards li { position: relative; padding: 12px 0 12px 22px; border-top: 1px solid var(--line); }
.figures li:last-child, .awards li:last-child { border-bottom: 1px solid var(--line); }
.figures li::before, .awards li::before { content: ""; position: absolute; left: 2px; top: 23px; width: 7px; height: 7px;
  border-radius: 50%; background: var(--gold); }
.provinces { columns: 3 150px; column-gap: 32px; font-size: 15px; }
.provinces li { display: flex; justify-content: space-between; gap: 12px; padding: 5px 0; border-bottom: 1px solid var(--line);
  break-inside: avoid; }
.provinces b { font-weight: 600; }
.list li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; padding: 18px 0;
  border-top: 1px solid var(--line); }
.list a { flex: 1 1 26ch; color: var(--ink); font-weight: 600; }
.list time { color: var(--quiet); }
.bulletin footer { margin-top: 56px; padding-top: 20px; border-top: 1px solid var(--line); font-size: 15px; }
.counts[hidden] { display: block; visibility: hidden; }
.counts h2 { margin: 0 0 8px; font-size: 15px; }
.counts dl { display: flex; flex-wrap: wrap; gap: 8px 40px; }
.counts dd { min-height: 1.6em; font-size: 20px; font-weight: 600; }
@media (max-width: 560px) {
  .bulletin { padding: 0 16px 40px; font-size: 16px; }
  .bulletin h1 { margin-top: 32px; }
  .bulletin .lead { font-size: 17px; }
  .facts > div { grid-template-columns: 1fr; gap: 0; padding: 10px 14px; }
}
@media print {
  :root {${light} --ground: #fff; }
  .bulletin { padding: 0; font-size: 11pt; }
  .bulletin h1 { margin-top: 16pt; font-size: 20pt; }
  .counts, .bulletin footer { display: none; }
  .photos { grid-template-columns: 1fr 1fr; }
  .photos figure, .facts > div { break-inside: avoid; }
  .bulletin a { color: inherit; text-decoration: none; }
}
`
