using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Organisation;

/// <summary>A setting that a unit may have of its own; where it has none, that of the unit above holds.</summary>
/// <param name="Options">The values it may have; null where it is a whole number from 0 to <paramref name="Most"/>.</param>
internal sealed record Parameter(string Name, string Default, IReadOnlyList<string>? Options = null, int Most = 0)
{
    /// <summary>
    /// The defaults: a customer is found in the whole province by who they are, masked, and nothing more; 50 readings are a busy day at the counter;
    /// 5,000 rows are what one manager looks after; whose a new customer is, is for people to say until a legal entity leaves it to the rule.
    /// </summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new(ParameterName.IdentityBeyondEntity, "masked", ["hidden", "masked", "clear"]),
        new(ParameterName.RevealsPerDay, "50", Most: 10_000),
        new(ParameterName.ExportRowsAlone, "5000", Most: 1_000_000),
        new(ParameterName.NewCustomers, Nobody, [Nobody, LeastBusy]),
    ];

    public const string Nobody = "nobody";
    public const string LeastBusy = "least-busy";

    public static Parameter? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    public bool Allows(string value) => Options is not null ? Options.Contains(value) : int.TryParse(value, out var number) && number >= 0 && number <= Most;
}

/// <param name="Own">Whether the unit has it of its own; else it comes from above.</param>
/// <param name="Type">choice or number.</param>
public sealed record ParameterView(string Name, string Value, bool Own, string Default, string Type, IReadOnlyList<string>? Options, int? Most);

/// <param name="Value">Null: no longer of its own.</param>
public sealed record ParameterSetting(string? Unit, string? Name, string? Value);

/// <summary>GET and PUT /api/organisation/parameters.</summary>
internal static class Parameters
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organisation/parameters", ShowAsync).Requires(Permission.OrganisationRead).WithName("ShowParameters").WithSummary("The settings that hold for a unit");
        routes.MapPut("/organisation/parameters", SetAsync).Requires(Permission.OrganisationEdit).WithName("SetParameter").WithSummary("Gives a unit a setting of its own, or takes it away");
    }

    public static async Task<string> ValueAsync(Session session, OrganisationTree tree, Parameter parameter, string unit) => (await ValuesAsync(session, tree, parameter))(unit);

    /// <summary>Unit → value, for many units by one read.</summary>
    public static async Task<Func<string, string>> ValuesAsync(Session session, OrganisationTree tree, Parameter parameter)
    {
        var own = await OwnAsync(session, parameter.Name);
        return unit => tree.PathOf(unit).Reverse().Select(u => own.GetValueOrDefault(u.Code)).FirstOrDefault(v => v is not null)
            ?? own.GetValueOrDefault(UnitCode.Province)
            ?? parameter.Default;
    }

    private static async Task<Dictionary<string, string>> OwnAsync(Session session, string name) =>
        (await session.QueryAsync("SELECT unit, value FROM access.parameter WHERE name = @name", r => (Unit: r.GetString(0), Value: r.GetString(1)), ("name", name)))
        .ToDictionary(p => p.Unit, p => p.Value, StringComparer.Ordinal);

    private static async Task<Results<Ok<IReadOnlyList<ParameterView>>, ProblemHttpResult>> ShowAsync(
        string? unit, AccessDatabase database, RightsBook book, CancellationToken cancellation)
    {
        var code = string.IsNullOrEmpty(unit) ? UnitCode.Province : unit;
        var views = await database.ReadAsync(async session =>
        {
            var (_, tree) = await book.NowAsync(session);
            if (tree.Find(code) is null)
            {
                return null;
            }

            var list = new List<ParameterView>();
            foreach (var parameter in Parameter.All)
            {
                var own = await OwnAsync(session, parameter.Name);
                list.Add(new ParameterView(parameter.Name, await ValueAsync(session, tree, parameter, code), own.ContainsKey(code), parameter.Default,
                    parameter.Options is null ? "number" : "choice", parameter.Options, parameter.Options is null ? parameter.Most : null));
            }

            return list;
        }, cancellation);
        return views is null ? Problems.NotFound("unit.unknown", "There is no such unit.") : TypedResults.Ok<IReadOnlyList<ParameterView>>(views);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(
        ParameterSetting wanted, Caller caller, AccessDatabase database, RightsBook book, TimeProvider clock, CancellationToken cancellation)
    {
        if (wanted is not { Unit: { } unit, Name: { } name } || Parameter.Find(name) is not { } parameter || (wanted.Value is { } value && !parameter.Allows(value)))
        {
            return Problems.BadRequest("parameter-invalid", "There is no such setting, or it cannot have this value.");
        }

        var (_, tree) = await book.NowAsync(cancellation);
        if (tree.Find(unit) is null || !OrganisationScope.Covers(caller.SightOf(Permission.OrganisationEdit), unit))
        {
            return Problems.NotFound("unit.unknown", "There is no such unit among those that you look after.");
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(async session =>
        {
            var before = (await OwnAsync(session, name)).GetValueOrDefault(unit) ?? "";
            await session.ExecuteAsync("DELETE FROM access.parameter WHERE unit = @unit AND name = @name", ("unit", unit), ("name", name));
            if (wanted.Value is not null)
            {
                await session.ExecuteAsync("INSERT INTO access.parameter (unit, name, value) VALUES (@unit, @name, @value)", ("unit", unit), ("name", name), ("value", wanted.Value));
            }

            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "parameter.set", $"{unit}/{name}", "", before, wanted.Value ?? ""));
        }, cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>Whether a unit lies in what somebody looks after.</summary>
internal static class OrganisationScope
{
    public static bool Covers(Sight sight, string unit) => sight.Sees(UnitCode.EntityOf(unit), unit);
}
