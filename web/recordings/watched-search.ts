// Which recording an address shows, and from which second: a link to a speech can be handed on. Pure.
export type Watched = { play?: string; at?: number }

export const watchedOfSearch = ({ play, at }: Record<string, unknown>): Watched => {
  if (typeof play !== 'string' || !/^rcd_[0-9A-Z]{26}$/.test(play)) return {}
  const second = Number(at)
  return { play, ...(Number.isFinite(second) && second > 0 ? { at: second } : {}) }
}
