using System.Text.Json.Serialization;
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

public sealed record NewUnit(string? Code, string? Name, UnitKindName? Kind, string? Parent, DateOnly? From);

/// <summary>The kinds of unit that can be made: there is one province.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitKindName>))]
public enum UnitKindName
{
    Entity,
    Branch,
    Outlet,
}

/// <param name="Close">Nobody works there any more.</param>
/// <param name="MergeInto">The unit that its customers and people go over to.</param>
/// <param name="Preview">Only says what would change.</param>
public sealed record UnitDraft(DateOnly? From, string? Name, string? Parent, bool Close, string? MergeInto, bool Preview, string? Reason = null);

/// <summary>What a change of the tree changes.</summary>
/// <param name="Units">Units that move with it, itself included.</param>
/// <param name="People">People with a post in one of them.</param>
/// <param name="Gains">User names of those who would see units that they do not see today.</param>
/// <param name="Losses">User names of those who would no longer see units that they see today.</param>
public sealed record UnitPreview(int Units, int People, IReadOnlyList<string> Gains, IReadOnlyList<string> Losses, ProposalMade? Proposal);

/// <summary>POST /api/organisation/units and …/{code}/changes: dated; a change that moves rights is a proposal.</summary>
internal static class ChangeOrganisation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/organisation/units", AddAsync).Requires(Permission.OrganisationEdit).WithName("AddUnit").WithSummary("A new unit from a day on");
        routes.MapPost("/organisation/units/{code}/changes", ChangeAsync).Requires(Permission.OrganisationEdit)
            .WithName("ChangeUnit").WithSummary("Renames, moves, closes or merges a unit from a day on; with preview: only what that would change");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AddAsync(
        NewUnit wanted, Caller caller, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        if (wanted is not { Code: { Length: > 2 and <= 20 } code, Name: { Length: > 0 and <= 60 } name, Kind: { } kind, Parent: { } parent, From: { } from } || !code.All(char.IsAsciiLetterOrDigit))
        {
            return Problems.BadRequest("unit-incomplete", "A unit needs a code (letters and digits), a name, a kind, the unit above it and the day from which it is.");
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteAsync<Results<NoContent, ProblemHttpResult>>(async session =>
        {
            var (state, _) = await book.NowAsync(session);
            var tree = OrganisationTree.On(from, state.Units);
            if (tree.Find(parent) is not { State: UnitState.Open } above || above.Kind >= Enum.Parse<UnitKind>(kind.ToString()) || !OrganisationScope.Covers(caller.SightOf(Permission.OrganisationEdit), parent))
            {
                return Problems.BadRequest("unit-parent", "The unit above is not open on that day, is not of a higher kind, or is not one that you look after.");
            }

            if (state.Units.Any(u => u.Code == code))
            {
                return Problems.Conflict("unit-taken", "There is, or was, a unit of this code. Codes are not used again.");
            }

            await UnitChange.WriteAsync(session, new UnitVersion(code, from, name, Enum.Parse<UnitKind>(kind.ToString()), parent, UnitState.Open));
            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "unit.create", code, "", "", $"{name} {parent} {BankTime.Text(from)}"));
            return TypedResults.NoContent();
        }, cancellation);
    }

    private static async Task<Results<Ok<UnitPreview>, ProblemHttpResult>> ChangeAsync(
        string code, UnitDraft wanted, Caller caller, RightsBook book, IProposals proposals, CancellationToken cancellation)
    {
        if (wanted.From is not { } from)
        {
            return Problems.BadRequest("unit-incomplete", "A change needs the day from which it holds.");
        }

        var (state, today) = await book.NowAsync(cancellation);
        var tree = OrganisationTree.On(from, state.Units);
        var sight = caller.SightOf(Permission.OrganisationEdit);
        if (tree.Find(code) is not { } unit || !OrganisationScope.Covers(sight, code) || code == UnitCode.Province)
        {
            return Problems.NotFound("unit.unknown", "There is no such unit on that day among those that you look after.");
        }

        if (UnitChange.After(unit, from, wanted, tree, out var fault) is not { } after || new[] { wanted.Parent, wanted.MergeInto }.Any(c => c is not null && !OrganisationScope.Covers(sight, c)))
        {
            return Problems.BadRequest("unit-change", fault.Length > 0 ? fault : "The other unit is not one that you look after.");
        }

        var preview = Preview(state, today, from, after);
        if (wanted.Preview)
        {
            return TypedResults.Ok(preview);
        }

        var made = await proposals.ProposeAsync(
            new Proposed(UnitChange.Kind, code, after.State == UnitState.Merged ? after.MergedInto : after.Parent, AccessJson.Write(after), AccessJson.Write(unit), wanted.Reason ?? "", caller.UserName),
            caller, cancellation);
        return TypedResults.Ok(preview with { Proposal = made });
    }

    private static UnitPreview Preview(AccessState state, OrganisationTree today, DateOnly from, UnitVersion after)
    {
        var before = OrganisationTree.On(from, state.Units);
        var then = OrganisationTree.On(from, [.. state.Units.Where(u => u.Code != after.Code || u.From != from), after]);
        var moved = before.Below(after.Code).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var gains = new List<string>();
        var losses = new List<string>();
        foreach (var person in state.Posts.Select(p => p.Key))
        {
            var (old, new_) = (Seen(state, person, before), Seen(state, person, then));
            if (moved.Any(c => new_.Sees(UnitCode.EntityOf(c), c) && !old.Sees(UnitCode.EntityOf(c), c)))
            {
                gains.Add(state.UserNames.GetValueOrDefault(person, person));
            }

            if (moved.Any(c => old.Sees(UnitCode.EntityOf(c), c) && !new_.Sees(UnitCode.EntityOf(c), c)))
            {
                losses.Add(state.UserNames.GetValueOrDefault(person, person));
            }
        }

        var people = state.Posts.Count(p => p.Any(post => post.IsOn(today.Day) && moved.Contains(post.Unit)));
        return new UnitPreview(moved.Count, people, [.. gains.Order(StringComparer.Ordinal)], [.. losses.Order(StringComparer.Ordinal)], null);
    }

    private static Sight Seen(AccessState state, string person, OrganisationTree tree) => state.RightsOf(person, tree).Sights.GetValueOrDefault(Permission.CustomersRead, Sight.Nothing);
}
