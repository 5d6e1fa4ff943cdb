using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>In which legal entities somebody works with opportunities, and with which pipelines.</summary>
internal sealed class PipelineEntities(OcrmDatabase database, IStaff staff, TimeProvider clock)
{
    /// <summary>Of what they see and where they have a post; of who sees everything, all that have customers.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Caller caller, string permission, CancellationToken cancellation)
    {
        var sight = caller.SightOf(permission);
        var posts = await staff.WorkplacesAsync([caller.PersonId], permission, cancellation);
        var all = sight.All ? await database.ReadAsync(session => LegalEntities.OfAsync(session, "ocrm.customer"), cancellation) : [];
        return [.. all.Concat(sight.Entities).Concat(sight.Units.Select(UnitCode.EntityOf)).Concat(posts.Select(p => p.Entity)).Where(e => e.Length == UnitCode.EntityDigits).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Their pipelines; the shipped ones where a legal entity has none yet.</summary>
    public async Task<IReadOnlyList<Pipeline>> PipelinesAsync(IReadOnlyList<string> entities, CancellationToken cancellation)
    {
        var known = await database.ReadAsync(session => Pipeline.OfAsync(session, entities), cancellation);
        var without = entities.Except(known.Select(p => p.Entity)).ToList();
        if (without.Count == 0)
        {
            return known;
        }

        return await database.WriteAsync(async session =>
        {
            foreach (var entity in without)
            {
                await Pipeline.EnsureAsync(session, entity, clock.GetUtcNow().ToUnixTimeMilliseconds());
            }

            return await Pipeline.OfAsync(session, entities);
        }, cancellation);
    }
}
