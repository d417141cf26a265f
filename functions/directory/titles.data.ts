// Party titles, State titles and ranks in falling order, as official lists of people place them. One line is one grade;
// the spellings of a line stand equal. `~` ends what must be the whole title; a title may otherwise go on.

/** What stands for what, in spellings already lower case: `UV BTV`, `TW`, `UBND`, `PGĐ`. Longest first. */
export const abbreviations: readonly [string, string][] = [
  ['uvbct', 'ủy viên bộ chính trị'],
  ['uvbbt', 'ủy viên ban bí thư'],
  ['uvbtv', 'ủy viên ban thường vụ'],
  ['uvtv', 'ủy viên ban thường vụ'],
  ['uvbch', 'ủy viên ban chấp hành'],
  ['uvtw', 'ủy viên trung ương'],
  ['uvtư', 'ủy viên trung ương'],
  ['uv', 'ủy viên'],
  ['btv', 'ban thường vụ'],
  ['bch', 'ban chấp hành'],
  ['bct', 'bộ chính trị'],
  ['bbt', 'ban bí thư'],
  ['bcđ', 'ban chỉ đạo'],
  ['tbt', 'tổng bí thư'],
  ['pbt', 'phó bí thư'],
  ['bt', 'bí thư'],
  ['t.ư', 'trung ương'],
  ['t.w', 'trung ương'],
  ['tw', 'trung ương'],
  ['ubnd', 'ủy ban nhân dân'],
  ['hđnd', 'hội đồng nhân dân'],
  ['ubmttq', 'ủy ban mặt trận tổ quốc'],
  ['mttq', 'mặt trận tổ quốc'],
  ['pct', 'phó chủ tịch'],
  ['ct', 'chủ tịch'],
  ['pgđ', 'phó giám đốc'],
  ['gđ', 'giám đốc'],
  ['bca', 'bộ công an'],
  ['catw', 'công an trung ương'],
  ['ca', 'công an'],
  ['tt', 'thường trực'],
  ['tp.', 'thành phố'],
  ['tp', 'thành phố'],
  ['tx', 'thị xã'],
  ['hcm', 'hồ chí minh'],
  ['vp', 'văn phòng'],
]

/** Places that take the word behind a post up or down: the first that a title names decides. */
export const places = {
  commune: ['xã', 'phường', 'thị trấn', 'đặc khu'],
  district: ['huyện', 'quận', 'thị xã'],
  province: ['tỉnh', 'thành phố'],
} as const

/** A `thành phố` of these names, or of none, is of the rank of a province; any other was a district's. */
export const centralCities = ['hà nội', 'hồ chí minh', 'hải phòng', 'đà nẵng', 'cần thơ', 'huế'] as const

/**
 * Party titles. The report of 23/11/2022 counts those who came in this order: Political Bureau, Secretariat, Central
 * Committee, standing committees of provinces, then of districts. `@province`, `@district`, `@commune` is the place.
 */
