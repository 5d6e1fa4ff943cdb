using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Imports;

/// <param name="Mapping">Field → the column's place, counted from 0.</param>
public sealed record ImportCheck(IReadOnlyDictionary<string, int>? Mapping, ImportOptions? Options);

/// <summary>POST /api/imports/{id}/check, run, stop and undo; DELETE of one that made nothing. What they begin goes on in <see cref="RunImports"/>.</summary>
internal static class ChangeImport
{
    public static ProblemHttpResult Unknown => Problems.NotFound("import.unknown", "No import in your sight has this number.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/imports/{id}/check", CheckAsync).Requires(Permission.ImportsEdit).WithName("CheckImport").WithSummary("Looks at every line and does nothing yet");
        MapAct(routes, "run", "RunImport", "Carries out the lines that nothing is wrong with; goes on where it was stopped", Import.Running, own: true, Import.Checked, Import.Stopped);
        MapAct(routes, "stop", "StopImport", "Stops before the next lines", Import.Stopped, own: true, Import.Running);
        MapAct(routes, "undo", "UndoImport", "Takes back what the lines made, where nobody changed it since", Import.Undoing, own: false, Import.Ended, Import.Stopped, Import.TakenBack);
        routes.MapDelete("/imports/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(session => RemoveAsync(session, id, caller, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) is { } problem ? problem : TypedResults.NoContent())
            .Requires(Permission.ImportsEdit).WithName("RemoveImport").WithSummary("Forgets one's own import that made nothing");
    }

    private static ProblemHttpResult Busy => Problems.Conflict("import-state", "The import is at another step by now.");

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> CheckAsync(
        string id, ImportCheck body, Caller caller, OcrmDatabase database, IEnumerable<ImportKind> kinds, RunImports runner, ImportViews views, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var problem = await database.WriteAsync(async session =>
        {
            if (await Import.FindAsync(session, caller, id) is not { } import || import.Person != caller.PersonId)
            {
                return Unknown;
            }

            if (import.State is not (Import.Draft or Import.Checked))
            {
                return Busy;
            }

            var kind = kinds.Single(k => k.Name == import.Kind);
            var mapping = (body.Mapping ?? import.Mapping).Where(m => kind.Fields.Any(f => f.Name == m.Key) && m.Value >= 0 && m.Value < import.Heads.Count).ToDictionary();
            var options = body.Options ?? import.Options;
            if (!kind.IsMapped(mapping))
            {
                return Problems.BadRequest("import-mapping", "Which columns say who it is, and what is asked for besides?");
            }

            if (!kind.Permissions(options).All(caller.May))
            {
                return Problems.BadRequest("import-kind", "What is in the file? Choose something that you may bring in.");
            }

            var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (await kind.WrongAsync(new ImportWork(session, import with { Options = options }, caller, limits, at, Write: false)) is not null)
            {
                return Problems.BadRequest("import-options", "Choose a tag of the legal entity, or a static segment of yours.");
            }

            await session.ExecuteAsync(
                "UPDATE ocrm.import_line SET key = '', outcome = '', problem = '', field = '', way = '', subject = '' WHERE import_id = @id AND outcome <> ''", ("id", import.Id));
            await session.ExecuteAsync(
                "UPDATE ocrm.import SET state = 'checking', mapping = @mapping, options = @options, acting = @acting, problem = '', good = 0, wrong = 0, changed_at = @at WHERE id = @id",
                ("mapping", JsonSerializer.Serialize(mapping)), ("options", JsonSerializer.Serialize(options)), ("acting", caller.PersonId), ("at", at), ("id", import.Id));
            return null;
        }, cancellation);
        return await AnswerAsync(problem, id, caller, runner, views, cancellation);
    }

    private static void MapAct(IEndpointRouteBuilder routes, string act, string name, string summary, string to, bool own, params string[] from) =>
        routes.MapPost($"/imports/{{id}}/{act}", async Task<Results<Ok<ImportView>, ProblemHttpResult>> (
                string id, Caller caller, OcrmDatabase database, IEnumerable<ImportKind> kinds, RunImports runner, ImportViews views, TimeProvider clock, CancellationToken cancellation) =>
            {
                var problem = await database.WriteAsync(session => ActAsync(session, id, caller, kinds, to, own, from, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
                return await AnswerAsync(problem, id, caller, runner, views, cancellation);
            })
            .Requires(Permission.ImportsEdit).WithName(name).WithSummary(summary);

    private static async Task<ProblemHttpResult?> ActAsync(Session session, string id, Caller caller, IEnumerable<ImportKind> kinds, string to, bool own, string[] from, long at)
    {
        if (await Import.FindAsync(session, caller, id) is not { } import || (own && import.Person != caller.PersonId))
        {
            return Unknown;
        }

        if (!from.Contains(import.State))
        {
            return Busy;
        }

        if (!import.Kept)
        {
            return Problems.Conflict("import-forgotten", "The lines of an import are kept for a quarter; they are gone by now.");
        }

        if (!kinds.Single(k => k.Name == import.Kind).Permissions(import.Options).All(caller.May))
        {
            return Unknown;
        }

        if (to == Import.Undoing)
        {
            // What stayed is tried again: it may have changed back meanwhile.
            var again = await session.ExecuteAsync("UPDATE ocrm.import_line SET outcome = 'done', problem = '' WHERE import_id = @id AND outcome = 'stayed'", ("id", import.Id));
            await session.ExecuteAsync("UPDATE ocrm.import SET done = done + @again, stayed = stayed - @again WHERE id = @id", ("again", (long)again), ("id", import.Id));
        }

        await session.ExecuteAsync("UPDATE ocrm.import SET state = @to, acting = @acting, problem = '', changed_at = @at WHERE id = @id", ("to", to), ("acting", caller.PersonId), ("at", at), ("id", import.Id));
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.ImportsEdit, import.Subject, Before: import.State, After: $"{to} {import.Kind} lines={import.Lines} good={import.Good}"));
        return null;
    }

    private static async Task<ProblemHttpResult?> RemoveAsync(Session session, string id, Caller caller, long at)
    {
        if (await Import.FindAsync(session, caller, id) is not { } import || import.Person != caller.PersonId)
        {
            return Unknown;
        }

        if (import.State is not (Import.Draft or Import.Checked))
        {
            return Busy;
        }

        await session.ExecuteAsync("DELETE FROM ocrm.import_line WHERE import_id = @id", ("id", import.Id));
        await session.ExecuteAsync("DELETE FROM ocrm.import WHERE id = @id", ("id", import.Id));
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.ImportsEdit, import.Subject, Before: import.State, After: "removed"));
        return null;
    }

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> AnswerAsync(
        ProblemHttpResult? problem, string id, Caller caller, RunImports runner, ImportViews views, CancellationToken cancellation)
    {
        if (problem is not null)
        {
            return problem;
        }

        runner.Wake();
        return await views.OfAsync(id, caller, cancellation) is { } view ? TypedResults.Ok(view) : Unknown;
    }
}
