using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Customers;

namespace Granary.Host.Demo;

/// <summary>What the customers of a made-up province have, and when somebody spoke to them in the last year: of a customer and a day always the same.</summary>
/// <param name="kinds">What the systems keep for their customers; one that keeps nothing is not named.</param>
internal sealed class ProvincePast(IReadOnlyDictionary<string, HoldingKind> kinds, DateOnly today)
{
    private const int DaysOfYear = 365;

    public IReadOnlyList<InitialHolding> Holdings(InitialParty party) => [.. party.Records.Where(r => kinds.ContainsKey(r.System)).SelectMany(r => OfRecord(r, kinds[r.System]))];

    /// <summary>None to four contacts, a year back at most; two of three are calls.</summary>
    public IReadOnlyList<InitialContact> Contacts(long party)
    {
        var random = new Random(unchecked((int)(party * 2_654_435_761)));
        var midnight = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), BankTime.Offset);
        return [.. Enumerable.Range(0, random.Next(5)).Select(_ => new InitialContact(midnight.AddMinutes(-random.Next(DaysOfYear * 24 * 60)), random.Next(3) == 0)).OrderBy(c => c.At)];
    }

    private IEnumerable<InitialHolding> OfRecord(InitialRecord record, HoldingKind kind)
    {
        var number = long.Parse(record.Key.AsSpan(1), CultureInfo.InvariantCulture);
        var random = new Random(unchecked((int)(number * 97) + (int)kind));
        var level = (long)(Math.Exp(6 + (5 * random.NextDouble())) * 100);
        var opened = new DateOnly(2013, 1, 1).AddDays(random.Next(4_500));
        switch (kind)
        {
            case HoldingKind.Deposit:
                yield return Of(record, $"6231{number:D12}1", kind, "DP0101", "活期储蓄", opened, null, day => level * (40 - ((day.DayNumber + number) % 30)) / 40);
                if (random.Next(3) == 0)
                {
                    yield return Of(record, $"6231{number:D12}2", kind, "DP0212", "整存整取一年", opened, Next(opened), _ => level * 2 / 100 * 100);
                }

                break;
            case HoldingKind.Loan:
                var principal = 1_000_000L * random.Next(1, 30);
                yield return Of(record, $"HT{number:D12}", kind, "LN0201", "农户小额信用贷款", opened, Next(opened),
                    day => principal * (400 - Math.Min(360, today.DayNumber - opened.DayNumber > 0 ? (day.DayNumber - opened.DayNumber) % 365 : 0)) / 400, principal);
                break;
            case HoldingKind.Card:
                yield return Of(record, $"A{number:D12}", kind, "CC01", "福农信用卡", opened, opened.AddYears(20), day => (day.DayNumber + number) % 30 * 2_000, 2_000_000);
                break;
            case HoldingKind.Wealth:
                yield return Of(record, $"P{number:D12}", kind, "WM0301", "稳健一年", opened, Next(opened), _ => 1_000_000L * (1 + (number % 30)));
                break;
            case HoldingKind.Agency:
                yield return Of(record, $"AG{number:D12}", kind, "0401", "电费代扣", opened, null, day => (day.Month * 1_000) + (number % 5_000));
                break;
            case HoldingKind.Channel:
                yield return Of(record, $"EC{number:D12}", kind, "MOBILE", "手机银行", opened, null, null, 5_000_000);
                break;
        }
    }

    private InitialHolding Of(
        InitialRecord record, string account, HoldingKind kind, string product, string title, DateOnly opened, DateOnly? matures, Func<DateOnly, long>? balanceOn, long? amount = null)
    {
        var yesterday = today.AddDays(-1);
        return new InitialHolding(
            new HoldingReport(record.System, account, record.Key, record.Branch, kind, product, title, "CNY", "open", balanceOn?.Invoke(yesterday) ?? 0, amount, kind == HoldingKind.Loan ? 0 : null, null, opened, matures,
                kind == HoldingKind.Loan ? "credit" : "", new DateTimeOffset(yesterday.ToDateTime(TimeOnly.MaxValue), BankTime.Offset)),
            balanceOn);
    }

    /// <summary>The end of the term that runs today, of one that is renewed every year.</summary>
    private DateOnly Next(DateOnly opened)
    {
        var next = opened.AddYears(Math.Max(1, today.Year - opened.Year));
        return next > today ? next : next.AddYears(1);
    }
}
