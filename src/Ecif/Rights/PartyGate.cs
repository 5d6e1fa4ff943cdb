using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Rights;

/// <summary>What a caller may see of parties, as the slices ask it.</summary>
internal sealed class PartyGate(IOrganisation organisation, IEnumerable<IOwnership> ownership)
{
    public Task<IReadOnlySet<long>> VisibleAsync(Session session, Caller caller, string permission, IReadOnlyCollection<long> parties, CancellationToken cancellation) =>
        VisibleAsync(session, caller.SightOf(permission), parties, cancellation);

    public Task<IReadOnlySet<long>> VisibleAsync(Session session, Sight sight, IReadOnlyCollection<long> parties, CancellationToken cancellation) =>
        PartySight.VisibleAsync(session, sight, parties, ownership.FirstOrDefault(), cancellation);

    public async Task<bool> SeesAsync(EcifDatabase database, Caller caller, string permission, long party, CancellationToken cancellation) =>
        caller.SightOf(permission).All
        || await database.ReadAsync(async session => (await VisibleAsync(session, caller, permission, [party], cancellation)).Count > 0, cancellation);

    /// <summary>How identity facts of parties beyond the caller's sight are shown.</summary>
    public async Task<FieldSight> BeyondAsync(CancellationToken cancellation) =>
        Enum.Parse<FieldSight>(await organisation.ParameterAsync(ParameterName.IdentityBeyondEntity, UnitCode.Province, cancellation), ignoreCase: true);
}
