import type { Half } from './grammar.ts';

/**
 * Syllables that hardly ever are words of their own, each with the syllables before and behind it of the words in
 * which it stands: `syllable|before|behind`. Written down from knowledge of the language; not complete, so that one
 * that stands alone says little, and several say much.
 */
const HALVES = `
phủ|chính bao che trùng âm thiên|nhận định quyết sóng xanh đầu kín
nghiệp|doanh nông công sự nghề tốt chuyên đồng khởi thất lâm ngư lập hành tác xí sản thương kỹ|vụ dư đoàn chủ
doanh|kinh liên quốc công bản tư hải|nghiệp nhân thu số trại
tế|kinh quốc thực y tinh cứu|bào nhị
quốc|trung tổ đế vương toàn liên ngoại hàn anh mỹ đảo cường|gia tế hội phòng tịch vương hữu doanh lộ kỳ dân nội ngữ
gia|quốc tham chuyên thương quản tác triết hoàng đại tư oan bạc hộ|đình tăng nhập hạn súc cầm cố vị chủ tộc sản công
đình|gia triều tam|chỉ công trệ
nghị|hội đề kiến khuyến hữu kháng quyết|quyết viện sĩ định lực
quyết|giải nghị phán kiên phủ biểu cương|định liệt tâm đoán toán chiến
thống|tổng truyền hệ chính huyết|kê nhất trị đốc lĩnh
thuật|kỹ nghệ phẫu học mỹ võ tường chiến thủ ảo toán ma xảo|ngữ toán lại
nghệ|công văn|thuật sĩ nhân
nghiên||cứu
nghiệm|kinh thí trải xét thực trắc chiêm hiệu thử|thu
tiện|phương thuận tiện|lợi nghi ích thể
triển|phát tiến|khai lãm vọng
khuyến||khích cáo mãi nghị học
khích|khuyến quá|lệ
lãnh|thống bản lạnh|đạo thổ tụ sự hải đạm
lĩnh|thủ thống cương bản|vực hội xướng
vấn|phỏng cố tư chất thẩm học nghi|đề nạn
xuất|sản đề trục hiệu tái truy kiệt đột năng diễn|khẩu hiện sắc bản phát hành thân xứ viện cảnh kích ngũ trình
thức|chính nhận ý kiến tri hình phương công nghi trí cách tỉnh mẫu tiềm đánh|ăn uống dậy giấc tỉnh
pháp|biện hợp phương giải tư lập hành hiến phi ngữ liệu cú bất|luật lý y đình nhân danh quy
phù||hợp thủy sa hiệu nề
hoạt|sinh linh kích|động hình
nhiệm|trách bổ chủ đảm tín bãi miễn kiêm tiền đương mãn kế tái ủy hậu|vụ kỳ chức màu
trách|chỉ phụ khiển quở đặc chức trọng|nhiệm móc cứ
phục|khắc thuyết khôi trang chinh khâm quân đồng thán lễ mai quần hồi|vụ hồi chức hưng kích trang sinh
tộc|dân gia chủng sắc bộ quý hoàng thị dòng|trưởng người
chủng|tiêm diệt biến đa nhân|tộc loại viện sinh
tắc|nguyên quy phép ách bế|nghẽn trách đường
ngờ|nghi bất không đáng|vực rằng
khủng|kinh|bố hoảng khiếp long
hoảng|khủng hốt|loạn sợ hốt hồn
tuyên||bố truyền án thệ chiến dương ngôn giáo
thuyết|lý tiểu giả học diễn truyền|phục minh trình giáo
trình|chương quá công lịch tiến hành lộ quy giáo thuyết phương tường lập xuất|bày diễn độ duyệt tự báo
trạng|tình hiện thực nguyên cáo|thái nguyên
thái|dân trạng sinh hình sắc bình biến|độ lan bình tử giám dương quá cực
chế|hạn cơ quy kiềm khống thể bào ức chuyên pháp cưỡng biên điều sáng|độ tạo biến ngự tài nhạo giễu
thiệu|giới|
thảo|hội soạn dự hiếu đơn|luận dược nguyên mộc
luận|thảo kết bình tranh lý dư biện xã bàn ngôn khảo tiểu|án văn điểm tội giải
biện|ngụy hùng bao|pháp hộ minh luận chứng
khả||năng thi nghi quan dĩ
năng|khả chức kỹ tài tiềm hiệu tính nhiệt bản công đa vạn|lực lượng động suất khiếu
tiềm||năng ẩn lực thức tàng
hiểm|nguy bảo mạo thám thâm nham|họa trở nguy
nguy||hiểm cơ hại kịch nan cấp
cấu|cơ kết hư|trúc thành tạo
quan|cơ liên chủ khách tham hải sĩ trực tổng lạc cảnh khả mỹ bi giác|hệ trọng tâm điểm sát chức niệm ngại tài thuế liêu chức
trọng|quan nghiêm tôn trang kính chú cân trầm tỷ coi sang thận long quý đề bảo|lượng tâm tài điểm đại trách tội yếu thị thương dụng lực tải
nghiêm|uy tôn trang giới phong|trọng túc ngặt khắc cấm minh
túc|nghiêm sung mãn|cầu trực
thủ|tay phạm hung sát bảo tuân cầu đối phòng nguyên sát cố xạ đấu kỳ tay tuyển|tướng đô tục phạm lợi tiêu môn lĩnh thuật đoạn công khoa thành quỹ thư
đô|thủ kinh cố quốc nội|thị la đốc hộ vật
thị|đô thành siêu chỉ hiển kỳ cận biểu miệt tiếp khinh giám|trường trấn xã trưởng giác lực phần tộc thực sát hiếu dân
trấn|thị|an áp thủ giữ
vũ|khiêu ca|khí trang trụ công lực đạo điệu nữ trường
phỏng|mô|vấn đoán theo sinh
chí|báo tạp đồng thậm ý tâm nhất thiện|mạng ít hướng khí
tạp|phức hỗn pha|chí chất hóa kỹ
phức||tạp hợp
tích|thành di diện phân cổ thương mất thể dấu kỳ sự tàn bí|cực lũy hợp tụ trữ
mục|hạng chuyên tiết đề danh|tiêu đích sư nát kích
phê|cà|bình duyệt chuẩn phán
phán|phê đàm thẩm|quyết xét đoán
đàm|hội|phán thoại đạo
thoại|điện đối đàm hội độc thần|
thẩm|sơ phúc bồi giám hội tái|phán quyền định vấn mỹ tra
đáp|hỏi giải hồi|ứng trả lại án
ứng|phản đáp thích cung hiệu tương hưởng đối cảm|dụng cử phó viên xử biến
dụng|sử ứng tác áp tín công lợi tận trọng vận tuyển lạm vô hữu khả thực trưng chuyên dân|cụ ý
sử|lịch tiền tiểu cổ|dụng gia học sách
đối|phản tương tuyệt chống cân cực|với thủ tác phó đầu mặt thoại lập tượng xử phương diện đáp ngoại nội xứng chiếu
phản|tương mưu|đối ứng ánh hồi bội công kháng biện cảm tác động chiến lực xạ pháo
kháng|phản đề đối sức|cáo chiến cự nghị sinh thể khuẩn án nguyên
cáo|báo quảng tố kháng cảnh thông bị bố nguyên khuyến vu|buộc trạng phó bạch từ lui chung
quảng||cáo bá trường đại
thông|giao truyền phổ lưu viễn khai liên|tin qua báo thường minh điệp cảm thạo dịch suốt số tấn lệ thoáng
minh|thông chứng văn liên thuyết bình phát biện quang thanh đồng nghiêm phân xác|bạch họa tinh chứng mẫn
liên||quan minh tục hệ lạc bang đoàn kết hợp doanh tiếp hoan lụy tưởng đới ngành quân miên
tục|tiếp liên thủ phong kế hoàn trần thế|lệ ngữ
kế|thừa thiết mưu sinh nhiệt thống|hoạch toán tiếp nhiệm thừa tục cận
hoạch|kế thu quy|định
kiến|dự ý chứng sáng định thành phong bất tái|thức trúc nghị thiết
thiết|tha kiến cần thân mật|kế bị lập yếu thực giáp thân tha
tổn|phí|thất thương hại hao thọ
vong|thương tử diệt lưu|linh mạng
hoàng|huy kinh nữ|gia tử đế hậu cung hôn thành
đế|hoàng|quốc chế vương
huy|chỉ phát|hoàng động chương hiệu
phong|tiền niêm tiên|trào tỏa cách cảnh phú kiến tục thánh sát bì độ
phú|phong trù|ông quý
khảo|tham giám tra|sát cổ nghiệm luận
giám|thái|đốc sát định khảo hộ thị
đốc|giám tổng đôn đô thống|thúc công
trữ|dự lưu tích tàng|lượng tình
biểu|phát đại tiêu thời|tình diễn quyết tượng hiện dương đạt mẫu đồ thị ngữ
ấn|dấu|tượng định phẩm bản hành
niệm|kỷ khái quan tưởng lưu hoài ý|
kỷ|thế ích thập|niệm lục luật cương nguyên
đại|vĩ thời hiện cực tối cổ phóng đương cận trọng niên|diện học biểu hội dương lục sứ đa đội tá úy tướng thắng lý dịch khái bàng
sứ|đại thiên đặc công gốm đồ|quán giả mệnh thần
ngoại|đối hải bà ông hướng|trưởng giao ô tệ quốc trừ lệ tình thương hối hình thất viện ngữ
nội|đối bà ông hướng|bộ các chiến địa dung thất trợ lực vụ tạng y khoa thành đô
dung|nội bao hình khoan|lượng nham túng
hoàn|tuần tái bồi|toàn thành cảnh thiện tất hảo trả lại tục chỉnh
thiện|cải hoàn từ thân lương việc cái|chí nguyện cảm ác tâm
tịch|chủ quốc hộ nhập|thu
trương|chủ khẩn khoa phô khai|
khẩn||cấp trương thiết cầu khoản
trợ|hỗ viện cứu tài bổ bảo phụ nội|giúp lý cấp lực
hỗ|tương|trợ
ngân|thủy thu giải|hàng sách quỹ khố
đảm|bảo can|bảo nhiệm đang
vệ|bảo hộ tự phòng cận hậu cảnh tiền|sinh sĩ tinh
ủng||hộ
khẳng||định
chấp|tranh cố bất|nhận hành thuận chính pháp
thuận|chấp thỏa đồng hòa phi|lợi tiện buồm
thỏa||thuận mãn đáng hiệp thích
mãn|thỏa bất tự viên|nguyện hạn nhãn
tri|cử vô nhận tiên|thức ân kỷ giác
ủy|cấp đảng thành tỉnh quân|ban viên quyền thác nhiệm
lãng|phiêu|phí mạn quên
miễn|bãi|phí là dịch thuế trừ cưỡng nhiệm giảm phạt tội
duy|tư|trì nhất tân vật tâm
trì|duy kiên chủ|hoãn trệ
hoãn|trì tạm hòa|lại binh
trệ|trì đình ngưng|
thiểu|giảm tối|số
giáo|cơ kitô tà thị trợ tôn hồi phật công đạo thiên nhà|dục viên sư hội hoàng phái dân sĩ đường trình án khoa lý
dục|giáo tình thể phát sinh|vọng
tôn|tự|giáo trọng vinh sùng thờ nghiêm kính
sĩ|bác binh chiến nghệ nhạc ca tiến thạc võ nghị họa kỹ thi vệ tu giáo lực văn nha dũng hạ liệt nữ thượng trung|quan tử diện số
huấn|giáo tập|luyện thị
luyện|huấn tập rèn tinh|tập kim
khắc|thời khoảnh nghiêm điêu ngay tức chạm|phục nghiệt họa
khoảnh||khắc
lợi|thuận quyền thắng phúc có bất tiện trục vụ hưởng cái|ích nhuận dụng thế hại khuẩn
ích|lợi có hữu vô công bổ|kỷ
nhuận|lợi năm|bút
phúc|hạnh|lợi thẩm đức
hạnh|bất đức vinh|phúc kiểm
vinh|tôn quang phồn|dự quang danh hạnh hiển
danh|chức địa vinh vô mạo nổi lừng bút biệt pháp|sách dự tiếng hiệu tính nghĩa
hiệu|thương nhãn tín dấu danh vô ký số biệt biển khẩu phù hữu|quả trưởng lực ứng suất chỉnh
sản|tài bất động di thủy hải nông cộng khoáng đặc phá sinh tư|phẩm xuất lượng vật phụ khoa sinh
khoáng||sản đạt chất
cộng|công tổng bất|hòa sản đồng tác sự hưởng
hòa|cộng điều ôn chan hiền bão|bình giải hợp thuận nhập nhã âm hoãn
đẳng|bình cao|cấp
dưỡng|dinh nuôi bảo bồi điều an|bệnh sinh lão chất
dinh||dưỡng thự
khuẩn|vi kháng nhiễm diệt lợi|
hoại|phá hủy|tử
thảm||họa kịch sát hại khốc thiết bại thương
khốc|tàn thảm|liệt
tàn|suy|phá ác bạo nhẫn tật khốc dư tích sát cuộc
bạo|táo cường hung tàn|lực hành loạn động chúa
loạn|hỗn bạo hoảng phiến nổi nội rối chiến tán náo|lạc
hỗn||loạn hợp độn láo chiến tạp
khoán|chứng|
thậm||chí tệ
đặc|đông|biệt điểm sản vụ phái trưng quyền tính công nhiệm khu xá sứ thù
biệt|đặc phân cá khác riêng tạm cách|thự danh ly lập
phân||tích biệt chia phối bố công khúc tán tử hóa vân cách loại minh bón
phối|phân chi điều giao|hợp cảnh
kiệm|tiết cần|
tiết|chi thời điều bài nội khí tình|kiệm lộ mục chế
sát|khảo cảnh quan giám ám kiểm thảm tự trinh mưu ma|hại nhập thủ cánh thương
dự|tham danh do can|án kiến đoán báo định trữ thảo luật phòng tính thi bị
vực|lĩnh khu lưu hải ngờ|
nguyên|tài trung cao kỷ căn tổ nguồn|nhân tắc liệu tử thủ vẹn đơn cáo lý bản
nhân|nghi nữ nam tình gia mỹ thánh hạt công cá nạn bệnh tù hôn nguyên tư phu doanh quân vĩ chứng thân chủ tác phạm quý cổ|viên dân loại vật quyền sự lực tố chứng tạo tài đạo cách văn khẩu danh từ dịp công mạng
hợp|phù kết tổng tập trường liên thích phối hòa trùng phức tích hội|tác đồng pháp lý nhất thành lực ca thời chất
cơ|nguy động thời phi hữu vô căn|hội quan sở bản chế cấu thể bắp động trưởng khí mật
chứng|bằng nhân biến triệu hội công kiểm dẫn làm minh|minh kiến nhận khoán cứ chỉ thực
tuyển|đội ứng trúng sơ thi dự|thủ dụng chọn sinh cử
cử|bầu ứng tranh đề tuyển|tri nhân tạ chỉ
`;