export const partyGrades: readonly (readonly string[])[] = [
  ['tổng bí thư'],
  ['thường trực ban bí thư'],
  ['ủy viên bộ chính trị'],
  ['ủy viên ban bí thư', 'bí thư trung ương đảng', 'bí thư ban chấp hành trung ương'],
  [
    'ủy viên trung ương',
    'ủy viên chính thức trung ương',
    'ủy viên ban chấp hành trung ương',
    'ủy viên chính thức ban chấp hành trung ương',
  ],
  [
    'ủy viên dự khuyết trung ương',
    'ủy viên dự khuyết ban chấp hành trung ương',
    'ủy viên trung ương dự khuyết',
  ],
  ['bí thư đảng ủy công an trung ương', 'bí thư quân ủy trung ương'],
  ['bí thư tỉnh ủy', 'bí thư thành ủy @province'],
  ['phó bí thư đảng ủy công an trung ương', 'phó bí thư quân ủy trung ương'],
  ['ủy viên ban thường vụ đảng ủy công an trung ương', 'ủy viên thường vụ đảng ủy công an trung ương'],
  ['ủy viên đảng ủy công an trung ương', 'ủy viên ban chấp hành đảng bộ công an trung ương'],
  ['phó bí thư thường trực tỉnh ủy', 'phó bí thư thường trực thành ủy @province'],
  ['phó bí thư tỉnh ủy', 'phó bí thư thành ủy @province'],
  ['ủy viên ban thường vụ tỉnh ủy', 'ủy viên thường vụ tỉnh ủy', 'ủy viên ban thường vụ thành ủy @province'],
  [
    'tỉnh ủy viên',
    'ủy viên ban chấp hành đảng bộ tỉnh',
    'ủy viên tỉnh ủy',
    'thành ủy viên @province',
    'ủy viên ban chấp hành đảng bộ thành phố @province',
  ],
  ['bí thư ban cán sự đảng', 'bí thư đảng đoàn'],
  ['phó bí thư ban cán sự đảng', 'phó bí thư đảng đoàn'],
  ['ủy viên ban cán sự đảng', 'ủy viên đảng đoàn'],
  ['bí thư đảng ủy công an tỉnh', 'bí thư đảng ủy công an thành phố', 'bí thư đảng ủy công an @province'],
  ['bí thư huyện ủy', 'bí thư quận ủy', 'bí thư thị ủy', 'bí thư thành ủy @district'],
  [
    'phó bí thư thường trực huyện ủy',
    'phó bí thư thường trực quận ủy',
    'phó bí thư thường trực thị ủy',
    'phó bí thư thường trực thành ủy @district',
  ],
  [
    'phó bí thư huyện ủy',
    'phó bí thư quận ủy',
    'phó bí thư thị ủy',
    'phó bí thư thành ủy @district',
    'phó bí thư đảng ủy công an tỉnh',
    'phó bí thư đảng ủy công an thành phố',
  ],
  [
    'ủy viên ban thường vụ huyện ủy',
    'ủy viên ban thường vụ quận ủy',
    'ủy viên ban thường vụ thị ủy',
    'ủy viên ban thường vụ thành ủy @district',
    'ủy viên ban thường vụ đảng ủy công an tỉnh',
    'ủy viên ban thường vụ đảng ủy công an thành phố',
  ],
  [
    'huyện ủy viên',
    'quận ủy viên',
    'thị ủy viên',
    'thành ủy viên @district',
    'ủy viên ban chấp hành đảng bộ huyện',
    'ủy viên ban chấp hành đảng bộ quận',
    'ủy viên ban chấp hành đảng bộ thị xã',
    'ủy viên ban chấp hành đảng bộ thành phố @district',
  ],
  ['bí thư đảng ủy', 'bí thư đảng bộ'],
  ['phó bí thư thường trực đảng ủy', 'phó bí thư thường trực đảng bộ'],
  ['phó bí thư đảng ủy', 'phó bí thư đảng bộ'],
  ['ủy viên ban thường vụ đảng ủy'],
  ['đảng ủy viên', 'ủy viên ban chấp hành đảng bộ'],
  ['bí thư chi bộ'],
  ['phó bí thư chi bộ'],
]

/**
 * State titles, and with them the posts of elected bodies, of the Front and of the Party's own agencies: the report of
 * 23/11/2022 names the deputy head of the Central mobilisation commission beside the deputy minister.
 */
