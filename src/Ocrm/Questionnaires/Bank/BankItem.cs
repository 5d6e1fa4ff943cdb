using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <summary>A question of the bank, or a block of several as one.</summary>
/// <param name="Type">SurveyJS's; panel for a block.</param>
/// <param name="Tags">Joined by commas.</param>
/// <param name="Current">The number of the newest version.</param>
/// <param name="Version">Counted with each change, tags included.</param>
internal sealed record BankItem(
    long Id, string Entity, string Unit, string Owner, string Title, string Type, string Tags, string State, long Current, string ChangedBy, long ChangedAt, long Version)
{
    public const string Offered = "offered";
    public const string Retired = "retired";

    public const string Columns = "b.id, b.entity, b.unit, b.owner, b.title, b.type, b.tags, b.state, b.current, b.changed_by, b.changed_at, b.version";

    public static SightColumns Sight { get; } = new("b.entity", "b.unit", "b.owner");

    public static ProblemHttpResult Unknown => Problems.NotFound("bank.unknown", "No question of the bank in your sight has this number.");

    /// <returns>The one that the caller may read; null where there is none.</returns>
    public static Task<BankItem?> FindAsync(Session session, Caller caller, string id) => FindAsync(session, Questionnaire.Readable(caller.SightOf(Permission.QuestionnairesRead)), id);

    /// <returns>The one that the caller may change, locked where the session writes; null where there is none.</returns>
    public static Task<BankItem?> EditedAsync(Session session, Caller caller, string id) => FindAsync(session, caller.SightOf(Permission.QuestionnairesEdit), id);

    /// <summary>A fragment as it is kept: without a reference to the bank of its own, and whether it can be asked.</summary>
    /// <returns>Null where it is no question and no panel, or has errors.</returns>
    public static (string Fragment, string Type, string Title)? Read(JsonElement said, int title)
    {
        if (SaveDraft.Wrong(said) is not null)
        {
            return null;
        }

        var fragment = System.Text.Json.Nodes.JsonObject.Create(said)!;
        fragment.Remove("bank");
        var text = fragment.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        if (SurveyReader.Read($$"""{"elements":[{{text}}]}""").Survey?.Pages[0].Content is not [var element])
        {
            return null;
        }

        var named = element.Title?.In(Questionnaire.Language) ?? (element as Html)?.Content.In(Questionnaire.Language) ?? element.Name;
        return (text, element switch { Question question => question.Type, Panel => "panel", _ => "html" }, named.Length <= title ? named : named[..title]);
    }

    /// <summary>A new one that is offered; its first version is kept beside it.</summary>
    /// <param name="person">Who made it; "" for what ships.</param>
    public static async Task<long> InsertAsync(Session session, string entity, string unit, string person, string title, string type, string tags, long at) => (await session.QueryAsync(
        """
        INSERT INTO ocrm.bank_item (entity, unit, owner, title, type, tags, state, current, changed_by, changed_at, version)
        VALUES (@entity, @unit, @person, @title, @type, @tags, @state, 1, @person, @at, 1) RETURNING id
        """,
        r => r.GetInt64(0),
        ("entity", entity), ("unit", unit), ("person", person), ("title", title), ("type", type), ("tags", tags), ("state", Offered), ("at", at)))[0];

    /// <summary>A version, which never changes.</summary>
    public static Task<int> KeepAsync(Session session, long item, long number, string fragment, string person, long at) => session.ExecuteAsync(
        "INSERT INTO ocrm.bank_version (item, number, fragment, made_by, made_at) VALUES (@item, @number, @fragment, @by, @at)",
        ("item", item), ("number", number), ("fragment", fragment), ("by", person), ("at", at));

    public Task AuditAsync(Session session, Caller caller, long at, string before = "", string after = "") => AuditTrail.AppendAsync(session, "ocrm", at,
        new AuditEntry(caller.UserName, caller.From, Permission.QuestionnairesEdit, string.Create(CultureInfo.InvariantCulture, $"bank/{Id}"), Before: before, After: after));

    private static async Task<BankItem?> FindAsync(Session session, Sight sight, string id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        var seen = sight.In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.bank_item b WHERE b.id = @id AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("b") : "")}", Read, [.. seen.Parameters, ("id", key)])).SingleOrDefault();
    }

    private static BankItem Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetInt64(8), r.GetString(9), r.GetInt64(10), r.GetInt64(11));
}
