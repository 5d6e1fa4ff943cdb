using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Imports;

/// <param name="Tag">Of a register: the tag that its customers get, by id.</param>
/// <param name="Segment">Of a register: the static segment of one's own that they join, by id.</param>
/// <param name="Prospects">Of a register: whom nobody matches becomes a prospect.</param>
public sealed record ImportOptions(string? Tag = null, string? Segment = null, bool Prospects = false);

/// <summary>A file that is being, or was, brought in. Its lines are rows of their own.</summary>
/// <param name="Mapping">Field → the column's place.</param>
/// <param name="Person">Whose file it is.</param>
/// <param name="Acting">Under whose rights its lines are carried out or taken back: who said so last.</param>
/// <param name="Problem">Why it stopped, as a code.</param>
internal sealed record Import(
    long Id, string Kind, string State, string File, string Hash, IReadOnlyList<string> Heads, IReadOnlyDictionary<string, int> Mapping, ImportOptions Options,
    string Entity, string Unit, string Person, string Acting, string Problem,
    long Lines, long Good, long Wrong, long Done, long Skipped, long Undone, long Stayed, bool Kept, long CreatedAt, long ChangedAt)
{
    public const string Draft = "draft";
    public const string Checking = "checking";
    public const string Checked = "checked";
    public const string Running = "running";
    public const string Stopped = "stopped";
    public const string Ended = "done";
    public const string Undoing = "undoing";
    public const string TakenBack = "undone";

    public const string Columns =
        "i.id, i.kind, i.state, i.file, i.hash, i.heads, i.mapping, i.options, i.entity, i.unit, i.person, i.acting, i.problem, i.lines, i.good, i.wrong, i.done, i.skipped, i.undone, i.stayed, i.kept, i.created_at, i.changed_at";

    public static SightColumns Sight { get; } = new("i.entity", "i.unit", "i.person");

    public string Cell(ImportLine line, string field) => Mapping.TryGetValue(field, out var place) && place < line.Cells.Count ? line.Cells[place] : "";

    /// <summary>As the audit names it.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"import/{Id}");

    public static async Task<Import?> FindAsync(Session session, Caller caller, string id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        var seen = caller.SightOf(Permission.ImportsEdit).In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.import i WHERE i.id = @id AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("i") : "")}", Read, [.. seen.Parameters, ("id", key)])).SingleOrDefault();
    }

    public static Import Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Json<string[]>(r.GetString(5)), Json<Dictionary<string, int>>(r.GetString(6)), Json<ImportOptions>(r.GetString(7)),
        r.GetString(8), r.GetString(9), r.GetString(10), r.GetString(11), r.GetString(12),
        r.GetInt64(13), r.GetInt64(14), r.GetInt64(15), r.GetInt64(16), r.GetInt64(17), r.GetInt64(18), r.GetInt64(19), r.GetInt16(20) == 1, r.GetInt64(21), r.GetInt64(22));

    public Task SetAsync(Session session, string state, long at, string problem = "") => session.ExecuteAsync(
        "UPDATE ocrm.import SET state = @state, problem = @problem, changed_at = @at WHERE id = @id", ("state", state), ("problem", problem), ("at", at), ("id", Id));

    private static T Json<T>(string text) => JsonSerializer.Deserialize<T>(text)!;
}
