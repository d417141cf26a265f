// The six socio-economic regions and their provinces (map of 63, whose names include those of 34), north to south, as
// the slug of a provincial police's unit has them. Source: Nghị quyết 81/2023/QH15.

export const regions: readonly { name: string; provinces: readonly string[] }[] = [
  {
    name: 'Trung du, miền núi phía Bắc',
    provinces:
      'ha-giang cao-bang bac-kan lang-son tuyen-quang thai-nguyen lao-cai yen-bai dien-bien lai-chau son-la hoa-binh phu-tho bac-giang'.split(
        ' ',
      ),
  },
  {
    name: 'Đồng bằng sông Hồng',
    provinces:
      'ha-noi hai-phong quang-ninh vinh-phuc bac-ninh hai-duong hung-yen thai-binh ha-nam nam-dinh ninh-binh'.split(
        ' ',
      ),
  },
  {
    name: 'Bắc Trung Bộ, duyên hải miền Trung',
    provinces:
      'thanh-hoa nghe-an ha-tinh quang-binh quang-tri hue da-nang quang-nam quang-ngai binh-dinh phu-yen khanh-hoa ninh-thuan binh-thuan'.split(
        ' ',
      ),
  },
  { name: 'Tây Nguyên', provinces: 'kon-tum gia-lai dak-lak dak-nong lam-dong'.split(' ') },
  {
    name: 'Đông Nam Bộ',
    provinces: 'ho-chi-minh dong-nai binh-duong ba-ria-vung-tau binh-phuoc tay-ninh'.split(' '),
  },
  {
    name: 'Đồng bằng sông Cửu Long',
    provinces:
      'can-tho long-an tien-giang ben-tre tra-vinh vinh-long dong-thap an-giang kien-giang hau-giang soc-trang bac-lieu ca-mau'.split(
        ' ',
      ),
  },
]
