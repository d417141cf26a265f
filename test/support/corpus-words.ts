// Words that generated records are made of: names as they are borne, subjects and sentences as offices write them.

export const surnames =
  'Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Lương,Tạ,Hà,Triệu'.split(',')
export const middleNames =
  'Văn,Thị,Đức,Quốc,Ngọc,Minh,Hữu,Xuân,Thanh,Trọng,Đình,Công,Mạnh,Bá,Hoài,Thúy'.split(',')
export const givenNames =
  'Sơn,Hùng,Soạn,Phi,Hiển,Thái,Huyền,Dược,Quý,Trì,Bình,Nam,Hòa,Hà,Long,Thủy,Tuấn,Khánh,Hương,Đạt,Ước,Oanh,Toàn,Thuận'.split(
    ',',
  )

export const ranks = ['Thượng tướng', 'Trung tướng', 'Thiếu tướng', 'Đại tá', 'Thượng tá', 'Trung tá']

export const openings = ['Tổng kết', 'Sơ kết', 'Triển khai', 'Quán triệt', 'Giao ban về']

export const subjects = [
  'phong trào toàn dân bảo vệ an ninh Tổ quốc',
  'công tác phòng cháy, chữa cháy khu dân cư',
  'xây dựng nông thôn mới nâng cao',
  'thí điểm Công an phường điển hình kiểu mẫu',
  'tiêu chí an ninh trật tự cấp xã',
  'cấp căn cước cho đồng bào vùng cao',
  'đấu tranh phòng, chống ma túy tuyến biên giới',
  'bảo đảm trật tự an toàn giao thông đường thủy',
  'cải cách thủ tục hành chính về cư trú',
  'phòng ngừa lừa đảo trên không gian mạng',
  'vận động nhân dân giao nộp vũ khí, vật liệu nổ',
  'quản lý người nước ngoài tạm trú',
  'tái hòa nhập cộng đồng sau cải tạo',
  'bảo vệ môi trường lưu vực sông',
  'chuyển đổi số trong lực lượng kỹ thuật',
  'chăm lo đời sống cán bộ, chiến sĩ',
  'bảo vệ kỳ thi tốt nghiệp trung học phổ thông',
  'ứng phó thiên tai, cứu nạn mùa mưa lũ',
  'kiểm soát giết mổ gia súc lậu',
  'xử lý tín dụng đen ở địa bàn công nghiệp',
]

export const sentences = [
  'Báo cáo cho biết toàn lực lượng đã tổ chức {n} cuộc tuyên truyền tại cơ sở.',
  'Các đại biểu thống nhất đánh giá kết quả đạt được là toàn diện và đúng hướng.',
  'Công tác phối hợp giữa các ngành được duy trì thường xuyên, đi vào chiều sâu.',
  'Có {n} tập thể và cá nhân được biểu dương vì thành tích trong năm.',
  'Một số nơi còn lúng túng trong việc phân công người theo dõi.',
  'Ủy ban nhân dân các cấp bố trí kinh phí theo dự toán được giao.',
  'Yêu cầu rà soát lại quy chế làm việc, báo cáo trước ngày cuối quý.',
  'Mô hình tự quản tiếp tục được nhân rộng ở {n} khu phố và thôn.',
  'Việc ứng dụng dữ liệu dân cư đã rút ngắn thời gian giải quyết hồ sơ.',
  'Đề nghị Bộ Công an quan tâm trang bị phương tiện cho lực lượng ở cơ sở.',
  'Hội nghị nghe tham luận của các đơn vị và trao đổi về bài học rút ra.',
  'Số vụ việc giảm so với cùng kỳ, tỷ lệ điều tra làm rõ đạt cao.',
  'Các lực lượng trực sẵn sàng chiến đấu trong dịp lễ, tết.',
  'Kết luận nêu rõ trách nhiệm của người đứng đầu từng đơn vị.',
  'Đã tiếp nhận {n} nguồn tin do nhân dân cung cấp, phục vụ công tác nắm tình hình.',
  'Nhiệm vụ trọng tâm thời gian tới là giữ vững ổn định từ cơ sở.',
]
