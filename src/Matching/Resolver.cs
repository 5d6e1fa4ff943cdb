namespace Granary.Matching;

/// <summary>
/// Decides which party a record belongs to. Pure: no clock, no database, no memory; the same record, candidates and settled facts give
/// the same decision. Nothing in it asks what came first: ties go to the stronger score, then to the lower record id or party id.
/// </summary>
public sealed class Resolver(Matcher matcher)
{
    /// <summary>Decides for a record.</summary>
    /// <param name="candidates">All parties with a member that shares a blocking key or a trusted identity with the record, and its present one.</param>
    /// <param name="current">The party that the record is linked to now, one of the candidates; null for a new record.</param>
    public Decision Decide(MatchRecord record, IReadOnlyList<Candidate> candidates, long? current = null, Settled? settled = null)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        throw new NotImplementedException();
    }
}
