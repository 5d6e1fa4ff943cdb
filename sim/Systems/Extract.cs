using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.People;
using static Granary.Sim.Formats.Figures;

namespace Granary.Sim.Systems;

/// <summary>The line of each system's end-of-day file of holdings, as docs/holdings.md describes it.</summary>
/// <param name="Stem">The file's name before the date.</param>
internal sealed record Extract(string System, string Stem, Func<string, string, Account, string> Line)
{
    private const char Between = '\u0001';

    public static IReadOnlyList<Extract> All { get; } =
    [
        new("CBS", "CBS_ACCT", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, "CNY", Cents(a.Balance), Rate(a.Rate), Compact(a.Opened), a.Matures is { } end ? Compact(end) : "00000000", "1")),
        new("CLMS", "CLMS_LOAN", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, Yuan(a.Amount), Yuan(a.Balance), Yuan(a.Overdue), Yuan(a.Rate), Iso(a.Opened), Iso(a.Matures!.Value), a.Guarantee, Clms.StateOf(a))),
        new("CARD", "CARD_ACCT", (key, branch, a) => string.Join(',', a.Number, key, branch, a.Product, a.Title, Cents(a.Amount), Cents(a.Balance), Cents(a.Overdue), Compact(a.Opened), Compact(a.Matures!.Value), Card.StateOf(a))),
        new("WMS", "WMS_HOLD", (key, branch, a) => string.Join(Between, a.Number, key, branch, a.Product, a.Title, "CNY", Yuan(a.Balance), Iso(a.Opened), Iso(a.Matures!.Value), "HELD")),
        new("IBP", "IBP_AGREE", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, Yuan(a.Balance), Compact(a.Opened), "0")),
        new("EBANK", "EBANK_SIGN", (key, branch, a) => string.Join('|', a.Number, key, branch, a.Product, a.Title, a.Amount == 0 ? "" : Yuan(a.Amount), Iso(a.Opened), a.State == "frozen" ? "suspended" : "active")),
    ];

    public byte[] Encode(string text) => System is "WMS" or "EBANK" ? new UTF8Encoding(false, true).GetBytes(text) : Gb.Bytes(text);
}
