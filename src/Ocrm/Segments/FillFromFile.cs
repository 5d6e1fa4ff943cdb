using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Imports;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Segments;

/// <param name="Line">As a spreadsheet numbers it; 1 is the heading.</param>
/// <param name="Problem">empty, nobody or several.</param>
public sealed record LineProblem(int Line, string Problem);

/// <param name="Matched">Lines whose customer was found.</param>
/// <param name="Problems">Lines whose customer was not, the first of them.</param>
public sealed record Reconciliation(int Lines, int Matched, int Unmatched, IReadOnlyList<LineProblem> Problems);

/// <summary>PUT and GET /api/segments/{id}/file: members from a file, each line matched by number, document or phone with name; what was not is kept by its line number.</summary>
internal static class FillFromFile
{
    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits)
    {
        routes.MapPut("/segments/{id}/file", FillAsync).Accepts<byte[]>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(limits.ImportBytes))
            .Requires(Permission.SegmentsEdit).WithName("FillSegment").WithSummary("The members of a segment from a CSV or XLSX file; replaces those of an earlier file");
        routes.MapGet("/segments/{id}/file", async Task<Results<Ok<Reconciliation>, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await Segment.FindAsync(session, caller, id) is { } segment ? await KnownAsync(session, segment.Id, limits) : null, cancellation) is { } known
                    ? TypedResults.Ok(known)
                    : Problems.NotFound("segment.unknown", "No segment that you may use has this number."))
            .Requires(Permission.CustomersRead).WithName("ShowReconciliation").WithSummary("What of a segment's file was not matched");
    }

    private static async Task<Results<Ok<Reconciliation>, ProblemHttpResult>> FillAsync(
        string id, HttpRequest request, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (await database.ReadAsync(session => Segment.FindAsync(session, caller, id), cancellation) is not { Kind: Segment.File } segment || segment.Person != caller.PersonId)
        {
            return Problems.NotFound("segment.unknown", "No segment of yours that is filled from a file has this number.");
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (TableFile.Read(body.ToArray(), limits) is not { } file)
        {
            return Problems.BadRequest("file-unreadable", $"The file is no CSV and no XLSX file of at most {limits.ImportLines} lines.");
        }

        var at = ColumnGuess.Of(file.Heads);
        if (!at.ContainsKey("number") && !at.ContainsKey("document") && !(at.ContainsKey("phone") && at.ContainsKey("name")))
        {
            return Problems.BadRequest("file-columns", "The first line must name a column with numbers, with documents, or with phones and names.");
        }

        return TypedResults.Ok(await database.WriteAsync(session => WriteAsync(session, segment.Id, file, at, caller, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation));
    }

    private static async Task<Reconciliation> WriteAsync(
        Session session, long segment, TableFile file, IReadOnlyDictionary<string, int> at, Caller caller, OcrmLimits limits, long now)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.segment_member WHERE segment_id = @segment", ("segment", segment));
        await session.ExecuteAsync("DELETE FROM ocrm.segment_line WHERE segment_id = @segment", ("segment", segment));
        foreach (var batch in file.Lines.Chunk(limits.ImportBatch))
        {
            var matches = await MatchCustomers.RunAsync(session, caller, Permission.SegmentsEdit, [.. batch.Select(l => WantedOf(l.Cells, at))]);
            await SegmentMembers.AddAsync(session, segment, [.. matches.SelectMany(m => m.Rows.Select(r => (r.Party, r.Entity))).Distinct()], now);
            await session.InsertAsync(new Insert<(int Line, string Problem)>("ocrm.segment_line", "ON CONFLICT (segment_id, line) DO NOTHING",
                new("segment_id", ColumnType.Long, _ => segment), new("line", ColumnType.Long, l => (long)l.Line), new("problem", ColumnType.Text, l => l.Problem)),
                [.. batch.Zip(matches).Where(m => m.Second.Rows.Count == 0).Select(m => (m.First.Number, m.Second.Problem))]);
        }

        var known = await KnownAsync(session, segment, limits);
        await session.ExecuteAsync("UPDATE ocrm.segment SET changed_at = @now WHERE id = @segment", ("now", now), ("segment", segment));
        return known with { Lines = file.Lines.Count, Matched = file.Lines.Count - known.Unmatched };
    }

    private static Wanted WantedOf(string[] cells, IReadOnlyDictionary<string, int> at)
    {
        string Cell(string field) => at.TryGetValue(field, out var place) && place < cells.Length ? cells[place] : "";
        return new Wanted(Cell("number"), Cell("document"), Cell("phone"), Cell("name"));
    }

    /// <summary>Matched are here the members: the file's lines are not kept.</summary>
    private static async Task<Reconciliation> KnownAsync(Session session, long segment, OcrmLimits limits)
    {
        var problems = await session.QueryAsync($"SELECT l.line, l.problem FROM ocrm.segment_line l WHERE l.segment_id = @segment ORDER BY l.line LIMIT {limits.ProblemsShown}",
            r => new LineProblem((int)r.GetInt64(0), r.GetString(1)), ("segment", segment));
        var unmatched = (int)(await session.QueryAsync("SELECT count(*) FROM ocrm.segment_line l WHERE l.segment_id = @segment", r => r.GetInt64(0), ("segment", segment)))[0];
        var members = (int)(await session.QueryAsync("SELECT count(DISTINCT m.party_id) FROM ocrm.segment_member m WHERE m.segment_id = @segment", r => r.GetInt64(0), ("segment", segment)))[0];
        return new Reconciliation(members + unmatched, members, unmatched, problems);
    }
}
