using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.People;
using Granary.Access.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Rights;

/// <param name="CoverFor">User name of the person for whom this is, where somebody stands in.</param>
public sealed record GrantView(string Permission, string Reach, string Role, string Unit, string UnitName, string? CoverFor, DateOnly? Until, RowsView Rows);

/// <summary>Which rows; all of them where <paramref name="All"/>.</summary>
public sealed record RowsView(bool All, IReadOnlyList<string> Entities, IReadOnlyList<string> Units, IReadOnlyList<string> Managers, IReadOnlyList<string> Places);

public sealed record RightsView(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<GrantView> Grants);

/// <summary>Anybody's effective rights, and where each comes from.</summary>
internal static class ShowRights
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me/rights", async Task<Ok<RightsView>> (Caller caller, RightsBook book, CancellationToken cancellation) =>
                TypedResults.Ok(View(caller.Rights, (await book.NowAsync(cancellation)).Tree)))
            .ForPeople().WithName("ShowOwnRights").WithSummary("What one may do, and where that comes from");
        routes.MapGet("/users/{userName}/rights", async Task<Results<Ok<RightsView>, ProblemHttpResult>> (
                string userName, Caller caller, AccessDatabase database, RightsBook book, CancellationToken cancellation) =>
            {
                var found = await database.ReadAsync(async session =>
                {
                    var (state, tree) = await book.NowAsync(session);
                    return await PersonStore.FindByUserNameAsync(session, userName) is { } person && PeopleScope.Sees(caller, Permission.UsersRead, state.Posts[person.Id])
                        ? View(state.RightsOf(person.Id, tree), tree)
                        : null;
                }, cancellation);
                return found is null ? Problems.NotFound("user.unknown", "There is no such user among those that you look after.") : TypedResults.Ok(found);
            })
            .Requires(Permission.UsersRead).WithName("ShowRights").WithSummary("A user's effective rights, and where each comes from");
    }

    private static RightsView View(EffectiveRights rights, OrganisationTree tree) => new(
        Enum.GetValues<DataClass>().ToDictionary(c => c.ToString(), c => rights.Fields.GetValueOrDefault(c, FieldSight.Hidden).ToString().ToLowerInvariant()),
        [.. rights.Sources.OrderBy(s => s.Permission, StringComparer.Ordinal).ThenBy(s => s.Unit, StringComparer.Ordinal).Select(s => new GrantView(
            s.Permission, s.Reach.ToString().ToLowerInvariant(), s.Role, s.Unit, tree.NameOf(s.Unit), s.CoverFor, s.Until,
            new RowsView(s.Sight.All, s.Sight.Entities, s.Sight.Units, s.Sight.Managers, s.Sight.Places)))]);
}
