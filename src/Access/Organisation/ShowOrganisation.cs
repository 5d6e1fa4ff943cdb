using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Organisation;

/// <param name="From">Since when it is as it is.</param>
/// <param name="People">Who has a post in it today.</param>
/// <param name="Next">What it will be, from a day to come.</param>
public sealed record UnitView(string Code, string Name, string Kind, string? Parent, DateOnly From, string State, string? MergedInto, int People, NextUnitView? Next);

public sealed record NextUnitView(DateOnly From, string Name, string Parent, string State, string? MergedInto);

public sealed record OrganisationView(IReadOnlyList<UnitView> Units);

/// <param name="Kind">village, town or grid.</param>
/// <param name="Manager">The customer manager who looks after it; null for none.</param>
public sealed record PlaceView(string? Code, string? Name, string? Kind, string? Unit, string? Manager = null);

/// <summary>GET /api/organisation: the tree on a day; villages, towns and grids with the outlet that looks after each.</summary>
internal static class ShowOrganisation
{
    private static readonly string[] PlaceKinds = ["village", "town", "grid"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisation", ShowAsync).Requires(Permission.OrganisationRead).WithName("ShowOrganisation").WithSummary("All units as they are on a day");
        routes.MapGet("/organisation/places", PlacesAsync).Requires(Permission.OrganisationRead).WithName("ListPlaces").WithSummary("Villages, towns and grids of a unit");
        routes.MapPost("/organisation/places", SavePlaceAsync).Requires(Permission.OrganisationEdit).WithName("SavePlace").WithSummary("A place, or its new name or outlet");
    }

    private static async Task<Ok<OrganisationView>> ShowAsync(DateOnly? at, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        var day = at ?? BankTime.Today(clock);
        return TypedResults.Ok(await database.ReadAsync(async session =>
        {
            var (state, _) = await book.NowAsync(session);
            var tree = OrganisationTree.On(day, state.Units);
            var people = state.Posts.SelectMany(p => p).Where(p => p.IsOn(day)).GroupBy(p => p.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Person).Distinct().Count(), StringComparer.Ordinal);
            var next = state.Units.Where(u => u.From > day).GroupBy(u => u.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(u => u.From)!, StringComparer.Ordinal);
            return new OrganisationView([.. tree.Units.OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => new UnitView(
                u.Code, u.Name, Lower(u.Kind), u.Parent.Length == 0 ? null : u.Parent, u.From, Lower(u.State), u.MergedInto.Length == 0 ? null : u.MergedInto, people.GetValueOrDefault(u.Code),
                next.GetValueOrDefault(u.Code) is { } n ? new NextUnitView(n.From, n.Name, n.Parent, Lower(n.State), n.MergedInto.Length == 0 ? null : n.MergedInto) : null))]);
        }, cancellation));
    }

    private static async Task<Ok<IReadOnlyList<PlaceView>>> PlacesAsync(string? unit, AccessDatabase database, AccessLimits limits, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<PlaceView>>(await database.ReadAsync(session => session.QueryAsync(
            $"SELECT code, name, kind, unit, manager FROM access.place {(string.IsNullOrEmpty(unit) ? "" : "WHERE unit = @unit")} ORDER BY code LIMIT @most",
            r => new PlaceView(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4).Length == 0 ? null : r.GetString(4)), [("most", limits.PageRows), .. string.IsNullOrEmpty(unit) ? [] : new[] { ("unit", (object?)unit) }]), cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> SavePlaceAsync(
        PlaceView place, Caller caller, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        if (place is not { Code: { Length: > 0 and <= 20 } code, Name: { Length: > 0 and <= 60 } name, Kind: { } kind, Unit: { } unit } || !PlaceKinds.Contains(kind))
        {
            return Problems.BadRequest("place-incomplete", "A place needs a code, a name, a kind (village, town, grid) and the outlet that looks after it.");
        }

        var (_, tree) = await book.NowAsync(cancellation);
        if (tree.Find(unit) is null || !OrganisationScope.Covers(caller.SightOf(Permission.OrganisationEdit), unit))
        {
            return Problems.NotFound("unit.unknown", "There is no such unit among those that you look after.");
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var taken = await database.WriteAsync(async session =>
        {
            var before = (await session.QueryAsync("SELECT name, kind, unit FROM access.place WHERE code = @code", r => (Name: r.GetString(0), Kind: r.GetString(1), Unit: r.GetString(2)), ("code", code)))
                .Select(p => ((string Name, string Kind, string Unit)?)p).FirstOrDefault();
            if (before is { } old && !OrganisationScope.Covers(caller.SightOf(Permission.OrganisationEdit), old.Unit))
            {
                return true; // it belongs to somebody else, who has to give it
            }

            await session.ExecuteAsync(
                "INSERT INTO access.place (code, name, kind, unit, manager) VALUES (@code, @name, @kind, @unit, @manager) "
                + "ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, unit = excluded.unit, manager = excluded.manager",
                ("code", code), ("name", name), ("kind", kind), ("unit", unit), ("manager", place.Manager ?? ""));
            await AccessState.RaiseAsync(session);
            await AuditTrail.AppendAsync(session, "access", now,
                new AuditEntry(caller.UserName, caller.From, "place.save", code, "", before is { } b ? $"{b.Name} {b.Unit}" : "", $"{name} {unit} {place.Manager}"));
            return false;
        }, cancellation);
        return taken ? Problems.Conflict("place.elsewhere", "The place belongs to a unit that you do not look after.") : TypedResults.NoContent();
    }

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
