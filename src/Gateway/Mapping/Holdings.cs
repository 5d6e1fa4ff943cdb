using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>Messages about holdings: from the wire's neutral fields to a report.</summary>
internal static class Holdings
{
    /// <summary>In percent a year, and so much is none: core banking's nine digits, four of them decimals, are the most that a system writes.</summary>
    private const decimal TooMuch = 100_000;

    /// <param name="day">Of an end-of-day file; null where the message says its own time.</param>
    /// <returns>The report, or the fault that the message has beyond its form.</returns>
    public static (HoldingReport? Report, Fault? Fault) Read(Interface format, Message message, DateTimeOffset receivedAt, DateOnly? day = null)
    {
        var fields = message.Fields;
        if (!Enum.TryParse<HoldingKind>(fields.Text("holding"), ignoreCase: true, out var kind))
        {
            return (null, new Fault(FaultKind.BadField, "holding", "业务种类未知", message));
        }

        foreach (var money in new[] { "balance", "amount", "overdue" })
        {
            if (fields.Text(money) is { Length: > 0 } text && Cents(text) is null)
            {
                return (null, new Fault(FaultKind.BadField, money, "金额超出范围", message));
            }
        }

        if (Rate(fields.Text("rate")) is { } rate && Math.Abs(rate) >= TooMuch)
        {
            return (null, new Fault(FaultKind.BadField, "rate", "利率超出范围", message));
        }

        return (new HoldingReport(
            format.System, fields.Text("account"), fields.Text("key"), fields.Text("branch") is { Length: > 0 } branch ? branch : null,
            kind, fields.Text("product"), fields.Text("title"), fields.Text("currency"), fields.Text("state"),
            Cents(fields.Text("balance")) ?? 0, Cents(fields.Text("amount")), Cents(fields.Text("overdue")),
            Rate(fields.Text("rate")),
            Date(fields.Text("opened")), Date(fields.Text("matures")), fields.Text("guarantee"),
            day is { } of ? new DateTimeOffset(of.ToDateTime(TimeOnly.MaxValue), BankTime.Offset) : format.SourceTime(fields, receivedAt) ?? receivedAt), null);
    }

    /// <summary>Null where there is nothing, or it is no amount of whole cents that an account can have.</summary>
    private static long? Cents(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
        && Math.Abs(amount) < 1e15m && decimal.Truncate(amount * 100) == amount * 100
            ? (long)(amount * 100)
            : null;

    private static decimal? Rate(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
