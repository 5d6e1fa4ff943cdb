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
        ("集团股份有限公司", "股份有限公司"), ("股份有限公司", "股份有限公司"), ("股份公司", "股份有限公司"), ("股份", "股份有限公司"),
        ("集团有限责任公司", "有限责任公司"), ("集团有限公司", "有限责任公司"), ("有限责任公司", "有限责任公司"), ("有限公司", "有限责任公司"), ("集团公司", "有限责任公司"),
        ("个体工商户", "个体工商户"), ("合伙企业有限合伙", "合伙企业"), ("合伙企业普通合伙", "合伙企业"), ("合伙企业", "合伙企业"), ("个人独资企业", "个人独资企业"),
        ("家庭农场", "家庭农场"), ("经销部", "经销部"), ("经营部", "经营部"), ("商行", "商行"), ("总公司", "公司"), ("公司", "公司"),
    ];

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
