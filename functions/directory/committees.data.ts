// People's committees that hosted conferences of years past, abolished ones too: records name them as they were called.

type Committee = {
  id: string
  name: string
  shortName: string
  parent?: string
  /** Ended with the map of 63 provinces and with the districts. */
  ended?: true
  into?: string
  takenIn?: string
}

const committee = (place: string, slug: string, more: Partial<Committee> = {}): Committee => ({
  id: `unt_ubnd-${slug}`,
  name: `Ủy ban nhân dân ${place}`,
  shortName: `UBND ${place}`,
  ...more,
})

/** Merged ones after those that took them in; a district's committee has no heir. */
export const committees: Committee[] = [
  committee('thành phố Hải Phòng', 'hai-phong', { takenIn: 'unt_ubnd-hai-duong' }),
  committee('tỉnh Tuyên Quang', 'tuyen-quang', { takenIn: 'unt_ubnd-ha-giang' }),
  committee('tỉnh Phú Thọ', 'phu-tho', { takenIn: 'unt_ubnd-vinh-phuc' }),
  committee('tỉnh Ninh Bình', 'ninh-binh'),
  committee('tỉnh Hải Dương', 'hai-duong', { ended: true, into: 'unt_ubnd-hai-phong' }),
  committee('tỉnh Hà Giang', 'ha-giang', { ended: true, into: 'unt_ubnd-tuyen-quang' }),
  committee('tỉnh Vĩnh Phúc', 'vinh-phuc', { ended: true, into: 'unt_ubnd-phu-tho' }),
  committee('huyện Gia Viễn', 'huyen-gia-vien', { ended: true, parent: 'unt_ubnd-ninh-binh' }),
]
