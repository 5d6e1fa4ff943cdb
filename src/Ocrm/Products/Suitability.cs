using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Products;

/// <summary>How much risk a customer bears, by their last assessment in a legal entity.</summary>
/// <param name="Level">C1 to C5.</param>
/// <param name="ValidTo">The last day on which it counts.</param>
internal sealed record RiskAssessment(string Level, DateOnly AssessedOn, DateOnly ValidTo);

/// <summary>Whether a product's risk suits a customer: what risks is proposed to nobody who bears less, or of whom it is not known.</summary>
internal static class Suitability
{
    public const string NotAssessed = "not-assessed";
    public const string Expired = "expired";
    public const string TooRisky = "risk";

    private const string NotOnSale = "product-not-on-sale";
    private const string ProblemOf = "suitability-";

    /// <summary>An assessment counts for a year: the regulator's rules for wealth products of commercial banks ask for a new one after that.</summary>
    public const int ValidMonths = 12;

    public static IReadOnlyList<string> Levels { get; } = ["C1", "C2", "C3", "C4", "C5"];

    /// <summary>Why a product does not suit on a day; null where it does. Rn suits Cm where n is at most m; without a risk a product suits everybody.</summary>
    /// <param name="risk">R1 to R5, or empty.</param>
    public static string? Against(string risk, RiskAssessment? assessment, DateOnly day) =>
        risk.Length == 0 ? null
        : assessment is null ? NotAssessed
        : assessment.ValidTo < day ? Expired
        : risk[1] > assessment.Level[1] ? TooRisky
        : null;

    /// <summary>Writes down an assessment, in the transaction of whatever it comes from. The same origin assesses a customer once.</summary>
    /// <param name="origin">"answer/34".</param>
    /// <param name="at">Milliseconds since 1970 UTC.</param>
    /// <param name="days">How many days it counts; 0: as long as it may, <see cref="ValidMonths"/>.</param>
    /// <exception cref="ArgumentException">The level is none.</exception>
    public static async Task AssessAsync(Session session, long party, string entity, string level, string origin, long at, int days = 0)
    {
        if (!Levels.Contains(level))
        {
            throw new ArgumentException($"{level} is no level of risk.", nameof(level));
        }

        var day = BankTime.Day(at);
        var until = BankTime.Number((days > 0 ? day.AddDays(days) : day.AddMonths(ValidMonths)).AddDays(-1));
        var written = await session.ExecuteAsync(
            """
            INSERT INTO ocrm.suitability (party_id, recorded_for, entity, level, assessed_at, valid_to, origin)
            SELECT @party, @party, @entity, @level, @at, @until, @origin
            WHERE NOT EXISTS (SELECT 1 FROM ocrm.suitability s WHERE s.party_id = @party AND s.entity = @entity AND s.origin = @origin)
            """,
            ("party", party), ("entity", entity), ("level", level), ("at", at), ("until", until), ("origin", origin));
        if (written > 0)
        {
            await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry("granary", "", "suitability.assess", $"{await NumberAsync(session, party)}/{entity}", Reason: origin, After: level));
        }
    }

    /// <summary>The last assessment, whether or not it still counts.</summary>
    public static async Task<RiskAssessment?> OfAsync(Session session, long party, string entity) => (await session.QueryAsync(
        "SELECT s.level, s.assessed_at, s.valid_to FROM ocrm.suitability s WHERE s.party_id = @party AND s.entity = @entity ORDER BY s.assessed_at DESC, s.id DESC LIMIT 1",
        r => new RiskAssessment(r.GetString(0), BankTime.Day(r.GetInt64(1)), BankTime.OfNumber(r.GetInt32(2))!.Value), ("party", party), ("entity", entity))).SingleOrDefault();

    /// <summary>What stands against proposing a product to a customer of a legal entity now; null where nothing does, or there is no product.</summary>
    /// <param name="party">0: a prospect, whom nobody has assessed.</param>
    /// <param name="code">Empty: no product.</param>
    /// <param name="at">Milliseconds since 1970 UTC.</param>
    public static async Task<ProblemHttpResult?> CheckAsync(Session session, long party, string entity, string code, long at) => await WhyNotAsync(session, party, entity, code, at) switch
    {
        null => null,
        NotOnSale => Problems.Conflict(NotOnSale, "This product is not on sale there today."),
        ProblemOf + NotAssessed => Problems.Conflict("suitability-not-assessed", "How much risk the customer bears is not known: assess it first."),
        ProblemOf + Expired => Problems.Conflict("suitability-expired", "The customer's risk assessment has expired: assess it again first."),
        _ => Problems.Conflict("suitability-risk", "The customer bears less risk than the product has."),
    };

    /// <summary>The same as the code of the problem, for who proposes without anybody waiting for an answer.</summary>
    public static async Task<string?> WhyNotAsync(Session session, long party, string entity, string code, long at)
    {
        var day = BankTime.Day(at);
        return code.Length == 0 ? null
            : await OnSaleAsync(session, code, day) is not { } sold || !sold.Product.IsOfferedIn(entity) ? NotOnSale
            : sold.Risk.Length > 0 && Against(sold.Risk, await OfAsync(session, party, entity), day) is { } why ? ProblemOf + why
            : null;
    }

    /// <summary>Of many customers those to whom a product may be proposed on a day; all of them where there is no product.</summary>
    /// <param name="code">Empty: no product.</param>
    public static async Task<IReadOnlySet<(long Party, string Entity)>> SuitedAsync(Session session, IReadOnlyList<(long Party, string Entity)> customers, string code, DateOnly day)
    {
        if (code.Length == 0)
        {
            return customers.ToHashSet();
        }

        if (await OnSaleAsync(session, code, day) is not { } sold)
        {
            return new HashSet<(long, string)>();
        }

        var offered = customers.Where(c => sold.Product.IsOfferedIn(c.Entity)).ToHashSet();
        if (sold.Risk.Length == 0 || offered.Count == 0)
        {
            return offered;
        }

        var assessed = (await session.QueryAsync(
            """
            SELECT s.party_id, s.entity, s.level, s.assessed_at, s.valid_to FROM {rows} CROSS JOIN ocrm.suitability s WHERE s.party_id = k.id
              AND NOT EXISTS (SELECT 1 FROM ocrm.suitability n WHERE n.party_id = s.party_id AND n.entity = s.entity AND (n.assessed_at > s.assessed_at OR (n.assessed_at = s.assessed_at AND n.id > s.id)))
            """,
            RowSet.Of("id", offered.Select(c => c.Party).Distinct().ToArray()), r => (Of: (r.GetInt64(0), r.GetString(1)), Assessment: new RiskAssessment(r.GetString(2), BankTime.Day(r.GetInt64(3)), BankTime.OfNumber(r.GetInt32(4))!.Value))))
            .ToDictionary(a => a.Of, a => a.Assessment);
        return offered.Where(c => Against(sold.Risk, assessed.GetValueOrDefault(c), day) is null).ToHashSet();
    }

    private static async Task<(Product Product, string Risk)?> OnSaleAsync(Session session, string code, DateOnly day) =>
        await Product.FindAsync(session, code) is { State: Product.OnSale } product && await ProductVersion.OnDayAsync(session, product.Id, day) is { } version ? (product, version.Terms.Risk ?? "") : null;

    private static async Task<string> NumberAsync(Session session, long party) =>
        (await session.QueryAsync("SELECT c.number FROM ocrm.customer c WHERE c.party_id = @party LIMIT 1", r => r.GetString(0), ("party", party))).FirstOrDefault() ?? "";
}
