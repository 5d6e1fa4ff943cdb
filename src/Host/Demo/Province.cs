using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.People;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel;

namespace Granary.Host.Demo;

/// <param name="Manager">Whose customer it is in the legal entity of its first record; one in ten is nobody's.</param>
/// <param name="Place">The village, where it lives in one.</param>
internal sealed record MadeParty(InitialParty Party, string Manager, string Place);

/// <summary>
/// Customers of a made-up province: families in villages and streets, sole traders, cooperatives, companies, each known to one system or
/// to several. The same seed gives the same province, whatever the number of threads.
/// </summary>
internal sealed class Province(IReadOnlyList<DemoOutlet> outlets, IReadOnlyList<ISubscription> systems, int seed)
{
    /// <summary>Families are made by the hundred, so that a part can be made without those before it.</summary>
    public const int Part = 2_000;

    /// <summary>Birthdays times serial numbers of one sex: so many people have a resident number of their own in any county.</summary>
    public const int Most = Days * 500;

    private const int Days = 20_000;

    private static readonly DateOnly Eldest = new(1950, 1, 1);
    private static readonly DateTimeOffset Opening = new(2015, 1, 1, 9, 0, 0, BankTime.Offset);

    private static readonly string Surnames = string.Concat(Enumerable.Repeat("王李张刘陈", 8)) + string.Concat(Enumerable.Repeat("杨赵黄周吴徐孙马朱胡", 3))
        + "郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤";
    private const string Male = "伟强磊军勇涛斌超明刚健峰波辉鹏飞浩宇志国建平文林海龙旭宁俊杰成亮宝忠树鑫凯德福庆永振生贵洋帆";
    private const string Female = "芳娜敏静丽娟艳霞秀燕玲红梅莹雪琴慧倩颖婷璐欣佳蕾洁瑶香兰云翠春桂珍莲月凤爱荣淑彩晶悦雨萍玉莉琳";
    private static readonly string[] Streets = ["和平路", "人民大街", "中央大街", "友谊路", "文化路", "新华街", "兴安街", "铁西街"];
    private static readonly string[] Brands = ["鑫源", "宏运", "兴达", "丰盛", "金穗", "绿野", "黑土", "天合", "泰和", "惠农", "瑞祥", "北方", "龙江", "嘉禾", "沃土", "永丰"];
    private static readonly string[] Trades = ["米业", "木业", "物流", "食品", "商贸", "乳业", "种业", "牧业", "农机", "农资", "建材", "科技", "粮食贸易", "运输"];
    private static readonly string[] Crops = ["水稻", "玉米", "大豆", "蔬菜", "养殖", "农机"];
    private static readonly string[] Shops = ["超市", "饭店", "五金店", "农资店", "理发店", "服装店", "修理部"];
    private static readonly string[] Mobiles = ["130", "131", "135", "136", "137", "138", "139", "150", "151", "152", "155", "158", "159", "177", "182", "186", "188"];

    /// <summary>The parties from <paramref name="first"/> (counted from 0), in the order of their numbers.</summary>
    public IReadOnlyList<MadeParty> Make(int first, int count)
    {
        var random = new Random(HashCode(first));
        var made = new List<MadeParty>(count);
        while (made.Count < count)
        {
            var outlet = outlets[random.Next(outlets.Count)];
            var manager = random.Next(10) == 0 ? "" : outlet.Managers[random.Next(outlet.Managers.Count)];
            var village = outlet.Villages.FirstOrDefault(v => v.Manager == manager) ?? outlet.Villages[random.Next(outlet.Villages.Count)];
            var what = random.Next(100);
            if (what < 6)
            {
                made.Add(new MadeParty(Organisation(random, first + made.Count, outlet, village, what), manager, ""));
                continue;
            }

            // A household: one surname of the father, one address, its head first.
            var surname = Surnames[random.Next(Surnames.Length)];
            var inTown = random.Next(10) < 4;
            var address = inTown
                ? $"黑龙江省{outlet.County}{Streets[random.Next(Streets.Length)]}{random.Next(1, 400)}号{random.Next(1, 20)}栋{random.Next(1, 7)}单元{random.Next(101, 999)}室"
                : $"黑龙江省{outlet.County}{village.Town}{village.Name}{random.Next(1, 9)}组{random.Next(1, 200)}号";
            var members = Math.Min(random.Next(1, 5), count - made.Count);
            for (var i = 0; i < members; i++)
            {
                var code = inTown ? "" : village.Code;
                made.Add(new MadeParty(Person(random, first + made.Count, outlet, i == 1 ? Surnames[random.Next(Surnames.Length)] : surname, i, address, code), manager, code));
            }
        }

        return made;
    }

