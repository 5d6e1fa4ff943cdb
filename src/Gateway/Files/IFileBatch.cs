using Granary.Ecif.Contracts;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>What is done with the records of one file: those of customers and those of holdings go different ways.</summary>
internal interface IFileBatch
{
    /// <summary>The lines that were refused so far.</summary>
    IReadOnlyList<ResponseLine> Refused { get; }

    /// <summary>Hands every record on; returns when all are durable.</summary>
    Task SubmitAsync(CancellationToken cancellation);

    /// <summary>The refused lines of a file that was completed before.</summary>
    IReadOnlyList<ResponseLine> RefusedOf(IReadOnlyDictionary<string, Verdict> verdicts);
}
