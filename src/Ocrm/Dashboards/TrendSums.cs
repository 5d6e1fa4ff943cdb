using Granary.Kernel;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Dashboards;

/// <summary>What customers had at the end of a month, in cents.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Customers">Those of today who were customers by then.</param>
/// <param name="DepositAccounts">Accounts whose past goes back so far; where there is none, nothing is known of the sum.</param>
internal sealed record TrendSum(int Month, long Customers, long Deposits, long DepositAccounts, long Loans, long LoanAccounts);

/// <summary>Customers and their accounts, added up at the ends of months.</summary>
internal sealed class TrendSums(IReadOnlyList<DateOnly> ends)
{
    public const int Months = BalanceSeries.Months;

    /// <summary>Active customers (c) with all that they are seen by, as SQL; the same that <see cref="Standing.Customers"/> counts.</summary>
    public const string Customers =
        $"SELECT c.id, c.party_id, c.entity, c.unit, o.manager, c.place, o.assistant, o.second_assistant, o.former, c.opened_at FROM {OwnerRow.Customers} WHERE c.status = 'active'";

    /// <summary>Which accounts (h) count, as SQL: what was closed since then was there then.</summary>
    public const string Counted = "h.kind IN ('deposit', 'loan') AND h.currency = 'CNY'";

    private readonly long[] _customers = new long[ends.Count], _deposits = new long[ends.Count], _depositAccounts = new long[ends.Count], _loans = new long[ends.Count], _loanAccounts = new long[ends.Count];

    /// <summary>The last days of the twelve months before that of a day, oldest first.</summary>
    public static IReadOnlyList<DateOnly> EndsBefore(DateOnly day) => [.. Enumerable.Range(0, Months).Select(i => new DateOnly(day.Year, day.Month, 1).AddMonths(i + 1 - Months).AddDays(-1))];

    public static int MonthOf(DateOnly end) => (end.Year * 100) + end.Month;

    /// <param name="openedAt">Milliseconds since 1970 UTC.</param>
    public void AddCustomer(long openedAt)
    {
        var opened = BankTime.Day(openedAt);
        for (var i = 0; i < ends.Count; i++)
        {
            _customers[i] += opened <= ends[i] ? 1 : 0;
        }
    }

    public void AddAccount(string kind, BalanceSeries past)
    {
        var (sums, accounts) = kind == "loan" ? (_loans, _loanAccounts) : (_deposits, _depositAccounts);
        for (var i = 0; i < ends.Count; i++)
        {
            if (past.At(ends[i]) is { } balance)
            {
                sums[i] += balance;
                accounts[i]++;
            }
        }
    }

    public IEnumerable<TrendSum> Sums => ends.Select((end, i) => new TrendSum(MonthOf(end), _customers[i], _deposits[i], _depositAccounts[i], _loans[i], _loanAccounts[i]));
}
