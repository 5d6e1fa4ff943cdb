using Granary.Access.Contracts;

namespace Granary.Ecif.Contracts;

/// <summary>Who looks after a customer is not for the customer master to know: whoever keeps that answers here.</summary>
public interface IOwnership
{
    /// <summary>Which of the parties lie in a sight by their manager or place.</summary>
    Task<IReadOnlySet<string>> ManagedAsync(IReadOnlyCollection<string> partyNumbers, Sight sight, CancellationToken cancellation);
}
