using System.Collections.Frozen;

namespace Granary.Chinese;

/// <summary>An organisation's name in the parts that compare differently.</summary>
/// <param name="Core">The name without its legal form: 宾绿野商贸.</param>
/// <param name="LegalForm">The legal form in its full wording, or "" where the name has none.</param>
public readonly record struct OrganisationName(string Core, string LegalForm)
{
    // Longest first. Left: as written; right: the form meant. 有限责任公司 and 有限公司 are one form (Company Law, art. 7);
    // a farmers' cooperative is registered as 农民专业合作社 or 专业合作社 and called 合作社.
    private static readonly (string Written, string Meant)[] Forms =
    [
        ("农民专业合作社联合社", "农民专业合作社联合社"), ("专业合作社联合社", "农民专业合作社联合社"),
        ("农民专业合作社", "农民专业合作社"), ("农民合作社", "农民专业合作社"), ("专业合作社", "农民专业合作社"), ("合作社", "农民专业合作社"),
        ("集团股份有限公司", "集团股份有限公司"), ("股份有限公司", "股份有限公司"), ("股份公司", "股份有限公司"), ("股份", "股份有限公司"),
        ("集团有限责任公司", "集团有限责任公司"), ("集团有限公司", "集团有限责任公司"), ("有限责任公司", "有限责任公司"), ("有限公司", "有限责任公司"), ("集团公司", "集团"), ("集团", "集团"),
        ("个体工商户", "个体工商户"), ("合伙企业有限合伙", "合伙企业"), ("合伙企业普通合伙", "合伙企业"), ("合伙企业", "合伙企业"), ("个人独资企业", "个人独资企业"),
        ("家庭农场", "家庭农场"), ("经销部", "经销部"), ("经营部", "经营部"), ("商行", "商行"), ("总公司", "总公司"), ("公司", "公司"),
    ];

    // What authorities and committees are called in short. It is part of their name: without it they are a place.
    private static readonly (string Written, string Meant)[] Offices =
        [("村委会", "村民委员会"), ("居委会", "居民委员会"), ("人民政府", "人民政府"), ("政府", "人民政府")];

    // What a company does, as registered names say it behind the brand. From the industries of GB/T 4754.
    private static readonly FrozenSet<string> Trades = FrozenSet.Create(StringComparer.Ordinal, (
        "商贸 贸易 物流 运输 货运 快递 科技 信息 网络 软件 电子 通信 农业 牧业 渔业 林业 米业 木业 药业 酒业 粮油 粮食 种业 化肥 农资 农机 种植 养殖 食品 餐饮 饮品 乳业 肉业 酒店 宾馆 旅游 "
        + "建筑 建材 建设 工程 装饰 装修 地产 房地产 物业 家具 家居 服装 服饰 纺织 印刷 包装 文化 传媒 广告 教育 培训 医疗 医药 化工 塑料 橡胶 机械 机电 设备 汽车 汽配 钢铁 矿业 煤炭 能源 热力 电力 环保 水务 保险 担保 典当 投资 咨询 管理 服务 劳务 保洁 百货 超市 实业").Split(' '));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TradeSpans = Trades.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether part of a name says what the organisation does: 商贸, 物流.</summary>
    public static bool IsTrade(ReadOnlySpan<char> part) => TradeSpans.Contains(part);

    /// <summary>Whether two legal forms may be one: the same, one left out, 公司 for any company, 集团 for any group.</summary>
    public static bool MayBeOneForm(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.IsEmpty || b.IsEmpty || a.SequenceEqual(b) || Shortens(a, b) || Shortens(b, a);

    private static bool Shortens(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer) =>
        (shorter is "公司" && longer is "有限责任公司" or "股份有限公司") || (shorter is "集团" && longer.StartsWith("集团"));

    /// <summary>The whole in canonical form.</summary>
    public string Canonical => Core + LegalForm;

    /// <summary>Folded, closed up, simplified, without brackets and marks, the legal form in its full wording, lost characters as a wildcard.</summary>
    public static OrganisationName Parse(string? name)
    {
        var text = Comparable.Of(name);
        foreach (var (written, meant) in Forms)
        {
            if (text.Length > written.Length && text.EndsWith(written, StringComparison.Ordinal))
            {
                return new(text[..^written.Length], meant);
            }
        }

        foreach (var (written, meant) in Offices)
        {
            if (text.Length > written.Length && text.EndsWith(written, StringComparison.Ordinal))
            {
                return new(text[..^written.Length] + meant, "");
            }
        }

        return new(text, "");
    }

    /// <summary>
    /// The same name, or one with its legal form shortened or left out. 股份有限公司 is another form than 有限公司, so another name.
    /// </summary>
    public static bool Same(string? a, string? b)
    {
        var left = Parse(a);
        var right = Parse(b);
        return left.Core == right.Core && (left.LegalForm == right.LegalForm || left.LegalForm.Length == 0 || right.LegalForm.Length == 0);
    }
}
