namespace Granary.Ecif.Contracts;

public enum HoldingKind
{
    Deposit,
    Loan,
    Card,
    Wealth,
    Agency,

    /// <summary>A contract for a channel: mobile banking, internet banking, notices by SMS. It has no balance.</summary>
    Channel,
}

/// <summary>One account, contract, card or position of a customer, as its system reports it. Money is in cents of <see cref="Currency"/>.</summary>
/// <param name="Key">The customer's key at the system.</param>
/// <param name="Branch">Branch code (county 6, branch 2, outlet 2 digits), or null where the report has none.</param>
/// <param name="Product">The system's own code, and in <paramref name="Title"/> what people call it; may be empty.</param>
/// <param name="State">open, dormant, frozen, overdue, extended, written-off or closed.</param>
/// <param name="Balance">What is there, or is owed; 0 of a channel.</param>
/// <param name="Amount">What was lent, or the limit of a card or channel; null where there is no such thing.</param>
/// <param name="Overdue">Of <paramref name="Balance"/> what should have been paid; null where the system does not say.</param>
/// <param name="Rate">Percent a year.</param>
/// <param name="Guarantee">Of a loan: credit, guarantee, mortgage or pledge; empty otherwise.</param>
/// <param name="At">As of when; of an end-of-day file the end of its day, Beijing time.</param>
public sealed record HoldingReport(
    string System, string Account, string Key, string? Branch, HoldingKind Kind, string Product, string Title, string Currency, string State,
    long Balance, long? Amount, long? Overdue, decimal? Rate, DateOnly? Opened, DateOnly? Matures, string Guarantee, DateTimeOffset At);

/// <summary>What customers hold is not for the customer master to know: whoever keeps it takes the reports here.</summary>
public interface IHoldings
{
    /// <summary>
    /// Takes reports and returns when they are durable. A report again, or one that is older than what is known, changes nothing but the
    /// balance of its own day, where that is not known yet or it is the day's end; one for a customer of whom nothing was heard yet waits for them.
    /// </summary>
    Task TakeAsync(IReadOnlyList<HoldingReport> reports, CancellationToken cancellation);

    /// <summary>Takes the report of one message, once for ever: a repeat gets the verdict of then, the same number with another body is refused.</summary>
    /// <param name="bodyHash">SHA-256 of the frame.</param>
    Task<Verdict> TakeAsync(string messageId, byte[] bodyHash, HoldingReport report, CancellationToken cancellation);
}
