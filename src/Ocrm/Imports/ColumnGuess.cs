namespace Granary.Ocrm.Imports;

/// <summary>Which of our fields the columns of a file are, by the names that spreadsheets here give them.</summary>
internal static class ColumnGuess
{
    private static readonly (string Field, string[] Names)[] Known =
    [
        ("number", ["number", "客户编号", "客户号", "ecif号"]),
        ("document", ["document", "证件号码", "证件号", "身份证号", "身份证号码", "身份证", "统一社会信用代码"]),
        ("phone", ["phone", "mobile", "手机号码", "手机号", "手机", "电话", "联系电话"]),
        ("name", ["name", "客户名称", "客户姓名", "姓名", "名称"]),
    ];

    /// <returns>Field → the column's place, for those that are there.</returns>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<string> heads)
    {
        var named = heads.Select((h, i) => (Name: h.Trim().ToLowerInvariant(), Place: i)).ToList();
        return Known
            .Select(k => (k.Field, Place: named.FindIndex(h => k.Names.Contains(h.Name))))
            .Where(k => k.Place >= 0)
            .ToDictionary(k => k.Field, k => k.Place);
    }
}
