// The body that bench `http` sends: a conference of real size.
export const afternoonInput = {
  title: [
    'Tổng kết công tác tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
    'Triển khai Kế hoạch thực hiện Chương trình nâng cao chất lượng, hiệu quả thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới giai đoạn 2021-2025',
    'Xây dựng thí điểm “Công an phường điển hình, kiểu mẫu về an ninh, trật tự và văn minh đô thị”',
  ],
  hostUnitId: 'unt_bo-cong-an',
  level: 'ministry',
  form: 'online',
  classification: 'public',
  venue: 'Hội trường Bộ Công an, Hà Nội',
  startsAt: '2022-11-23T14:00:00+07:00',
  endsAt: '2022-11-23T16:30:00+07:00',
  agenda: ['opening', 'report', 'plan', 'contributions', 'conclusion'].map((kind, place) => ({
    id: `agd_${kind}`,
    title: 'Báo cáo tóm tắt kết quả tổ chức “Ngày hội Toàn dân bảo vệ an ninh Tổ quốc” năm 2022',
    kind,
    plannedAt: `2022-11-23T14:${place}0:00+07:00`,
    minutes: 10,
  })),
} as const
