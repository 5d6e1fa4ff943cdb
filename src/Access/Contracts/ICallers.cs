namespace Granary.Access.Contracts;

/// <summary>For what outlives its request: a stream asks now and then whether its caller is still one.</summary>
public interface ICallers
{
    /// <returns>The caller with the rights of now; null where the session has ended.</returns>
    Task<Caller?> AgainAsync(Caller caller, CancellationToken cancellation);
}
