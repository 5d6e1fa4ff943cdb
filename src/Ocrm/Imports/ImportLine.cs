using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Imports;

/// <param name="Number">As a spreadsheet numbers it; 1 is the heading.</param>
/// <param name="Ref">What it made, as "prospect/12" or "tag/3 segment/4"; empty where it made nothing.</param>
/// <param name="Subject">The customer's number, where one was found.</param>
/// <param name="Before">What was there in its place, as its kind writes it down.</param>
internal sealed record ImportLine(long Number, IReadOnlyList<string> Cells, string Ref, string Before, string Subject)
{
    public const string Columns = "l.line, l.cells, l.ref, l.before, l.subject";

    /// <summary>Of what it made the id of one kind; null where it made none of that kind.</summary>
    public long? RefOf(string what) => Ref.Split(' ').Select(r => r.Split('/')).Where(r => r[0] == what).Select(r => (long?)long.Parse(r[1], CultureInfo.InvariantCulture)).FirstOrDefault();

    public static ImportLine Read(DbDataReader r) => new(r.GetInt64(0), JsonSerializer.Deserialize<string[]>(r.GetString(1))!, r.GetString(2), r.GetString(3), r.GetString(4));

    public static Task<List<ImportLine>> OfAsync(Session session, long import, string outcome, int most, bool lastFirst = false) => session.QueryAsync(
        $"SELECT {Columns} FROM ocrm.import_line l WHERE l.import_id = @import AND l.outcome = @outcome ORDER BY l.line {(lastFirst ? "DESC" : "")} LIMIT {most}", Read, ("import", import), ("outcome", outcome));

    /// <summary>The lines of a new import.</summary>
    public static Task CopyAsync(Session session, long import, IReadOnlyList<(int Number, string[] Cells)> lines) => session.CopyAsync(
        new Insert<(int Number, string[] Cells)>("ocrm.import_line", "",
            new("import_id", ColumnType.Long, _ => import), new("line", ColumnType.Long, l => (long)l.Number), new("cells", ColumnType.Text, l => JsonSerializer.Serialize(l.Cells))), lines);
}

/// <summary>What came of one line.</summary>
/// <param name="Outcome">One of the constants here.</param>
/// <param name="Problem">Why it is wrong, was skipped or stayed, as a code.</param>
/// <param name="Field">Which field is at fault.</param>
/// <param name="Key">What the line is about: a second line about the same is wrong.</param>
/// <param name="Way">Whether a customer was found or somebody is new.</param>
/// <param name="Subject">The customer's number.</param>
internal sealed record Verdict(string Outcome, string Problem = "", string Field = "", string Key = "", string Way = "", string Subject = "", string Ref = "", string Before = "")
{
    /// <summary>Nothing is in its way.</summary>
    public const string Good = "good";

    public const string Wrong = "wrong";

    public const string Done = "done";

    /// <summary>There was nothing to do.</summary>
    public const string Skipped = "skipped";

    public const string Undone = "undone";

    /// <summary>Could not be taken back.</summary>
    public const string Stayed = "stayed";

    public const string Matched = "matched";

    public const string Fresh = "fresh";

    public static Verdict Fault(string problem, string field = "") => new(Wrong, problem, field);

    /// <summary>Writes verdicts beside their lines and moves the sums.</summary>
    /// <param name="from">The outcome that the lines had; empty where they had none.</param>
    public static async Task WriteAsync(Session session, long import, string from, IReadOnlyList<(ImportLine Line, Verdict Verdict)> verdicts, long at)
    {
        await session.InsertAsync(new Insert<(ImportLine Line, Verdict Verdict)>("ocrm.import_line AS existing",
            """
            ON CONFLICT (import_id, line) DO UPDATE SET outcome = excluded.outcome, problem = excluded.problem, field = excluded.field,
            key = CASE WHEN excluded.key = '' THEN existing.key ELSE excluded.key END, way = CASE WHEN excluded.way = '' THEN existing.way ELSE excluded.way END,
            subject = CASE WHEN excluded.subject = '' THEN existing.subject ELSE excluded.subject END,
            ref = CASE WHEN excluded.ref = '' THEN existing.ref ELSE excluded.ref END, before = CASE WHEN excluded.before = '' THEN existing.before ELSE excluded.before END
            """,
            new("import_id", ColumnType.Long, _ => import), new("line", ColumnType.Long, v => v.Line.Number), new("key", ColumnType.Text, v => v.Verdict.Key), new("outcome", ColumnType.Text, v => v.Verdict.Outcome),
            new("problem", ColumnType.Text, v => v.Verdict.Problem), new("field", ColumnType.Text, v => v.Verdict.Field), new("way", ColumnType.Text, v => v.Verdict.Way),
            new("subject", ColumnType.Text, v => v.Verdict.Subject), new("ref", ColumnType.Text, v => v.Verdict.Ref), new("before", ColumnType.Text, v => v.Verdict.Before)), verdicts);
        long Now(string outcome) => verdicts.Count(v => v.Verdict.Outcome == outcome) - (from == outcome ? verdicts.Count : 0);
        await session.ExecuteAsync(
            "UPDATE ocrm.import SET good = good + @good, wrong = wrong + @wrong, done = done + @done, skipped = skipped + @skipped, undone = undone + @undone, stayed = stayed + @stayed, changed_at = @at WHERE id = @id",
            ("good", Now(Good)), ("wrong", Now(Wrong)), ("done", Now(Done)), ("skipped", Now(Skipped)), ("undone", Now(Undone)), ("stayed", Now(Stayed)), ("at", at), ("id", import));
    }
}
