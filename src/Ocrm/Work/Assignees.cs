using Granary.Access.Contracts;

namespace Granary.Ocrm.Work;

/// <summary>Who may be given work by whom: oneself, whom one may give work to by right, and who works in the same unit.</summary>
internal sealed class Assignees(IStaff staff)
{
    /// <param name="person">Empty: the caller.</param>
    /// <param name="entity">The legal entity inside which the work stays; null where it is about no customer.</param>
    /// <returns>Where the person would do it; null where they may not be given it.</returns>
    public async Task<Workplace?> FindAsync(Caller caller, string? person, string? entity, CancellationToken cancellation)
    {
        var wanted = string.IsNullOrEmpty(person) ? caller.PersonId : person;
        var places = await staff.WorkplacesAsync([wanted, caller.PersonId], Permission.WorkEdit, cancellation);
        var own = places.Where(p => p.Person == caller.PersonId).Select(p => p.Unit).ToHashSet(StringComparer.Ordinal);
        var given = caller.SightOf(Permission.WorkAssign);
        return places.FirstOrDefault(p => p.Person == wanted && (entity is null || p.Entity == entity)
            && (wanted == caller.PersonId || own.Contains(p.Unit) || given.Sees(p.Entity, p.Unit, p.Person)));
    }
}
