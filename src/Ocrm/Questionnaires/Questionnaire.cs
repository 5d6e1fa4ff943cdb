using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Prospects;
using Granary.Surveys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Questionnaires;

/// <summary>A questionnaire in the library: the draft that is worked on, and which of its versions is asked.</summary>
/// <param name="Entity">Whose it is; "" is the whole province's, which everybody reads who reads any.</param>
/// <param name="Title">The draft's own, in the bank's language, as far as it has one.</param>
/// <param name="Current">The number of the version that is asked; 0 before the first.</param>
/// <param name="Version">Of the draft, counted with each change.</param>
internal sealed record Questionnaire(
    long Id, string Entity, string Unit, string Owner, string Title, string Kind, bool Anonymous, string State, long Current, string Draft, string ChangedBy, long ChangedAt, long Version)
{
    public const string Drafted = "draft";
    public const string Published = "published";
    public const string Closed = "closed";

    /// <summary>The language in which lists name questionnaires.</summary>
    public const string Language = "zh-cn";

    public const string Columns = "q.id, q.entity, q.unit, q.owner, q.title, q.kind, q.anonymous, q.state, q.current, q.draft, q.changed_by, q.changed_at, q.version";

    public static IReadOnlyList<string> Kinds { get; } = ["survey", "risk", "investigation", "satisfaction", "need"];

    public static SightColumns Sight { get; } = new("q.entity", "q.unit", "q.owner");

    public static ProblemHttpResult Unknown => Problems.NotFound("questionnaire.unknown", "No questionnaire in your sight has this number.");

    /// <summary>What somebody reads: what is theirs to read, and the province's.</summary>
    public static Sight Readable(Sight sight) => sight.All || sight.IsNothing ? sight : sight with { Entities = [.. sight.Entities, ""] };

    /// <returns>The one that the caller may read; null where there is none.</returns>
    public static Task<Questionnaire?> FindAsync(Session session, Caller caller, string id) => FindAsync(session, Readable(caller.SightOf(Permission.QuestionnairesRead)), id);

    /// <returns>The one that the caller may change, locked where the session writes; null where there is none.</returns>
    public static Task<Questionnaire?> EditedAsync(Session session, Caller caller, string id) => FindAsync(session, caller.SightOf(Permission.QuestionnairesEdit), id);

    /// <summary>Where something new is at home.</summary>
    /// <param name="unit">Null: the caller's own post, and of a post in the province the whole province.</param>
    /// <returns>'' for the province's; null where the caller may not.</returns>
    public static string? HomeOf(Caller caller, bool province, string? unit)
    {
        var everywhere = caller.SightOf(Permission.QuestionnairesEdit).All;
        return province ? (everywhere ? "" : null) : EditProspects.UnitOf(unit, caller, Permission.QuestionnairesEdit) ?? (unit is null && everywhere ? "" : null);
    }

    public async Task<long> InsertAsync(Session session) => (await session.QueryAsync(
        """
        INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version)
        VALUES (@entity, @unit, @owner, @title, @kind, @anonymous, @state, 0, @draft, @by, @at, @at, 1) RETURNING id
        """,
        r => r.GetInt64(0),
        ("entity", Entity), ("unit", Unit), ("owner", Owner), ("title", Title), ("kind", Kind), ("anonymous", (short)(Anonymous ? 1 : 0)), ("state", State), ("draft", Draft), ("by", ChangedBy), ("at", ChangedAt)))[0];

    /// <summary>What the draft calls itself, else what it was called before.</summary>
    /// <param name="most">Characters.</param>
    public static string TitleOf(JsonElement document, string otherwise, int most)
    {
        var title = document.TryGetProperty("title", out var said) ? said : default;
        var text = title.ValueKind switch
        {
            JsonValueKind.String => title.GetString()!,
            JsonValueKind.Object => new LocalText(title.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String).DistinctBy(t => t.Name.ToUpperInvariant()).Select(t => KeyValuePair.Create(t.Name, t.Value.GetString()!))).In(Language),
            _ => "",
        };
        text = string.Concat(text.Where(c => !char.IsControl(c))).Trim();
        return text.Length == 0 ? otherwise : text.Length <= most ? text : text[..most];
    }

    public Task AuditAsync(Session session, Caller caller, string act, long at, string before = "", string after = "", string reason = "") => AuditTrail.AppendAsync(session, "ocrm", at,
        new AuditEntry(caller.UserName, caller.From, act, string.Create(CultureInfo.InvariantCulture, $"questionnaire/{Id}"), reason, before, after));

    private static async Task<Questionnaire?> FindAsync(Session session, Sight sight, string id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        var seen = sight.In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.questionnaire q WHERE q.id = @id AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("q") : "")}", Read, [.. seen.Parameters, ("id", key)])).SingleOrDefault();
    }

    private static Questionnaire Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt16(6) == 1, r.GetString(7), r.GetInt64(8), r.GetString(9), r.GetString(10), r.GetInt64(11), r.GetInt64(12));
}
