using Granary.Access.Contracts;

namespace Granary.Ocrm.Work.Log;

/// <summary>Where somebody's reports belong.</summary>
/// <param name="Owes">A customer manager; who heads others may write one.</param>
/// <param name="Since">Since when they work there.</param>
internal sealed record Reporter(string Person, string Entity, string Unit, bool Owes, DateOnly Since);

/// <summary>Who owes reports: whoever has a post that sees its holder's own work. One a legal entity, since what is known of customers stays inside it.</summary>
internal sealed class Reporters(IStaff staff)
{
    /// <summary>Everybody in a sight who owes reports.</summary>
    public async Task<IReadOnlyList<Reporter>> OweAsync(Sight sight, CancellationToken cancellation) =>
        [.. (await staff.OfficersAsync(sight, Permission.WorkEdit, cancellation)).Where(w => sight.Sees(w.Entity, w.Unit, w.Person)).GroupBy(w => (w.Person, w.Entity)).Select(w => Of([.. w], owes: true))];

    /// <summary>Where one person writes reports, one place a legal entity: what they owe first.</summary>
    public async Task<IReadOnlyList<Reporter>> OfAsync(string person, CancellationToken cancellation)
    {
        var owed = await OweAsync(new Sight { Managers = [person] }, cancellation);
        var places = await staff.WorkplacesAsync([person], Permission.WorkEdit, cancellation);
        return [.. owed.Concat(places.Where(p => owed.All(o => o.Entity != p.Entity)).GroupBy(p => p.Entity, StringComparer.Ordinal).Select(p => Of([.. p], owes: false)))];
    }

    /// <summary>Whether somebody writes reports somewhere in a sight.</summary>
    public async Task<bool> IsWithinAsync(Sight sight, string person, CancellationToken cancellation) => (await OfAsync(person, cancellation)).Any(p => sight.Sees(p.Entity, p.Unit, p.Person));

    private static Reporter Of(IReadOnlyList<Workplace> posts, bool owes)
    {
        var first = posts.MinBy(p => p.Unit, StringComparer.Ordinal)!;
        return new Reporter(first.Person, first.Entity, first.Unit, owes, posts.Min(p => p.Since));
    }
}
