using Granary.Access.Contracts;

namespace Granary.Ocrm.Work;

/// <summary>Who may be given work by whom: oneself, whom one may give work to by right, and who works in the same unit.</summary>
internal sealed class Assignees(IStaff staff)
{
    /// <param name="person">Empty: the caller.</param>
    /// <param name="entities">The legal entities inside one of which the work stays, the first one first; none where it is about no customer.</param>
    /// <returns>Where the person would do it; null where they may not be given it.</returns>
    public async Task<Workplace?> FindAsync(Caller caller, string? person, IReadOnlyList<string> entities, CancellationToken cancellation)
    {
        var places = await PlacesAsync(caller, person, cancellation);
        return entities.Count == 0 ? places.FirstOrDefault() : entities.Select(e => places.FirstOrDefault(p => p.Entity == e)).FirstOrDefault(p => p is not null);
    }

    /// <summary>All places where the person may be given work by the caller.</summary>
    public async Task<IReadOnlyList<Workplace>> PlacesAsync(Caller caller, string? person, CancellationToken cancellation)
    {
        var wanted = string.IsNullOrEmpty(person) ? caller.PersonId : person;
        var places = await staff.WorkplacesAsync([wanted, caller.PersonId], Permission.WorkEdit, cancellation);
        var own = places.Where(p => p.Person == caller.PersonId).Select(p => p.Unit).ToHashSet(StringComparer.Ordinal);
        var given = caller.SightOf(Permission.WorkAssign);
        return [.. places.Where(p => p.Person == wanted && (wanted == caller.PersonId || own.Contains(p.Unit) || given.Sees(p.Entity, p.Unit, p.Person)))];
    }
}
