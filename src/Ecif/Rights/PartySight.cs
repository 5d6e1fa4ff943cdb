using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Rights;

/// <summary>Which parties a caller sees: those with a relationship in the caller's units, and those that the caller, or somebody for whom the caller stands in, looks after.</summary>
internal static class PartySight
{
    /// <summary>The condition on a party's id that it has a relationship within the sight.</summary>
    /// <param name="partyId">SQL of the party's id.</param>
    public static SqlCondition In(Sight sight, string partyId)
    {
        var inside = sight.In(new SightColumns($"substr(rs.unit, 1, {UnitCode.EntityDigits})", "rs.unit"));
        return sight.All || inside == SqlCondition.False
            ? inside
            : new SqlCondition($"EXISTS (SELECT 1 FROM ecif.relationship rs WHERE rs.party_id = {partyId} AND {inside.Sql})", inside.Parameters);
    }

    /// <summary>Those of the parties that are seen.</summary>
    public static async Task<IReadOnlySet<long>> VisibleAsync(Session session, Sight sight, IReadOnlyCollection<long> parties, IOwnership? ownership, CancellationToken cancellation)
    {
        if (sight.All || parties.Count == 0)
        {
            return parties.ToHashSet();
        }

        var condition = In(sight, "k.id");
        var seen = (await session.QueryAsync($"SELECT k.id FROM {{rows}} WHERE {condition.Sql}", RowSet.Of("id", parties), r => r.GetInt64(0), [.. condition.Parameters])).ToHashSet();
        if (ownership is not null && (sight.Managers.Count > 0 || sight.Places.Count > 0))
        {
            var tended = await ownership.OfAsync([.. parties.Where(p => !seen.Contains(p))], cancellation);
            seen.UnionWith(tended.Where(t => sight.Sees(null, null, t.Manager, t.Place)).Select(t => t.Party));
        }

        return seen;
    }
}
