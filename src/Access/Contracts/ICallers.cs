namespace Granary.Access.Contracts;

/// <summary>For what outlives its request: a stream asks now and then whether its caller is still one, work in the background who it is done for.</summary>
public interface ICallers
{
    /// <returns>The caller with the rights of now; null where the session has ended.</returns>
    Task<Caller?> AgainAsync(Caller caller, CancellationToken cancellation);

    /// <summary>For what goes on after its session: work that a person has begun is done with the rights that they have by then.</summary>
    /// <returns>Null where there is no such person, or they may not sign in any more.</returns>
    Task<Caller?> OfPersonAsync(string person, CancellationToken cancellation);
}
