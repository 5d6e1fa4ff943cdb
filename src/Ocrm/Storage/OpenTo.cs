using Granary.Access.Contracts;

namespace Granary.Ocrm.Storage;

/// <summary>What is written for everybody of a legal entity, or of the province (entity ''): products, articles. Whoever works somewhere in a legal entity reads what is its own.</summary>
internal static class OpenTo
{
    public static Sight Seen(Sight sight) => sight.All || sight.IsNothing ? sight : new Sight { Entities = [.. sight.Entities.Concat(sight.Units.Select(UnitCode.EntityOf)).Append("").Distinct()] };

    /// <summary>For the lists' <c>SightOn</c>.</summary>
    public static Task<Sight> SeenAsync(Sight sight, CancellationToken cancellation) => Task.FromResult(Seen(sight));
}
