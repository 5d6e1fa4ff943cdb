using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Segments;

/// <param name="Filter">Of a dynamic one, in the language of the lists.</param>
/// <param name="Of">Of a combined one.</param>
/// <param name="Lines">Of one from a file: lines that were not matched.</param>
public sealed record SegmentView(string Id, string Name, string Kind, bool Shared, bool Mine, JsonElement? Filter, Combination? Of, long Lines, DateTimeOffset ChangedAt);

/// <param name="Kind">dynamic (with a filter), static (members by the list's action), file, or combined (of others).</param>
public sealed record SegmentBody(string? Name, string? Kind, bool Shared, JsonElement? Filter, Combination? Of);

/// <summary>GET and POST /api/segments, PUT and DELETE /api/segments/{id}. Who is in one, and how many, the list of customers says: its filter knows them as the column "segment".</summary>
internal static class Segments
{
    private static readonly string[] Kinds = [Segment.Dynamic, Segment.Static, Segment.File, Segment.Combined];

    private static readonly string[] Ways = [Combination.Union, Combination.Intersection, Combination.Difference];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/segments", async (Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<SegmentView>>(await database.ReadAsync(async session =>
                {
                    var lines = (await session.QueryAsync("SELECT l.segment_id, count(*) FROM ocrm.segment_line l GROUP BY l.segment_id", r => (Id: r.GetInt64(0), Lines: r.GetInt64(1)))).ToDictionary(l => l.Id, l => l.Lines);
                    return (await Segment.OfAsync(session, caller, limits.SegmentsShown)).Select(s => View(s, caller, lines.GetValueOrDefault(s.Id))).ToList();
                }, cancellation)))
            .Requires(Permission.CustomersRead).WithName("ListSegments").WithSummary("Segments: one's own and shared ones");
        routes.MapPost("/segments", async Task<Results<Ok<SegmentView>, ProblemHttpResult>> (
                SegmentBody body, Caller caller, OcrmDatabase database, IEnumerable<ListSource> sources, ListLimits lists, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (await WrongAsync(body, caller, database, sources, lists, limits, cancellation) is { } problem)
                {
                    return problem;
                }

                return await database.WriteAsync(session => AddAsync(session, body, caller, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) is { } segment
                    ? TypedResults.Ok(View(segment, caller, 0))
                    : Problems.Conflict("segments-many", $"One person keeps at most {limits.SegmentsPerPerson} segments.");
            })
            .Requires(Permission.SegmentsEdit).WithName("AddSegment").WithSummary("A new segment");
        routes.MapPut("/segments/{id}", async Task<Results<Ok<SegmentView>, ProblemHttpResult>> (
                string id, SegmentBody body, Caller caller, OcrmDatabase database, IEnumerable<ListSource> sources, ListLimits lists, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => Segment.FindAsync(session, caller, id), cancellation) is not { } known || known.Person != caller.PersonId)
                {
                    return Problems.NotFound("segment.unknown", "No segment of yours has this number.");
                }

                if (await WrongAsync(body with { Kind = known.Kind }, caller, database, sources, lists, limits, cancellation) is { } problem)
                {
                    return problem;
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var changed = known with { Name = body.Name!.Trim(), Shared = body.Shared, Definition = DefinitionOf(body with { Kind = known.Kind }), ChangedAt = at };
                await database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.segment SET name = @name, shared = @shared, definition = @definition, changed_at = @at WHERE id = @id",
                    ("name", changed.Name), ("shared", (short)(changed.Shared ? 1 : 0)), ("definition", changed.Definition), ("at", at), ("id", known.Id)), cancellation);
                return TypedResults.Ok(View(changed, caller, 0));
            })
            .Requires(Permission.SegmentsEdit).WithName("SaveSegment").WithSummary("Changes one's own segment");
        routes.MapDelete("/segments/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
                await database.WriteAsync(async session => await Segment.FindAsync(session, caller, id) is { } known && known.Person == caller.PersonId && await RemoveAsync(session, known.Id), cancellation)
                    ? TypedResults.NoContent()
                    : Problems.NotFound("segment.unknown", "No segment of yours has this number."))
            .Requires(Permission.SegmentsEdit).WithName("RemoveSegment").WithSummary("Takes one's own segment away");
    }

    private static async Task<ProblemHttpResult?> WrongAsync(
        SegmentBody body, Caller caller, OcrmDatabase database, IEnumerable<ListSource> sources, ListLimits lists, OcrmLimits limits, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > limits.SegmentCharacters || body.Name.Contains('\0', StringComparison.Ordinal) || !Kinds.Contains(body.Kind))
        {
            return Problems.BadRequest("segment-incomplete", $"A segment needs a kind and a name of at most {limits.SegmentCharacters} characters.");
        }

        if (body.Kind == Segment.Combined)
        {
            var known = await database.ReadAsync(session => Segment.OfAsync(session, caller, limits.SegmentsShown), cancellation);
            return body.Of is { Of: { } of, How: { } how } && Ways.Contains(how) && of.Count > 1 && of.Count <= limits.SegmentsCombined && of.All(o => known.Exists(k => Id(k) == o))
                ? null
                : Problems.BadRequest("segment-combination", $"A combination is of two to {limits.SegmentsCombined} segments that you may use.");
        }

        if (body.Kind != Segment.Dynamic)
        {
            return null;
        }

        return body.Filter is { ValueKind: JsonValueKind.Object } filter && filter.GetRawText().Length <= lists.ViewCharacters
            ? await sources.Single(s => s.List.Name == "customers").WrongAsync(filter, caller, lists, cancellation)
            : Problems.BadRequest("segment-filter", "A dynamic segment needs conditions.");
    }

    private static async Task<Segment?> AddAsync(Session session, SegmentBody body, Caller caller, OcrmLimits limits, long at)
    {
        if ((await session.QueryAsync("SELECT count(*) FROM ocrm.segment s WHERE s.person = @person", r => r.GetInt64(0), ("person", caller.PersonId)))[0] >= limits.SegmentsPerPerson)
        {
            return null;
        }

        var segment = new Segment(0, body.Name!.Trim(), body.Kind!, DefinitionOf(body), body.Shared, caller.PersonId, at);
        return segment with
        {
            Id = (await session.QueryAsync(
                "INSERT INTO ocrm.segment (name, kind, definition, shared, person, created_at, changed_at) VALUES (@name, @kind, @definition, @shared, @person, @at, @at) RETURNING id", r => r.GetInt64(0),
                ("name", segment.Name), ("kind", segment.Kind), ("definition", segment.Definition), ("shared", (short)(segment.Shared ? 1 : 0)), ("person", segment.Person), ("at", at)))[0],
        };
    }

    private static async Task<bool> RemoveAsync(Session session, long id)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.segment_line WHERE segment_id = @id", ("id", id));
        await session.ExecuteAsync("DELETE FROM ocrm.segment_member WHERE segment_id = @id", ("id", id));
        return await session.ExecuteAsync("DELETE FROM ocrm.segment WHERE id = @id", ("id", id)) == 1;
    }

    private static string DefinitionOf(SegmentBody body) => body.Kind switch
    {
        Segment.Dynamic => body.Filter!.Value.GetRawText(),
        Segment.Combined => JsonSerializer.Serialize(body.Of, JsonSerializerOptions.Web),
        _ => "{}",
    };

    private static string Id(Segment segment) => segment.Id.ToString(CultureInfo.InvariantCulture);

    private static SegmentView View(Segment s, Caller caller, long lines) => new(
        Id(s), s.Name, s.Kind, s.Shared, s.Person == caller.PersonId,
        s.Kind == Segment.Dynamic ? JsonSerializer.Deserialize<JsonElement>(s.Definition) : null,
        s.Kind == Segment.Combined ? JsonSerializer.Deserialize<Combination>(s.Definition, JsonSerializerOptions.Web) : null,
        lines, DateTimeOffset.FromUnixTimeMilliseconds(s.ChangedAt));
}
