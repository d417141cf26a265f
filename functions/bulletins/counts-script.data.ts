// The public pages' one script: puts the access counts in. As text, for it is published as it stands here.
export const countsScript = `'use strict';
(async () => {
  const box = document.querySelector('[data-counts]');
  if (!box) return;
  const answer = await fetch('counts.json');
  if (!answer.ok) return;
  const { total, today, online, at } = await answer.json();
  const day = (time) => new Date(time + 7 * 3600e3).toISOString().slice(0, 10);
  const told = Date.parse(at);
  const age = Date.now() - told;
  const shown = { total, today: day(told) === day(Date.now()) ? today : 0, online: age < 6e5 ? online : 0 };
  for (const [name, count] of Object.entries(shown)) {
    const place = box.querySelector('[data-count="' + name + '"]');
    if (place && Number.isInteger(count)) place.textContent = count.toLocaleString('vi');
  }
  box.hidden = false;
})().catch(() => {});
`
