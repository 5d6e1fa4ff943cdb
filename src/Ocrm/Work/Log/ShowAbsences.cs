using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <param name="Kind">leave, sick or trip.</param>
/// <param name="By">Who recorded it, by name.</param>
public sealed record AbsenceView(long Id, string Kind, string From, string To, string Note, string By, DateTimeOffset RecordedAt);

/// <summary>GET /api/absences/mine and /api/absences/of/{person}: days away that are to come, and those of the last weeks.</summary>
internal static class ShowAbsences
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/absences/mine", (Caller caller, OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                ShowAsync(Sight.Everything, caller.PersonId, database, reporters, organisation, limits, clock, cancellation))
            .Requires(Permission.WorkEdit).WithName("ShowOwnAbsences").WithSummary("The own days away, the latest first");
        routes.MapGet("/absences/of/{person}", (
                string person, Caller caller, OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                ShowAsync(caller.SightOf(Permission.WorkReview), person, database, reporters, organisation, limits, clock, cancellation))
            .Requires(Permission.WorkReview).WithName("ShowAbsences").WithSummary("Somebody's days away, the latest first");
    }

    private static async Task<Results<Ok<IReadOnlyList<AbsenceView>>, ProblemHttpResult>> ShowAsync(
        Sight sight, string person, OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (!await reporters.IsWithinAsync(sight, person, cancellation))
        {
            return ReportRow.Unknown;
        }

        var today = BankTime.Today(clock);
        var absences = await database.ReadAsync(session => Absence.ReadAsync(session, [person], today.AddDays(-limits.AbsenceBack), today.AddDays(limits.AbsenceAhead)), cancellation);
        var names = await organisation.PeopleNamesAsync([.. absences.Select(a => a.RecordedBy).Distinct()], cancellation);
        return TypedResults.Ok<IReadOnlyList<AbsenceView>>([.. absences.OrderByDescending(a => a.From).Select(a => new AbsenceView(
            a.Id, a.Kind, BankTime.Text(a.From), BankTime.Text(a.To), a.Note, names.GetValueOrDefault(a.RecordedBy, a.RecordedBy), DateTimeOffset.FromUnixTimeMilliseconds(a.RecordedAt)))]);
    }
}
