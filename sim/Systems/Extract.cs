using System.Globalization;
using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.People;

namespace Granary.Sim.Systems;

/// <summary>The line of each system's end-of-day file of holdings, as docs/holdings.md describes it.</summary>
/// <param name="Stem">The file's name before the date.</param>
internal sealed record Extract(string System, string Stem, Func<string, string, Account, string> Line)
{
    private const char Between = '\u0001';

    public static IReadOnlyList<Extract> All { get; } =
    [
        new("CBS", "CBS_ACCT", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, "CNY", Cents(a.Balance), Text(a.Rate * 10_000, "0"), Compact(a.Opened), a.Matures is { } end ? Compact(end) : "00000000", "1")),
        new("CLMS", "CLMS_LOAN", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, Yuan(a.Amount), Yuan(a.Balance), Yuan(a.Overdue), Yuan(a.Rate), Iso(a.Opened), Iso(a.Matures!.Value), a.Guarantee, a.State == "overdue" ? "OVERDUE" : "NORMAL")),
        new("CARD", "CARD_ACCT", (key, branch, a) => string.Join(',', a.Number, key, branch, a.Product, a.Title, Cents(a.Amount), Cents(a.Balance), Cents(a.Overdue), Compact(a.Opened), Compact(a.Matures!.Value), "A")),
        new("WMS", "WMS_HOLD", (key, branch, a) => string.Join(Between, a.Number, key, branch, a.Product, a.Title, "CNY", Yuan(a.Balance), Iso(a.Opened), Iso(a.Matures!.Value), "HELD")),
        new("IBP", "IBP_AGREE", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, Yuan(a.Balance), Compact(a.Opened), "0")),
    ];

    public byte[] Encode(string text) => System == "WMS" ? new UTF8Encoding(false, true).GetBytes(text) : Gb.Bytes(text);

    private static string Cents(decimal yuan) => Text(yuan * 100, "0");

    private static string Yuan(decimal yuan) => Text(yuan, "0.00");

    private static string Text(decimal number, string form) => number.ToString(form, CultureInfo.InvariantCulture);

    private static string Compact(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
