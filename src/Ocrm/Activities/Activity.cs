using Granary.Kernel.Storage;

namespace Granary.Ocrm.Activities;

/// <summary>One thing that happened with a customer, or that a person did.</summary>
/// <param name="Party">Whose it is; 0 where it is no customer's.</param>
/// <param name="Entity">The legal entity inside which it stays.</param>
/// <param name="Unit">The unit of who did it.</param>
/// <param name="Person">Who did it, by id.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
/// <param name="Kind">One of <see cref="ActivityKind"/>.</param>
/// <param name="Subject">What a person wrote or chose; empty where the kind says it all.</param>
/// <param name="Detail">A JSON object, by kind.</param>
/// <param name="Ref">What it came from: table and id, as "visit/12".</param>
internal sealed record Activity(long Party, string Entity, string Unit, string Person, long At, string Kind, string Subject, string Detail = "{}", string Ref = "")
{
    private static readonly Insert<Activity> Rows = new("ocrm.activity", "",
        new("party_id", ColumnType.Long, a => a.Party),
        new("recorded_for", ColumnType.Long, a => a.Party),
        new("entity", ColumnType.Text, a => a.Entity),
        new("unit", ColumnType.Text, a => a.Unit),
        new("person", ColumnType.Text, a => a.Person),
        new("at", ColumnType.Long, a => a.At),
        new("kind", ColumnType.Text, a => a.Kind),
        new("subject", ColumnType.Text, a => a.Subject),
        new("detail", ColumnType.Text, a => a.Detail),
        new("ref", ColumnType.Text, a => a.Ref));

    /// <summary>Writes them in the transaction of the act; a visit or call is the customer's last contact from then on.</summary>
    public static async Task RecordAsync(Session session, params IReadOnlyList<Activity> activities)
    {
        await session.InsertAsync(Rows, activities);
        foreach (var contact in activities.Where(a => a.Kind is ActivityKind.Visit or ActivityKind.Call))
        {
            await session.ExecuteAsync("UPDATE ocrm.customer SET last_contact = @at WHERE party_id = @party AND entity = @entity AND last_contact < @at",
                ("at", contact.At), ("party", contact.Party), ("entity", contact.Entity));
        }
    }

    /// <summary>By the bulk path, for a first filling; last contacts come with the customers.</summary>
    public static Task CopyAsync(Session session, IReadOnlyList<Activity> activities) => session.CopyAsync(Rows, activities);
}

/// <summary>Kinds of activity, as the timeline and the work log name them.</summary>
internal static class ActivityKind
{
    public const string Visit = "visit";
    public const string Call = "call";
    public const string Task = "task";
    public const string Note = "note";
    public const string Care = "care";
    public const string Consent = "consent";
    public const string Document = "document";
    public const string Handover = "handover";
    public const string Merge = "merge";
    public const string Split = "split";
    public const string Tier = "tier";
    public const string Opportunity = "opportunity";
    public const string Campaign = "campaign";

    /// <summary>A questionnaire was answered.</summary>
    public const string Answer = "answer";
    public const string PoolClaimed = "pool-claimed";
    public const string PoolReturned = "pool-returned";
    public const string PoolExpired = "pool-expired";
}
