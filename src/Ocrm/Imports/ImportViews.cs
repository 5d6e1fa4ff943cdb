using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Imports;

/// <summary>Lines of a file that share an outcome and its reason.</summary>
/// <param name="Way">matched or fresh: whether a customer was found; empty where neither.</param>
/// <param name="Field">Which field is at fault; empty where it is the line as a whole.</param>
public sealed record ImportTally(string Outcome, string Way, string Problem, string Field, long Lines);

/// <summary>A file that is being, or was, brought in.</summary>
/// <param name="State">draft, checking, checked, running, stopped, done, undoing or undone.</param>
/// <param name="Mine">Whose file it is reads its lines, checks and carries it out; others in sight see the sums, and may take it back.</param>
/// <param name="Heads">The file's headings; empty for others.</param>
/// <param name="Mapping">Field → the column's place, counted from 0.</param>
/// <param name="Sample">Cells of the first lines; empty for others.</param>
/// <param name="Problem">Why it stopped: rights; null otherwise.</param>
/// <param name="Again">The earlier import of the same file in the legal entity, by id, where there is one.</param>
/// <param name="Kept">Whether the lines are still there, for the error file and for undoing.</param>
/// <param name="Good">Lines that were looked at and wait to be carried out.</param>
/// <param name="Stayed">Lines that could not be taken back.</param>
public sealed record ImportView(
    string Id, string Kind, string State, string File, string Unit, string UnitName, string By, bool Mine, IReadOnlyList<string> Heads, IReadOnlyDictionary<string, int> Mapping, ImportOptions Options,
    IReadOnlyList<IReadOnlyList<string>> Sample, string? Problem, string? Again, bool Kept,
    long Lines, long Good, long Wrong, long Done, long Skipped, long Undone, long Stayed, IReadOnlyList<ImportTally> Tallies, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);

/// <summary>Imports as people see them.</summary>
internal sealed class ImportViews(OcrmDatabase database, IOrganisation organisation)
{
    private const int Samples = 3;

    /// <returns>Null where the caller sees none of this number.</returns>
    public async Task<ImportView?> OfAsync(string id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.ReadAsync<(Import Import, List<ImportTally> Tallies, List<ImportLine> Lines, string? Again)?>(async session =>
            await Import.FindAsync(session, caller, id) is { } import
                ? (import, await TalliesAsync(session, import.Id), import.Person == caller.PersonId ? await SampleAsync(session, import.Id) : [], await AgainAsync(session, import))
                : null, cancellation);
        if (found is not var (known, tallies, lines, again))
        {
            return null;
        }

        var units = await organisation.UnitNamesAsync([known.Unit], cancellation);
        var people = await organisation.PeopleNamesAsync([known.Person], cancellation);
        var mine = known.Person == caller.PersonId;
        return new ImportView(
            id, known.Kind, known.State, known.File, known.Unit, units.GetValueOrDefault(known.Unit, known.Unit), people.GetValueOrDefault(known.Person, known.Person), mine,
            mine ? known.Heads : [], known.Mapping, known.Options, [.. lines.Select(l => l.Cells)], known.Problem.Length == 0 ? null : known.Problem, again, known.Kept,
            known.Lines, known.Good, known.Wrong, known.Done, known.Skipped, known.Undone, known.Stayed, tallies,
            DateTimeOffset.FromUnixTimeMilliseconds(known.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(known.ChangedAt));
    }

    private static Task<List<ImportTally>> TalliesAsync(Session session, long id) => session.QueryAsync(
        "SELECT l.outcome, l.way, l.problem, l.field, count(*) FROM ocrm.import_line l WHERE l.import_id = @id AND l.outcome <> '' GROUP BY l.outcome, l.way, l.problem, l.field ORDER BY 5 DESC, 1, 2, 3, 4",
        r => new ImportTally(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4)), ("id", id));

    private static Task<List<ImportLine>> SampleAsync(Session session, long id) =>
        session.QueryAsync($"SELECT {ImportLine.Columns} FROM ocrm.import_line l WHERE l.import_id = @id ORDER BY l.line LIMIT {Samples}", ImportLine.Read, ("id", id));

    private static async Task<string?> AgainAsync(Session session, Import import) =>
        (await session.QueryAsync("SELECT i.id FROM ocrm.import i WHERE i.entity = @entity AND i.hash = @hash AND i.kind = @kind AND i.id <> @id AND i.done > 0 AND i.created_at <= @at ORDER BY i.created_at DESC LIMIT 1",
            r => r.GetInt64(0).ToString(CultureInfo.InvariantCulture), ("entity", import.Entity), ("hash", import.Hash), ("kind", import.Kind), ("id", import.Id), ("at", import.CreatedAt))).FirstOrDefault();
}
