using System.Data.Common;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Holdings;

/// <summary>One account, contract, card or position. Money is in cents, dates are yyyymmdd (0: none), times milliseconds since 1970 UTC.</summary>
/// <param name="Party">0 while nothing was heard of the key.</param>
/// <param name="Kind">deposit, loan, card, wealth, agency or channel.</param>
/// <param name="Balance">0 of a channel, which has none; its series is empty.</param>
/// <param name="Rate">Ten-thousandths of a percent a year.</param>
/// <param name="At">As of when all but <paramref name="Series"/> is.</param>
internal sealed record Holding(
    long Id, string System, string Account, string Key, long Party, string Entity, string Unit, string Kind, string Product, string Title, string Currency, string State,
    long Balance, long? Amount, long Overdue, long Rate, int Opened, int Matures, string Guarantee, long At, BalanceSeries Series)
{
    public const string Columns =
        "h.id, h.system, h.account, h.key, h.party_id, h.entity, h.unit, h.kind, h.product, h.title, h.currency, h.state, h.balance, h.amount, h.overdue, h.rate, h.opened, h.matures, h.guarantee, h.at, h.series";

    public const string Channel = "channel";

    /// <summary>In the order in which people ask for them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["deposit", "loan", "wealth", "card", "agency", Channel];

    /// <summary>What counts towards what a customer has: open accounts in the bank's own currency.</summary>
    public const string Counts = "h.state <> 'closed' AND h.currency = 'CNY'";

    public static Holding Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9), r.GetString(10), r.GetString(11),
        r.GetInt64(12), r.LongOrNull(13), r.GetInt64(14), r.GetInt64(15), r.GetInt32(16), r.GetInt32(17), r.GetString(18), r.GetInt64(19), BalanceSeries.Unpack(r.GetFieldValue<byte[]>(20)));

    /// <summary>A holding as it is first reported; nobody's and nowhere's but what the report says itself.</summary>
    public static Holding Of(HoldingReport report, DateOnly day) => new(
        0, report.System, report.Account, report.Key, 0, "", report.Branch ?? "", NameOf(report.Kind), report.Product, report.Title, report.Currency, report.State,
        report.Balance, report.Amount, report.Overdue ?? 0, (long)((report.Rate ?? 0) * 10_000), BankTime.Number(report.Opened), BankTime.Number(report.Matures), report.Guarantee,
        report.At.ToUnixTimeMilliseconds(), report.Kind == HoldingKind.Channel ? BalanceSeries.Empty : BalanceSeries.Empty.With(day, report.Balance));

    /// <summary>What of it is the customer's own, in cents.</summary>
    public long Worth => Kind is "deposit" or "wealth" && State != "closed" && Currency == "CNY" ? Balance : 0;

    /// <summary>Whether there is a balance to show, to keep and to sum.</summary>
    public bool HasBalance => Kind != Channel;

    /// <summary>After one more report. An older one than is known adds the balance of its own day and nothing else, and that only where it says how the day ended or nobody did.</summary>
    public Holding With(HoldingReport report, DateOnly day)
    {
        var late = report.At.ToUnixTimeMilliseconds() < At;
        var says = report.Kind != HoldingKind.Channel && (!late || BankTime.Ms(day.AddDays(1)) - 1 == report.At.ToUnixTimeMilliseconds() || !Series.Knows(day));
        var series = says ? Series.With(day, report.Balance) : Series;
        return late ? this with { Series = series } : Of(report, day) with { Id = Id, Series = series };
    }

    public static string NameOf(HoldingKind kind) => kind switch
    {
        HoldingKind.Deposit => "deposit",
        HoldingKind.Loan => "loan",
        HoldingKind.Card => "card",
        HoldingKind.Wealth => "wealth",
        HoldingKind.Agency => "agency",
        _ => Channel,
    };

    public static readonly Insert<Holding> Insert = new("ocrm.holding",
        """
        ON CONFLICT (system, account) DO UPDATE SET key = excluded.key, party_id = excluded.party_id, entity = excluded.entity, unit = excluded.unit, kind = excluded.kind,
        product = excluded.product, title = excluded.title, currency = excluded.currency, state = excluded.state, balance = excluded.balance, amount = excluded.amount,
        overdue = excluded.overdue, rate = excluded.rate, opened = excluded.opened, matures = excluded.matures, guarantee = excluded.guarantee, at = excluded.at, series = excluded.series
        """,
        new("system", ColumnType.Text, h => h.System),
        new("account", ColumnType.Text, h => h.Account),
        new("key", ColumnType.Text, h => h.Key),
        new("party_id", ColumnType.Long, h => h.Party),
        new("entity", ColumnType.Text, h => h.Entity),
        new("unit", ColumnType.Text, h => h.Unit),
        new("kind", ColumnType.Text, h => h.Kind),
        new("product", ColumnType.Text, h => h.Product),
        new("title", ColumnType.Text, h => h.Title),
        new("currency", ColumnType.Text, h => h.Currency),
        new("state", ColumnType.Text, h => h.State),
        new("balance", ColumnType.Long, h => h.Balance),
        new("amount", ColumnType.Long, h => h.Amount),
        new("overdue", ColumnType.Long, h => h.Overdue),
        new("rate", ColumnType.Long, h => h.Rate),
        new("opened", ColumnType.Int, h => h.Opened),
        new("matures", ColumnType.Int, h => h.Matures),
        new("guarantee", ColumnType.Text, h => h.Guarantee),
        new("at", ColumnType.Long, h => h.At),
        new("series", ColumnType.Bytes, h => h.Series.Pack()));
}
