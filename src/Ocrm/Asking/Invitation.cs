using System.Data.Common;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Asking;

/// <summary>By what somebody comes to answer.</summary>
internal static class Via
{
    public const string Link = "link";
    public const string Qr = "qr";
    public const string Anonymous = "anonymous";

    /// <summary>Filled in together with the manager.</summary>
    public const string Manager = "manager";
    public const string List = "list";
    public const string Campaign = "campaign";

    public static IReadOnlyList<string> All { get; } = [Link, Qr, Anonymous, Manager, List, Campaign];
}

/// <summary>Somebody, or whoever has its link, is asked to answer a questionnaire.</summary>
/// <param name="Key">Names it for ever.</param>
/// <param name="Uses">How many complete answers its link is good for; 0: any number.</param>
/// <param name="Stamp">Part of the link, of no use without the key that signs it.</param>
/// <param name="ExpiresAt">Milliseconds since 1970 UTC.</param>
internal sealed record Invitation(
    long Id, string Key, long Questionnaire, long Party, long Prospect, long Campaign, string Entity, string Unit, string Person, string Via, long Uses, long Used, string Stamp, string State, long ExpiresAt)
{
    public const string Open = "open";
    public const string Answered = "answered";
    public const string Withdrawn = "withdrawn";

    public const string Columns =
        "i.id, i.key, i.questionnaire, i.party_id, i.prospect, i.campaign, i.entity, i.unit, i.person, i.via, i.uses, i.used, i.stamp, i.state, i.expires_at";

    /// <summary>Its link has one answer, which is found again by the link alone.</summary>
    public bool IsPersonal => Uses == 1;

    public static string RefOf(long id) => $"invitation/{id}";

    public static Invitation Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9), r.GetInt64(10), r.GetInt64(11), r.GetString(12),
        r.GetString(13), r.GetInt64(14));
}
