using System.Globalization;
using Granary.Kernel;
using Granary.Ocrm.Holdings;

namespace Granary.Ocrm.Imports;

/// <summary>What one line says of a product that a customer has.</summary>
internal static class HoldingLine
{
    private const int Characters = 60;

    // Spreadsheets keep a day as its distance from this one.
    private static readonly DateOnly SpreadsheetStart = new(1899, 12, 30);

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d", "yyyy年M月d日", "yyyy.M.d"];

    private static readonly (string Kind, string[] Names)[] Kinds =
    [
        ("agency", ["", "agency", "代理", "保险", "insurance"]), ("wealth", ["wealth", "理财", "基金", "国债"]), ("deposit", ["deposit", "存款"]), ("loan", ["loan", "贷款"]), ("card", ["card", "信用卡"]),
    ];

    private static readonly (string State, string[] Names)[] States =
    [
        ("open", ["", "open", "正常", "有效"]), ("closed", ["closed", "已结清", "结清", "失效", "终止", "退保", "销户"]),
    ];

    /// <returns>The holding, nobody's yet; or the fault that the line has.</returns>
    public static (Holding? Holding, Verdict? Fault) Read(ImportWork work, ImportLine line)
    {
        string Cell(string field) => work.Cell(line, field);
        var (account, product, title) = (Cell("account"), Cell("product"), Cell("title"));
        if (account.Length is 0 or > Characters)
        {
            return (null, Verdict.Fault("account", "account"));
        }

        if (product.Length > Characters || title.Length > Characters)
        {
            return (null, Verdict.Fault("long", product.Length > Characters ? "product" : "title"));
        }

        if (Kinds.FirstOrDefault(k => k.Names.Contains(Cell("holding").ToLowerInvariant())).Kind is not { } kind)
        {
            return (null, Verdict.Fault("holding", "holding"));
        }

        if (States.FirstOrDefault(s => s.Names.Contains(Cell("state").ToLowerInvariant())).State is not { } state)
        {
            return (null, Verdict.Fault("state", "state"));
        }

        if (Cents(Cell("balance")) is not { } balance)
        {
            return (null, Verdict.Fault("money", "balance"));
        }

        var amount = Cents(Cell("amount"));
        if (amount is null && Cell("amount").Length > 0)
        {
            return (null, Verdict.Fault("money", "amount"));
        }

        if (new[] { "opened", "matures", "asof" }.FirstOrDefault(f => Cell(f).Length > 0 && Day(Cell(f)) is null) is { } wrong)
        {
            return (null, Verdict.Fault("day", wrong));
        }

        var today = BankTime.Day(work.Now);
        if (Day(Cell("asof")) is { } said && said > today)
        {
            return (null, Verdict.Fault("day", "asof"));
        }

        var asOf = Day(Cell("asof")) ?? today;
        var at = asOf == today ? work.Now : BankTime.Ms(asOf.AddDays(1)) - 1;
        return (new Holding(0, "", account, "", 0, work.Import.Entity, "", kind, product, title, "CNY", state, balance, amount, 0, 0,
            BankTime.Number(Day(Cell("opened"))), BankTime.Number(Day(Cell("matures"))), "", at, BalanceSeries.Empty.With(asOf, balance)), null);
    }

    /// <summary>Yuan as people write them: 1,234.50, ￥1234.5元.</summary>
    private static long? Cents(string text) =>
        decimal.TryParse(text.Trim('￥', '¥', '元', ' ').Replace("，", ",", StringComparison.Ordinal), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
        && yuan < 1_000_000_000_000m && decimal.Round(yuan, 2) == yuan ? (long)(yuan * 100) : null;

    private static DateOnly? Day(string text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var distance) ? SpreadsheetStart.AddDays(distance)
        : DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
