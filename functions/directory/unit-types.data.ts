// The types of units, from the top down, with the words people use for them.

/** `level` orders units that answer a search equally well; `words` are what files may call the type. */
export const unitTypes = {
  ministry: { level: 0, label: 'Bộ', words: ['Bộ', 'Cơ quan bộ'] },
  office: { level: 1, label: 'Văn phòng Bộ', words: ['Văn phòng Bộ', 'Văn phòng'] },
  department: {
    level: 1,
    label: 'Đơn vị thuộc Bộ',
    words: ['Đơn vị thuộc Bộ', 'Cục', 'Vụ', 'Học viện', 'Trường', 'Ban thuộc Bộ'],
  },
  'provincial-police': {
    level: 2,
    label: 'Công an cấp tỉnh',
    words: ['Công an cấp tỉnh', 'Công an tỉnh', 'Công an thành phố', 'Cấp tỉnh', 'Tỉnh', 'Thành phố'],
  },
  'provincial-division': {
    level: 3,
    label: 'Phòng thuộc Công an cấp tỉnh',
    words: ['Phòng thuộc Công an cấp tỉnh', 'Phòng', 'Đơn vị thuộc Công an cấp tỉnh'],
  },
  'district-police': {
    level: 3,
    label: 'Công an cấp huyện',
    words: [
      'Công an cấp huyện',
      'Công an huyện',
      'Công an quận',
      'Công an thị xã',
      'Cấp huyện',
      'Huyện',
      'Quận',
    ],
  },
  'commune-police': {
    level: 4,
    label: 'Công an cấp xã',
    words: [
      'Công an cấp xã',
      'Công an xã',
      'Công an phường',
      'Công an thị trấn',
      'Công an đặc khu',
      'Đồn Công an',
      'Cấp xã',
      'Xã',
      'Phường',
      'Thị trấn',
      'Đặc khu',
    ],
  },
  committee: {
    level: 5,
    label: 'Ủy ban nhân dân',
    words: ['Ủy ban nhân dân', 'UBND'],
  },
  other: { level: 6, label: 'Cơ quan khác', words: ['Cơ quan khác', 'Khác', 'Ban, ngành', 'Đoàn thể'] },
} as const

export type UnitType = keyof typeof unitTypes

export const unitTypeNames = Object.keys(unitTypes) as [UnitType, ...UnitType[]]
