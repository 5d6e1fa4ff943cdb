namespace Granary.Ocrm.Imports;

/// <summary>Which of our fields the columns of a file are, by the names that spreadsheets here give them.</summary>
internal static class ColumnGuess
{
    private static readonly (string Field, string[] Names)[] Known =
    [
        ("number", ["number", "客户编号", "客户号", "ecif号"]),
        ("document", ["document", "证件号码", "证件号", "身份证号", "身份证号码", "身份证", "统一社会信用代码"]),
        ("phone", ["phone", "mobile", "手机号码", "手机号", "手机", "电话", "联系电话"]),
        ("name", ["name", "客户名称", "客户姓名", "姓名", "名称", "户主", "户主姓名"]),
        ("kind", ["kind", "客户类型", "类型"]),
        ("address", ["address", "home address", "地址", "家庭地址", "住址", "联系地址", "家庭住址"]),
        ("source", ["source", "来源", "客户来源"]),
        ("note", ["note", "备注", "说明"]),
        ("village", ["village", "村", "村名", "行政村", "自然屯", "屯"]),
        ("household", ["household", "户号", "户编号", "家庭编号", "户主证件号码"]),
        ("account", ["account", "policy", "账号", "保单号", "合同号", "协议号", "账户"]),
        ("product", ["product", "product code", "产品代码", "产品编号"]),
        ("title", ["title", "product name", "产品名称", "产品", "险种"]),
        ("holding", ["holding", "type of product", "产品类别", "业务类别", "业务类型"]),
        ("balance", ["balance", "余额", "保费", "持有金额", "市值"]),
        ("amount", ["amount", "金额", "保额", "授信额度"]),
        ("opened", ["opened", "开户日期", "起保日期", "起息日", "购买日期"]),
        ("matures", ["matures", "到期日期", "到期日", "终保日期"]),
        ("state", ["state", "status", "状态"]),
        ("asof", ["asof", "as of", "数据日期", "统计日期", "截止日期"]),
        ("homePhone", ["home phone", "住宅电话", "家庭电话", "固定电话"]),
        ("officePhone", ["office phone", "单位电话", "办公电话"]),
        ("email", ["email", "e-mail", "电子邮箱", "邮箱"]),
        ("workAddress", ["work address", "单位地址", "工作地址"]),
        ("employer", ["employer", "工作单位", "单位名称", "单位"]),
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

    /// <summary>What a template calls a field: in Chinese the second of its names, the first that is no word of ours.</summary>
    public static string HeadOf(string field, bool chinese) => Known.Single(k => k.Field == field).Names is var names && chinese ? names.First(n => n.Any(c => c > 0xFF)) : names[0];
}
