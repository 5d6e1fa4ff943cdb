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
    /// <exception cref="ArgumentException">The level is none.</exception>
    public static async Task AssessAsync(Session session, long party, string entity, string level, string origin, long at)
    {
        if (!Levels.Contains(level))
        {
            throw new ArgumentException($"{level} is no level of risk.", nameof(level));
        }

        var until = BankTime.Number(BankTime.Day(at).AddMonths(ValidMonths).AddDays(-1));
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
    /// <param name="code">Empty: no product.</param>
    /// <param name="at">Milliseconds since 1970 UTC.</param>
    public static async Task<ProblemHttpResult?> CheckAsync(Session session, long party, string entity, string code, long at)
    {
        if (code.Length == 0)
        {
            return null;
        }

        var day = BankTime.Day(at);
        if (await Product.FindAsync(session, code) is not { State: Product.OnSale } product || (product.Entity.Length > 0 && product.Entity != entity)
            || await ProductVersion.OnDayAsync(session, product.Id, day) is not { } version)
        {
            return Problems.Conflict("product-not-on-sale", "This product is not on sale there today.");
        }

        var risk = version.Terms.Risk ?? "";
        return Against(risk, risk.Length > 0 ? await OfAsync(session, party, entity) : null, day) switch
        {
            null => null,
            NotAssessed => Problems.Conflict("suitability-not-assessed", "How much risk the customer bears is not known: assess it first."),
            Expired => Problems.Conflict("suitability-expired", "The customer's risk assessment has expired: assess it again first."),
            _ => Problems.Conflict("suitability-risk", $"The customer does not bear the product's risk {risk}."),
        };
    }

    private static async Task<string> NumberAsync(Session session, long party) =>
        (await session.QueryAsync("SELECT c.number FROM ocrm.customer c WHERE c.party_id = @party LIMIT 1", r => r.GetString(0), ("party", party))).FirstOrDefault() ?? "";
}
