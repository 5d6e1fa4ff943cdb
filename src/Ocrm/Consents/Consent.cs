using System.Data.Common;
using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Consents;

/// <summary>What a customer can agree to. What a contract or a law asks for needs no consent and is no purpose here (PIPL, article 13).</summary>
internal static class ConsentPurpose
{
    public const string Marketing = "marketing";

    public static IReadOnlyList<string> All { get; } = [Marketing, "survey", "care"];
}

/// <summary>By what a customer can be reached.</summary>
internal static class ConsentChannel
{
    public static IReadOnlyList<string> All { get; } = ["sms", "phone", "wechat", "app", "email", "visit"];
}

/// <summary>What shows that a consent was given.</summary>
internal static class ConsentEvidence
{
    public static IReadOnlyList<string> All { get; } = ["paper", "recording", "app", "sms"];
}

/// <summary>A consent as it is stored, with its wording. Times are milliseconds since 1970 UTC; 0 is never.</summary>
/// <param name="Person">Who wrote it down, by id.</param>
/// <param name="WithdrawnHow">How the customer said so.</param>
internal sealed record Consent(
    long Id, string Entity, string Purpose, string Channel, string EvidenceKind, string Evidence, string Person, long GivenAt,
    string WithdrawnBy, long WithdrawnAt, string WithdrawnHow, long Version, string Wording)
{
    private const string Select =
        "SELECT e.id, e.entity, e.purpose, e.channel, e.evidence_kind, e.evidence, e.given_by, e.given_at, e.withdrawn_by, e.withdrawn_at, e.withdrawn_how, w.version, w.wording "
        + "FROM ocrm.consent e JOIN ocrm.consent_wording w ON w.id = e.wording_id";

    /// <summary>All that was ever given in some legal entities, the latest first.</summary>
    public static async Task<IReadOnlyList<Consent>> OfAsync(Session session, long party, IReadOnlyCollection<string> entities, int most)
    {
        var sql = new SqlText();
        return await session.QueryAsync(
            $"{Select} WHERE e.party_id = {sql.Bind(party)} AND e.entity IN ({string.Join(", ", entities.Select(sql.Bind))}) ORDER BY e.given_at DESC, e.id DESC LIMIT {sql.Bind((long)most)}",
            Read, sql.Parameters);
    }

    /// <summary>As activities and documents name one.</summary>
    public static string RefOf(long id) => $"consent/{id}";

    /// <summary>What the timeline knows of it.</summary>
    public static string Detail(string purpose, string channel, string became) => JsonSerializer.Serialize(new Dictionary<string, string> { ["purpose"] = purpose, ["channel"] = channel, ["became"] = became });

    private static Consent Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt64(7),
        r.GetString(8), r.GetInt64(9), r.GetString(10), r.GetInt64(11), r.GetString(12));
}