    private int HashCode(int first) => unchecked((seed * 31) + (first * 7919));

    private InitialParty Person(Random random, int index, DemoOutlet outlet, char surname, int place, string address, string village)
    {
        var woman = place == 1 || (place > 1 && random.Next(2) == 0);
        var letters = woman ? Female : Male;
        var name = $"{surname}{letters[random.Next(letters.Length)]}{(random.Next(4) == 0 ? "" : letters[random.Next(letters.Length)])}";
        // Every index has a birthday and a serial number of its own, odd for men: no two people get one number.
        var birth = Eldest.AddDays((int)((long)index * 7919 % Days));
        var body = string.Create(CultureInfo.InvariantCulture, $"{outlet.Code.AsSpan(0, 6)}{birth:yyyyMMdd}{((index / Days * 2) + (woman ? 0 : 1)) % 1000:D3}");
        var attributes = new Dictionary<string, string>
        {
            [PartyAttribute.Name] = name,
            [PartyAttribute.Document] = Joined("01", body + ResidentIdNumber.CheckCharacter(body), ""),
            [PartyAttribute.Gender] = woman ? "F" : "M",
            [PartyAttribute.Birth] = birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [PartyAttribute.Mobile] = Mobile(random),
            [PartyAttribute.HomeAddress] = Joined(address, UnitCode.EntityOf(outlet.Code)),
        };
        if (village.Length > 0)
        {
            attributes.Add(PartyAttribute.Household, Joined(village, place == 0 ? "1" : ""));
        }

        return Known(random, PartyKind.Person, index, outlet, attributes);
    }

    private InitialParty Organisation(Random random, int index, DemoOutlet outlet, DemoVillage village, int what)
    {
        var (mark, name) = what switch
        {
            0 or 1 or 2 => ("92", $"{outlet.County}{village.Town}{Surnames[random.Next(Surnames.Length)]}{Male[random.Next(Male.Length)]}{Shops[random.Next(Shops.Length)]}"),
            3 => ("93", $"{outlet.County}{Brands[random.Next(Brands.Length)]}{Crops[random.Next(Crops.Length)]}专业合作社"),
            _ => ("91", $"{outlet.County}{Brands[random.Next(Brands.Length)]}{Brands[random.Next(Brands.Length)]}{Trades[random.Next(Trades.Length)]}有限公司"),
        };
        var organisation = index.ToString("D8", CultureInfo.InvariantCulture);
        var body = mark + UnitCode.EntityOf(outlet.Code) + organisation + OrganisationCode.CheckCharacter(organisation);
        return Known(random, PartyKind.Organisation, index, outlet, new Dictionary<string, string>
        {
            [PartyAttribute.Name] = name,
            [PartyAttribute.Document] = Joined("20", body + UnifiedSocialCreditCode.CheckCharacter(body), ""),
            [PartyAttribute.Mobile] = Mobile(random),
            [PartyAttribute.HomeAddress] = Joined($"黑龙江省{outlet.County}{Streets[random.Next(Streets.Length)]}{random.Next(1, 400)}号", UnitCode.EntityOf(outlet.Code)),
        });
    }

    /// <summary>What each of the systems that know a customer says: as much as it has a place for. One in thirty is known in a second county too.</summary>
    private InitialParty Known(Random random, PartyKind kind, int index, DemoOutlet outlet, Dictionary<string, string> attributes)
    {
        var many = random.Next(20) switch { < 11 => 1, < 17 => 2, < 19 => 3, _ => 4 };
        var start = random.Next(systems.Count);
        var at = Opening.AddMinutes(random.Next(10 * 365 * 24 * 60));
        var records = new List<InitialRecord>(many);
        for (var i = 0; i < Math.Min(many, systems.Count); i++)
        {
            var system = systems[(start + i) % systems.Count];
            var branch = i > 0 && random.Next(30) == 0 ? outlets[random.Next(outlets.Count)].Code : outlet.Code;
            var said = attributes.Where(a => system.Attributes.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);
            records.Add(new InitialRecord(system.System, string.Create(CultureInfo.InvariantCulture, $"G{index:D9}"), branch, at.AddDays(i * 40), said));
        }

        return new InitialParty(kind, records);
    }

    private static string Mobile(Random random) => Mobiles[random.Next(Mobiles.Length)] + random.Next(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    private static string Joined(params string[] parts) => string.Join(PartyAttribute.PartSeparator, parts);
}
