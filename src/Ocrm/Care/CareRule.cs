using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Ocrm.Pool;

namespace Granary.Ocrm.Care;

/// <summary>What is owed to customers on a day, found by one statement.</summary>
/// <param name="Kind">As reminders name it.</param>
/// <param name="Wished">Not made for whoever wishes to be left alone; what they owe the bank, and their documents, are not a matter of wishes.</param>
/// <param name="Args">The words that the kind's text takes.</param>
/// <param name="Ref">SQL of what it is about; a customer is reminded of each thing once a day.</param>
/// <param name="From">Tables besides the customer (c) and the wish (w), joined to it.</param>
/// <param name="Where">Of which customers.</param>
internal sealed record CareRule(string Kind, bool Wished, object Args, string Ref, string From, string Where, SqlText Sql)
{
    public const string Birthday = "birthday";
    public const string DepositDue = "deposit-due";
    public const string LoanDue = "loan-due";
    public const string DocumentExpiry = "document-expiry";
    public const string Outflow = "outflow";
    public const string Dormant = "dormant";
    public const string PoolReturn = "pool-return";

    public static IReadOnlyList<string> Kinds { get; } = [Birthday, DepositDue, LoanDue, DocumentExpiry, Outflow, Dormant, PoolReturn];

    /// <summary>Days before a deposit or a product of wealth management falls due: time enough to come by.</summary>
    private static readonly int[] BeforeDeposits = [7, 1];

    /// <summary>Days before a loan falls due, as lending asks.</summary>
    private static readonly int[] BeforeLoans = [30, 15, 7, 1];

    private static readonly int[] BeforeDocuments = [30, 7, 0];

    public string Json => JsonSerializer.Serialize(Args, JsonSerializerOptions.Web);

    /// <summary>What the whole bank owes on a day, whatever a legal entity's policy; those kinds that it silences are left out when it is written.</summary>
    public static IEnumerable<CareRule> On(DateOnly day)
    {
        yield return Born(PartyDay.Birthday, PartyDay.BornFor(day), "COALESCE(w.calendar, 'solar') = 'solar'");
        yield return Born(PartyDay.Lunar, PartyDay.LunarBornFor(day), "w.calendar = 'lunar'");
        foreach (var days in BeforeDeposits)
        {
            yield return Falls(DepositDue, "h.kind IN ('deposit', 'wealth')", true, day, days);
        }

        foreach (var days in BeforeLoans)
        {
            yield return Falls(LoanDue, "h.kind = 'loan'", false, day, days);
        }

        foreach (var days in BeforeDocuments)
        {
            var (sql, on) = (new SqlText(), day.AddDays(days));
            yield return new CareRule(DocumentExpiry, false, new { days, on = BankTime.Text(on) }, "'document'", "JOIN ocrm.party_day d ON d.party_id = c.party_id",
                $"d.kind = 'document' AND d.day = {sql.Bind(BankTime.Number(on))}", sql);
        }
    }

    /// <summary>Whom nobody of the legal entity has met or called since that many days, today.</summary>
    public static CareRule DormantOn(DateOnly day, string entity, Policy policy)
    {
        var sql = new SqlText();
        var last = day.AddDays(-policy.DormantDays);
        return new CareRule(Dormant, true, new { days = policy.DormantDays }, "'dormant'", "",
            $"c.entity = {sql.Bind(entity)} AND c.last_contact >= {sql.Bind(BankTime.Ms(last))} AND c.last_contact < {sql.Bind(BankTime.Ms(last.AddDays(1)))} AND c.deposits + c.wealth >= {sql.Bind(policy.DormantFrom)}", sql);
    }

    /// <summary>Whom somebody took out of the pool and will lose again in a week.</summary>
    public static CareRule PoolReturnOn(DateOnly day, string entity, PoolRule rule)
    {
        var sql = new SqlText();
        var last = day.AddDays(PoolRule.WarnDays - rule.ReturnDays - 1);
        return new CareRule(PoolReturn, false, new { days = PoolRule.WarnDays, on = BankTime.Text(day.AddDays(PoolRule.WarnDays)) }, "'pool'", "",
            $"c.entity = {sql.Bind(entity)} AND o.claimed_at > 0 AND {ReturnCustomers.Touched} >= {sql.Bind(BankTime.Ms(last))} AND {ReturnCustomers.Touched} < {sql.Bind(BankTime.Ms(last.AddDays(1)))}", sql);
    }

    private static CareRule Born(string kind, IReadOnlyList<int> born, string wished)
    {
        var sql = new SqlText();
        var days = born.Count == 0 ? "NULL" : string.Join(", ", born.Select(b => sql.Bind(b)));
        return new CareRule(Birthday, true, new { calendar = kind == PartyDay.Lunar ? "lunar" : "solar" }, "'birthday'", "JOIN ocrm.party_day d ON d.party_id = c.party_id",
            $"d.kind = {sql.Bind(kind)} AND d.day IN ({days}) AND {wished}", sql);
    }

    private static CareRule Falls(string kind, string which, bool wished, DateOnly day, int days)
    {
        var (sql, on) = (new SqlText(), day.AddDays(days));
        return new CareRule(kind, wished, new { days, on = BankTime.Text(on) }, "'holding/' || CAST(h.id AS text)", "JOIN ocrm.holding h ON h.party_id = c.party_id AND h.entity = c.entity",
            $"{which} AND h.state <> 'closed' AND h.matures = {sql.Bind(BankTime.Number(on))}", sql);
    }
}
