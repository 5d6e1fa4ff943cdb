namespace Granary.Access.Contracts;

/// <summary>Asking to see masked values in clear: with a reason, within a daily quota, audited before anything is shown.</summary>
public interface IRevealing
{
    /// <returns>Null where the day's quota would be passed; nothing is counted then.</returns>
    Task<RevealQuota?> TakeAsync(Caller caller, string subject, IReadOnlyList<string> attributes, string reason, CancellationToken cancellation);
}

/// <summary>How many values somebody asked to see today.</summary>
public sealed record RevealQuota(int Used, int Limit);