/** The same of syllables that are words of their own now and then. */
const LOOSE_HALVES = `
thể|có không cụ tập cơ toàn chủ vật đoàn thân hình tổng thực chẳng chưa|hiện thao lực dục chế loại thức tích trạng nào là
nhiên|tuy tự đương ngẫu hiển dĩ mặc ngạc thiên đột quả hồn|liệu hậu
lượng|số chất lực năng sản khối trọng dung lưu âm định hàm thương doanh|tử
chính|tài hành bưu đích triều|phủ thức trị sách xác quyền là mình đáng thống nghĩa trường
trường|thị môi hiện quảng hội nông chiến nhà lập công phi đấu|học hợp đại quay
động|hoạt hành lao vận tác tự chủ bạo di lưu chấn biến phát khởi hưởng dao sống năng cử xúc|vật cơ lực viên thái đất sản
hội|xã quốc cơ hiệp đại lễ hậu giáo dạ vũ|nghị đồng chợ thảo thoại đàm họp viên trường
tổ|tiên|chức quốc tiên trưởng hợp
chức|tổ công nhậm viên đương quan cách|năng vụ danh trách quyền sắc
tình|nhân ái thân vô nhiệt|hình trạng cảm yêu nguyện huống tiết báo dục nghi bạn
hình|điển tàng tình mô truyền địa loại điển vô án bóng thân ngoại|thành thức ảnh sự phạt dung thái dạng
trị|chính điều giá quản cai thống nội pháp trừng trực|giá liệu an
vị|đơn chức địa khẩu thú quý|trí thế tha thành vua khách
trí|vị bố trang giải tâm lý|tuệ thức nhớ
giới|thế biên phạm cảnh ranh môi phân quân|thiệu hạn tính chức nghiêm trẻ nghệ
thế|vị xu lợi tình thay trận hậu thay cục|giới hệ kỷ nào là vận mạnh này
gian|thời không trung dân thế|lận nan hàng khổ dối lao
thời|đồng tức kịp lâm tạm đương hiện nhất lỗi bấy|gian điểm kỳ tiết đại sự hạn trang cơ
kiện|điều sự bưu tố dữ phụ linh văn vụ|toàn hàng tụng
hành|thi tiến chấp phát điều cử thực vận hiện ban ngân lữ du đồng bộ|động chính vi khách trình khúc lang lý tinh hung
tập|học luyện bài sưu thực tổng thu diễn triệu|trung luyện thể hợp đoàn quán kết tục
cứu|nghiên cấp giải tra|trợ hộ hỏa tế chữa nạn sống thua
hưởng|ảnh thừa thụ tận âm|ứng lợi thụ thức
ảnh|hình điện phim bức tranh nhiếp|hưởng
dịch|giao chiến đại phiên du dung kịch bệnh phòng bản kiểm|vụ bệnh chuyển hạch
tác|hợp công đối hòa sáng thao canh động|động phẩm giả dụng hại nghiệp
vật|động thực nhân sinh sản báu bảo đồ sự hiện súc kiến di|liệu chất thể lý dụng nuôi lộn
dân|người nhân công nông nhà cư ngư|tộc chủ số cư sự quân tị gian chúng tình túy quyền
tự|tuần chữ tình trình thứ tương trật|nguyện giác lập do động nhiên tin ti chủ hào vệ sát mình trị trọng
chuyển|vận di biến thay chu luân|đổi động giao sang đến
trưởng|bộ tăng hiệu thị đội sinh cục viện tổ huyện cơ thuyền ngoại xã nhóm|thành phòng ban nhóm đoàn khoa
khí|vũ không thiên khoáng dũng binh|hậu thải tượng đốt chất cầu
hậu|khí hoàng hoa tối nhân|quả vệ trường cần thuẫn duệ
tín|uy thư tự|dụng nhiệm hiệu ngưỡng đồ
dư|số|luận luật
giao|ngoại bàn chuyển xã bang|thông dịch tiếp lưu thương hữu hàng tranh
xét|xem nhận nhìn phán tra cứu|xử nghiệm hỏi
cảm|tình thông nhạy thiện|thấy xúc giác ơn nhận động hứng ứng
khoa||học trương
học|khoa đại sinh văn hóa trường y tâm du|sinh viên tập hỏi thuật phí giả kỳ
văn|công nhân|hóa học phòng bản minh nghệ kiện bằng
hóa|văn hàng biến tiến tiêu xã công phân|học đơn chất thân
quân|hải không lục cựu hành|đội sự nhân sĩ lính chủ phục y
lực|nỗ áp động năng quyền thế vũ hiệu bạo nhân bất chủ binh thực sức trợ|lượng sĩ
áp|đàn trấn|lực dụng đặt bức phích
đoàn|tập phái quân tổng sư gia công|kết thể tụ viên
thương|bị chấn vết nhập|mại hiệu lượng gia vong tích tâm binh yêu
`;

function readHalves(lines: string): ReadonlyMap<string, Half> {
  const halves = new Map<string, Half>();
  for (const line of lines.trim().split('\n')) {
    const [syllable = '', before = '', behind = ''] = line.split('|');
    halves.set(syllable, { before: new Set(before.split(' ')), behind: new Set(behind.split(' ')) });
  }
  return halves;
}

/** Halves of words, by syllable; lower case. `loose`: those that are words of their own now and then. */
export function vietnameseHalves(): { strict: ReadonlyMap<string, Half>; loose: ReadonlyMap<string, Half> } {
  return { strict: readHalves(HALVES), loose: readHalves(LOOSE_HALVES) };
}
