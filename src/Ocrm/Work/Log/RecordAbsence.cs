using System.Security.Cryptography;
using System.Text;
using Granary.Access.Contracts;
using Granary.Access;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <param name="Kind">leave, sick or trip.</param>
/// <param name="From">The first day, YYYY-MM-DD.</param>
/// <param name="To">The last day, YYYY-MM-DD.</param>
/// <param name="Note">May be empty; who reviews the person's reports reads it.</param>
public sealed record AbsenceRecorded(string? Kind, string? From, string? To, string? Note);

public sealed record AbsenceCreated(long Id);

/// <summary>POST /api/absences/mine and /api/absences/of/{person}: days on which somebody is away and owes no report.</summary>
internal static class RecordAbsence
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/absences/mine", (
                AbsenceRecorded absence, Caller caller, OcrmDatabase database, Reporters reporters, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                RecordAsync(absence, caller, Permission.WorkEdit, Sight.Everything, caller.PersonId, database, reporters, limits, clock, cancellation))
            .Requires(Permission.WorkEdit).WithName("RecordOwnAbsence").WithSummary("Days on which one is away oneself");
        routes.MapPost("/absences/of/{person}", (
                string person, AbsenceRecorded absence, Caller caller, OcrmDatabase database, Reporters reporters, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                RecordAsync(absence, caller, Permission.WorkReview, caller.SightOf(Permission.WorkReview), person, database, reporters, limits, clock, cancellation))
            .Requires(Permission.WorkReview).WithName("RecordAbsence").WithSummary("Days on which somebody is away whose reports one reviews");
    }

    private static async Task<Results<Ok<AbsenceCreated>, ProblemHttpResult>> RecordAsync(
        AbsenceRecorded absence, Caller caller, string permission, Sight sight, string person, OcrmDatabase database, Reporters reporters, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var today = BankTime.Today(clock);
        if (!await reporters.IsWithinAsync(sight, person, cancellation))
        {
            return ReportRow.Unknown;
        }

        if (absence.Kind is not { } kind || !Absence.Kinds.Contains(kind) || (absence.Note?.Length ?? 0) > limits.WorkText)
        {
            return Problems.BadRequest("absence-kind", $"Somebody is on leave, sick, or on business; a note has at most {limits.WorkText} characters.");
        }

        if (BankTime.Parse(absence.From) is not { } from || BankTime.Parse(absence.To) is not { } to || to < from || from < today.AddDays(-limits.AbsenceBack) || to > today.AddDays(limits.AbsenceAhead))
        {
            return Problems.BadRequest("absence-days", $"From the first to the last day as YYYY-MM-DD, begun at most {limits.AbsenceBack} days ago and over within {limits.AbsenceAhead}.");
        }

        var id = await database.WriteAsync(session => WriteAsync(session, caller, permission, person, kind, from, to, absence.Note?.Trim() ?? "", clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
        return id is { } made ? TypedResults.Ok(new AbsenceCreated(made)) : Problems.Conflict("absence-overlaps", "Another absence covers one of these days: withdraw it first.");
    }

    /// <returns>Null where another covers one of the days.</returns>
    private static async Task<long?> WriteAsync(Session session, Caller caller, string permission, string person, string kind, DateOnly from, DateOnly to, string note, long at)
    {
        // Of two for one person that are recorded at once the second looks when the first has been written.
        await session.LockAsync([BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"absence {person}")))]);
        if ((await Absence.ReadAsync(session, [person], from, to)).Count > 0)
        {
            return null;
        }

        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.absence (person, kind, from_day, to_day, note, recorded_by, recorded_at, withdrawn_by, withdrawn_at)
            VALUES (@person, @kind, @from, @to, @note, @by, @at, '', 0) RETURNING id
            """,
            r => r.GetInt64(0), ("person", person), ("kind", kind), ("from", BankTime.Text(from)), ("to", BankTime.Text(to)), ("note", note), ("by", caller.PersonId), ("at", at)))[0];
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, permission, Absence.RefOf(id), After: $"{kind} {person} {BankTime.Text(from)} {BankTime.Text(to)}"));
        return id;
    }
}