export const stateGrades: readonly (readonly string[])[] = [
  ['chủ tịch nước'],
  ['thủ tướng'],
  ['chủ tịch quốc hội'],
  ['phó chủ tịch nước'],
  ['phó thủ tướng thường trực'],
  ['phó thủ tướng'],
  ['phó chủ tịch thường trực quốc hội'],
  ['phó chủ tịch quốc hội'],
  ['chủ tịch ủy ban trung ương mặt trận', 'chủ tịch đoàn chủ tịch ủy ban trung ương mặt trận'],
  ['chánh án tòa án nhân dân tối cao', 'viện trưởng viện kiểm sát nhân dân tối cao'],
  [
    'bộ trưởng',
    'tổng thanh tra',
    'thống đốc',
    'chủ nhiệm ủy ban dân tộc',
    'chủ nhiệm văn phòng',
    'chánh văn phòng trung ương',
    'chủ nhiệm ủy ban của quốc hội',
    'tổng kiểm toán',
    'chủ nhiệm ủy ban kiểm tra trung ương',
    'trưởng ban * trung ương',
  ],
  ['thứ trưởng thường trực'],
  [
    'thứ trưởng',
    'phó trưởng ban thường trực ban * trung ương',
    'phó trưởng ban * trung ương',
    'phó ban * trung ương',
    'phó chánh văn phòng trung ương',
    'phó chủ nhiệm ủy ban kiểm tra trung ương',
    'phó tổng thanh tra',
    'phó thống đốc',
    'phó chủ nhiệm văn phòng chính phủ',
    'phó chủ tịch ủy ban trung ương mặt trận',
  ],
  ['chủ tịch hội đồng nhân dân @province'],
  ['chủ tịch ủy ban nhân dân @province'],
  ['chủ tịch ủy ban mặt trận tổ quốc @province', 'chủ tịch mặt trận tổ quốc @province'],
  [
    'phó chủ tịch thường trực hội đồng nhân dân @province',
    'phó chủ tịch thường trực ủy ban nhân dân @province',
  ],
  ['phó chủ tịch hội đồng nhân dân @province', 'phó chủ tịch ủy ban nhân dân @province'],
  ['trưởng ban * tỉnh ủy', 'trưởng ban * thành ủy @province'],
  [
    'cục trưởng',
    'tổng cục trưởng',
    'vụ trưởng',
    'tư lệnh',
    'chánh văn phòng bộ',
    'chánh thanh tra bộ',
    'viện trưởng',
    'giám đốc học viện',
    'hiệu trưởng',
  ],
  ['giám đốc công an', 'giám đốc sở', 'chánh văn phòng', 'chánh thanh tra', 'giám đốc'],
  [
    'phó cục trưởng',
    'phó tổng cục trưởng',
    'phó vụ trưởng',
    'phó tư lệnh',
    'phó chánh văn phòng bộ',
    'phó chánh thanh tra bộ',
    'phó viện trưởng',
    'phó hiệu trưởng',
    'phó giám đốc học viện',
  ],
  ['phó giám đốc thường trực'],
  ['phó giám đốc', 'phó chánh văn phòng', 'phó chánh thanh tra', 'phó trưởng ban * tỉnh ủy'],
  ['chủ tịch hội đồng nhân dân @district'],
  ['chủ tịch ủy ban nhân dân @district'],
  [
    'phó chủ tịch thường trực hội đồng nhân dân @district',
    'phó chủ tịch thường trực ủy ban nhân dân @district',
  ],
  ['phó chủ tịch hội đồng nhân dân @district', 'phó chủ tịch ủy ban nhân dân @district'],
  ['trưởng công an @district', 'trưởng phòng'],
  ['phó trưởng công an @district', 'phó trưởng phòng', 'phó phòng'],
  ['chủ tịch hội đồng nhân dân @commune'],
  ['chủ tịch ủy ban nhân dân @commune'],
  ['phó chủ tịch hội đồng nhân dân @commune', 'phó chủ tịch ủy ban nhân dân @commune'],
  ['trưởng công an @commune', 'trưởng công an'],
  ['phó trưởng công an @commune', 'phó trưởng công an'],
  ['đội trưởng', 'trưởng đồn'],
  ['phó đội trưởng', 'phó trưởng đồn'],
  ['chuyên viên', 'cán bộ', 'trợ lý'],
]

/** Ranks of the People's Public Security and of the army; the navy's stand with theirs. */
export const rankGrades: readonly (readonly string[])[] = [
  ['đại tướng'],
  ['thượng tướng', 'đô đốc'],
  ['trung tướng', 'phó đô đốc'],
  ['thiếu tướng', 'chuẩn đô đốc'],
  ['đại tá'],
  ['thượng tá'],
  ['trung tá'],
  ['thiếu tá'],
  ['đại úy'],
  ['thượng úy'],
  ['trung úy'],
  ['thiếu úy'],
  ['thượng sĩ'],
  ['trung sĩ'],
  ['hạ sĩ~'],
  ['hạ sĩ quan'],
  ['binh nhất'],
  ['binh nhì', 'chiến sĩ'],
]

/** Family names of nearly everybody, to tell where a title ends and a name begins. Names of provinces are left out. */
export const surnames: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý Đinh Đoàn Trương Mai Trịnh Lương Lưu Tạ Đào ' +
    'Tô Vương Châu Quách Triệu Chu Chúng Giàng Vàng Nông Lò Hồ Hà Thái Cao Tống Phùng Kiều Khuất Thân Bạch Nghiêm'
  ).split(' '),
)
