using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Work;

/// <summary>A line of a task's checklist.</summary>
public sealed record CheckItem(string Text, bool Done);

/// <summary>A task as it is written first.</summary>
/// <param name="Party">0 where it is about no customer.</param>
/// <param name="Unit">Where the assignee works.</param>
/// <param name="DueOn">YYYY-MM-DD.</param>
/// <param name="Plan">The plan whose step it is; 0 for none.</param>
/// <param name="Origin">What it came from, as "visit/12"; may be empty.</param>
internal sealed record TaskRow(
    long Party, string Entity, string Unit, string Assignee, string Creator, string Title, string Note, int Priority, string DueOn,
    IReadOnlyList<CheckItem> Checklist, bool Evidence, long CreatedAt, long Plan = 0, string Origin = "")
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Cancelled = "cancelled";

    /// <summary>As audit, activities and addresses name a task.</summary>
    public static string RefOf(long id) => $"task/{id}";

    public static readonly Insert<TaskRow> Rows = new("ocrm.task", "",
        new("party_id", ColumnType.Long, t => t.Party),
        new("recorded_for", ColumnType.Long, t => t.Party),
        new("entity", ColumnType.Text, t => t.Entity),
        new("unit", ColumnType.Text, t => t.Unit),
        new("assignee", ColumnType.Text, t => t.Assignee),
        new("creator", ColumnType.Text, t => t.Creator),
        new("title", ColumnType.Text, t => t.Title),
        new("note", ColumnType.Text, t => t.Note),
        new("priority", ColumnType.Small, t => (short)t.Priority),
        new("due_on", ColumnType.Text, t => t.DueOn),
        new("state", ColumnType.Text, _ => Open),
        new("checklist", ColumnType.Text, t => WorkJson.Write(t.Checklist)),
        new("evidence", ColumnType.Small, t => t.Evidence ? (short)1 : (short)0),
        new("reference", ColumnType.Text, _ => ""),
        new("result", ColumnType.Text, _ => ""),
        new("plan", ColumnType.Long, t => t.Plan),
        new("origin", ColumnType.Text, t => t.Origin),
        new("escalated_to", ColumnType.Text, _ => ""),
        new("escalated_at", ColumnType.Long, _ => 0L),
        new("created_at", ColumnType.Long, t => t.CreatedAt),
        new("done_at", ColumnType.Long, _ => 0L),
        new("version", ColumnType.Long, _ => 1L));
}

/// <summary>The JSON inside the tables of work.</summary>
internal static class WorkJson
{
    // Chinese stays readable for whoever reads a table.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Web);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Web)!;
}

internal static class Adding
{
    /// <summary>Writes one row and gives its id.</summary>
    public static async Task<long> AddAsync<T>(this Session session, Insert<T> insert, T row) => (await session.QueryAsync(
        $"INSERT INTO {insert.Table} ({insert.ColumnList}) VALUES ({string.Join(", ", insert.Columns.Select(c => "@" + c.Name))}) RETURNING id",
        r => r.GetInt64(0), [.. insert.Columns.Select(c => (c.Name, c.Value(row)))]))[0];
}
