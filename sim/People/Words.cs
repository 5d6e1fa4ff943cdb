namespace Granary.Sim.People;

/// <summary>What names and addresses are made of: the characters of the recorded traffic, commoner ones more often.</summary>
internal static class Words
{
    public static readonly string[] Surnames =
    [
        .. "王李张刘陈王李张刘陈杨黄赵周吴杨黄赵周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易".Select(c => c.ToString()),
        "上官", "欧阳", "司马",
    ];

    public static readonly string Male = "伟强磊军勇涛斌超明刚健峰波辉鹏飞浩宇志国建平文林海龙旭宁俊杰成亮宝忠树鑫凯德福庆永振生贵洋帆";
    public static readonly string Female = "芳娜敏静丽娟艳霞秀燕玲红梅莹雪琴慧倩颖婷璐欣佳蕾洁瑶香兰云翠春桂珍莲月凤爱荣淑彩晶悦雨萍玉莉琳";

    /// <summary>Rare characters: four bytes in GB18030, a second byte of 0x5C or 0x7C, and ones that older hosts do not have.</summary>
    public static readonly string[] Rare = ["珅", "昞", "㬎", "㛃", "\U0002CB4E", "䶮", "烜", "祎"];

    /// <summary>What a host that lacks a character puts in its place: the last is a code of the private use area.</summary>
    public static readonly string[] Lost = ["?", "□", "？", "\uE863"];

    public static readonly string[] Towns = ["长山乡", "和平镇", "向阳镇", "胜利镇", "红旗乡", "东风乡", "永安镇", "兴隆镇", "太平镇", "建国乡", "团结乡", "民主乡", "幸福镇", "新华镇", "山河镇", "双河镇"];
    public static readonly string[] Villages = ["双发村", "兴旺村", "新立村", "裕民村", "福利村", "前进村", "东升村", "永胜村", "光明村", "五星村", "太和村", "保安村", "安乐村", "庆丰村", "丰收村", "民安村"];
    public static readonly string[] Streets = ["和平路", "人民大街", "中央大街", "友谊路", "文化路", "新华街", "兴安街", "铁西街", "通江街"];

    public static readonly string[] Brands = ["鑫源", "北大", "宏运", "兴达", "丰盛", "金穗", "绿野", "黑土", "天合", "泰和", "松花江", "惠农", "瑞祥"];
    public static readonly string[] Trades = ["米业", "木业", "物流", "食品", "商贸", "乳业", "种业", "牧业", "农机", "农资", "建材", "科技", "粮食贸易"];
    public static readonly string[] Forms = ["有限责任公司", "有限公司", "股份有限公司", "家庭农场", "农民专业合作社", "经销部"];

    /// <summary>Simplified and traditional forms that clerks mix.</summary>
    public static readonly (string Simplified, string Traditional)[] Traditional =
        [("军", "軍"), ("龙", "龍"), ("东", "東"), ("华", "華"), ("国", "國"), ("张", "張"), ("陈", "陳"), ("刘", "劉"), ("马", "馬"), ("杨", "楊"), ("丽", "麗"), ("兰", "蘭")];

    /// <summary>Look-alike and sound-alike characters.</summary>
    public static readonly (string Right, string Wrong)[] Alike =
        [("伟", "玮"), ("静", "靖"), ("晶", "精"), ("丽", "莉"), ("敏", "民"), ("玲", "铃"), ("燕", "艳"), ("志", "智"), ("建", "健"), ("辉", "晖"), ("洋", "样"), ("海", "诲"), ("明", "朋"), ("芳", "方"), ("娟", "涓")];
}
