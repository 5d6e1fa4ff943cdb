using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <param name="Text">The file's text.</param>
/// <param name="Preview">Only says what would come of it.</param>
public sealed record IcsFile(string? Text, bool Preview);

/// <param name="Because">The code of what is wrong with it.</param>
public sealed record RefusedEvent(string Title, string Because);

public sealed record ImportedEvents(int Added, int Changed, IReadOnlyList<RefusedEvent> Refused);

/// <summary>POST /api/calendar/import: takes an .ics file into one's own calendar. An event that is there by its UID is changed, so a file may come again.</summary>
internal static class ImportEvents
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/calendar/import", async Task<Results<Ok<ImportedEvents>, ProblemHttpResult>> (IcsFile file, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (IcsReading.Read(file.Text ?? "") is not { Count: > 0 } read)
                {
                    return Problems.BadRequest("ics-unreadable", "The file is no calendar, or has no events.");
                }

                if (read.Count > limits.ImportEvents)
                {
                    return Problems.BadRequest("ics-too-many", $"At most {limits.ImportEvents} events in one file.");
                }

                if (Post.Of(caller) is not { Unit.Length: > 0 } post)
                {
                    return Problems.Conflict("calendar-no-post", "Only who has a post of their own has a calendar.");
                }

                var faults = read.Select(r => new RefusedEvent(r.Title, r.Fault ?? FaultOf(r.Event!, limits) ?? "")).ToList();
                // Series first: what stands in place of an occurrence needs the row of its series.
                var good = read.Where((_, i) => faults[i].Because.Length == 0).Select(r => r.Event!).OrderBy(e => e.Original > 0).ToList();
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var known = await database.WriteAsync(async session =>
                {
                    var there = (await session.QueryAsync($"SELECT {EventRow.Columns} FROM {"{rows}"} CROSS JOIN ocrm.event e WHERE e.uid = k.uid AND e.person = @person",
                        RowSet.Of("uid", good.Select(e => e.Uid).Distinct().ToList()), EventRow.Read, ("person", caller.PersonId))).ToDictionary(e => (e.Uid, e.Original));
                    var before = there.Keys.ToHashSet();
                    if (!file.Preview)
                    {
                        foreach (var e in good)
                        {
                            there[(e.Uid, e.Original)] = await SaveAsync(session, e, there, new EventRow(0, 0, post.Entity, post.Unit, caller.PersonId, e.Uid, 0, e.Original, "", "", "", 0, 0, false, "", [], 0, -1, 0, 1, now), good, now);
                        }

                        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.CalendarEdit, "import", After: $"{good.Count}"));
                    }

                    return good.Count(e => before.Contains((e.Uid, e.Original)));
                }, cancellation);
                return TypedResults.Ok(new ImportedEvents(good.Count - known, known, [.. faults.Where(f => f.Because.Length > 0)]));
            })
            .Requires(Permission.CalendarEdit).WithName("ImportEvents").WithSummary("Takes an .ics file into one's own calendar");

    private static string? FaultOf(IcsEvent e, OcrmLimits limits) => e.Draft.Fault(limits)?.ProblemDetails.Extensions["code"] as string;

    private static async Task<EventRow> SaveAsync(Session session, IcsEvent e, Dictionary<(string, long), EventRow> there, EventRow fresh, List<IcsEvent> all, long now)
    {
        var row = e.Draft.On(there.GetValueOrDefault((e.Uid, e.Original), fresh), 0) with { Except = e.Except, Series = e.Original > 0 ? there.GetValueOrDefault((e.Uid, 0L))?.Id ?? 0 : 0 };
        row = row.Settled(now, [.. all.Where(o => o.Uid == e.Uid && o.Original > 0).Select(o => o.Original)]);
        if (row.Id == 0)
        {
            return row with { Id = await row.InsertAsync(session) };
        }

        await row.UpdateAsync(session);
        return row;
    }
}
